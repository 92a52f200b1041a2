"""Publication days as people and machines write them, as EDTF. A time with a zone keeps its own calendar day."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

from onrecord.model import edtf

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?")
CLOCK = re.compile(r"[T ]\d{1,2}[:.]\d{2}.*$")
WRITTEN = re.compile(
    r"(?:[a-z]+day,?\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?"
    r"|(?P<month_first>[a-z]{3,9})\.?\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>\d{4})"
    r"(?:[,\s]+(?:at\s+)?\d{1,2}[:.]\d{2}.{0,20})?",
    re.IGNORECASE,
)
LONGEST = 80  # characters


def day(value: str) -> str | None:
    """EDTF, or null if no single reading is certain: `03/04/2025` is two days, so it is none.

    Reads EDTF itself, ISO 8601 with or without time and zone, the dates of feeds and mails, and "March 13, 2025".
    """
    value = value.strip()
    if not value or len(value) > LONGEST:
        return None
    try:
        return edtf.normalise(CLOCK.sub("", value))
    except ValueError:
        pass
    if compact := COMPACT.fullmatch(value):
        return _date(*map(int, compact.groups()))
    return _written(value) or _mailed(value)


def _written(value: str) -> str | None:
    found = WRITTEN.fullmatch(value)
    if not found:
        return None
    month = (found["month"] or found["month_first"]).lower()
    if month[:3] not in MONTHS:
        return None
    return _date(int(found["year"]), MONTHS.index(month[:3]) + 1, int(found["day"] or found["day_second"]))


def _mailed(value: str) -> str | None:
    if not re.search(r"[A-Za-z]{3}", value):
        return None
    parts = parsedate(value)
    return _date(*parts[:3]) if parts else None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None
