"""Rows as a small sequence for Python: a list, a data frame, or a table in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from onrecord.model.jsonform import JsonObject
from onrecord.views.formats import Column, View, cited
from onrecord.views.harmless import one_line

if TYPE_CHECKING:
    import pandas
    import polars

    from onrecord.views.charts import Chart
    from onrecord.views.citing.notes import Notes

Row = TypeVar("Row")

MOST_SHOWN = 100


class Results(Sequence[Row], Generic[Row]):
    """What a record was asked for, in its order: indexed, sliced, counted, or turned into a data frame."""

    def __init__(
        self, view: View[Row], rows: Iterable[Row], draw: Callable[[Sequence[Row]], Chart] | None = None
    ) -> None:
        self._view = view
        self._rows = tuple(rows)
        self._draw = draw

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Results[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Results[Row]:
        return Results(self._view, self._rows[at], self._draw) if isinstance(at, slice) else self._rows[at]

    def to_dicts(self) -> list[JsonObject]:
        """One object a row, as `--format jsonl` prints it."""
        return [self._view.shape(row) for row in self._rows]

    def chart(self) -> Chart:
        """A picture, which a notebook shows. Raises TypeError where there is none of such rows."""
        if self._draw is None:
            raise TypeError(
                f"there is no chart of {self._view.name}; there is of positions, timeline, utterances, coverage"
            )
        return self._draw(self._rows)

    def to_polars(self) -> polars.DataFrame:
        """One line a row, with the columns of `--format csv`. Raises ImportError where polars is not installed."""
        try:
            import polars
        except ImportError:
            raise ImportError("polars is not installed; pip install 'onrecord[notebook]'") from None
        return polars.DataFrame([self._view.flat(row) for row in self._rows], infer_schema_length=None)

    def to_pandas(self) -> pandas.DataFrame:
        """One line a row, with the columns of `--format csv`. Raises ImportError where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise ImportError("pandas is not installed; pip install 'onrecord[notebook]'") from None
        return pandas.DataFrame([self._view.flat(row) for row in self._rows])

    def __repr__(self) -> str:
        return f"<{len(self):,} {self._view.name}>"

    def _repr_html_(self) -> str:
        return html_table(self._view, self._rows[:MOST_SHOWN], left_out=len(self) - MOST_SHOWN)


def html_table(
    view: View[Row], rows: Iterable[Row], *, left_out: int = 0, notes: Notes | None = None, head: bool = True
) -> str:
    """A table in which every text is escaped, with its own direction."""
    names = "".join(_head(column) for column in view.columns)
    above = f"<thead><tr>{names}</tr></thead>" if head else ""
    body = "".join(f"<tr>{''.join(_cell(column, row, notes) for column in view.columns)}</tr>" for row in rows)
    rest = f"<p>and {left_out:,} more</p>" if left_out > 0 else ""
    return f"<table>{above}<tbody>{body}</tbody></table>{rest}"


def _head(column: Column[Row]) -> str:
    align = "right" if column.right else "left"
    return f'<th scope="col" style="text-align:{align}">{escape(one_line(column.head))}</th>'


def _cell(column: Column[Row], row: Row, notes: Notes | None) -> str:
    under = one_line(column.under(row)) if column.under else ""
    numbers = "".join(f'<sup><a href="#note-{one}">{one}</a></sup>' for one in cited(column, row, notes))
    faint = f'<br><small dir="auto">{escape(under)}</small>' if under else ""
    align = "right" if column.right else "left"
    start = f'<td style="text-align:{align}" dir="auto" data-head="{escape(one_line(column.head))}">'
    return f"{start}{escape(one_line(column.cell(row)))}{numbers}{faint}</td>"
