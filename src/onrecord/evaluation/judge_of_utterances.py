"""Fits the judge of `collating.utterances.signals` to pairs that people judged, and asks it of stories it has not seen.

Logistic regression by Newton's method, with a penalty on large weights (Hastie, Tibshirani and Friedman 2009, 4.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.collating.utterances.judging import ODDS, Asked, asked
from onrecord.collating.utterances.signals import SCALE, weighed
from onrecord.collating.utterances.surroundings import Pair, Surroundings
from onrecord.model.utterance import Wording

PENALTY = 0.5
STEPS = 12
FOLDS = 10
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """Two wordings, of which texts they are, and whether they are of one act; null where reading has found none.

    `beside` are all pairs of wordings of the two reports that share a key.
    """

    texts: tuple[str, str]
    same: bool
    wordings: tuple[Wording, Wording] | None
    beside: tuple[tuple[Wording, Wording], ...] = ()


class Judge(NamedTuple):
    """The weight of each signal of two wordings by themselves, and of each with what else their reports share."""

    alone: dict[str, float]
    together: dict[str, float]


class _Question(NamedTuple):
    example: Example
    asked: Asked
    beside: list[Asked]


def fit(examples: Iterable[Example]) -> Judge:
    return _fitted(list(_questions(examples)))


def _questions(examples: Iterable[Example]) -> Iterator[_Question]:
    """The examples of which a judge is asked, with every signal of them and of the pairs beside them."""
    known: dict[tuple[str, str], Asked | None] = {}

    def of(one: Wording, other: Wording) -> Asked | None:
        ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if ids not in known:
            known[ids] = asked(one, other, hopeless=-np.inf)
        return known[ids]

    for example in examples:
        if example.wordings and (found := of(*example.wordings)):
            yield _Question(example, found, [each for pair in example.beside if (each := of(*pair))])


def _fitted(questions: Sequence[_Question]) -> Judge:
    same = np.array([float(one.example.same) for one in questions])
    alone = _weights([one.asked.signals for one in questions], same)
    return Judge(alone, _weights([_together(one, alone) for one in questions], same))


def _together(one: _Question, alone: Mapping[str, float]) -> dict[str, float]:
    """The signals of a pair by itself and with what else the two reports share, where these weights judge the rest."""
    own = _asked_by(one.asked, alone)
    others = {each.pair[:2]: _asked_by(each, alone) for each in one.beside} | {own[:2]: own}
    return one.asked.signals | Surroundings.of(others.values()).signals(own, one.asked.signals)


def _asked_by(one: Asked, alone: Mapping[str, float]) -> Pair:
    return one.pair._replace(odds=weighed(one.signals, alone))


def _weights(signals: Sequence[Mapping[str, float]], same: Floats) -> dict[str, float]:
    names = list(signals[0])
    rows = np.array([[each[name] for name in names] for each in signals])
    return dict(zip(names, _newton(rows, same).tolist(), strict=True))


def _newton(rows: Floats, same: Floats) -> Floats:
    """Rows of signals [n, k], the first of which is always 1, and what is wanted [n], 0 or 1; weights [k]."""
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.01
    weights: Floats = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - same) + penalty * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(penalty)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def as_table(judge: Judge) -> str:
    """A signal a line: its weight by itself, where it has one, and with the rest, in hundredths."""
    alone = {name: str(round(weight * SCALE)) for name, weight in judge.alone.items()}
    return "".join(
        f"{name}\t{alone.get(name, '')}\t{round(weight * SCALE)}\n" for name, weight in judge.together.items()
    )


def asked_of_unseen(examples: Sequence[Example]) -> Iterator[tuple[bool, bool]]:
    """For each example what is wanted, and what a judge says that was fitted without any text of its story."""
    folds = dict(zip(map(id, examples), _folds(examples), strict=True))
    questions = list(_questions(examples))
    odds: dict[int, float] = {}
    for fold in range(FOLDS):
        judge = _fitted([one for one in questions if folds[id(one.example)] != fold])
        for one in questions:
            if folds[id(one.example)] == fold:
                odds[id(one.example)] = weighed(_together(one, judge.alone), judge.together)
    for example in examples:
        yield example.same, odds.get(id(example), -np.inf) >= ODDS


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
