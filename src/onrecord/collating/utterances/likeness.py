"""What two wordings have in common, word by word: how much of their weight, how much in one run, what in quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import mul

from onrecord.collating.utterances.words import Read, Token, reads, stem, tokens
from onrecord.model.utterance import Wording

LITTLE = 0.75
OTHER_WORD = 0.8
SMALL = 0.15
SAME = 0.97
GOOD_PART = 0.4
DENIALS = frozenset({"not", "never", "no"})
# "He refused to sign" and "he did not sign" deny the same; a sentence with such a word contradicts no denial.
REFUSALS = frozenset(
    stem(word)
    for word in (
        "refuse reject deny without fail neither nor none unable decline rule stop end ban avoid hardly unlikely"
    ).split()
)
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
# Without any of these, or a quotation, a few words only name a thing: "the disarmament of the border camps".
OF_CLAUSES = frozenset("be have do will can may must should shall to that not i we he she it they you who".split())
ORDINALS = frozenset(stem(word) for word in "first second third fourth fifth sixth seventh eighth ninth tenth".split())
# "3,140 sacks" is no round figure; a year, which tells when, is none at all.
SIGNIFICANT = 3
YEAR = re.compile(r"(?:19|20)\d\d")
QUOTED = re.compile(r"(?:[“\"«]|``)(.+?)(?:[”\"»]|''|$)", re.DOTALL)


@dataclass(frozen=True)
class Words:
    """What counts of a wording: how often each sense, and of what weight; by which stems, where others than its own
    stand for it; the stems in order, and two by two as they follow each other (`pairs`). The rest is told when it is
    asked for: most wordings are held against others once, and found unlike by these.
    """

    slices: tuple[str, ...]
    read: tuple[Read, ...]
    senses: dict[str, int]
    others: dict[str, set[str]]
    weights: dict[str, float]
    order: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    total: float

    @cached_property
    def by_stem(self) -> dict[str, float]:
        return {base: weight for _, base, _, weight in self.read}

    @cached_property
    def plain(self) -> dict[str, float]:
        """The senses that are written small, with their weights: no names."""
        return {sense: weight for printed, _, sense, weight in self.read if weight > SMALL and printed[:1].islower()}

    @cached_property
    def names(self) -> frozenset[str]:
        """Those that are not."""
        said = (one for one, each in self.weights.items() if each > SMALL and not one[0].isdigit())
        return frozenset([one for one in said if one not in self.plain])

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset([base for base in self.order if base[0].isdigit()])

    @cached_property
    def exact(self) -> frozenset[str]:
        """The figures that are not round."""
        return frozenset([one for one in self.numbers if _is_exact(one)])

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """ "Twenty seconds" are none, nor are "two thirds"."""
        return frozenset(
            [one.stem for one in self.read if one.stem in ORDINALS and not one.printed.lower().endswith("s")]
        )

    @cached_property
    def denied(self) -> frozenset[str]:
        return _denied([one.sense for one in self.read], self.weights)

    @cached_property
    def quoted(self) -> tuple[tuple[str, ...], ...]:
        return tuple(_stems(part[1]) for text in self.slices for part in QUOTED.finditer(text))

    @cached_property
    def marked(self) -> frozenset[str]:
        """The stems between quotation marks."""
        return frozenset(stem for run in self.quoted for stem in run)

    @cached_property
    def names_only(self) -> bool:
        return OF_CLAUSES.isdisjoint(self.order)


@lru_cache(maxsize=2048)
def words_of(slices: tuple[str, ...]) -> Words:
    every = tuple([read for text in slices for read in reads(text)])
    senses, weights, others = dict[str, int](), dict[str, float](), dict[str, set[str]]()
    order = tuple([base for _, base, _, _ in every])
    for _, base, sense, weight in every:
        if sense not in senses:
            senses[sense], weights[sense] = 1, weight
            if base != sense:
                others[sense] = {base}
        else:
            senses[sense] += 1
            if weight > weights[sense]:
                weights[sense] = weight
            if base != sense or sense in others:
                others.setdefault(sense, {sense}).add(base)
    total = sum(map(mul, weights.values(), senses.values()))
    return Words(slices, every, senses, others, weights, order, frozenset(pairwise(order)), total)


def tokens_of(wording: Wording) -> tuple[Token, ...]:
    return tuple(
        token for span, text in zip(wording.spans, wording.slices, strict=True) for token in tokens(text, span.start)
    )


def length(wording: Wording) -> int:
    """How many words it has."""
    return len(words_of(wording.slices).order)


def telling(words: Words) -> list[str]:
    """The senses that say something, the rarest first; none where all of them together say next to nothing."""
    found = [sense for sense in words.senses if words.weights[sense] > SMALL]
    if sum(words.weights[sense] for sense in found) < LITTLE:
        return []
    return sorted(found, key=lambda sense: (-words.weights[sense], sense))


def shared_weight(x: Words, y: Words) -> float:
    """The weight of the words that stand in both; those that only mean the same count a little less."""
    small, large = (x, y) if len(x.senses) <= len(y.senses) else (y, x)
    counts, weights, ours_in, theirs_in = large.senses, large.weights, small.others, large.others
    shared = 0.0
    for sense, often in small.senses.items():
        if sense in weights:
            ours, theirs, theirs_often = small.weights[sense], weights[sense], counts[sense]
            weight = (often if often < theirs_often else theirs_often) * (ours if ours < theirs else theirs)
            if (sense in ours_in or sense in theirs_in) and _in_other_words(small, large, sense):
                weight *= OTHER_WORD
            shared += weight
    return shared


def _in_other_words(x: Words, y: Words, sense: str) -> bool:
    """Whether no one word stands for the sense in both."""
    return x.others.get(sense, {sense}).isdisjoint(y.others.get(sense, {sense}))


def likeness(x: Words, y: Words) -> tuple[float, float, str]:
    """How alike two wordings are (0..1), the weight of what they share, and in which way."""
    if not x.total or not y.total:
        return 0.0, 0.0, ""
    if x is y:
        return 1.0, x.total, "same words"
    shared = shared_weight(x, y)
    whole = 2 * shared / (x.total + y.total)
    part = shared / min(x.total, y.total)
    if whole >= SAME:
        return min(whole, 1.0), shared, "same words"
    # What is shortened keeps its words: all of a short wording stands in the long one, and not scattered.
    if part - 0.12 > whole and shared >= LITTLE:
        run = longest_run(x, y)
        held = part - 0.2 - 0.1 * (run < 3) + 0.08 * (run >= 4)
        if held > whole:
            return min(held, 0.95), shared, "one holds the other"
    return whole, shared, "nearly the same words" if whole >= 0.8 else "most words the same"


def longest_run(x: Words, y: Words) -> int:
    """The most words that stand in both in one run."""
    return len(x.order) if x.order == y.order else _run_in_both(x.order, y.order)[1]


def _run_in_both(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """At which word of the one the longest run begins that stands in the other too, the first of several, and how many
    words it has. Each word goes as one character, so that runs are looked for as strings are.
    """
    codes = {word: chr(number) for number, word in enumerate({*one} & {*other}, 2)}
    ours, theirs = "".join([codes.get(word, "\0") for word in one]), "".join([codes.get(word, "\1") for word in other])
    at = most = 0
    for start in range(len(ours)):
        while start + most < len(ours) and ours[start : start + most + 1] in theirs:
            at, most = start, most + 1
    return at, most


def quoted_weight(a: Wording, b: Wording) -> float:
    """The weight of the words that both have in quotation marks in one run, if they are two: "a drop in the ocean".

    A run that is but a small part of both counts for nothing: any two sentences may name "the Harbour Board".
    """
    x, y = words_of(a.slices), words_of(b.slices)
    ours = [_stems(text) for text in a.slices] if a.kind == "direct" else x.quoted
    theirs = [_stems(text) for text in b.slices] if b.kind == "direct" else y.quoted
    best = 0.0
    for one in ours:
        for two in theirs:
            at, most = _run_in_both(one, two)
            if most > 1 and most >= GOOD_PART * min(len(one), len(two)):
                best = max(best, sum(x.by_stem.get(word, 0.0) for word in one[at : at + most]))
    return best


def quoted_in_common(a: Wording, b: Wording) -> tuple[float, float]:
    """The weight of the words that both have in quotation marks, in whatever order; and which share that is of the
    lesser of the two. A single one may tell: both reports have that it was "abominable".
    """
    x, y = words_of(a.slices), words_of(b.slices)
    ours = frozenset(x.order) if a.kind == "direct" else x.marked
    theirs = frozenset(y.order) if b.kind == "direct" else y.marked
    if not ours or not theirs:
        return 0.0, 0.0
    shared = sum(x.by_stem.get(word, 0.0) for word in ours & theirs)
    least = min(sum(x.by_stem.get(word, 0.0) for word in ours), sum(y.by_stem.get(word, 0.0) for word in theirs))
    return shared, shared / least if least else 0.0


def contradict(x: Words, y: Words) -> bool:
    """Whether one denies what the other says, or they count two things: "A second man was charged" and "A third man was
    charged", the dead of one day and of the next. "... which was not open to boats" at an end denies nothing else.

    A sentence that denies or refuses anything may deny the same in other words. Of 394 pairs that were judged to be of
    one act and tied, none has other exact figures or ordinals in each, and none of them in common; of 30 that were tied
    and are not, three have.
    """
    return _denies(x, y) or _denies(y, x) or _differ(x.exact, y.exact) or _differ(x.ordinals, y.ordinals)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _is_exact(number: str) -> bool:
    digits = number.rstrip("%").replace(".", "").strip("0")
    return len(digits) >= SIGNIFICANT and YEAR.fullmatch(number) is None


def _denies(x: Words, y: Words) -> bool:
    if not x.denied or y.denied or any(word in REFUSALS for word in y.order):
        return False
    return any(sense in y.senses for sense in x.denied)


def _stems(text: str) -> tuple[str, ...]:
    """The words of a quotation; what stands in square brackets is the editor's."""
    return tuple(read.stem for read in reads(IN_BRACKETS.sub(" ", text)))


def _denied(senses: Sequence[str], weights: Mapping[str, float]) -> frozenset[str]:
    """What is denied: the next word that says something."""
    if DENIALS.isdisjoint(weights):
        return frozenset()
    after = (senses[at + 1 :] for at, sense in enumerate(senses) if sense in DENIALS)
    denied = (next((one for one in rest if weights[one] > SMALL), None) for rest in after)
    return frozenset(one for one in denied if one is not None)
