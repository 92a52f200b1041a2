"""What else two reports share, and what it says of two wordings of theirs.

"A drop in the ocean" tells little where both reports speak of water throughout, and much where each says so once. Two
quotations that follow each other in one report are likely told one after the other in the next, too. All that share a
key, of two reports, are looked at together, whichever of the reports came first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from onrecord.collating.utterances.likeness import Words, words_of
from onrecord.collating.utterances.signals import chance
from onrecord.model.utterance import Wording

# Two wordings with lower odds by themselves (as a logarithm) say nothing of others, and nothing else makes them one.
HOPELESS = -1.4
STRONG = 0.62
NEAR = 400  # characters
TELLING = 0.3
MOST_RARE = 4


class Pair(NamedTuple):
    """Two wordings that share a key and may be of one day, and the logarithm of the odds by what the two alone say."""

    a: Wording
    b: Wording
    odds: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of two reports: in how many of their wordings each word stands, and which pairs of wordings are not hopeless."""

    words: Mapping[str, Counter[str]]
    wordings: Mapping[str, int]
    pairs: Sequence[Pair]

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Surroundings:
        """All pairs of the two reports, the hopeless ones among them."""
        every = sorted(pairs)
        said = {one.id: one for pair in every for one in pair[:2]}
        words: dict[str, Counter[str]] = {}
        for one in said.values():
            words.setdefault(one.report, Counter()).update(words_of(one.slices).senses.keys())
        counts = Counter(one.report for one in said.values())
        return cls(words, counts, [pair for pair in every if pair.odds >= HOPELESS])

    def signals(self, pair: Pair, alone: Mapping[str, float]) -> dict[str, float]:
        """Each about 0 to 1; `alone` are the signals of the two wordings by themselves."""
        own = self._own(pair.a, pair.b)
        shared, part = own["own words shared"], own["own words, part"]
        products = {
            "own words, part x shared": part * shared,
            "same speaker x own words": (alone["same speaker x whole"] > 0) * shared,
            "one day x own words": alone["one day"] * shared,
        }
        return own | products | self._beside(pair)

    def _own(self, a: Wording, b: Wording) -> dict[str, float]:
        """What they share of the words that stand in few other wordings of the two reports."""
        x, y = words_of(a.slices), words_of(b.slices)
        in_a, in_b = self.words[a.report], self.words[b.report]
        shared, rare = 0.0, 0
        for sense, weight in x.weights.items():
            if (other := y.weights.get(sense)) is not None:
                shared += min(weight, other) / sqrt(in_a[sense] * in_b[sense])
                rare += weight > TELLING and in_a[sense] == 1 == in_b[sense]
        one, two = _own_weight(x, in_a, in_b), _own_weight(y, in_a, in_b)
        return {
            "own words, whole": 2 * shared / (one + two),
            "own words, part": shared / max(0.01, min(one, two)),
            "own words shared": min(shared, 3.0) / 3.0,
            "words of these two alone": min(rare, MOST_RARE) / MOST_RARE,
        }

    def _beside(self, pair: Pair) -> dict[str, float]:
        """How likely the pairs beside this one are; how many of the lesser report's wordings have one; its rivals."""
        near, rival = 0.0, pair.odds
        strong: dict[str, set[str]] = {}
        for a, b, odds in self.pairs:
            if len({a.id, b.id, pair.a.id, pair.b.id}) < MOST_RARE:
                rival = max(rival, odds)
                continue
            if odds >= STRONG:
                strong.setdefault(a.report, set()).add(a.id)
                strong.setdefault(b.report, set()).add(b.id)
            if _close(pair.a, a, b) and _close(pair.b, a, b):
                near = max(near, chance(odds))
        told = min(map(len, strong.values()), default=0)
        return {
            "tied near by": near,
            "tied elsewhere": told / min(self.wordings.values()),
            "rival": min(4.0, rival - pair.odds) / 4.0,
        }


def _own_weight(words: Words, one: Counter[str], other: Counter[str]) -> float:
    return sum(weight / sqrt(max(1, one[sense]) * max(1, other[sense])) for sense, weight in words.weights.items())


def _close(one: Wording, *others: Wording) -> bool:
    start = one.spans[0].start
    return any(each.report == one.report and abs(each.spans[0].start - start) <= NEAR for each in others)
