"""Marks on lanes over days: the layout that charts over time share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.views.charts.chart import PLAIN, SMALL
from onrecord.views.charts.days import Scale, When, begins, label, scale
from onrecord.views.charts.svg import LETTER, element, fit, shortened, text

WIDTH = 760.0
WIDEST_NAME = 150.0
ASIDE = 78.0  # for what has no day, and for what was long before
EDGE = 16.0
STEP = 18.0  # between marks of one lane that would lie on one another
MOST_BESIDE = 4
REACH = 10.0
AXIS = 34.0
HEADING = 24.0
NO_DAY, EARLIER = "no day", "earlier"

Draw = Callable[[float, float], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a lane: when it was, how it is drawn around a place, what hovering tells, and where it leads."""

    when: When | None
    draw: Draw
    says: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of marks under a name; the `heading` stands above the first of several lanes that share it."""

    name: str
    marks: tuple[Mark, ...]
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """What was drawn, and how wide and high it is."""

    parts: tuple[str, ...]
    width: float
    height: float


def lay(lanes: Sequence[Lane], *, top: float = 0.0) -> Laid:
    """Draws the lanes below `top`, one under another, with the days under them."""
    gutter = min(WIDEST_NAME, max((len(lane.name) for lane in lanes), default=0) * PLAIN * LETTER + 20)
    line = _line(lanes, gutter)
    parts: list[str] = []
    y, heading = top, None
    for lane in lanes:
        if lane.heading is not None and lane.heading != heading:
            parts.append(text(lane.heading, 0, y + HEADING - 8, font_weight="bold"))
            y, heading = y + HEADING, lane.heading
        placed = _placed(lane.marks, line)
        height = STEP * max(row + 1 for _, row, _ in placed) + 5 if placed else STEP + 5
        parts += (_rule(y), text(shortened(lane.name, gutter - 12, PLAIN), 8, y + STEP - 1))
        parts += (_mark(mark, x, y + STEP * (row + 0.5) + 2.5, line) for mark, row, x in placed)
        y += height
    parts.append(_rule(y))
    return Laid((*_axis(line, top, y), *parts), WIDTH, y + AXIS)


@dataclass(frozen=True, slots=True)
class _Line:
    """The days, and to the left of them what has none (`undated`), and what was long before (`start`)."""

    days: Scale
    undated: float | None
    earlier: float | None
    start: date | None

    def is_on(self, when: When | None) -> bool:
        return when is not None and (self.start is None or when.last >= self.start)

    def x(self, mark: Mark) -> float:
        if mark.when is None:
            return self.undated or 0.0
        return sum(self.days.span(mark.when)) / 2 if self.is_on(mark.when) else self.earlier or 0.0


def _line(lanes: Sequence[Lane], gutter: float) -> _Line:
    every = [mark.when for lane in lanes for mark in lane.marks]
    dated = [when for when in every if when]
    start = begins(dated)
    shown = [when for when in dated if start is None or when.last >= start]
    asides = [None in every, len(shown) < len(dated)]
    places = [gutter + EDGE + ASIDE * sum(asides[:n]) if there else None for n, there in enumerate(asides)]
    left, right = gutter + EDGE + ASIDE * sum(asides), WIDTH - EDGE - 3 * STEP
    return _Line(scale(shown, left, right, _rooms(lanes)), places[0], places[1], start)


def _rooms(lanes: Sequence[Lane]) -> dict[date, float]:
    """How much the marks of each day would take, side by side."""
    most: Counter[date] = Counter()
    for lane in lanes:
        here = Counter(mark.when.first for mark in lane.marks if mark.when and mark.when.first == mark.when.last)
        for day, count in here.items():
            most[day] = max(most[day], min(count, MOST_BESIDE))
    return {day: STEP * count for day, count in most.items()}


def _placed(marks: Iterable[Mark], line: _Line) -> list[tuple[Mark, int, float]]:
    """Each mark with its row in the lane: the first in which it touches no other."""
    ends: list[float] = []
    placed = []
    piles: dict[float, list[Mark]] = {}
    for mark in marks:
        piles.setdefault(line.x(mark), []).append(mark)
    places = sorted({*piles, *line.days.places.values()})
    room = {x: following - x for x, following in zip(places, [*places, WIDTH - EDGE][1:], strict=True)}
    for x in sorted(piles):
        # Many on one day stand side by side as far as the next day leaves room, and then one under another.
        columns = max(1, min(MOST_BESIDE, int(room[x] / STEP + 0.01)))
        for n, mark in enumerate(piles[x]):
            at = x + STEP * (n % columns)
            row = next((row for row, end in enumerate(ends) if end <= at), len(ends))
            ends[row : row + 1] = [at + STEP]
            placed.append((mark, row, at))
    return placed


def _mark(mark: Mark, x: float, y: float, line: _Line) -> str:
    within = [element("title", fit(mark.says)), mark.draw(x, y)]
    if mark.when and line.is_on(mark.when) and (mark.when.about or mark.when.first != mark.when.last):
        within.insert(1, _stretch(mark.when, x, y, line.days))
    drawn = element("g", *within)
    return linked(drawn, mark.href)


def linked(drawn: str, address: str | None) -> str:
    """What is drawn as a link within the site or to the web; elsewhere it leads nowhere: it may be `javascript:`."""
    leads = address is not None and address.startswith(("/", "#", "?", "http://", "https://"))
    return element("a", drawn, href=address) if leads else drawn


def _stretch(when: When, x: float, y: float, days: Scale) -> str:
    """From the first to the last day that is meant; about a day, a little to both sides of the mark."""
    first, last = (x - REACH, x + REACH) if when.first == when.last else days.span(when)
    return element(
        "line",
        x1=first,
        x2=last,
        y1=y,
        y2=y,
        stroke="currentColor",
        stroke_opacity=0.5,
        stroke_dasharray="2 2",
    )


def _rule(y: float) -> str:
    return element("line", x1=0, x2=WIDTH, y1=y, y2=y, stroke="currentColor", stroke_opacity=0.18)


def _axis(line: _Line, top: float, bottom: float) -> list[str]:
    parts = [
        element("line", x1=x, x2=x, y1=top, y2=bottom + 4, stroke="currentColor", stroke_opacity=0.12)
        for x in line.days.places.values()
    ]
    before = None
    for day, x in line.days.ticks():
        words, year = label(day, before)
        parts.append(text(words, x, bottom + 16, text_anchor="middle", font_size=SMALL))
        if year:
            parts.append(text(year, x, bottom + 29, text_anchor="middle", font_size=SMALL, opacity=0.8))
        before = day
    parts += (text("≈", x, bottom + 5, text_anchor="middle") for x in line.days.broken)
    parts += (
        text(name, x - 6, bottom + 16, font_size=SMALL)
        for name, x in ((NO_DAY, line.undated), (EARLIER, line.earlier))
        if x is not None
    )
    return parts
