"""Coverage: who reported what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

How = Literal["direct", "mixed", "indirect", "not at all"]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one outlet has an utterance; in which reports; `copy_of` is another outlet's report that all of them copy."""

    outlet: str
    how: How
    reports: tuple[str, ...]
    copy_of: str | None = None
