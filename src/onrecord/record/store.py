"""The record: opened once, asked by filters, written one report at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from onrecord.model import Reading
from onrecord.record.rows import (
    EVERYTHING,
    ActorRow,
    Counts,
    Filter,
    Loaded,
    ReportRow,
    SpeakerCount,
    StatementRow,
    TimelineRow,
)


def open_record(target: str | Path, *, create: bool = False) -> Record:
    """The record at a path or URL; `create` makes it where there is none. Raises RecordError."""
    raise NotImplementedError


class Record:
    """Everything that was read, in one store. Iterators stream, in an order that depends on the content alone."""

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        raise NotImplementedError

    def reports(self, wanted: Filter = EVERYTHING, *, withdrawn: bool = False) -> Iterator[ReportRow]:
        """Reports by published day (those without one first), then id."""
        raise NotImplementedError

    def statements(self, wanted: Filter = EVERYTHING) -> Iterator[StatementRow]:
        """Statements by their report's published day, then report, then place in the text."""
        raise NotImplementedError

    def actors(self, wanted: Filter = EVERYTHING) -> Iterator[ActorRow]:
        """Actors, those with most statements first, then by name."""
        raise NotImplementedError

    def timeline(self, wanted: Filter = EVERYTHING) -> Iterator[TimelineRow]:
        """Dated statements by day."""
        raise NotImplementedError

    def speakers(self, wanted: Filter = EVERYTHING) -> Iterator[SpeakerCount]:
        """Who speaks, on whose behalf, how often; most statements first."""
        raise NotImplementedError

    def counts(self) -> Counts:
        raise NotImplementedError

    def find(self, reference: str) -> tuple[str, ...]:
        """Ids of the reports that an id, the start of one, or a path (or the end of one) names."""
        raise NotImplementedError

    def load(self, report_id: str) -> Loaded | None:
        """The whole report, as reading takes it."""
        raise NotImplementedError

    def text(self, report_id: str) -> str:
        """The report's text. Raises KeyError."""
        raise NotImplementedError

    def reading(self, report_id: str) -> Reading | None:
        """The reading as it was read, or null where the report is unread or withdrawn."""
        raise NotImplementedError

    def check(self) -> Iterator[str]:
        """One line for each fault found; nothing when all is well."""
        raise NotImplementedError
