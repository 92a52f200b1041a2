"""Small trained tables as they ship: a name, a tab and its weight in hundredths a line.

Lines that begin with "# " are remarks. The scorers that use one, and what fits them, stand in their own rooms.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

SCALE = 100.0
BIAS = "(always)"
Weights = Mapping[str, float]


def from_table(text: str) -> dict[str, float]:
    """The weights of a table. Raises ValueError for a line of another form."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("# ")]
    return {name: int(weight) / SCALE for name, weight in lines}


def as_table(weights: Weights) -> str:
    """The lines of a table, by name, each weight rounded to hundredths."""
    return "".join(f"{name}\t{round(weight * SCALE)}\n" for name, weight in sorted(weights.items()))


def odds_of(found: Iterable[str], weights: Weights) -> float:
    """The log-odds that the marks found speak for, those that are not known aside; the same in any order."""
    return weights[BIAS] + sum(sorted(weights[mark] for mark in found if mark in weights))


def chance_of(found: Iterable[str], weights: Weights) -> float:
    """The chance, in 0..1, that the marks found speak for: a logistic score."""
    return 1 / (1 + math.exp(-odds_of(found, weights)))


@cache
def shipped(package: str, file: str) -> dict[str, float]:
    """The weights of a file that ships in the package of that name."""
    return from_table(_text(package, file))


@cache
def key_of(package: str, file: str) -> str:
    """A hash of such a file, which a reading's key takes in."""
    return hashlib.sha256(_text(package, file).encode()).hexdigest()[:16]


def _text(package: str, file: str) -> str:
    return resources.files(package).joinpath(file).read_text(encoding="utf-8")
