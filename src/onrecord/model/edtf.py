"""Dates that are not certain, as EDTF (ISO 8601-2) strings: read, checked, put into one form, compared.

Read here: days, months and years (`2025-03-13`, `2025-03`, `2025`), decades and centuries (`199X`, `18XX`), a day whose
year is unknown (`XXXX-03-13`), intervals (`2025-03-10/2025-03-16`, open as `2025-03-13/..`), and the marks `~`
(approximate), `?` (uncertain) and `%` (both). ISO weeks, quarters and seasons are read and written as intervals.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "decade", "century", "interval"]

PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
PARTLY_UNKNOWN = re.compile(r"(\d{4})(?:-XX|-(\d{2}))-XX|(\d{4})-XX")
CLOCK = re.compile(r"(?<=\d)[T ][\d:.,+\-Z]*$")
COARSE = re.compile(r"(?P<digits>\d{2,3})(?P<unknown>X{1,2})")
YEARLESS = re.compile(r"XXXX-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})(?P<weekend>-WE)?")
QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
SEASON = re.compile(r"(?P<year>\d{4})-(?P<season>SP|SU|FA|AU|WI|2[1-4]|3[3-6]|4[01])")
# First month and number of months; 21 to 41 are EDTF's own codes for seasons, quarters and halves.
SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "AU": (9, 3), "WI": (12, 3)}
SEASONS |= {"21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3), "33": (1, 3), "34": (4, 3), "35": (7, 3)}
SEASONS |= {"36": (10, 3), "40": (1, 6), "41": (7, 6)}
MARKS = "~?%"


@dataclass(frozen=True, slots=True)
class When:
    """What an EDTF value says: its first and last day (null where open or unknown), and how sure it is."""

    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


def parse(value: str) -> When:
    """Reads a value; raises ValueError, which names it, if it is no EDTF that is read here."""
    when = _parse(value)
    if when is None:
        raise ValueError(f"no EDTF date: {value!r} (write 2025-03-13, 2025-03, 2025-03-13~ or 2025-03-10/2025-03-16)")
    return when


def is_valid(value: str) -> bool:
    return _parse(value) is not None


def normalise(value: str) -> str:
    """The one form in which the record writes a value: no clock time, and weeks, quarters, seasons as intervals.

    `2025-W11` becomes `2025-03-10/2025-03-16`. Raises ValueError as `parse` does.
    """
    plain, marks = _unmarked(value.strip())
    if "/" in plain:
        ends = [end if end in ("", "..") else normalise(end) for end in plain.split("/")]
        written = "/".join(end or ".." for end in ends)
    else:
        written = CLOCK.sub("", plain)
        written = _as_interval(written) or written
    parse(written)
    return written + marks


def earliest(value: str) -> date | None:
    """The first day that the value covers; null if it is open at its start or its year is unknown."""
    return parse(value).earliest


def latest(value: str) -> date | None:
    """The last day that the value covers; null if it is open at its end or its year is unknown."""
    return parse(value).latest


def overlaps(one: str, other: str) -> bool:
    """Do the two share a day? An open end runs on for ever."""
    a, b = parse(one), parse(other)
    return _start(a) <= _end(b) and _start(b) <= _end(a)


def contains(outer: str, inner: str) -> bool:
    """Does every day of `inner` lie within `outer`?"""
    a, b = parse(outer), parse(inner)
    return _start(a) <= _start(b) and _end(b) <= _end(a)


@lru_cache(maxsize=8192)
def bounds(value: str | None) -> tuple[str, str] | None:
    """First and last day as `YYYY-MM-DD`, or null where the value is none. An open end reaches as far as can be."""
    when = _parse(value.strip()) if value else None
    if when is None or (when.earliest is None and when.latest is None):
        return None
    return _start(when).isoformat(), _end(when).isoformat()


def day_of(value: str | None) -> date | None:
    """The day itself, if the value names one day, however sure."""
    when = _parse(value) if value else None
    return when.earliest if when and when.precision == "day" else None


def interval(start: date, end: date) -> str:
    """From day to day; one day is written as itself."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def months(year: int, first: int, count: int) -> str:
    """An interval of whole months, which may run into the next year: `months(2024, 12, 3)` is that winter."""
    last = first + count - 1
    return f"{year:04}-{first:02}/{year + (last - 1) // 12:04}-{(last - 1) % 12 + 1:02}"


def week(of: date) -> str:
    """The week, Monday to Sunday, that holds the day."""
    monday = of - timedelta(days=of.weekday())
    return interval(monday, monday + timedelta(days=6))


def roughly(value: str) -> str:
    """The same, marked approximate; in an interval, at both ends."""
    plain = "/".join(end if end == ".." else end.rstrip(MARKS) + "~" for end in value.split("/"))
    return plain


@lru_cache(maxsize=8192)
def _parse(value: str) -> When | None:
    plain, marks = _unmarked(value)
    when = _parse_interval(plain) if "/" in plain else _parse_point(plain)
    if when is None:
        return None
    approximate = when.approximate or "~" in marks or "%" in marks
    uncertain = when.uncertain or "?" in marks or "%" in marks
    return When(when.earliest, when.latest, when.precision, approximate, uncertain)


def _parse_interval(plain: str) -> When | None:
    ends = plain.split("/")
    if len(ends) != 2 or ends == ["..", ".."]:
        return None
    read = [None if end in ("", "..") else _parse(end) for end in ends]
    if any(when is None and end not in ("", "..") for when, end in zip(read, ends, strict=True)):
        return None
    start, end = read
    first, last = (start.earliest if start else None), (end.latest if end else None)
    if first and last and last < first:
        return None
    marked = [when for when in read if when]
    return When(first, last, "interval", any(w.approximate for w in marked), any(w.uncertain for w in marked))


def _parse_point(plain: str) -> When | None:
    plain = CLOCK.sub("", plain)
    if as_interval := _as_interval(plain):
        return _parse_interval(as_interval)
    if m := PARTLY_UNKNOWN.fullmatch(plain):
        return _calendar(int(m[1] or m[3]), m[2], None)
    if m := PLAIN.fullmatch(plain):
        return _calendar(int(m["year"]), m["month"], m["day"])
    if m := COARSE.fullmatch(plain):
        return _coarse(m["digits"], len(m["unknown"]))
    if m := YEARLESS.fullmatch(plain):
        known = _calendar(2000, m["month"], m["day"])
        return When(None, None, known.precision) if known else None
    return None


def _calendar(year: int, month: str | None, day: str | None) -> When | None:
    try:
        if month is None:
            return When(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return When(date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1]), "month")
        exact = date(year, int(month), int(day))
    except ValueError:
        return None
    return When(exact, exact, "day")


def _coarse(digits: str, unknown: int) -> When | None:
    if len(digits) + unknown != 4 or not int(digits):
        return None
    first, last = int(digits + "0" * unknown), int(digits + "9" * unknown)
    return When(date(first, 1, 1), date(last, 12, 31), "decade" if unknown == 1 else "century")


def _as_interval(plain: str) -> str | None:
    if m := WEEK.fullmatch(plain):
        try:
            monday = date.fromisocalendar(int(m["year"]), int(m["week"]), 1)
        except ValueError:
            return None
        return interval(monday + timedelta(days=5 if m["weekend"] else 0), monday + timedelta(days=6))
    if m := QUARTER.fullmatch(plain):
        return months(int(m["year"]), int(m["quarter"]) * 3 - 2, 3)
    if m := SEASON.fullmatch(plain):
        return months(int(m["year"]), *SEASONS[m["season"]])
    return None


def _unmarked(value: str) -> tuple[str, str]:
    plain = value.rstrip(MARKS)
    return (value, "") if "/" in value else (plain, value[len(plain) :])


def _start(when: When) -> date:
    return when.earliest or date.min


def _end(when: When) -> date:
    return when.latest or date.max
