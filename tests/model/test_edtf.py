"""EDTF values: read, checked, put into one form, compared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import edtf


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("2031-04-09", "2031-04-09"),
        ("2031-04-09T10:30:00+02:00", "2031-04-09"),
        ("2031-W15", "2031-04-07/2031-04-13"),
        ("2031-W15-WE", "2031-04-12/2031-04-13"),
        ("2031-Q2", "2031-04/2031-06"),
        ("2031-22", "2031-06/2031-08"),
        ("2031-WI", "2031-12/2032-02"),
        ("2031-04~", "2031-04~"),
        ("2031-04-09/..", "2031-04-09/.."),
        ("2031-04-09/", "2031-04-09/.."),
        ("202X", "202X"),
    ],
)
def test_each_value_has_one_form(value: str, form: str) -> None:
    assert edtf.normalise(value) == form


@pytest.mark.parametrize("value", ["", "soon", "2031-13", "2031-02-30", "2031-04-09/2031-04-01", "../..", "1/2/3"])
def test_what_is_no_date_is_refused(value: str) -> None:
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError, match="no EDTF date"):
        edtf.normalise(value)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-04-07/2031-04-13", "2031-04-07", "2031-04-13"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-04-09/..", "2031-04-09", "9999-12-31"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize("value", [None, "", "XXXX-04-09", "whenever"])
def test_no_bounds_without_a_year(value: str | None) -> None:
    assert edtf.bounds(value) is None


def test_marks_are_read() -> None:
    assert edtf.parse("2031-04-09~").approximate
    assert edtf.parse("2031-04-09?").uncertain
    assert edtf.parse("2031-04~/2031-05").approximate
    assert edtf.roughly("2031-04/2031-05") == "2031-04~/2031-05~"


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("2031", "2031-04-09", True),
        ("2031-04", "2031", False),
        ("2031-04-07/2031-04-13", "2031-04-13", True),
        ("2031-04-07/..", "2044", True),
    ],
)
def test_contains(outer: str, inner: str, holds: bool) -> None:
    assert edtf.contains(outer, inner) is holds


@given(st.dates(), st.integers(0, 400))
def test_an_interval_starts_and_ends_where_it_says(start: date, length: int) -> None:
    end = date.fromordinal(min(start.toordinal() + length, date.max.toordinal()))
    value = edtf.interval(start, end)
    assert (edtf.earliest(value), edtf.latest(value)) == (start, end)
    assert edtf.normalise(value) == value
    assert edtf.overlaps(value, start.isoformat())


@given(st.dates(max_value=date(9999, 12, 24)))
def test_a_week_holds_its_day_and_begins_on_monday(day: date) -> None:
    if day < date(1, 1, 8):
        return
    value = edtf.week(day)
    assert edtf.contains(value, day.isoformat())
    assert edtf.parse(value).earliest is not None
    assert date.fromisoformat(value[:10]).weekday() == 0


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    assert edtf.bounds(text) is None or edtf.is_valid(text.strip())
