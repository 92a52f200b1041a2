"""Are two wordings of one act of speaking? Pure: of the two alone, so that no order of reports matters."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from onrecord.collating.utterances.circumstances import days_apart, last_names, same_speaker
from onrecord.collating.utterances.likeness import (
    SAME,
    Words,
    contradict,
    likeness,
    longest_run,
    quoted_weight,
    shared_weight,
    telling,
    words_of,
)
from onrecord.collating.utterances.signals import (
    QUOTATION,
    Who,
    at_best,
    chance,
    cheap_signals,
    costly_signals,
    most_hoped,
    weighed,
)
from onrecord.model.utterance import Tie, Wording

# The chance from which on two wordings are tied; docs/readings/utterances.md tells on what it was chosen.
ENOUGH = 0.75
ODDS = math.log(ENOUGH / (1 - ENOUGH))
SLACK = 2
RIVAL = 0.2
# Between evening there and morning here one report may err by a day, if all else fits well.
A_DAY = 1.2
RAREST = 5
LEAST_RARE = 1.0
VERBATIM = 6
MOSTLY = 0.9
HELD = 0.85
ROUNDED = 1e-6
# All 92 judged pairs that have so long a run in common, and it so much of the shorter, are of one act.
LONG_RUN = 8
OF_THE_SHORTER = 0.8
BY_ITS_RUN = math.log(0.9 / (1 - 0.9))


def keys(wording: Wording) -> tuple[int, ...]:
    """Under which keys a wording's neighbours are found: pairs of its rarest words, and each with the speaker's name.

    Hashes of 63 bits, 15 of them at the most for one speaker. A wording with next to nothing in it has none, and is
    never one with another.
    """
    return _keys(wording.slices, last_names(wording))


@lru_cache(maxsize=8192)
def _keys(slices: tuple[str, ...], names: tuple[str, ...]) -> tuple[int, ...]:
    words = words_of(slices)
    rarest = telling(words)[:RAREST]
    rare = words.weights
    pairs = {_pair(a, b) for a, b in combinations(rarest, 2) if rare[a] + rare[b] >= LEAST_RARE}
    pairs |= {(f"@{name}", sense) for name in names for sense in rarest}
    return tuple(sorted(_hash(pair) for pair in pairs))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


@lru_cache(maxsize=65536)
def _hash(pair: tuple[str, str]) -> int:
    return int.from_bytes(blake2b(" ".join(pair).encode(), digest_size=8).digest(), "big") >> 1


def ties(
    fresh: Iterable[Wording], near: Iterable[Wording], shared: Mapping[str, Iterable[int]] | None = None
) -> list[Tie]:
    """Every tie between a fresh wording and another of the same keys, fresh or near; sorted.

    `shared` has the keys that each of the near ones shares with the fresh, by its id, where that is known already.
    """
    new = sorted(fresh)
    by_key: dict[int, list[Wording]] = {}
    for one in new:
        for key in keys(one):
            by_key.setdefault(key, []).append(one)
    for one in near:
        for key in keys(one) if shared is None else shared[one.id]:
            by_key.setdefault(key, []).append(one)
    seen: set[str] = set()
    found: list[tuple[Tie, str, str]] = []
    for one in new:
        seen.add(one.id)
        others = {other.id: other for key in keys(one) for other in by_key[key]}
        each = (others[id] for id in others.keys() - seen)
        found += [(tie, one.report, other.report) for other in each if (tie := compare(one, other))]
    return sorted(_unrivalled(found))


def _unrivalled(found: Sequence[tuple[Tie, str, str]]) -> Iterator[Tie]:
    """Ties but for those of a wording that another of the same report fits much better; with the two reports' ids.

    Whatever else is in the record, all ties between two reports are found at once, so that no order matters.
    """
    best: dict[tuple[str, str], float] = {}
    for tie, one, other in found:
        for place in _places(tie, one, other):
            best[place] = max(best.get(place, 0.0), tie.score)
    for tie, one, other in found:
        if all(best[place] - tie.score <= RIVAL for place in _places(tie, one, other)):
            yield tie


def _places(tie: Tie, one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Each wording of a tie with both reports, as no order of the two is known."""
    pair = f"{one} {other}" if one <= other else f"{other} {one}"
    return (tie.a, pair), (tie.b, pair)


def compare(one: Wording, other: Wording) -> Tie | None:
    """The tie between two wordings, or null where they are not of one act of speaking."""
    if one.statement == other.statement:
        return None
    a, b = sorted((one, other))
    apart = days_apart(a, b)
    if apart > SLACK:
        return None
    x, y = words_of(a.slices), words_of(b.slices)
    if not x.total or not y.total:
        return None
    # What was said on another day is another act; only a whole sentence in the same words tells that a report errs.
    verbatim = bool(apart) and _verbatim(x, y)
    if apart > 1 and not verbatim:
        return None
    who = same_speaker(a, b)
    late = A_DAY if apart and not verbatim else 0.0
    long = _may_run_long(x, y)
    if not long and at_best(x, y, a, b, who, apart=apart) - late < ODDS - ROUNDED:
        return None
    odds = weighed(cheap_signals(x, y, a, b, who, apart=apart)) - late
    if not long and odds + most_hoped(who) < ODDS:
        return None
    odds += weighed(costly_signals(x, y, a, b, who))
    if long and _runs_long(x, y):
        odds = max(odds, BY_ITS_RUN)
    if odds < ODDS or contradict(x, y):
        return None
    return Tie(round(chance(odds), 2), a.id, b.id, _why(x, y, who, apart, quoted=quoted_weight(a, b) >= QUOTATION))


def _may_run_long(x: Words, y: Words) -> bool:
    """Whether so many words follow each other in both that they may do so in one run."""
    least = min(len(x.order), len(y.order))
    return least >= LONG_RUN and len(x.pairs & y.pairs) >= OF_THE_SHORTER * least / 2


def _runs_long(x: Words, y: Words) -> bool:
    """Whether most words of the shorter stand in the other in one long run, whoever is told to have said them."""
    return longest_run(x, y) >= max(LONG_RUN, OF_THE_SHORTER * min(len(x.order), len(y.order)))


def _why(x: Words, y: Words, who: Who, apart: int, *, quoted: bool) -> str:
    like, _, way = likeness(x, y)
    told = {"same": "same speaker", "same side": "same side", "not told": "speaker not told"}
    return ", ".join(
        reason
        for reason in (
            "the same words in quotation marks" if quoted and like < SAME else way,
            told.get(who, "another speaker"),
            f"{apart} days apart" if apart > 1 else "a day apart" if apart else "",
        )
        if reason
    )


def _verbatim(x: Words, y: Words) -> bool:
    """Whether they are nearly the same words, or all the words of the one stand in the other in one run."""
    least = min(len(x.order), len(y.order))
    if least < VERBATIM:
        return False
    like = likeness(x, y)[0]
    run = longest_run(x, y) if like >= HELD else 0
    return run >= VERBATIM and (like >= MOSTLY or run == least)


def alike(one: Wording, other: Wording) -> float:
    """How much two wordings share, whoever said them and when: 0 to 1."""
    return likeness_of(one, other)[0]


def likeness_of(one: Wording, other: Wording) -> tuple[float, float]:
    """How alike two wordings are (0..1), and the weight of the words that they share."""
    like, shared, _ = likeness(words_of(one.slices), words_of(other.slices))
    return like, shared


def whole_likeness(one: Wording, other: Wording) -> float:
    """How alike two wordings are where neither counts as a part of the other: 0 to 1."""
    x, y = words_of(one.slices), words_of(other.slices)
    return 2 * shared_weight(x, y) / (x.total + y.total) if x.total and y.total else 0.0


def run_of(one: Wording, other: Wording) -> int:
    """The most words that stand in both in one run."""
    return longest_run(words_of(one.slices), words_of(other.slices))
