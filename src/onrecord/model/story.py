"""Stories: reports that tell of one negotiation, or one affair, each beside an earlier one that it follows."""

from __future__ import annotations

from dataclasses import dataclass

Features = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A report as it is placed in a story: its day (`YYYY-MM-DD`, or null), its outlet, and what it is about.

    `features` are names and words with their weights, the heaviest first; the squares of the weights sum up to 1.
    """

    report: str
    day: str | None
    outlet: str | None
    features: Features


@dataclass(frozen=True, slots=True)
class Follows:
    """ "This report goes on with what that one tells": the earlier report, the score in 0..1, and what they share."""

    report: str
    score: float
    why: str
