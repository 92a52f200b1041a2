"""For whom an actor speaks from day to day: what reports tell, and the belief that follows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class ToldParty:
    """How many reports of a day (`2025-03-13`) tell that an actor speaks for a party."""

    day: str
    party: str
    reports: int


@dataclass(frozen=True, slots=True, order=True)
class HeldParty:
    """ "From this day to that one he spoke for them": who judged so, with what score, why and when.

    `first` and `last` are days, both included; `0001-01-01` and `9999-12-31` where nothing bounds them. `judged` marks
    what a person said, which overrides what statements tell of themselves; then `judge` is that person, and
    `judged_at` ISO 8601 in UTC. `party` is null where a person said that he spoke for nobody.
    """

    first: str
    last: str
    party: str | None
    judged: bool
    judge: str
    score: float
    why: str
    judged_at: str | None = None
