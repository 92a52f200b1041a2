"""Unit: record.saying_days: exact days before vague ones, many reports before one, and none after the first report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.saying_days import Telling, day_told

SOME = [None, "2031-03-09", "2031-03-10", "2031-03-10~", "2031-03-12", "2031-03", "2031-03-03/2031-03-09"]
TELLINGS = st.lists(
    st.builds(Telling, st.sampled_from(SOME), st.sampled_from("abcd"), st.sampled_from([None, "2031-03-12"])),
    max_size=6,
)


def told(*days: str | None, published: str = "2031-03-12") -> str | None:
    """The day of an utterance that as many reports tell, each with its own words, in that order."""
    return day_told([Telling(day, f"report-{place}", published) for place, day in enumerate(days)])


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ((), None),
        ((None, None), None),
        ((None, "2031-03-10~"), "2031-03-10~"),
        (("2031-03-10~", "2031-03-10"), "2031-03-10"),
        (("2031-03-10~", "2031-03-10~", "2031-03-09"), "2031-03-09"),
        (("2031-03", "2031-03-09"), "2031-03-09"),
        (("2031-03-03/2031-03-09", "2031-03-09"), "2031-03-09"),
    ],
)
def test_an_exact_day_goes_before_a_vague_one_that_may_be_it(days: tuple[str | None, ...], day: str | None) -> None:
    assert told(*days) == day


def test_a_vague_day_that_cannot_be_the_exact_one_stands_unless_more_tell_that() -> None:
    assert told("2031-03-10~", "2031-03-02") == "2031-03-10~"
    assert told("2031-03-10~", "2031-03-02", "2031-03-02") == "2031-03-02"
    assert told("2031-03-10~", "2031-03-09~", "2031-03-02", "2031-03-02") == "2031-03-10~"


def test_of_exact_days_it_is_the_one_of_most_reports() -> None:
    assert told("2031-03-10", "2031-03-09", "2031-03-09") == "2031-03-09"


def test_a_report_and_its_copies_count_once() -> None:
    copies = [Telling("2031-03-09", "report-b", "2031-03-12")] * 3
    assert day_told([Telling("2031-03-10", "report-a", "2031-03-12"), *copies]) == "2031-03-10"


def test_of_two_that_as_many_tell_it_is_the_base_s() -> None:
    assert told("2031-03-10", "2031-03-09") == "2031-03-10"


def test_where_the_base_tells_none_it_is_that_of_the_first_report() -> None:
    late, soon = Telling("2031-03-09", "late", "2031-03-12"), Telling("2031-03-10", "soon", "2031-03-11")
    assert day_told([Telling(None, "base", "2031-03-12"), late, soon]) == "2031-03-10"


def test_no_report_tells_of_a_day_to_come() -> None:
    assert told("2031-03-14", "2031-03-10~", "2031-03-14") == "2031-03-10~"
    assert told("2031-03-13~") == "2031-03-13~"
    assert told("2031-03-13") is None


@given(TELLINGS)
def test_it_is_a_day_that_some_report_tells(tellings: list[Telling]) -> None:
    day = day_told(tellings)
    assert day in {one.day for one in tellings} or (day is None and not tellings)


@given(TELLINGS)
def test_the_order_of_all_but_the_base_moves_no_majority(tellings: list[Telling]) -> None:
    days = [one for one in tellings if one.day == "2031-03-10"]
    if len({one.origin for one in days}) > len({one.origin for one in tellings if one.day != "2031-03-10"}):
        assert day_told(tellings) == "2031-03-10" == day_told(tellings[::-1])
