"""Fits the weights of stances to labelled statements: multinomial logistic regression, by numpy alone.

`python -m training.stances` fits those that ship; `onrecord evaluate positions` fits them anew without each
negotiation in turn, to tell how well they judge one that they have not seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.model import Stance
from onrecord.reading.stances.features import stem
from onrecord.reading.stances.weights import BIAS, CHOICES, SCALE, Floats, Weights

Doubles = npt.NDArray[np.float64]

DECAY = 30.0  # of 16 and 30, chosen by six negotiations held out, whose figure it flatters a little
RARITY = 0.5  # how far rare stances weigh more: the square root of how much rarer than the most frequent
LEAST = 3  # statements, and negotiations, in which a feature must stand
STEPS, PACE = 250, 0.05
MOSTLY = 0.5  # the share of a stem's words that are written small; a name's hardly ever are
SLIGHT = 2  # hundredths; a feature that never says more is left out
LEXICAL = ("c:", "w:", "f:", "v:")
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled statement: its features, its stance (or none), and whose negotiation it belongs to."""

    features: frozenset[str]
    stance: Stance | None
    negotiation: str


def common_stems(texts: Iterable[str]) -> frozenset[str]:
    """Stems of words that are mostly written small: no weight may hang on who is named."""
    every: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            base = stem(word.lower())
            every[base] += 1
            small[base] += word.islower()
    return frozenset(base for base, count in every.items() if small[base] >= MOSTLY * count)


def fit(examples: Sequence[Example], stems: frozenset[str]) -> Weights:
    """Weights for the features that stand in enough statements of enough negotiations."""
    names = [BIAS, *_usable(examples, stems)]
    table = {name: at for at, name in enumerate(names)}
    inside = [sorted(table[f] for f in (BIAS, *one.features) if f in table) for one in examples]
    rows = _descend(inside, np.array([CHOICES.index(one.stance) for one in examples]), len(names))
    kept = [at for at, row in enumerate(rows) if at == 0 or np.abs(row).max() * SCALE > SLIGHT]
    rounded: Floats = (np.round(rows[kept] * SCALE) / SCALE).astype(np.float32)
    return Weights({names[old]: new for new, old in enumerate(kept)}, rounded)


def _usable(examples: Sequence[Example], stems: frozenset[str]) -> list[str]:
    count: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for feature in one.features:
            count[feature] += 1
            where[feature].add(one.negotiation)
    return sorted(
        feature
        for feature, times in count.items()
        if times >= LEAST
        and len(where[feature]) >= LEAST
        and (not feature.startswith(LEXICAL) or feature[2:].split(":")[0] in stems)
    )


def _descend(inside: Sequence[Sequence[int]], labels: npt.NDArray[np.int64], size: int) -> Doubles:
    """Full-batch Adam (Kingma and Ba 2015). Deterministic. [size, choices]"""
    columns = np.concatenate([np.array(one) for one in inside])
    lengths = np.array([len(one) for one in inside])
    starts, owner = np.concatenate([[0], lengths.cumsum()[:-1]]), np.repeat(np.arange(len(inside)), lengths)
    counts = np.bincount(labels, minlength=len(CHOICES))
    heavy = (counts.max() / np.maximum(counts, 1)) ** RARITY
    weight = heavy[labels][:, None]
    weights = np.zeros((size, len(CHOICES)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    truth = np.eye(len(CHOICES))[labels]
    for step in range(1, STEPS + 1):
        scores = np.add.reduceat(weights[columns], starts, axis=0)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        wrong = ((chances - truth) * weight)[owner]
        summed = np.stack([np.bincount(columns, wrong[:, k], size) for k in range(len(CHOICES))], axis=1)
        slope: Doubles = summed + DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        pace = PACE * (1 - step / (STEPS + 1))
        weights -= pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights
