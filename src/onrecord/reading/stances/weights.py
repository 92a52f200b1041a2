"""What each feature says for each stance: a trained linear classifier, kept as a table that one can read.

`weights.tsv` is made by `python -m training.stances`: a feature and nine weights a line, in hundredths, first that of
no stance at all. docs/models/stances.md is its card.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import get_args

import numpy as np
import numpy.typing as npt

from onrecord.model import Stance

Floats = npt.NDArray[np.float32]

CHOICES: tuple[Stance | None, ...] = (None, *get_args(Stance))
SCALE = 100.0
HEARD = 0.5  # how much the network's opinion counts beside the weights', chosen on two of the negotiations held out
LESS = 0.67  # of the chance of none, what counts
BIAS = "(always)"


class Weights:
    """Scores features. `table` maps a feature to its row of `rows` [features, 9]."""

    def __init__(self, table: dict[str, int], rows: Floats) -> None:
        self.table = table
        self.rows = rows

    def chances(self, features: Iterable[str]) -> Floats:
        """The chance of each of `CHOICES`: [9], the sum is one."""
        known = sorted(self.table[feature] for feature in (BIAS, *features) if feature in self.table)
        scores = self.rows[known].sum(axis=0)
        raised = np.exp(scores - scores.max())
        chances: Floats = raised / raised.sum()
        return chances

    @property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return hashlib.sha256(as_table(self).encode()).hexdigest()[:16]


def mixed(chances: Floats, heard: Floats | None) -> Floats:
    """The chances [9] of the weights, mixed with the log-chances of the network where there are any."""
    if heard is None:
        return chances
    scores = (1 - HEARD) * np.log(np.maximum(chances, 1e-9)) + HEARD * heard
    raised = np.exp(scores - scores.max())
    both: Floats = raised / raised.sum()
    return both


def tilted(chances: Floats) -> Floats:
    """The chances [9] where none counts for less: most labels are none, and a missed stance is missed for good."""
    told = chances.copy()
    told[0] *= LESS
    out: Floats = told / told.sum()
    return out


def as_table(weights: Weights) -> str:
    lines = []
    for feature, row in sorted(weights.table.items()):
        lines.append("\t".join([feature, *(str(round(float(w) * SCALE)) for w in weights.rows[row])]))
    return "\n".join(lines) + "\n"


def from_table(text: str) -> Weights:
    """The weights that `as_table` wrote; lines that begin with "# " are remarks."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("# ")]
    rows = np.array([[int(w) for w in line[1:]] for line in lines], np.float32) / np.float32(SCALE)
    return Weights({line[0]: at for at, line in enumerate(lines)}, rows.reshape(-1, len(CHOICES)))


@cache
def shipped() -> Weights:
    """The weights that ship in the package."""
    return from_table(resources.files("onrecord.reading.stances").joinpath("weights.tsv").read_text(encoding="utf-8"))
