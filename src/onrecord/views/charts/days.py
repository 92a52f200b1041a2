"""Days on a line. Where nothing happened for long, the line is shortened, and marked as broken."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from onrecord.model.edtf import bounds

LONG = 10  # days without anything, after which the line is shortened
BREAK = 3  # days to which it is
FEW = 10  # one in so many marks may stand apart
MUCH = 0.3  # of the line, where they would take more of it
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


def scale(whens: Iterable[When], left: float, right: float, rooms: Mapping[date, float] | None = None) -> Scale:
    """A scale on which all of them lie between left and right; `rooms` is how much the marks of a day would take."""
    days = sorted({day for when in whens for day in (when.first, when.last)})
    if not days:
        return Scale({}, ())
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    wanted = [(rooms or {}).get(day, 0.0) for day in days[:-1]]
    given = min(1.0, (right - left) / sum(wanted)) if sum(wanted) else 1.0
    lengths = [gap if gap <= LONG else BREAK for gap in gaps]
    rest = right - left - given * sum(wanted)
    unit = rest / sum(lengths) if lengths else 0.0
    steps = [given * room + length * unit for room, length in zip(wanted, lengths, strict=True)]
    places = list(accumulate(steps, initial=left if steps else (left + right) / 2))
    # A broken line shows it halfway.
    broken = (x + step / 2 for x, step, gap in zip(places, steps, gaps, strict=False) if gap > LONG)
    return Scale(dict(zip(days, places, strict=True)), tuple(broken))


def begins(whens: Iterable[When]) -> date | None:
    """The day before which so little lies, so long ago, that it would press the rest together; or null."""
    every = sorted(when.first for when in whens)
    gaps = [((later - earlier).days, later) for earlier, later in pairwise(sorted(set(every)))]
    if not gaps:
        return None
    gap, start = max((one for one in gaps if one[1] <= every[len(every) // FEW]), default=(0, every[0]))
    before = sum(min(gap, LONG) for gap, later in gaps if later <= start)
    return start if gap > LONG and before > MUCH * sum(min(gap, LONG) for gap, _ in gaps) else None


def label(day: date, before: date | None) -> tuple[str, str]:
    """ "12 Sep", and the year where it is not that of the label before."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{day.day} {months[day.month - 1]}", "" if before and before.year == day.year else f"{day.year:04}"
