"""Where reports differ on the same thing: on one utterance, on one actor, in one sentence. Pure.

The same thing means: wordings of one utterance, names of one actor, or sentences that share most of their words and
stand in reports that have an utterance in common. What a report left out is no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from rapidfuzz.distance import OSA

from onrecord.collating.spelling import folded, sound, spelled
from onrecord.collating.utterances.judging import days_apart, likeness_of, same_speaker, tokens_of
from onrecord.collating.utterances.variants import variants
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens, weights
from onrecord.model.disagreement import Disagreement, DisagreementKind, Named, Place, Sentence, Weight
from onrecord.model.utterance import Variant, Wording

SAME_SENTENCE = 0.58
SHARED = 1.8
MONTH = 31
TELLING = 0.12
A_ROLE = 0.6
# Words that change what a sentence commits its speaker to, however little they weigh.
FORCE = frozenset(
    "not never no none only may might could can must should will would shall need all any every some few most very "
    "unless if until before after and or but immediately unconditional temporary permanent".split()
)
JOINING = frozenset({"will", "would", "and", "but"})
MOST_LEFT_OUT = 3
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def of_utterance(wordings: Sequence[Wording]) -> Iterator[Disagreement]:
    """How the readings of one utterance differ; the base comes first."""
    base, others = wordings[0], [one for one in wordings[1:] if one.report != wordings[0].report]
    elsewhere = [one for one in others if same_speaker(base, one) == "another"]
    if elsewhere:
        yield _told("attribution", _text(base), [base, *elsewhere], "serious", "the same words of another speaker")
    other_day = [one for one in others if base.dated and one.dated and days_apart(base, one)]
    if other_day:
        yield _told("date", _text(base), [base, *other_day], "serious", "the same words on another day")
    yield from _wording(base, others)


def _wording(base: Wording, others: Iterable[Wording]) -> Iterator[Disagreement]:
    found: dict[DisagreementKind, list[tuple[Wording, list[Variant]]]] = {}
    for other in others:
        if differing := [one for one in variants(base, other) if _counts(one)]:
            figure = any(_figure(one) for one in differing)
            found.setdefault("number" if figure else "wording", []).append((other, differing))
    for kind, each in sorted(found.items()):
        every = [one for _, differing in each for one in differing]
        heavy = kind == "number" or any(_forceful(one) for one in every)
        why = "; ".join(dict.fromkeys(f"{one.base_text or 'nothing'} / {one.text or 'nothing'}" for one in every))
        yield _told(kind, _text(base), [base, *(one for one, _ in each)], "serious" if heavy else "slight", why)


def _counts(variant: Variant) -> bool:
    """Whether a variant is more than what translating, shortening and retelling bring about."""
    if variant.kind in ("tense", "order", "punctuation"):
        return False
    ours, theirs = tokens(variant.base_text), tokens(variant.text)
    if variant.kind in ("omission", "addition"):
        # What is shortened by half a sentence loses such words with it; that is no disagreement.
        gone = [_word(one) for one in (*ours, *theirs)]
        return len(gone) <= MOST_LEFT_OUT and not (FORCE - JOINING).isdisjoint(gone)
    if variant.kind == "number":
        return True
    told = [one for one in (*ours, *theirs) if one.weight >= TELLING or _word(one) in FORCE]
    # "He put out a" for "Putin's statement was": a sentence begun in another way, not one thing called by another name.
    return bool(told) and len(ours) <= 4 and len(theirs) <= 4


def _forceful(variant: Variant) -> bool:
    ours, theirs = ({_word(one) for one in tokens(text)} & FORCE for text in (variant.base_text, variant.text))
    return ours != theirs


def _figure(variant: Variant) -> bool:
    ours, theirs = (
        {one.stem for one in tokens(text) if one.stem[0].isdigit()} for text in (variant.base_text, variant.text)
    )
    return bool(ours and theirs) and ours != theirs


def _word(token: Token) -> str:
    return token.stem if token.stem == "not" else token.printed.lower()


def of_sentences(one: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[Disagreement]:
    """How two reports that have an utterance in common tell the same in their own words, each sentence once."""
    pairs = []
    for a in one:
        for b in other:
            like, shared = likeness_of(a.words, b.words)
            if like >= SAME_SENTENCE and shared >= SHARED:
                pairs.append((-like, a.words.id, b.words.id, a, b))
    used: set[str] = set()
    for _, first, second, a, b in sorted(pairs, key=lambda pair: pair[:3]):
        if not used & {first, second}:
            used |= {first, second}
            yield from _occasion(a, b) if a.utterances & b.utterances else _telling(a.words, b.words)


def _telling(a: Wording, b: Wording) -> Iterator[Disagreement]:
    differing = [one for one in variants(a, b) if one.kind not in ("tense", "order", "punctuation")]
    if any(_figure(one) for one in differing):
        yield _told("number", _text(a), [a, b], "serious", "other figures in the same sentence")
    elif any(one.kind == "translation" and _telling_words(one) for one in differing) and not _says_more(differing):
        yield _told("wording", _text(a), [a, b], "slight", "the same told in other words")


def _telling_words(variant: Variant) -> bool:
    return any(one.weight >= TELLING for text in (variant.base_text, variant.text) for one in tokens(text))


def _says_more(differing: Sequence[Variant]) -> bool:
    """Whether each has much that the other has not, so that they are hardly about one thing."""
    ours = sum(one.weight for each in differing for one in tokens(each.base_text))
    theirs = sum(one.weight for each in differing for one in tokens(each.text))
    return min(ours, theirs) > 4.5


def _occasion(a: Sentence, b: Sentence) -> Iterator[Disagreement]:
    """Where and before whom the same words are said to have been said."""
    if a.frame is None or b.frame is None:
        return
    ours, theirs = _places(a.frame), _places(b.frame)
    if len(ours) > 1 and len(theirs) > 1 and ours != theirs and not (ours <= theirs or theirs <= ours):
        yield _told("wording", _text(a.words), [a.frame, b.frame], "slight", "another occasion for the same words")


def _places(frame: Wording) -> set[str]:
    return {
        one.sense
        for one in tokens_of(frame)
        if one.weight >= 0.3 and one.printed.lower() not in DAYS and not one.stem[0].isdigit()
    }


def of_actor(named: Iterable[Named]) -> Iterator[Disagreement]:
    """One actor under names otherwise spelled, or in roles that differ."""
    every = sorted(named, key=lambda one: (one.day or "", one))
    yield from _spellings(every)
    yield from _roles(every)


def _spellings(every: Sequence[Named]) -> Iterator[Disagreement]:
    first: dict[str, Named] = {}
    for one in every:
        first.setdefault(folded(one.name).split()[-1] if folded(one.name) else "", one)
    names = [name for name in first if name]
    alike_names = sorted({name for a, b in combinations(names, 2) if _otherwise_spelled(a, b) for name in (a, b)})
    if alike_names and len({first[name].report for name in alike_names}) > 1:
        here = [one for one in every if folded(one.name).split()[-1:] and folded(one.name).split()[-1] in alike_names]
        yield Disagreement(
            "spelling", here[0].name, _once(one.place for one in here), "slight", " / ".join(alike_names)
        )


def _otherwise_spelled(a: str, b: str) -> bool:
    return sound(a) == sound(b) or OSA.distance(a, b) <= 2 or spelled(a).sounds == spelled(b).sounds


def _roles(every: Sequence[Named]) -> Iterator[Disagreement]:
    """Roles as different reports print them at about the same time, none of which fits any of the other's."""
    with_roles = [one for one in every if one.roles]
    apart = {one for a, b in combinations(with_roles, 2) if _in_other_roles(a, b) for one in (a, b)}
    if apart:
        here = [one for one in with_roles if one in apart]
        places = _once(one.roles[0] for one in here)
        why = " / ".join(dict.fromkeys(one.text for one in places))
        yield Disagreement("wording", here[0].name, places, "slight", why)


def _in_other_roles(a: Named, b: Named) -> bool:
    if a.report == b.report or not _near(a.day, b.day):
        return False
    return not any(_fit(one.text, other.text) for one in a.roles for other in b.roles)


def _fit(one: str, other: str) -> bool:
    """Whether one role may stand for the other: "president" for "US president", not "envoy" for "northern envoy"."""
    a, b = _title(one), _title(other)
    if not a or not b or a == b:
        return True
    small, large = (a, b) if a.keys() <= b.keys() else (b, a)
    if not small.keys() <= large.keys():
        return False
    return sum(weight for word, weight in large.items() if word not in small) < A_ROLE


def _title(role: str) -> dict[str, float]:
    """What a role says, without the names of states and bodies in it."""
    return {
        one.sense: one.weight
        for one in tokens(role)
        if one.weight >= 0.05 and not (one.weight == NAME_WEIGHT and one.stem not in weights()) and len(one.stem) > 1
    }


def _near(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return True
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= MONTH


def _once(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each report and text."""
    first: dict[tuple[str, str], Place] = {}
    for one in sorted(places):
        first.setdefault((one.report, one.text), one)
    return tuple(first.values())


def _told(kind: DisagreementKind, about: str, wordings: Sequence[Wording], weight: Weight, why: str) -> Disagreement:
    return Disagreement(kind, about, tuple(dict.fromkeys(map(_place, wordings))), weight, why)


def _place(one: Wording) -> Place:
    return Place(one.report, one.spans, _text(one), one.statement or None)


def _text(one: Wording) -> str:
    return " … ".join(one.slices)
