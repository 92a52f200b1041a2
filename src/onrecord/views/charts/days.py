"""Days on a line. Where nothing happened for long, the line is shortened, and marked as broken."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.model.edtf import bounds

LONG = 10  # days without anything, after which the line is shortened
BREAK = 3.0  # days to which it is
FOR_A_LABEL = 46.0


@dataclass(frozen=True, slots=True)
class When:
    """The first and the last day that a value can mean, and whether it is only about so."""

    first: date
    last: date
    about: bool

    @classmethod
    def of(cls, value: str | None) -> When | None:
        """Null where the value names no day, or has an open end."""
        found = bounds(value)
        if value is None or found is None:
            return None
        first, last = map(date.fromisoformat, found)
        if first == date.min or last == date.max:
            return None
        return cls(first, last, "~" in value or "%" in value or "?" in value)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where each day lies, and between which days the line is broken."""

    places: Mapping[date, float]
    broken: tuple[float, ...]

    def span(self, when: When) -> tuple[float, float]:
        return self.places[when.first], self.places[when.last]

    def ticks(self) -> Iterator[tuple[date, float]]:
        """As many days as have room for their label."""
        free = -math.inf
        for day, x in self.places.items():
            if x >= free:
                yield day, x
                free = x + FOR_A_LABEL


def scale(whens: Iterable[When], left: float, right: float) -> Scale:
    """A scale on which all of them lie between left and right."""
    days = sorted({day for when in whens for day in (when.first, when.last)})
    if not days:
        return Scale({}, ())
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    lengths = [float(gap) if gap <= LONG else BREAK for gap in gaps]
    unit = (right - left) / sum(lengths) if lengths else 0.0
    places: dict[date, float] = {}
    broken = []
    x = left if lengths else (left + right) / 2
    for day, gap, length in zip(days, [0, *gaps], [0.0, *lengths], strict=True):
        if gap > LONG:
            broken.append(x + length * unit / 2)
        x += length * unit
        places[day] = x
    return Scale(places, tuple(broken))


def label(day: date, before: date | None) -> tuple[str, str]:
    """ "12 Sep", and the year where it is not that of the label before."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{day.day} {months[day.month - 1]}", "" if before and before.year == day.year else f"{day.year:04}"
