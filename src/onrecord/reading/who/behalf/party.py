"""On whose behalf somebody speaks, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """The name of a party, and which words or rule told so."""

    name: str
    told_by: str
    likely: bool = False  # no words tell it
