"""The order of the stages: sources, reading, record, collating."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from onrecord.model import Fault, Reading, Report
from onrecord.record import Record


class Reader(Protocol):
    """Reads one report. `key` hashes the software's version and its model."""

    @property
    def key(self) -> str: ...

    def __call__(self, report: Report) -> Reading: ...


LoadReader = Callable[[], Reader]
Outcome = Literal["added", "already there", "read again", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one report."""

    outcome: Outcome
    report: str
    path: str | None
    words: int
    statements: int


def read_all(
    reports: Iterable[Report | Fault], *, load_reader: LoadReader, workers: int = 1
) -> Iterator[tuple[Report, Reading] | Fault]:
    """Reads reports and keeps nothing, in the order in which they come."""
    raise NotImplementedError


def add(
    record: Record, reports: Iterable[Report | Fault], *, load_reader: LoadReader, workers: int = 1
) -> Iterator[Done | Fault]:
    """Reads what is new into the record, report by report; each is saved and collated whole, or not at all.

    `reports` is what `sources` makes of the paths. Iterating does the work; whoever stops early keeps what was saved.
    """
    raise NotImplementedError


def reread(
    record: Record, *, load_reader: LoadReader, workers: int = 1, changed_only: bool = False
) -> Iterator[Done | Fault]:
    """Reads recorded reports again: all, or those whose software, model or fields changed since."""
    raise NotImplementedError


def remove(record: Record, reference: str, *, because: str, purge: bool = False) -> Iterator[Done | Fault]:
    """Withdraws the reports that the reference names; `purge` drops their text as well."""
    raise NotImplementedError


def mend(
    record: Record,
    reference: str,
    *,
    load_reader: LoadReader,
    because: str = "corrected by hand",
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Iterator[Done | Fault]:
    """`onrecord set`: corrects what was given, as a judgement; the report keeps its id and is read again."""
    raise NotImplementedError
