"""Are two wordings of one act of speaking? Pure: of the two alone, so that no order of reports matters."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

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
    chance,
    cheap_signals,
    costly_signals,
    most_hoped,
    weighed,
    weights,
)
from onrecord.collating.utterances.surroundings import HOPELESS, Pair, Surroundings
from onrecord.model.utterance import Tie, Wording

# The chance from which on two wordings are tied, chosen on pairs that the judge was fitted without, story by story.
ENOUGH = 0.6
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


def ties(fresh: Iterable[Wording], near: Iterable[Wording]) -> list[Tie]:
    """Every tie between a fresh wording and another of the same keys, fresh or near; sorted.

    Of each two reports all that share a key are judged together, so `near` must hold all those of the reports there.
    """
    new = sorted(fresh)
    of_two: dict[tuple[str, str], list[tuple[Wording, Wording]]] = {}
    for one, other in sharing_keys(new, [*new, *near]):
        of_two.setdefault(_pair(one.report, other.report), []).append((one, other))
    return sorted(tie for pairs in of_two.values() for tie in _unrivalled(_judged(pairs)))


def sharing_keys(ones: Iterable[Wording], others: Iterable[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Each two of which one is among the ones, the other among the others, and which share a key; once."""
    by_key: dict[int, list[Wording]] = {}
    for other in others:
        for key in keys(other):
            by_key.setdefault(key, []).append(other)
    seen: set[tuple[str, str]] = set()
    for one in ones:
        for other in (other for key in keys(one) for other in by_key.get(key, ())):
            pair = _pair(one.id, other.id)
            if one.id != other.id and pair not in seen:
                seen.add(pair)
                yield one, other


def compare(one: Wording, other: Wording) -> Tie | None:
    """The tie between two wordings that are all that their reports share; null where they are not of one act."""
    return next(iter(_judged([(one, other)])), None)


class Asked(NamedTuple):
    """A pair that may be of one act: who says the two, days between them at the least, what speaks for it."""

    pair: Pair
    who: Who
    apart: int
    signals: dict[str, float]


def asked(one: Wording, other: Wording, *, hopeless: float = HOPELESS) -> Asked | None:
    """Null where no judge is asked: one statement, days too far apart, nothing said.

    Where the signals sought first leave no hope, the others are not sought.
    """
    if one.statement == other.statement:
        return None
    a, b = sorted((one, other))
    apart = days_apart(a, b)
    if apart > SLACK:
        return None
    x, y = words_of(a.slices), words_of(b.slices)
    if not x.total or not y.total:
        return None
    who = same_speaker(a, b)
    signals = cheap_signals(x, y, a, b, who, apart=apart)
    odds = weighed(signals, weights())
    if odds + most_hoped(who, signals) < hopeless - ROUNDED:
        return Asked(Pair(a, b, odds), who, apart, signals)
    costly = costly_signals(x, y, a, b, who)
    return Asked(Pair(a, b, odds + weighed(costly, weights())), who, apart, signals | costly)


def _judged(pairs: Iterable[tuple[Wording, Wording]]) -> list[Tie]:
    """The ties among pairs of wordings of two reports."""
    every = [found for one, other in pairs if (found := asked(one, other))]
    hopeful = [one for one in every if one.pair.odds >= HOPELESS]
    if not hopeful:
        return []
    around = Surroundings.of(one.pair for one in every)
    return [tie for one in hopeful if (tie := _tie(one, around))]


def _tie(one: Asked, around: Surroundings) -> Tie | None:
    a, b, _ = one.pair
    x, y = words_of(a.slices), words_of(b.slices)
    # What was said on another day is another act; only a whole sentence in the same words tells that a report errs.
    verbatim = bool(one.apart) and _verbatim(x, y)
    if one.apart > 1 and not verbatim:
        return None
    odds = weighed(one.signals | around.signals(one.pair, one.signals), weights(together=True))
    odds -= A_DAY if one.apart and not verbatim else 0.0
    if odds < ODDS or contradict(x, y):
        return None
    why = _why(x, y, one.who, one.apart, quoted=quoted_weight(a, b) >= QUOTATION)
    return Tie(round(chance(odds), 2), a.id, b.id, why)


def _unrivalled(found: Sequence[Tie]) -> Iterator[Tie]:
    """Ties of two reports but for those of a wording that another of the same two fits much better."""
    best: dict[str, float] = {}
    for tie in found:
        for end in (tie.a, tie.b):
            best[end] = max(best.get(end, 0.0), tie.score)
    return (tie for tie in found if max(best[tie.a], best[tie.b]) - tie.score <= RIVAL)


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
