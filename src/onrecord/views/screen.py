"""Views on a terminal. Every text goes through `harmless`, and none is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.model import Spans
from onrecord.views.formats import Column, View, cited
from onrecord.views.harmless import harmless, one_line

if TYPE_CHECKING:
    from onrecord.views.citing.notes import Notes

Row = TypeVar("Row")

AT_ONCE = 50
WIDEST = 140
WIDTH_WHEN_PIPED = 120
FAINT = "dim"
STRONG = "bold"
HEADING = "bold underline"
_WHITE = re.compile(r"\s+")


def print_table(console: Console, view: View[Row], rows: Iterable[Row]) -> int:
    """Prints the rows a screen at a time, so that a record of any size fits in memory; returns how many there were."""
    count = 0
    for screenful in _screenfuls(rows):
        console.print(table(view, screenful, width=min(console.width, WIDEST), head=not count))
        count += len(screenful)
    return count


def table(view: View[Row], rows: Iterable[Row], *, width: int, head: bool = True, notes: Notes | None = None) -> Table:
    """A table whose columns have the same widths whatever it holds; with notes, cells have the numbers they cite."""
    shown = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, show_header=head, width=width, padding=(0, 1, 0, 0))
    for column in view.columns:
        shown.add_column(
            column.head,
            width=column.width,
            ratio=None if column.width else column.ratio,
            justify="right" if column.right else "left",
            overflow="fold",
        )
    for row in rows:
        shown.add_row(*(_cell(column, row, notes) for column in view.columns))
        if view.airy:
            shown.add_row()
    return shown


def _cell(column: Column[Row], row: Row, notes: Notes | None) -> Text:
    text = _marked(column.cell(row), column.marks(row) if column.marks else ())
    for number in cited(column, row, notes):
        text.append(f" [{number}]", style=FAINT)
    under = one_line(column.under(row)) if column.under else ""
    if text and under:
        text.append("\n")
    return text.append(under, style=FAINT)


def _marked(text: str, marks: Spans) -> Text:
    """The marked places strong among the rest; a line of its own with no marks."""
    if not marks:
        return Text(one_line(text))
    shown, done = Text(), 0
    for start, end in marks:
        shown.append(_flowing(text[done:start])).append(_flowing(text[start:end]), style=STRONG)
        done = end
    return shown.append(_flowing(text[done:]))


def _flowing(text: str) -> str:
    return harmless(_WHITE.sub(" ", text))


def _screenfuls(rows: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(rows)
    while screenful := list(islice(stream, AT_ONCE)):
        yield screenful
