"""The coverage matrix: what was said by outlets, each cell telling how the outlet has it, or that it left it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from onrecord.views.charts.chart import PLAIN, SMALL, Chart, draw
from onrecord.views.charts.glyphs import HOWS, how_glyph
from onrecord.views.charts.lanes import linked
from onrecord.views.charts.legend import legend
from onrecord.views.charts.positions import nowhere
from onrecord.views.charts.svg import element, fit, in_short, shortened, text
from onrecord.views.tables import NOT_KNOWN
from onrecord.views.utterances import said_by

if TYPE_CHECKING:
    from onrecord.model.coverage import Cell
    from onrecord.record import CoverageRow

WORDS = 340.0
COLUMN, ROW = 30.0, 24.0
SLANT = 96.0  # height of the outlets' names, which stand aslant
MOST_ROWS, MOST_OUTLETS = 60, 14
TITLE = "Who has what, and who left it out"
FIRST = ("said on", "speaker", "words")

Href = Callable[["CoverageRow"], str | None]


def coverage_chart(rows: Sequence[CoverageRow], *, href: Href = nowhere) -> Chart:
    """One row for each utterance, in their order, sixty at most; one column for each outlet that has most."""
    shown = rows[:MOST_ROWS]
    counted = Counter(cell.outlet for row in shown for cell in row.cells)
    outlets = [name for name, _ in counted.most_common(MOST_OUTLETS)]
    width = WORDS + COLUMN * len(outlets) + SLANT
    key, under = legend([(how, partial(how_glyph, how)) for how in HOWS] + [("c: a copy", _nothing)], width)
    parts = [*key, *_heads(outlets, under + SLANT)]
    for n, row in enumerate(shown):
        parts += _row(row, outlets, under + SLANT + 8 + ROW * n, href(row))
    return draw(
        width,
        under + SLANT + 12 + ROW * len(shown),
        *parts,
        title=TITLE,
        description=_described(rows, shown, outlets),
        head=(*FIRST, *outlets),
        rows=[_cells(row, outlets) for row in shown],
    )


def _nothing(x: float, y: float) -> str:
    return ""


def _heads(outlets: Sequence[str], bottom: float) -> Iterator[str]:
    for n, outlet in enumerate(outlets):
        x = WORDS + COLUMN * (n + 0.5)
        words = element("title", fit(outlet)) + text(shortened(outlet, SLANT * 1.3, SMALL), 0, 0, font_size=SMALL)
        yield element("g", words, transform=f"translate({x:.1f} {bottom:.1f}) rotate(-45)")


def _row(row: CoverageRow, outlets: Sequence[str], y: float, href: str | None) -> Iterator[str]:
    day, speaker, words, *_ = _cells(row, outlets)
    size = WORDS + COLUMN * len(outlets)
    yield element("line", x1=0, x2=size, y1=y, y2=y, stroke="currentColor", stroke_opacity=0.18)
    line = f"{speaker}: {words}"
    told = element("title", fit(f"{day}, {line}")) + text(shortened(line, WORDS - 12, PLAIN), 0, y + 16)
    yield linked(element("g", told), href)
    held = {cell.outlet: cell for cell in row.cells}
    for n, outlet in enumerate(outlets):
        if outlet in held:
            yield _cell(held[outlet], WORDS + COLUMN * (n + 0.5), y + ROW / 2)


def _cell(cell: Cell, x: float, y: float) -> str:
    copied = text("c", x + 8, y + 5, font_size=SMALL - 1) if cell.copy_of else ""
    return element("g", element("title", fit(f"{cell.outlet}: {_said(cell)}")), how_glyph(cell.how, x, y), copied)


def _said(cell: Cell) -> str:
    return f"{cell.how} (a copy)" if cell.copy_of else cell.how


def _cells(row: CoverageRow, outlets: Sequence[str]) -> tuple[str, ...]:
    said = row.utterance
    held = {cell.outlet: _said(cell) for cell in row.cells}
    return (
        said.said_on or NOT_KNOWN,
        said_by(said),
        in_short(said.base.text),
        *(held.get(outlet, "") for outlet in outlets),
    )


def _described(rows: Sequence[CoverageRow], shown: Sequence[CoverageRow], outlets: Sequence[str]) -> str:
    counted = Counter(cell.how for row in shown for cell in row.cells)
    told = ", ".join(f"{how} {counted[how]:,}" for how in HOWS if counted[how])
    of = f" of {len(rows):,}" if len(shown) < len(rows) else ""
    return f"{len(shown):,}{of} utterances by {len(outlets):,} outlets: {told}."
