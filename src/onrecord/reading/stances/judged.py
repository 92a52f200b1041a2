"""What judging a statement gives."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import IssueStance, Stance


@dataclass(frozen=True, slots=True)
class Judged:
    """What a statement does: `stance` is the weightiest of `stances`. `confidence` is in 0..1, not calibrated."""

    issues: tuple[str, ...]
    stance: Stance | None
    confidence: float
    stances: tuple[IssueStance, ...]
