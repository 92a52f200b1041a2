"""What could not be read, and why: one clear line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Bad input. `place` names the file (and line), `cause` what is wrong, `remedy` what would mend it.

    `minor` means that every report was read all the same.
    """

    place: str
    cause: str
    remedy: str | None = None
    minor: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}" + (f" ({self.remedy})" if self.remedy else "")
