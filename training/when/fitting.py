"""Fitting the scorer of days: a conditional logit over each statement's candidates and "none", with a prior."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.reading.when.candidates import Candidate
from onrecord.reading.when.choosing import Pick, Weights, best
from onrecord.reading.when.telling import SaidOn, Told
from training.when.labels import Labelled

Doubles = npt.NDArray[np.float64]

# Chosen by eight folds over the labelled reports.
PRIOR, FEWEST, ROUNDS, STEPS = 4.0, 8, 3, 150
BEYOND = 0.3  # weight of one that is told where no candidate is: "none" is right, but less surely
FIRST_RATE, LAST_RATE = 0.08, 0.01


@dataclass(frozen=True)
class Case:
    """One statement: its candidates, which of them is right (null: none of them), and what it weighs."""

    candidates: list[Candidate]
    right: int | None
    weight: float


@dataclass
class Figures:
    """`told` statements whose day the report tells: of these `right` and `missing`; `extra` among those `untold`, of
    which `about` are approximate."""

    told: int = 0
    right: int = 0
    missing: int = 0
    untold: int = 0
    extra: int = 0
    about: int = 0

    def __str__(self) -> str:
        wrong = self.told - self.right - self.missing
        given = self.right + wrong + self.extra
        return (
            f"right {self.right / self.told:.3f} of {self.told} told, precision {self.right / given:.3f}, "
            f"missing {self.missing}, wrong {wrong}, extra {self.extra} of {self.untold}, {self.about} approximate"
        )


@dataclass
class Taught:
    """Picks as `pick` does, and keeps what there was to choose from."""

    report: Labelled
    pick: Pick
    cases: list[Case] = field(default_factory=list)

    def __call__(self, one: Told, candidates: list[Candidate]) -> SaidOn:
        if one.place in self.report.days:
            self.cases.append(_case(candidates, self.report.days[one.place]))
        return self.pick(one, candidates)


def rules_alone(one: Told, _candidates: list[Candidate]) -> SaidOn:
    return one.said


def fitted(some: Sequence[Labelled]) -> Weights:
    """Weights in hundredths. What was decided before is a feature, so each round goes by the last one's decisions."""
    weights: Weights = {}
    for turn in range(ROUNDS):
        pick = best(weights) if turn else rules_alone
        cases: list[Case] = []
        for report in some:
            taught = Taught(report, pick)
            report.when(taught)
            cases += taught.cases
        weights = _fit([case for case in cases if case.candidates])
    return weights


def measure(some: Iterable[Labelled], pick: Pick, figures: Figures | None = None) -> Figures:
    figures = figures or Figures()
    for report in some:
        given = report.when(pick)
        for place, day in report.days.items():
            value = given[place][0]
            figures.told += day is not None
            figures.untold += day is None
            figures.extra += day is None and value is not None
            figures.about += day is None and value is not None and value.endswith("~")
            figures.missing += day is not None and value is None
            figures.right += day is not None and _same(value, day)
    return figures


def _case(candidates: list[Candidate], day: str | None) -> Case:
    if day is None:
        return Case(candidates, None, 1.0)
    right = next((place for place, one in enumerate(candidates) if _same(one.said[0], day)), None)
    return Case(candidates, right, BEYOND if right is None else 1.0)


def _same(value: str | None, day: str) -> bool:
    return value is not None and value.rstrip("~") == day.rstrip("~")


def _fit(cases: Sequence[Case]) -> Weights:
    """Gradient descent (Adam), from nothing, with a fixed number of steps: the same cases give the same weights."""
    counts = Counter(feature for case in cases for feature in {f for one in case.candidates for f in one.features})
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    x, owner, right = _laid_out(cases, {name: place for place, name in enumerate(names)})
    weight = np.array([case.weight for case in cases])
    found, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = x.T @ ((right - _chances(x @ found, owner, len(cases))) * weight[owner]) - PRIOR * found
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        rate = FIRST_RATE if step < 0.7 * STEPS else LAST_RATE
        found += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: hundredths for name, w in zip(names, found, strict=True) if (hundredths := round(100 * float(w)))}


def _laid_out(cases: Sequence[Case], places: dict[str, int]) -> tuple[Doubles, npt.NDArray[np.intp], Doubles]:
    """One row a candidate [rows x features], the case of each, and 1 where it is the right one."""
    rows = [(number, place, one) for number, case in enumerate(cases) for place, one in enumerate(case.candidates)]
    x = np.zeros((len(rows), len(places)))
    for row, (_, _, one) in enumerate(rows):
        x[row, [places[feature] for feature in one.features if feature in places]] = 1
    owner = np.array([number for number, _, _ in rows], np.intp)
    right = np.array([float(cases[number].right == place) for number, place, _ in rows])
    return x, owner, right


def _chances(scores: Doubles, owner: npt.NDArray[np.intp], count: int) -> Doubles:
    """Of each candidate, beside the others of its case and "none", which scores 0."""
    most = np.zeros(count)
    np.maximum.at(most, owner, scores)
    odds = np.exp(scores - most[owner])
    every = np.exp(-most) + np.bincount(owner, odds, count)
    chances: Doubles = odds / every[owner]
    return chances
