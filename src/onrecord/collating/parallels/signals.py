"""What speaks for two sentences telling one thing, in figures; and the trained judge of them.

The judge is a logistic regression. Its weights lie in `judge.tsv`, a signal a line in hundredths, made by
`python -m training.parallels` from pairs that a reader judged (docs/annotation/parallels.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from onrecord.collating.parallels.sentences import SMALL, Sentence, Words
from onrecord.collating.utterances.words import Token
from onrecord.model import weights as tables
from onrecord.model.weights import Weights

LONG_RUN = 10.0
HOLDS = 0.3
MOST_IN_A_SLOT = 5


class Slot(NamedTuple):
    """What either has where the other has something else, between words that both have."""

    ours: Sequence[Token]
    theirs: Sequence[Token]


def slots(x: Words, y: Words) -> list[Slot]:
    """All that stands in either, a few words long, between words that stand in both."""
    return _slots(x, y, _blocks(x, y))


def _blocks(x: Words, y: Words) -> list[tuple[int, int, int]]:
    found = SequenceMatcher(None, x.order, y.order, autojunk=False).get_matching_blocks()
    return [(one.a, one.b, one.size) for one in found if one.size]


def _slots(x: Words, y: Words, blocks: Sequence[tuple[int, int, int]]) -> list[Slot]:
    held = [one for one in blocks if one[2] > 1 or any(word.weight >= HOLDS for word in x.tokens[one[0] : one[0] + 1])]
    found = []
    for (i, j, size), (k, m, _) in pairwise(held):
        ours, theirs = x.tokens[i + size : k], y.tokens[j + size : m]
        if ours and theirs and max(len(ours), len(theirs)) <= MOST_IN_A_SLOT:
            found.append(Slot(ours, theirs))
    return found


def aligned(x: Words, y: Words) -> float:
    """How much of the shorter stands in the other, word by word in its order."""
    return sum(size for _, _, size in _blocks(x, y)) / max(1, min(len(x.order), len(y.order)))


def shared_weight(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    return sum(min(x[sense], y[sense]) for sense in x.keys() & y.keys())


def likeness(x: Words, y: Words) -> float:
    """The share of the words that stand in both, by weight (Dice)."""
    return 2 * shared_weight(x.weights, y.weights) / max(1e-9, x.total + y.total)


def signals(a: Sentence, b: Sentence, x: Words, y: Words, margin: float, seldom: frozenset[str]) -> dict[str, float]:
    """Each about 0 to 1. `margin` is by how much they are more alike than either and the next best sentence of the
    other's report; below 0, they are not the best. `seldom` are the senses that but two sentences of the story have.
    """
    both = x.weights.keys() & y.weights.keys()
    shared = shared_weight(x.weights, y.weights)
    blocks = _blocks(x, y)
    length = max(1, min(len(x.order), len(y.order)))
    crossed = _only(x.near, y.weights, x.weights) + _only(y.near, x.weights, y.weights)
    return {
        "always": 1.0,
        "whole": 2 * shared / max(1e-9, x.total + y.total),
        "part": shared / max(1e-9, min(x.total, y.total)),
        "shared": min(shared, 5.0) / 5.0,
        "best word": max((min(x.weights[one], y.weights[one]) for one in both if one not in x.names), default=0.0),
        "figures shared": min(len(x.numbers & y.numbers), 2) / 2.0,
        "margin": max(-0.5, min(margin, 0.5)),
        "slots": min(len(_slots(x, y, blocks)), 4) / 4.0,
        "run": min(max((size for _, _, size in blocks), default=0), LONG_RUN) / LONG_RUN,
        "aligned": sum(size for _, _, size in blocks) / length,
        "pairs of words": 2 * len(x.pairs & y.pairs) / max(1, len(x.pairs) + len(y.pairs)),
        "beside": 2 * shared_weight(x.near, y.near) / max(1e-9, sum(x.near.values()) + sum(y.near.values())),
        "crossed": min(crossed, 3.0) / 3.0,
        "seldom": min(sum(one in seldom and x.weights[one] >= SMALL for one in both), 3) / 3.0,
        "same speaker": float(not a.said_by.isdisjoint(b.said_by)),
        "first name": float(x.first_name is not None and x.first_name == y.first_name),
        "other names": float(bool(x.names - y.names) and bool(y.names - x.names)),
        "other force": min(len(x.force ^ y.force), 3) / 3.0,
        "both say": float(x.says and y.says),
        "both quote": float(x.is_quoted and y.is_quoted),
    }


def _only(near: Mapping[str, float], other: Mapping[str, float], own: Mapping[str, float]) -> float:
    """The weight of what the other has, and not this one itself but a sentence beside it."""
    return sum(min(near[one], other[one]) for one in near.keys() & other.keys() if one not in own)


def weights() -> Weights:
    """The weight of each signal."""
    return tables.shipped("onrecord.collating.parallels", "judge.tsv")


def chance(found: Mapping[str, float]) -> float:
    """The chance, in 0..1, that a reader finds one thing told in both."""
    known = weights()
    return 1.0 / (1.0 + math.exp(-sum(known[name] * value for name, value in found.items())))
