"""`onrecord read`: reports in, one line per report out, nothing kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import gathered, reader_with
from onrecord.cli.options import (
    DEFAULT_CODEBOOK,
    HOW,
    MOST_MEGABYTES,
    Codebook,
    Format,
    FormatOption,
    MaxSize,
    Paths,
    Quiet,
    Workers,
)
from onrecord.cli.output import SKIPPED, counting, say_fault, show
from onrecord.model import Fault
from onrecord.model.jsonform import report_line
from onrecord.views.harmless import json_line
from onrecord.views.shapes import Shown
from onrecord.views.tables import STATEMENTS

if TYPE_CHECKING:
    from onrecord.model import Reading, Report


class Text(StrEnum):
    auto = "auto"
    always = "always"
    never = "never"


STANDARD_INPUT = "-"
WITH_TEXT = {Text.auto: None, Text.always: True, Text.never: False}


@dataclass(frozen=True)
class ReadOptions:
    paths: Paths
    format: FormatOption = Format.jsonl
    text: Annotated[
        Text,
        typer.Option(help="Print the text: always, never, or (auto) where no file is it.", rich_help_panel=HOW),
    ] = Text.auto
    workers: Workers = 1
    codebook: Codebook = DEFAULT_CODEBOOK
    max_size: MaxSize = MOST_MEGABYTES
    quiet: Quiet = False


def read(options: ReadOptions) -> None:
    """Read reports and print what they say; keep nothing.

    One JSON line per report, in the order in which they come: its statements, dates, quantities, conditions and
    actors. The shape stands in docs/contract.md.

    \b
    $ onrecord read examples                       a folder, with its subfolders
    $ onrecord read - < article.txt                one text from standard input
    $ onrecord read article.html --format table    to look at
    """
    faults: list[Fault] = []
    with counting("Reading", quiet=options.quiet, printing=True) as done:
        found = _without_faults(_found(options), faults, done)
        if options.format is Format.jsonl:
            for report, reading in found:
                print(json_line(report_line(report, reading, text=_with_text(options.text, report))))
        else:
            show(STATEMENTS, _statements(found), options.format)
    if faults:
        raise typer.Exit(SKIPPED)


def _with_text(asked: Text, report: Report) -> bool | None:
    """What came on standard input has no file to look it up in."""
    return True if asked is Text.auto and report.path == STANDARD_INPUT else WITH_TEXT[asked]


def _found(options: ReadOptions) -> Iterator[tuple[Report, Reading] | Fault]:
    from onrecord import pipeline

    reports = gathered(options.paths, options.max_size)
    return pipeline.read_all(reports, load_reader=reader_with(options.codebook), workers=options.workers)


def _without_faults(
    found: Iterable[tuple[Report, Reading] | Fault], faults: list[Fault], done: Callable[[], None]
) -> Iterator[tuple[Report, Reading]]:
    """What was read; the faults are said as they come, and kept."""
    for one in found:
        if isinstance(one, Fault):
            say_fault(one)
            faults += [] if one.minor else [one]
        else:
            yield one
        done()


def _statements(found: Iterable[tuple[Report, Reading]]) -> Iterator[Shown]:
    from onrecord.views.unrecorded import statement_rows

    for report, reading in found:
        yield from map(Shown, statement_rows(report, reading))
