"""What the commands print, and where: data and tables to standard output, the rest to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from onrecord.cli.options import Format
from onrecord.model import Fault
from onrecord.views.formats import View, csv_lines, jsonl, markdown
from onrecord.views.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from onrecord.codebook import Codebook as Book
    from onrecord.record import Record


Row = TypeVar("Row")

SKIPPED = 1
MOST_NAMED = 4


def screen() -> Console:
    """Standard output as a terminal of known width; without colours when it is piped or NO_COLOR is set."""
    from rich.console import Console

    from onrecord.views.screen import WIDTH_WHEN_PIPED

    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=WIDTH_WHEN_PIPED if piped else None, highlight=False, markup=False, emoji=False)


def say(line: str) -> None:
    print(one_line(line))


def say_fault(fault: Fault) -> None:
    """One line on standard error, whatever the fault's words hold."""
    print(f"onrecord: {one_line(str(fault))}", file=sys.stderr)


def say_aside(line: str) -> None:
    """One line on standard error that tells what the rows do not."""
    print(f"onrecord: {one_line(line)}", file=sys.stderr)


def say_other_issues(record: Record, codebook: Book) -> None:
    """One line on standard error where the record was read with a codebook of other issues, which are not shown."""
    from onrecord.record.facets import issues_told

    other = sorted(issues_told(record) - {issue.id for issue in codebook.issues})
    if other:
        named = ", ".join(other[:MOST_NAMED]) + (" ..." if len(other) > MOST_NAMED else "")
        print(
            f"onrecord: left out what the codebook {one_line(codebook.name)} does not know ({one_line(named)}); "
            "name with --codebook the one that the record was added with",
            file=sys.stderr,
        )


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def show(view: View[Row], rows: Iterable[Row], format: Format) -> int:
    """Prints the rows in the format asked for, as they come; how many there were."""
    if format is Format.table:
        return _show_table(view, rows)
    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    lines = {Format.jsonl: jsonl, Format.csv: csv_lines, Format.md: markdown}[format]
    for line in lines(view, counted()):
        print(line)
    return count


def _show_table(view: View[Row], rows: Iterable[Row]) -> int:
    from onrecord.views.screen import print_table

    if not (count := print_table(screen(), view, rows)):
        print(
            f"No {view.name} match." if view.name != "timeline" else "No events and no dated statements match.",
            file=sys.stderr,
        )
    return count


@contextmanager
def counting(
    what: str, *, quiet: bool, total: int | None = None, printing: bool = False
) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, unless rows are being printed there. Yields what to call for each report done."""
    if quiet or not sys.stderr.isatty() or (printing and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)
