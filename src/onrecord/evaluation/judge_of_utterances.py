"""Fits the judge of `collating.utterances.signals` to pairs that people judged, and asks it of stories it has not seen.

Logistic regression by Newton's method, with a penalty on large weights (Hastie, Tibshirani and Friedman 2009, 4.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.collating.utterances.circumstances import days_apart, same_speaker
from onrecord.collating.utterances.judging import ENOUGH, SLACK
from onrecord.collating.utterances.likeness import words_of
from onrecord.collating.utterances.signals import cheap_signals, costly_signals
from onrecord.model.utterance import Wording

PENALTY, ON_THE_FIRST = 0.5, 0.01
STEPS = 12
FOLDS = 10
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """Two wordings, of which texts they are, and whether they are of one act; null where reading has found none."""

    texts: tuple[str, str]
    same: bool
    wordings: tuple[Wording, Wording] | None


def signals_of(one: Wording, other: Wording) -> dict[str, float] | None:
    """Null where no judge is asked: days too far apart, no words."""
    a, b = sorted((one, other))
    x, y = words_of(a.slices), words_of(b.slices)
    apart = days_apart(a, b)
    if apart > SLACK or not x.total or not y.total or a.statement == b.statement:
        return None
    who = same_speaker(a, b)
    return cheap_signals(x, y, a, b, who, apart=apart) | costly_signals(x, y, a, b, who)


def fit(examples: Iterable[Example]) -> dict[str, float]:
    """The weight of each signal."""
    asked = [(found, one.same) for one in examples if one.wordings and (found := signals_of(*one.wordings))]
    names = list(asked[0][0])
    rows = np.array([[found[name] for name in names] for found, _ in asked])
    weights = newton(rows, np.array([float(same) for _, same in asked]))
    return dict(zip(names, weights.tolist(), strict=True))


def newton(
    rows: Floats, same: Floats, penalty: float = PENALTY, *, on_the_first: float = ON_THE_FIRST, steps: int = STEPS
) -> Floats:
    """Rows of signals [n, k], the first of which is always 1, and what is wanted [n], 0 or 1; weights [k].

    `penalty` is on the square of each weight but the first, which has its own.
    """
    penalties = np.full(rows.shape[1], penalty)
    penalties[0] = on_the_first
    weights: Floats = np.zeros(rows.shape[1])
    for _ in range(steps):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - same) + penalties * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(penalties)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def asked_of_unseen(examples: Sequence[Example]) -> Iterator[tuple[bool, bool]]:
    """For each example what is wanted, and what a judge says that was fitted without any text of its story."""
    folds = _folds(examples)
    for fold in range(FOLDS):
        weights = fit(one for one, where in zip(examples, folds, strict=True) if where != fold)
        for one, where in zip(examples, folds, strict=True):
            if where == fold:
                found = signals_of(*one.wordings) if one.wordings else None
                odds = sum(weights[name] * value for name, value in found.items()) if found else -np.inf
                yield one.same, bool(odds >= np.log(ENOUGH / (1 - ENOUGH)))


def _folds(examples: Sequence[Example]) -> list[int]:
    """In which of the folds each example is: that of its first text. Texts that tell of one act are in one fold, the
    largest group of such first.
    """
    group: dict[str, set[str]] = {text: {text} for one in examples for text in one.texts}
    for one in examples:
        if one.same:
            joined = set().union(*(group[text] for text in one.texts))
            group |= dict.fromkeys(joined, joined)
    names = [min(group[one.texts[0]]) for one in examples]
    sizes = [0] * FOLDS
    fold_of: dict[str, int] = {}
    for name in sorted(set(names), key=lambda name: (-names.count(name), name)):
        fold_of[name] = min(range(FOLDS), key=lambda fold: sizes[fold])
        sizes[fold_of[name]] += names.count(name)
    return [fold_of[name] for name in names]
