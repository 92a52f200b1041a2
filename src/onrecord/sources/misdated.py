"""A day of publication that cannot be: the text tells of days more than a year later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Reading, Report
from onrecord.model.edtf import bounds

FAR = 365  # days; what is announced is seldom dated to the month so long ahead
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TO_THE_MONTH = re.compile(r"\d{4}-\d{2}")


def told_later(report: Report, reading: Reading) -> str | None:
    """The first of the days that the text tells, if all it tells are more than a year after the report's own.

    Only days are asked that the text names with their year and month ("October 2023"): the others hang on the report's
    own day. What lies before it says nothing: a report may tell of old things alone.
    """
    own = bounds(report.published)
    days = sorted(_told(report, reading)) if own else []
    if own is None or not days:
        return None
    far = (date.fromisoformat(days[0][0]) - date.fromisoformat(own[1])).days > FAR
    return days[0][1] if far else None


def _told(report: Report, reading: Reading) -> Iterator[tuple[str, str]]:
    """The first day of each, and how it is written."""
    for one in reading.dates:
        if _TO_THE_MONTH.match(one.value) and any(_YEAR.search(span.text(report.text)) for span in one.span):
            found = bounds(one.value)
            if found is not None:
                yield found[0], one.value
