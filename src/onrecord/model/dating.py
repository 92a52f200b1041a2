"""Days that a report takes from its siblings: what it shares with them, and the belief that follows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """An utterance of a report without a day that another report tells, which has one (`published`, EDTF).

    `score` is that of the weaker of the ties that hold the two there.
    """

    utterance: str
    report: str
    published: str
    score: float


@dataclass(frozen=True, slots=True)
class SiblingDay:
    """ "This report was published then": the rule that judged so, its score and why, and what it was judged by."""

    published: str
    rule: str
    score: float
    why: str
    evidence: tuple[Shared, ...]
