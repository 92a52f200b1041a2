"""Tests onrecord.sources.misdated: a feed's day that the text itself gives the lie."""

from __future__ import annotations

import pytest

from onrecord.model import Date, Reading, Report, Span
from onrecord.sources.misdated import told_later


def told(published: str | None, *dates: tuple[str, str]) -> str | None:
    text = "Of the raid: " + ", ".join(words for words, _ in dates)
    found = tuple(Date((Span(text.index(words), text.index(words) + len(words)),), value) for words, value in dates)
    report = Report(text, published=published)
    return told_later(report, Reading(report.id, dates=found))


@pytest.mark.parametrize(
    ("published", "dates", "day"),
    [
        ("2020-08-05", [("October 7, 2023", "2023-10-07")], "2023-10-07"),
        ("2020-08-05", [("March 2024", "2024-03"), ("October 2023", "2023-10")], "2023-10"),
        ("2020-08-05", [("May 2019", "2019-05"), ("October 2023", "2023-10")], None),
        ("2020-08-05", [("March 2021", "2021-03")], None),
        ("2020-08-05", [("2030", "2030")], None),
        ("2020-08-05", [("Friday", "2023-10-06")], None),
        ("2024-08-05", [("June 1944", "1944-06")], None),
        ("2020-08-05", [], None),
        (None, [("October 7, 2023", "2023-10-07")], None),
    ],
    ids=[
        "years later",
        "the first of several",
        "not all",
        "soon",
        "a bare year",
        "by its own day",
        "old",
        "none",
        "no day",
    ],
)
def test_days_years_after_the_reports_own(published: str | None, dates: list[tuple[str, str]], day: str | None) -> None:
    assert told(published, *dates) == day
