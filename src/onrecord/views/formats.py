"""A view in the formats of the contract: JSON lines, CSV, Markdown; the table for a terminal is `views.screen`'s."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.model import Spans
from onrecord.model.jsonform import JsonObject
from onrecord.views.harmless import csv_cell, json_line, markdown_cell
from onrecord.views.shapes import Flat

if TYPE_CHECKING:
    from onrecord.model.position import Passage
    from onrecord.views.citing.notes import Notes

Row = TypeVar("Row")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column that people read. `under` is a second, fainter line of the same cell; `marks` are places in the cell.

    `width` is in characters; a column without one shares what is left by `ratio`. `cites` are the passages that show
    what the cell says; a brief numbers them.
    """

    head: str
    cell: Callable[[Row], str]
    under: Callable[[Row], str] | None = None
    marks: Callable[[Row], Spans] | None = None
    width: int | None = None
    ratio: int = 1
    right: bool = False
    cites: Callable[[Row], Sequence[Passage]] | None = None

    def of(self, turn: Callable[[Other], Row]) -> Column[Other]:
        """The same column of rows that `turn` makes into this column's."""
        under, marks, cites = self.under, self.marks, self.cites
        return Column(
            self.head,
            lambda row: self.cell(turn(row)),
            None if under is None else lambda row: under(turn(row)),
            None if marks is None else lambda row: marks(turn(row)),
            self.width,
            self.ratio,
            self.right,
            None if cites is None else lambda row: cites(turn(row)),
        )


@dataclass(frozen=True, slots=True)
class View(Generic[Row]):
    """One kind of row, and how it is shown to programs (`shape`, `flat`) and to people (`columns`).

    An `airy` one has an empty line between rows on a screen.
    """

    name: str
    shape: Callable[[Row], JsonObject]
    flat: Callable[[Row], Flat]
    columns: tuple[Column[Row], ...]
    airy: bool = False

    def of(self, turn: Callable[[Other], Row]) -> View[Other]:
        """The same view of rows that `turn` makes into this view's."""
        return View(
            self.name,
            lambda row: self.shape(turn(row)),
            lambda row: self.flat(turn(row)),
            tuple(column.of(turn) for column in self.columns),
            self.airy,
        )


def jsonl(view: View[Row], rows: Iterable[Row]) -> Iterator[str]:
    """One JSON object a line, without the line's end."""
    return (json_line(view.shape(row)) for row in rows)


def csv_lines(view: View[Row], rows: Iterable[Row]) -> Iterator[str]:
    """A header and one line a row; see `csv_of`."""
    return csv_of(view.flat(row) for row in rows)


def csv_of(flats: Iterable[Flat]) -> Iterator[str]:
    """RFC 4180 with plain newlines. Formulas are neutralised by an apostrophe; what is not known is empty."""
    head: list[str] = []
    for flat in flats:
        if not head:
            head = list(flat)
            yield _csv_line(head)
        yield _csv_line([csv_cell(value) if isinstance(value, str) else value for value in flat.values()])


def markdown(view: View[Row], rows: Iterable[Row], notes: Notes | None = None) -> Iterator[str]:
    """A Markdown table, a line at a time; with notes, each cell with the numbers of what it cites."""
    yield "| " + " | ".join(column.head for column in view.columns) + " |"
    yield "| " + " | ".join("---:" if column.right else "---" for column in view.columns) + " |"
    for row in rows:
        yield "| " + " | ".join(_markdown_cell(column, row, notes) for column in view.columns) + " |"


def cited(column: Column[Row], row: Row, notes: Notes | None) -> tuple[int, ...]:
    """The numbers of the notes that the cell cites."""
    return notes.of_cell(column.cites(row)) if notes and column.cites else ()


def _markdown_cell(column: Column[Row], row: Row, notes: Notes | None) -> str:
    cell = markdown_cell(column.cell(row)) + "".join(f"[^{number}]" for number in cited(column, row, notes))
    under = markdown_cell(column.under(row)) if column.under else ""
    return f"{cell}<br>{under}" if cell and under else cell or under


def _csv_line(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(values)
    return out.getvalue()
