"""What the commands work on: the record, the reports at the paths, and the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import typer

from onrecord.cli.output import SKIPPED, say_fault
from onrecord.model import Fault, Report

if TYPE_CHECKING:
    from onrecord.pipeline import LoadReader
    from onrecord.record import Record


@contextmanager
def opened(target: str, *, create: bool = False) -> Iterator[Record]:
    """The record, open; what is wrong with it is said in one line, and the command leaves with 1."""
    from onrecord.record import RecordError, open_record

    try:
        with open_record(target, create=create) as record:
            yield record
    except RecordError as error:
        say_fault(error.fault)
        raise typer.Exit(SKIPPED) from None


def gathered(paths: Iterable[str], megabytes: float) -> Iterator[Report | Fault]:
    """What the sources make of the paths; a text of more megabytes is refused."""
    from onrecord.sources import Limits, reports

    return reports(paths, limits=Limits(text_bytes=int(megabytes * 1_000_000)))


def reader_with(codebook: str) -> LoadReader:
    """How a process gets its reader: the shipped model, and the codebook."""
    from onrecord.reading.reader import load

    return partial(load, codebook)
