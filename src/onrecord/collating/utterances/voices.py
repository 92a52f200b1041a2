"""Who may have said an utterance, where its readings name several. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.collating.utterances.circumstances import same_one
from onrecord.model import ActorRef, Candidate

# A second report that gives it to another, or one that is twice as sure, decides it.
DECIDED = 0.65


class Voice(NamedTuple):
    """Somebody whom readings name, for whom, and how sure they are together; 1 is one sure report."""

    speaker: ActorRef
    party: str | None
    weight: float


def undecided(voices: Sequence[Voice]) -> tuple[Candidate, ...]:
    """The likeliest, and all others who may be meant, with their shares of what is sure; none where it is decided.

    `voices` are sorted, the likeliest first. "Tann" and "Minister Ora Tann" are one, and weighed together;
    so are a house and who speaks for it. Where one who goes by several names outweighs the first voice only by all of
    them together, both are left, however sure that is.
    """
    if not voices:
        return ()
    first, *others = sorted(_together(voices), key=lambda one: -one.weight)
    rivals = [one for one in others if first.weight < DECIDED * (first.weight + one.weight)]
    if not rivals and first.speaker != voices[0].speaker:
        rivals = [one for one in others if one.speaker == voices[0].speaker]
    if not rivals:
        return ()
    total = sum(one.weight for one in (first, *rivals))
    return tuple(Candidate(one.speaker.id, one.speaker.name, round(one.weight / total, 2)) for one in (first, *rivals))


def _together(voices: Sequence[Voice]) -> list[Voice]:
    """Those who are not each other, each by the likeliest name and with the weight of all names.

    A voice that may be of two of them, as a house is of both its ministers, tells nothing between them.
    """
    apart: list[Voice] = []
    for one in voices:
        if all(_is_another(other, one) for other in apart):
            apart.append(one)
    weights = [one.weight for one in apart]
    for one in voices:
        fitting = [n for n, other in enumerate(apart) if one is other or not _is_another(other, one)]
        if len(fitting) == 1 and one is not apart[fitting[0]]:
            weights[fitting[0]] += one.weight
    return [one._replace(weight=weight) for one, weight in zip(apart, weights, strict=True)]


def _is_another(one: Voice, other: Voice) -> bool:
    a, b = one.speaker, other.speaker
    if initials(a.name) == b.name or initials(b.name) == a.name:
        return False
    if a.type == b.type == "person" and not words_in(a.name).isdisjoint(words_in(b.name)):
        return False
    who = same_one(a.name, a.type, one.party, b.name, b.type, other.party)
    return who == "another" or (who == "same side" and a.type == b.type == "person")


def words_in(name: str) -> frozenset[str]:
    """Its words that are no initials, in small letters."""
    return frozenset(word.casefold() for word in name.split() if len(word.strip(".")) > 2)


def initials(name: str) -> str:
    """ "Board of Canal Statistics" is the BCS."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
