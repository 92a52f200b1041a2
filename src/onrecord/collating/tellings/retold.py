"""Whether two reports tell one thing in nearly the same sentence, and which of its words they tell otherwise. Pure.

Two sentences are laid side by side, word by word (Ratcliff and Metzener 1988, as `difflib` has it). Words that differ
count between words that both have, on either side, and heavy enough: "at least 60 percent of [a boat's worth] built in
the delta", "at least 60 percent of [parts] built in the delta". What one has and the other leaves out is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from math import floor, log10
from typing import NamedTuple

from onrecord.collating.disagreements import MONTHS, SAYING, force_of, spelled_alike
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, reads, tokens
from onrecord.model.disagreement import DisagreementKind
from onrecord.model.telling import Telling

KEYED = 4
LEAST = 0.25
TELLING = 0.2
# A single word that both have holds nothing in its place unless it says something.
HOLDS = 0.3
RUN = 3
MOST_WORDS = 4
SHORTEST, LONGEST = 7, 60  # words
# A sentence without the small words of the language is in another.
SMALL, FEWEST_SMALL = 0.2, 3


class _Bar(NamedTuple):
    """How alike two sentences are, what they have in common, and what must stand on either side of a difference."""

    like: float
    shared: float
    side: float
    both: float


# The less two sentences have in common, the more must hold the difference in its place; and more where nobody says it.
SAID = (_Bar(0.5, 2.0, 0.4, 1.2), _Bar(0.42, 3.0, 0.6, 1.6))
TOLD = (_Bar(0.54, 3.5, 0.5, 2.0),)
# A day of the month that is not the other's is of one thing where much else is the same, in whichever order.
DATED, NAMES_OF_DATED = _Bar(0.4, 4.0, 0.0, 0.0), 3
DATE = re.compile(
    r"\b(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?\s(?P<day>\d{1,2})\b(?![,.]?\d)"
)
# How a report says who said it, or that nobody did, is told with utterances.
SAYS = SAYING | frozenset(
    "writ wrot post stat respond comment reply ask request inquiry tweet report quot confirm remark warn claim".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
NOT_WORDS = MONTHS | DAYS | frozenset("today yesterday tomorrow mr mrs ms s t".split())
# What changes force in sentences that are told in other words anyway, and how alike they must be.
FORCEFUL = {"may": 0.6, "must": 0.6, "only": 0.7, "not": 0.7}
# "Will take place", "is to be held": a sentence is not told otherwise by these.
TAKES_PLACE = frozenset("take plac place hold underway kick go come join part".split())
# What joins clauses stands between two sentences that are built otherwise, and tells nothing itself.
JOINS = frozenset("that who which whose although though after before when while because since and but as".split())
# "A 30-day truce" and "a 60-day truce" may be two plans, unless nearly all else is the same.
LENGTH = 0.6
LENGTHS = frozenset("hour day week month year".split())


@dataclass(frozen=True, slots=True)
class Contrast:
    """What either has where the other has something else.

    `heavy` where it changes what is told: force, a figure, a date.
    """

    ours: str
    theirs: str
    kind: DisagreementKind = "wording"
    heavy: bool = False


@lru_cache(maxsize=8192)
def _weights(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in reads(text):
        found[one.sense] = max(found.get(one.sense, 0.0), one.weight)
    return found


@lru_cache(maxsize=8192)
def most_telling(text: str) -> tuple[str, ...]:
    """The few words of a sentence that say most, sorted; none where it is too short, or too long, to be compared."""
    weights = _weights(text)
    small = sum(weight < SMALL for weight in weights.values())
    if not SHORTEST <= len(weights) <= LONGEST or small < FEWEST_SMALL:
        return ()
    ranked = sorted((word for word in weights if weights[word] >= LEAST), key=lambda word: (-weights[word], word))
    return tuple(sorted(ranked[:KEYED]))


@lru_cache(maxsize=4096)
def contrasts(one: Telling, other: Telling) -> tuple[Contrast, ...]:
    """What two sentences tell otherwise; none where they hardly tell one thing."""
    like, shared = _likeness(one.text, other.text)
    if like < DATED.like or one.text == other.text or of_two_days(one.text, other.text):
        return ()
    dates = tuple(_dates(one.text, other.text)) if shared >= DATED.shared else ()
    bars = SAID if one.statement and other.statement else TOLD
    bar = next((bar for bar in bars if like >= bar.like and shared >= bar.shared), None)
    if dates or bar is None:
        return dates
    return tuple(_contrasts(one.text, other.text, bar, like))


def _dates(one: str, other: str) -> Iterator[Contrast]:
    """Another day of the same month, where either tells one day alone: "to meet around May 28", "on May 24"."""
    ours, theirs = (list(DATE.finditer(text)) for text in (one, other))
    if len(ours) == len(theirs) == 1:
        a, b = ours[0], theirs[0]
        weights, names = _weights(one), _weights(other)
        both = [word for word in weights.keys() & names.keys() if weights[word] == NAME_WEIGHT]
        if a["month"][:3] == b["month"][:3] and int(a["day"]) != int(b["day"]) and len(both) >= NAMES_OF_DATED:
            yield Contrast(a[0], b[0], "date", heavy=True)


def of_two_days(one: str, other: str) -> bool:
    """Whether the one names a day of the week, and the other another."""
    days = [{word.printed.lower() for word in reads(text)} & DAYS for text in (one, other)]
    return all(days) and days[0].isdisjoint(days[1])


def _likeness(one: str, other: str) -> tuple[float, float]:
    """The share of the words that stand in both, by weight (Dice), and that weight."""
    a, b = _weights(one), _weights(other)
    shared = sum(min(a[word], b[word]) for word in a.keys() & b.keys())
    whole = sum(a.values()) + sum(b.values())
    return (2 * shared / whole if whole else 0.0), shared


def _contrasts(one: str, other: str, bar: _Bar, like: float) -> Iterator[Contrast]:
    for ours, theirs, after in _gaps(tokens(one), tokens(other), bar):
        a, b = _printed(one, ours), _printed(other, theirs)
        if (
            any(_says(token) for token in (*ours, *theirs))
            or _names_another(ours, other)
            or _names_another(theirs, one)
        ):
            continue
        if _numbers(ours) or _numbers(theirs):
            if like >= LENGTH and _other_length(ours, theirs, after) and not _numbers(ours) & _all_numbers(other):
                yield Contrast(a, b, "number", heavy=True)
            continue
        force = (force_of(a) - force_of(other)) | (force_of(b) - force_of(one))
        heavy = any(like >= FORCEFUL.get(each, 1.0) for each in force)
        if heavy or (_other_words(ours, other) and _other_words(theirs, one) and not _built_otherwise(ours, theirs)):
            yield Contrast(a, b, heavy=heavy)


def _gaps(
    ours: Sequence[Token], theirs: Sequence[Token], bar: _Bar
) -> Iterator[tuple[Sequence[Token], Sequence[Token], Token]]:
    """What stands in either between what stands in both, with the word that follows."""
    aligned = SequenceMatcher(None, [one.sense for one in ours], [one.sense for one in theirs], autojunk=False)
    blocks = [one for one in aligned.get_matching_blocks() if one.size]
    held = [one for one in blocks if one.size >= RUN or _weigh(ours[one.a : one.a + one.size]) >= HOLDS]
    for (i, k, n), (j, m, size) in pairwise(held):
        left, right = _weigh(ours[i : i + n]), _weigh(ours[j : j + size])
        one, other = ours[i + n : j], theirs[k + n : m]
        short = one and other and max(len(one), len(other)) <= MOST_WORDS
        if short and min(left, right) >= bar.side and left + right >= bar.both:
            yield one, other, ours[j]


def _weigh(words: Sequence[Token]) -> float:
    return sum(one.weight for one in words)


def _printed(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end]


def _numbers(words: Sequence[Token]) -> set[str]:
    return {one.stem for one in words if one.stem[0].isdigit()}


def _all_numbers(text: str) -> set[str]:
    return {one.stem for one in reads(text) if one.stem[0].isdigit()}


def _other_length(ours: Sequence[Token], theirs: Sequence[Token], after: Token) -> bool:
    """Whether one length of time stands for another, not merely rounded; other figures are told by themselves."""
    a, b = _numbers(ours), _numbers(theirs)
    if len(a) != 1 or len(b) != 1 or not {after.stem, *(one.stem for one in (*ours, *theirs))} & LENGTHS:
        return False
    low, high = sorted(float(number.rstrip("%")) for number in (*a, *b))
    return len(ours) == len(theirs) and rounded(low, high) != high and rounded(high, low) != low


def rounded(value: float, like: float) -> float:
    """The value with as many digits as the other has: 2.63 million beside 2.6 million is 2.6 million."""
    digits = len(f"{like:e}".split("e")[0].rstrip("0").replace(".", ""))
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else value


def _names_another(words: Sequence[Token], other: str) -> bool:
    """Whether a name is among the words that the other sentence does not have: it hardly tells of the same."""
    return any(_is_name(one) and one.sense not in _weights(other) for one in words)


def _other_words(words: Sequence[Token], other: str) -> bool:
    """Whether the words say something that the other sentence does not say anywhere."""
    return any(_tells(one) and not _is_name(one) and one.sense not in _weights(other) for one in words)


def _built_otherwise(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    return spelled_alike(ours, theirs) or any(one.printed.lower() in JOINS for one in (*ours, *theirs))


def _says(one: Token) -> bool:
    return one.sense in SAYS or one.stem in SAYS


def _tells(one: Token) -> bool:
    return one.weight >= TELLING and one.printed.lower() not in NOT_WORDS and one.stem not in TAKES_PLACE


def _is_name(one: Token) -> bool:
    return one.weight == NAME_WEIGHT and one.printed[:1].isupper()
