"""The first and the last day that an EDTF value (ISO 8601-2) can mean."""

from __future__ import annotations

import re
from calendar import monthrange

_PART = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:[T ][\d:.,+\-Z]*)?[~?%]?$"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_SEASONS |= {40: (1, 6), 41: (7, 12)}

EARLIEST, LATEST = "0001-01-01", "9999-12-31"


def bounds(value: str | None) -> tuple[str, str] | None:
    """First and last day as `YYYY-MM-DD`, or null where the value is none. An open end reaches as far as can be.

    A winter's last months belong to the next year; a clock time is cut off, its day kept in its own zone.
    """
    if not value:
        return None
    start, slash, end = value.strip().partition("/")
    first = (EARLIEST, EARLIEST) if slash and start in ("", "..") else _part(start)
    last = (LATEST, LATEST) if slash and end in ("", "..") else _part(end) if slash else first
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _part(value: str) -> tuple[str, str] | None:
    found = _PART.match(value)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return f"{low:04}-01-01", f"{high:04}-12-31"
    if low != high or not (1 <= int(month) <= 12 or int(month) in _SEASONS):
        return None
    if day is None or day == "XX":
        return _months(low, *_SEASONS.get(int(month), (int(month), int(month))))
    if int(month) > 12 or not 1 <= int(day) <= monthrange(low, int(month))[1]:
        return None
    return f"{low:04}-{month}-{day}", f"{low:04}-{month}-{day}"


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    end_year, end = (year + 1, last - 12) if last > 12 else (year, last)
    return f"{year:04}-{first:02}-01", f"{end_year:04}-{end:02}-{monthrange(end_year, end)[1]:02}"
