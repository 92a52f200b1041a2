"""Which tellings are of one event: the same kind, the same day, and the same who took part. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import EventKind, Span, Spans, edtf
from onrecord.model.event import Participant, Telling

# One person gives these: that he did so on that day tells which one is meant.
OF_ONE = frozenset[EventKind]({"news conference", "interview", "speech", "post"})
ENOUGH = 2
PERSON = "person"
# "told a news conference", "in their call", "during the daily briefing"; not "after the meeting".
AT = re.compile(r"\b(?:at|in|during|to|told|on|gave|giving|via|with)\s(?:[\w\u2019'-]+\s){0,5}$", re.IGNORECASE)
LATER = re.compile(
    r"\b(?:after|before|following|ahead of|since|until|for|of|about)\s(?:[\w\u2019'-]+\s){0,5}$", re.IGNORECASE
)


def merged(tellings: Iterable[Telling]) -> list[tuple[Telling, ...]]:
    """The tellings by event, each event's and the events themselves sorted.

    Two are of one event if they are of one kind and day and share two of those who took part (a party's leader, and the
    party, are one side); or, where one person gives it, that person. Then one that names a single participant goes with
    the only event of that kind and day of which he is one. No two persons of one side were at one table by mistake:
    where each telling names another person for a side, they are two events.
    """
    by_kind: dict[tuple[EventKind, str], list[Telling]] = {}
    for one in sorted(tellings):
        by_kind.setdefault((one.kind, one.on), []).append(one)
    return sorted(event for same in by_kind.values() for event in _of_a_day(same))


def _of_a_day(tellings: Sequence[Telling]) -> list[tuple[Telling, ...]]:
    full = [one for one in tellings if _is_full(one)]
    events: list[list[Telling]] = []
    # The fullest first: an event is what its fullest telling says it is.
    for one in sorted(full, key=lambda one: (-len(_sides(one)), one)):
        home = next((event for event in events if all(_same(one, other) for other in event)), None)
        if home is None:
            events.append([one])
        else:
            home.append(one)
    for one in tellings:
        if not _is_full(one):
            fitting = [event for event in events if any(_is_full(other) and _within(one, other) for other in event)]
            # "their call on Monday" names nobody: of those that its own report tells of, it can be one alone.
            fitting = fitting or [event for event in events if _unnamed_of(one, event)]
            if len(fitting) == 1:
                fitting[0].append(one)
            else:
                events.append([one])
    return [tuple(sorted(event)) for event in events]


def _is_full(one: Telling) -> bool:
    return len(_sides(one)) >= ENOUGH or (one.kind in OF_ONE and any(who.type == PERSON for who in one.participants))


def _side(who: Participant) -> str:
    return who.party or who.name


def _sides(one: Telling) -> dict[str, set[str]]:
    """Each side that took part, with its persons."""
    sides: dict[str, set[str]] = {}
    for who in one.participants:
        sides.setdefault(_side(who), set()).update({who.id} if who.type == PERSON else ())
    return sides


def _same(one: Telling, other: Telling) -> bool:
    a, b = _sides(one), _sides(other)
    shared = a.keys() & b.keys()
    if any(a[side] and b[side] and not a[side] & b[side] for side in shared):
        return False
    if one.kind in OF_ONE and any(a[side] & b[side] for side in shared):
        return edtf.day_of(one.on) is not None or len(shared) >= ENOUGH
    return len(shared) >= ENOUGH


def _within(one: Telling, other: Telling) -> bool:
    """Is the one who is named one of those of the fuller telling, on a day that is certain?"""
    if edtf.day_of(one.on) is None or not one.participants:
        return False
    a, b = _sides(one), _sides(other)
    return all(side in b and (not a[side] or not b[side] or bool(a[side] & b[side])) for side in a)


def _unnamed_of(one: Telling, event: Sequence[Telling]) -> bool:
    return not one.participants and any(other.report == one.report for other in event)


def participants(event: Iterable[Telling]) -> tuple[Participant, ...]:
    """All that its tellings name, each once, sorted by name."""
    return tuple(sorted({who for one in event for who in one.participants}, key=lambda who: (who.name, who.id)))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of that day: who said it, and where the act of speaking is named."""

    id: str
    report: str
    speaker: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Told:
    """A telling of that day with its place, and the words before it ("told a ")."""

    telling: Telling
    at: Span
    lead: str = ""


def made_on(said: Said, told: Sequence[Told], sentences: Spans) -> Telling | None:
    """The telling, of those of its own report and day, of the event on which the statement was made.

    First the one in its own sentence ("told a news conference", "said in an interview"), then the only one that its
    speaker gave. What was said after a meeting was not said at it.
    """
    own = [one for one in told if one.telling.report == said.report]
    sentence = next((span for span in sentences if span.start <= said.at.start < span.end), None)
    for one in own:
        if sentence and sentence.covers(one.at) and AT.search(one.lead) and not LATER.search(one.lead):
            return one.telling
    given = [
        one.telling
        for one in own
        if one.telling.kind in OF_ONE and any(who.id == said.speaker for who in one.telling.participants)
    ]
    return given[0] if len(given) == 1 else None


def folded(held: Mapping[str, frozenset[str]], order: Sequence[str]) -> dict[str, str]:
    """Which statements say nothing that another of the same day does not say: each with that other one's id.

    `held` are the utterances of each statement, `order` all statements of the day, the one to be shown first.
    """
    homes: dict[str, str] = {}
    by_utterance: dict[str, list[str]] = {}
    place = {id: n for n, id in enumerate(order)}
    for id in sorted((id for id in order if held.get(id)), key=lambda id: (-len(held[id]), place[id])):
        fuller = (other for other in by_utterance.get(min(held[id]), ()) if held[id] <= held[other])
        home = next(fuller, None)
        if home is not None:
            homes[id] = home
            continue
        for utterance in held[id]:
            by_utterance.setdefault(utterance, []).append(id)
    return homes
