"""Whether two reports tell of one thing, by the words around the figure, the event or the answer. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, pairwise

from onrecord.collating.tellings.retold import contrasts, most_telling
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens
from onrecord.model.edtf import day_of
from onrecord.model.telling import Telling, TellingKind

AROUND = 14
AFTER_ANSWER = 12
NEXT = 4
MOST_KEYED = 5
TELLING = 0.25
# A figure changes within weeks; an event that is told for another week is another event.
SLACK: dict[TellingKind, int] = {"figure": 10, "event": 4, "answer": 1, "plan": 31, "sentence": 2}
# Of these each is held beside one other, and not beside all that pairs lead to.
STARS: frozenset[TellingKind] = frozenset(("sentence",))
ALIKE: dict[TellingKind, float] = {"figure": 0.55, "event": 0.5}
SHARED: dict[TellingKind, float] = {"figure": 1.5, "event": 1.2}
# Hardly two things of the same two names are measured so.
MEASURED = frozenset(("km2", "ha", "t"))
MONEY = frozenset(("%", "USD", "EUR", "GBP"))
ALIKE_IN_MONEY = 0.7
# Figures that are further from each other than this are hardly of one thing, unless the words are nearly the same.
FAR = 2.5
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
# "In the past 24 hours" and "since the beginning of the war" are two figures.
SPANS_OF_TIME = frozenset("hour week month year quarter since annual decade total p.m a.m pm gmt".split())
# What befell those who are counted.
FATES = {
    stem: fate
    for fate, stems in {
        "killed": "kill die dead death toll fatal",
        "hurt": "injur wound hurt hospitalis hospitaliz",
        "held": "arrest detain hostag prison captiv held kidnap",
        "missing": "miss",
        "freed": "free releas return",
        "displaced": "displac evacuat fled flee",
    }.items()
    for stem in stems.split()
}


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a mark: their senses with weights, the names among them, and what tells them apart.

    `before` and `after` are the names right beside it: who, and whom or where.
    """

    weights: dict[str, float]
    names: frozenset[str]
    times: frozenset[str]
    fate: str | None
    numbers: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=4096)
def _around(one: Telling) -> _Around:
    every = tokens(one.text, one.span.start)
    first = next((n for n, token in enumerate(every) if token.start >= one.mark.start), len(every))
    inside = [n for n, token in enumerate(every) if one.mark.start <= token.start < one.mark.end]
    if one.kind == "answer":
        near = every[(inside[-1] if inside else first) + 1 :][:AFTER_ANSWER]
    else:
        near = tuple(token for n, token in enumerate(every) if abs(n - first) <= AROUND)
    words = [token for token in near if _counts(token, one)]
    fates = sorted((abs(every.index(token) - first), FATES[token.stem]) for token in near if token.stem in FATES)
    return _Around(
        {token.sense: token.weight for token in words},
        frozenset(token.stem for token in words if token.weight == NAME_WEIGHT),
        frozenset(_times(every)),
        fates[0][1] if fates else None,
        frozenset(token.stem.rstrip("%") for token in every if token.stem[0].isdigit()),
        frozenset(token.stem for token in every[max(0, first - NEXT) : first] if _names(token)),
        frozenset(token.stem for token in every[(inside[-1] if inside else first) + 1 :][:NEXT] if _names(token)),
    )


def _names(token: Token) -> bool:
    word = token.printed.lower()
    return token.weight == NAME_WEIGHT and word not in DAYS and word not in MONTHS


def _times(every: Sequence[Token]) -> Iterator[str]:
    """The lengths of time that a sentence counts by; "a day earlier" is none."""
    for before, token in pairwise((None, *every)):
        if token is not None and (token.stem in SPANS_OF_TIME or (token.stem == "day" and before and _past(before))):
            yield token.stem


def _past(before: Token) -> bool:
    return before.stem in ("past", "last", "per", "each", "every") or before.stem[0].isdigit()


def _counts(token: Token, one: Telling) -> bool:
    word = token.printed.lower()
    inside = one.kind == "figure" and one.mark.start <= token.start < one.mark.end
    return not (inside or token.stem[0].isdigit() or word in DAYS or word in MONTHS)


def keys(one: Telling) -> tuple[int, ...]:
    """Under which keys a telling's neighbours are found: its kind with pairs of the words that say most. 63 bits."""
    if one.kind == "sentence":
        return tuple(sorted(_hash(one.kind, *pair) for pair in combinations(most_telling(one.text), 2)))
    around = _around(one)
    ranked = sorted(around.weights, key=lambda sense: (-around.weights[sense], sense))
    told = [sense for sense in ranked if around.weights[sense] >= TELLING]
    if one.kind == "plan":
        return (_hash(one.kind, one.of),)
    if one.kind == "answer":
        return tuple(sorted(_hash(one.kind, one.of, name) for name in one.who))
    names = [sense for sense in told if sense in around.names][:MOST_KEYED]
    pairs = {*combinations(sorted(names), 2)}
    if one.kind == "figure":
        pairs |= {*combinations(sorted(told[:MOST_KEYED]), 2)}
    return tuple(sorted(_hash(one.kind, one.of, *pair) for pair in pairs))


@lru_cache(maxsize=65536)
def _hash(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big") >> 1


def same_thing(one: Telling, other: Telling) -> bool:
    if one.kind != other.kind or one.of != other.of or _days_apart(one, other) > SLACK[one.kind]:
        return False
    if one.kind == "sentence":
        return bool(contrasts(one, other))
    if one.kind == "plan":
        return True
    a, b = _around(one), _around(other)
    like, shared = _likeness(a, b)
    if one.kind == "answer":
        return bool(set(one.who) & set(other.who)) and shared >= TELLING
    names = len(a.names & b.names)
    if one.of in MEASURED and names >= 2 and not _far(one, other) and a.times == b.times:
        return True
    # Who visited where tells it, whatever else the sentences say.
    if one.of == "visit" and a.before & b.before and a.after & b.after:
        return True
    if like < ALIKE[one.kind] or shared < SHARED[one.kind] or not a.names & b.names:
        return False
    if one.kind == "event":
        # "Visited Brennick" and "visited Port Aldis" are two visits.
        if a.after and b.after and not a.after & b.after:
            return False
        return names >= (2 if one.value and other.value else 3)
    if _far(one, other) and like < ALIKE_IN_MONEY:
        return False
    if one.of in MONEY and (like < ALIKE_IN_MONEY or 2 * len(a.names & b.names) < len(a.names | b.names)):
        return False
    # "30 % on salt and 5 % on grain": the figures of one sentence stand in the other in another order.
    crossed = one.value != other.value and (one.value in b.numbers or other.value in a.numbers)
    return not crossed and a.times == b.times and (a.fate == b.fate)


def _likeness(a: _Around, b: _Around) -> tuple[float, float]:
    """The share of the words that stand in both, by weight (Dice), and that weight."""
    shared = sum(min(a.weights[sense], b.weights[sense]) for sense in a.weights.keys() & b.weights.keys())
    whole = sum(a.weights.values()) + sum(b.weights.values())
    return (2 * shared / whole if whole else 0.0), shared


def _far(one: Telling, other: Telling) -> bool:
    low, high = sorted((float(one.value), float(other.value)))
    return high > FAR * low


def day(one: Telling) -> str | None:
    """The day by which it is held against others: an event's own, else that on which it was told; null if unknown."""
    told = one.value if one.kind == "event" else one.day
    return told if told is not None and len(told) >= len("2024-09-12") else None


def _days_apart(one: Telling, other: Telling) -> int:
    first, second = day_of(day(one)), day_of(day(other))  # "24 August" of no known year is a day of none
    return 0 if first is None or second is None else abs((first - second).days)
