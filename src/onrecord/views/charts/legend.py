"""The key to a chart's shapes: each with its name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.views.charts.chart import SMALL
from onrecord.views.charts.lanes import Draw
from onrecord.views.charts.svg import LETTER, text

GAP = 30.0
LINE = 20.0


def legend(entries: Sequence[tuple[str, Draw]], width: float) -> tuple[tuple[str, ...], float]:
    """The entries in as many lines as they need, from the top; and how high that is."""
    parts: list[str] = []
    x, y = 8.0, 12.0
    for name, draw in entries:
        room = len(name) * SMALL * LETTER + GAP
        if x + room > width and x > 8:
            x, y = 8.0, y + LINE
        parts += (draw(x, y), text(name, x + 11, y + 4, font_size=SMALL))
        x += room
    return tuple(parts), (y + LINE if entries else 0.0)
