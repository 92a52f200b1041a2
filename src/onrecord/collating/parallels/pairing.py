"""Which sentences of two reports of one story tell one thing. Pure; the reports come in order of time.

Candidates share words that say something in the story; a trained judge tells how likely they tell one thing; and a
sentence is laid beside one of each other report, the likeliest pair first.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.collating.parallels.sentences import Sentence, Words, words_in
from onrecord.collating.parallels.signals import chance, likeness, shared_weight, signals
from onrecord.model.edtf import day_of

# From this chance on two sentences are told as one thing; docs/annotation/parallels.md says on what it was chosen.
ENOUGH = 0.75
LEAST_LIKE, LEAST_SHARED = 0.18, 0.7
LEAST_WORD, MOST_SENTENCES = 0.2, 40
MOST_DAYS = 4
# So many reports before it a report is held beside: a long story costs no more for each of its reports.
MOST_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two sentences of two reports that tell one thing, and how likely that is."""

    one: Sentence
    other: Sentence
    chance: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A story's sentences, their words, and how alike those are that may tell one thing.

    `best` has for each sentence how alike it is to those of each other report, the least first; `seldom` the words
    that but two sentences have.
    """

    words: Mapping[Sentence, Words]
    like: Mapping[tuple[Sentence, Sentence], float]
    best: Mapping[tuple[Sentence, str], list[float]]
    seldom: frozenset[str]

    @classmethod
    def of(cls, story: Sequence[Sequence[Sentence]]) -> Laid:
        """By report, in order of time."""
        words = words_in(story)
        like = dict(_candidates(story, words))
        best: dict[tuple[Sentence, str], list[float]] = {}
        for (one, other), each in like.items():
            insort(best.setdefault((one, other.report), []), each)
            insort(best.setdefault((other, one.report), []), each)
        often = Counter(one for its in words.values() for one in its.weights)
        return cls(words, like, best, frozenset(one for one, count in often.items() if count == 2))

    def signals(self, one: Sentence, other: Sentence) -> dict[str, float] | None:
        """What speaks for two sentences telling one thing; null where they are no candidates."""
        if (one, other) not in self.like:
            one, other = other, one
        like = self.like.get((one, other))
        if like is None:
            return None
        margin = min(_margin(self.best[one, other.report], like), _margin(self.best[other, one.report], like))
        return signals(one, other, self.words[one], self.words[other], margin, self.seldom)

    def chance(self, one: Sentence, other: Sentence) -> float:
        """How likely two sentences tell one thing; no candidates hardly do."""
        found = self.signals(one, other)
        return chance(found) if found else 0.0

    def judged(self) -> Iterator[Parallel]:
        """Each pair of candidates, with the chance."""
        for one, other in self.like:
            if found := self.signals(one, other):
                yield Parallel(one, other, chance(found))


def _margin(every: Sequence[float], like: float) -> float:
    """By how much it is above the next, or below the best."""
    if like < every[-1]:
        return like - every[-1]
    return like - (every[-2] if len(every) > 1 else 0.0)


def parallels(laid: Laid, enough: float = ENOUGH) -> list[Parallel]:
    """The pairs that tell one thing, the likeliest first; a sentence stands with one of each other report."""
    judged = [one for one in laid.judged() if one.chance >= enough]
    taken: set[tuple[Sentence, str]] = set()
    found = []
    for pair in sorted(judged, key=_order):
        ends = {(pair.one, pair.other.report), (pair.other, pair.one.report)}
        if taken.isdisjoint(ends):
            taken |= ends
            found.append(pair)
    return found


def _order(pair: Parallel) -> tuple[float, str, int, str, int]:
    return -pair.chance, pair.one.report, pair.one.span.start, pair.other.report, pair.other.span.start


def _candidates(
    story: Sequence[Sequence[Sentence]], words: Mapping[Sentence, Words]
) -> Iterator[tuple[tuple[Sentence, Sentence], float]]:
    beside = dict(_beside(story))
    holding: dict[str, list[Sentence]] = {}
    for one, its in words.items():
        for sense, weight in its.weights.items():
            if weight >= LEAST_WORD:
                holding.setdefault(sense, []).append(one)
    pairs = {
        (one, other)
        for those in holding.values()
        if len(those) <= MOST_SENTENCES
        for at, other in enumerate(those)
        for one in those[:at]
        if one.report in beside[other.report]
    }
    for one, other in sorted(pairs, key=lambda pair: (pair[0].report, pair[0].span, pair[1].report, pair[1].span)):
        x, y = words[one], words[other]
        like = likeness(x, y)
        if like >= LEAST_LIKE and shared_weight(x.weights, y.weights) >= LEAST_SHARED:
            yield (one, other), like


def _beside(story: Sequence[Sequence[Sentence]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each report, and those before it that it is held beside."""
    told = [report[0] for report in story if report]
    for at, one in enumerate(told):
        before = [other.report for other in told[:at] if _days_apart(one, other) <= MOST_DAYS]
        yield one.report, frozenset(before[-MOST_BESIDE:])


def _days_apart(one: Sentence, other: Sentence) -> int:
    first, second = day_of(one.day), day_of(other.day)
    return 0 if first is None or second is None else abs((first - second).days)
