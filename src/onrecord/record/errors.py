"""What can go wrong with the store itself, in one clear line."""

from __future__ import annotations

from onrecord.model import Fault


class ReportRefusedError(Exception):
    """The record is sound, but this one report or its reading does not fit it. Nothing of it was kept."""


class RecordError(Exception):
    """The record cannot be opened, read or written. `fault` names the record, the cause and what mends it."""

    def __init__(self, place: str, cause: str, remedy: str | None = None) -> None:
        self.fault = Fault(place, cause, remedy)
        super().__init__(str(self.fault))
