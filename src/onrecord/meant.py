"""Which report is meant by a name: one in the record, or what lies at a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import Fault, Report

if TYPE_CHECKING:
    from onrecord.record import Record


class UnreadableError(ValueError):
    """A report could not be read. `fault` names the place, the cause and what mends it."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def report_named(record: Record, reference: str) -> Report:
    """The one report that an id, the start of one or a path names: in the record, or else a file. UnreadableError."""
    found = record.find(reference)
    loaded = record.load(found[0]) if len(found) == 1 else None
    if loaded is not None:
        return loaded.report
    if len(found) > 1:
        raise UnreadableError(Fault(reference, f"{len(found)} reports go by that", f"name one: {', '.join(found[:3])}"))
    read = [one for one in reports_at([reference]) if isinstance(one, Report) or not one.minor]
    if len(read) == 1 and isinstance(read[0], Report):
        return read[0]
    fault = next((one for one in read if isinstance(one, Fault)), None)
    raise UnreadableError(fault or Fault(reference, f"{len(read)} reports in it", "name the one that is meant"))


def reports_at(paths: Iterable[str | Path]) -> Iterator[Report | Fault]:
    from onrecord.sources import reports

    return reports([str(path) for path in paths])
