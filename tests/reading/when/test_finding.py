"""Finding dates: which words mean a date, and which day, month or span they mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs, sentences
from onrecord.reading.when import find_dates

FRIDAY = "2031-03-14"


def page(text: str) -> Page:
    lines = paragraphs(text)
    return Page(text, lines, tuple(s for line in lines for s in sentences(text, line)), quotations(text, lines))


def dates(text: str, published: str | None = FRIDAY) -> list[tuple[str, str]]:
    return [(d.span[0].text(text), d.value) for d in find_dates(page(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The treaty of March 13, 2029 stands.", "March 13, 2029", "2029-03-13"),
        ("They met on 13 March 2029 in Port Sel.", "13 March 2029", "2029-03-13"),
        ("They met on March 13 , 2029 .", "March 13 , 2029", "2029-03-13"),
        ("Signed on the 5th of May, 2030.", "5th of May, 2030", "2030-05-05"),
        ("On Tuesday, March 11, the two sides met.", "Tuesday, March 11", "2031-03-11"),
        ("KESSALY, March 14. /NRA/. The envoy left.", "March 14", "2031-03-14"),
        ("The border closed on Dec. 28 after the attack.", "Dec. 28", "2030-12-28"),
        ("The truce will begin on April 2.", "April 2", "2031-04-02"),
        ("The accord of 2027-06-30 has lapsed.", "2027-06-30", "2027-06-30"),
        ("Seen on 23/02/2031 by all.", "23/02/2031", "2031-02-23"),
        ("The debt stood at 4 billion as of 3/12/31.", "3/12/31", "2031-03-12"),
        ("The 9/11 attacks changed that.", "9/11", "2001-09-11"),
    ],
)
def test_days_of_the_calendar(text: str, words: str, value: str) -> None:
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The minister said on Friday that talks go on.", "Friday", "2031-03-14"),
        ("The minister said Thursday that talks go on.", "Thursday", "2031-03-13"),
        ("He met her at the palace on Thursday (local time).", "Thursday", "2031-03-13"),
        ("Earlier Thursday, she toured the front.", "Earlier Thursday", "2031-03-13"),
        ("They will meet on Monday in Port Sel.", "Monday", "2031-03-17"),
        ("Talks are due to resume on Monday, she said.", "Monday", "2031-03-17"),
        ("On Monday, she will sail for Norhaven.", "Monday", "2031-03-17"),
        ("On Monday, she sailed for Norhaven.", "Monday", "2031-03-10"),
        ("Marn to visit Norhaven on Tuesday", "Tuesday", "2031-03-18"),
        ("She said on Monday that she would resign.", "Monday", "2031-03-10"),
        ("He paid a rare visit to the Hill on Tuesday, where he spoke.", "Tuesday", "2031-03-11"),
        ("They spoke last Friday.", "last Friday", "2031-03-07"),
        ("They meet next Friday.", "next Friday", "2031-03-21"),
        ("The vote fell on Wednesday night.", "Wednesday night", "2031-03-12"),
        ("Work should be completed by Sunday.", "Sunday", "2031-03-16"),
        ("They spoke on Tuesday last week.", "Tuesday last week", "2031-03-04"),
        ("Talks ran from Monday to Wednesday.", "from Monday to Wednesday", "2031-03-10/2031-03-12"),
    ],
)
def test_weekdays_by_publication_and_tense(text: str, words: str, value: str) -> None:
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy arrived yesterday.", "yesterday", "2031-03-13"),
        ("A vote is planned for tomorrow morning.", "tomorrow morning", "2031-03-15"),
        ("He spoke this morning.", "this morning", "2031-03-14"),
        ("They meet next week.", "next week", "2031-03-17/2031-03-23"),
        ("The plan was drawn up this week.", "this week", "2031-03-10/2031-03-16"),
        ("She was there over the past week.", "the past week", "2031-03-07/2031-03-14"),
        ("The bank failed last month.", "last month", "2031-02"),
        ("He took office earlier this year.", "earlier this year", "2031"),
        ("It was built early last year.", "early last year", "2030"),
        ("Elections follow by the end of next year.", "the end of next year", "2032"),
        ("The incursion came last summer.", "last summer", "2030-06/2030-08"),
        ("The snow came last winter.", "last winter", "2030-12/2031-02"),
        ("It ends in summer 2032.", "summer 2032", "2032-06/2032-08"),
        ("The attack began three days ago.", "three days ago", "2031-03-11"),
        ("The attack began two weeks ago.", "two weeks ago", "2031-02-28~"),
        ("The mandate ended 77 years ago.", "77 years ago", "1954"),
        ("Over the last 14 years nothing moved.", "the last 14 years", "2017/2031"),
        ("It should close over the weekend.", "weekend", "2031-03-15/2031-03-16"),
    ],
)
def test_what_counts_from_publication(text: str, words: str, value: str) -> None:
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The 2027 accords still hold.", "2027", "2027"),
        ("Forces have gained ground since mid-2029.", "mid-2029", "2029"),
        ("He has ruled since the early 1990s.", "the early 1990s", "199X"),
        ("A fort of the 17th century.", "the 17th century", "16XX"),
        ("Taking office in January, he promised peace.", "January", "2031-01"),
        ("In December, they voted it down.", "December", "2030-12"),
        ("The sale should be completed in October.", "October", "2031-10"),
        ("The raid came in August 2029.", "August 2029", "2029-08"),
        ("It grew in the third quarter of 2030.", "the third quarter of 2030", "2030-07/2030-09"),
        ("Third place: fourth-quarter sales fell.", "fourth-quarter", "2030-10/2030-12"),
        ("He served from 2019 to 2022.", "from 2019 to 2022", "2019/2022"),
        ("The forum runs from March 20-23.", "from March 20-23", "2031-03-20/2031-03-23"),
        ("Talks ran from February 27 to March 2.", "from February 27 to March 2", "2031-02-27/2031-03-02"),
        ("Prices rose between April and June 2030.", "between April and June 2030", "2030-04/2030-06"),
        ("Sales fell in the last week of February.", "the last week of February", "2031-02-24/2031-03-02"),
    ],
)
def test_months_years_and_spans(text: str, words: str, value: str) -> None:
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "We may yet agree, and they march on.",
        "The March on Kerrin began at dawn.",
        "Premier Tessa May left the room.",
        "A 30-day ceasefire and a two-hour call.",
        "Some 2000 troops crossed, 1500 soldiers in all.",
        "Resolution 1701 stands.",
        "The ship docked at 1900 GMT.",
        "It cost $2025 in all.",
        "She recently spoke of it, and now regrets it.",
        "He reads the Sunday Times on Black Friday.",
        "Copyright 2031 Norhaven News. All rights reserved.",
        "She told the station's Today programme so.",
        "He said so three years into a war.",
        "They meet every Monday.",
        "The 155mm shells and the F-16 jets.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_quoted_today_is_the_day_of_speaking() -> None:
    text = "She spoke in the palace on Thursday.\n“Today we begin, and tomorrow we sign,” Marn said."
    assert dates(text)[1:] == [("Today", "2031-03-13"), ("tomorrow", "2031-03-14")]


def test_the_same_day_is_the_one_told_of() -> None:
    text = "Marn made her statement on Thursday. Asked about it later in the day, he smiled. The next day he left."
    assert [value for _, value in dates(text)] == ["2031-03-13", "2031-03-13", "2031-03-14"]


def test_the_same_month_a_year_earlier() -> None:
    text = "Exports fell in February, compared to the same month last year."
    assert [value for _, value in dates(text)] == ["2031-02", "2030-02"]


def test_without_a_day_of_publication_only_full_dates_stand() -> None:
    text = "On Friday he recalled the treaty of 3 May 2029, the raid of June 5 and the talks in March."
    assert dates(text, None) == [("3 May 2029", "2029-05-03"), ("June 5", "XXXX-06-05")]


def test_what_counts_from_an_approximate_day_is_approximate() -> None:
    text = "He said on Thursday that the 2027 accords hold until summer 2032, after last week and last month."
    values = ["2031-03-13~", "2027", "2032-06/2032-08", "2031-03-03~/2031-03-09~", "2031-02"]
    assert [value for _, value in dates(text, "2031-03-13~")] == values


def test_an_interval_of_publication_gives_what_both_its_ends_give() -> None:
    text = "She spoke on Wednesday and left yesterday."
    assert dates(text, "2031-03-13/2031-03-14") == [("Wednesday", "2031-03-12")]


def test_dates_named_by_an_attack_are_known_from_that_day_on() -> None:
    text = "Since the October 7 attack, nothing moved."
    assert dates(text, "2025-03-14") == [("October 7", "2023-10-07")]
    assert dates(text, "2021-03-14") == [("October 7", "2020-10-07")]


PIECES = st.sampled_from(
    """
    on Friday|said|will meet|in May|March 13|2031|the last|two weeks ago|“|”|.|30|next|year|February 30|1990s|,
    """.strip().split("|")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join), st.sampled_from([None, FRIDAY, "2031", "0001-01-02", "9999-12-31"]))
def test_values_are_edtf_and_spans_lie_in_order(text: str, published: str | None) -> None:
    found: tuple[Date, ...] = find_dates(page(text), published)
    assert all(edtf.is_valid(d.value) for d in found)
    ends = [d.span[0] for d in found]
    assert all(0 <= s.start < s.end <= len(text) for s in ends)
    assert all(a.end <= b.start for a, b in pairwise(ends))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(d.span[0], Span) for d in find_dates(page(text), FRIDAY))
