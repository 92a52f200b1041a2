"""Choosing a day where the rules give none: which days may be a statement's, and when none is taken."""

from __future__ import annotations

import pytest

from onrecord.reading.when import find_dates, when_said
from onrecord.reading.when.candidates import Candidate
from onrecord.reading.when.choosing import best, shipped
from onrecord.reading.when.telling import UNKNOWN, SaidOn, Told
from tests.reading.when.marked import marked

FRIDAY = "2031-03-14"


def last_day(text: str, published: str = FRIDAY, speakers: list[str | None] | None = None) -> str | None:
    page, passages = marked(text)
    return when_said(page, passages, find_dates(page, published), published, speakers=speakers)[-1][0]


def offered(text: str, published: str = FRIDAY) -> set[str]:
    """The days that the scorer may choose from, for the last statement."""
    found: list[set[str]] = [set()]

    def keep(_one: Told, candidates: list[Candidate]) -> SaidOn:
        found.append({each.said[0] or "" for each in candidates})
        return UNKNOWN

    page, passages = marked(text)
    when_said(page, passages, find_dates(page, published), published, pick=keep)
    return found[-1]


# A day that no rule gives is approximate.
TRIED = [
    # A scene that is dated, and what was asked there.
    (
        "Ona Marn spoke during a hearing in the palace on Wednesday, amid talks about the port.\n"
        "[Marn] {asked} <whether the locks would open>.",
        "2031-03-12",
    ),
    # Figures, a poll or a report that came out on a day, and what they say.
    (
        "Prices rose again, figures showed Thursday.\n[The Office for Counting] {said} <that bread was dearer>.",
        "2031-03-13~",
    ),
    ("A poll Thursday showed that many were against it.\n[The poll] {showed} <49 percent for it>.", "2031-03-13~"),
    ("The agency published a report Wednesday on the ports.\n[The report] {said} <that dues rose>.", "2031-03-12~"),
    # A span for the verb before, and so for the one that goes on with it.
    ("[Gall] {repeated} her ruling this month, {emphasizing} <that it was right>.", "2031-03"),
    # After an occasion whose day is told.
    ("After Wednesday's bail hearing [he] {wrote} <“To the stage!”>", "2031-03-12"),
    # Between the verb and its "that".
    ("[Ona Marn] {announced} <March 12 that the dues will be waived>.", "2031-03-12"),
    # Nothing is said after the report of it.
    ("[Ona Marn] {said} this week <that the dues will be waived>.", "2031-03-10/2031-03-14"),
    # Standing views, and days of other things.
    ("The port was shut on Monday.\n[An expert], who has long watched it, {says} <it will close>.", None),
    ("The fair opened on Tuesday.\n[Analysts] {say} <the price is too high>.", None),
    ("The fair opened on Tuesday.\n[Norhaven] {has said} <it would build locks>.", None),
    ("The port was founded in March 1911.\n[The harbour master] {said} <it was still sound>.", None),
]


@pytest.mark.parametrize(("text", "day"), TRIED)
def test_a_day_told_nearby_holds(text: str, day: str | None) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Marn left on Monday. Dorn came on Tuesday.\n[Kell] {said} <it was late>.", {"2031-03-10", "2031-03-11"}),
        # A year holds in its own sentence only; a dateline's day and that of somebody's death are no day of words.
        ("The lock was built in 1911.\n[Kell] {said} <it was late>.", set()),
        ("HALDEN, March 14. /NRA/. [Kell] {said} <it was late>.", set()),
        ("Dorn, the potter, died on Monday.\n[Kell] {said} <it was late>.", set()),
        # Another clause has the day.
        ("[Kell], who resigned on Monday, {said} <it was late>.", set()),
        ("[Kell] {said}, as envoys came on Monday, <that it was late>.", set()),
        # "Today" among the words may mean nowadays.
        ("[Voss] {said} <the port is poor today>.\n[Kell] {said} <“so is the Kessaly of today”>.", set()),
        # What has a day by a rule, or was said at another time, is not asked about.
        ("[Kell] {said} on Monday <that it was late>.", set()),
        ("Marn left on Monday.\n[Kell] {said} at the time <that it was late>.", set()),
    ],
)
def test_which_days_may_be_chosen(text: str, days: set[str]) -> None:
    assert offered(text) == days


def test_none_is_chosen_where_no_day_has_weight() -> None:
    one = Candidate(("2031-03-13", ()), {"any", "at before"})
    text = "[Kell] {said} <it was late>."
    _, passages = marked(text)
    told = Told(0, passages[0], None, 0, "said", None)
    assert best({"any": -50, "at before": 40})(told, [one]) == UNKNOWN
    assert best({"any": -50, "at before": 60})(told, [one]) == one.said


def test_the_weights_are_whole_numbers_so_that_their_sum_has_no_order() -> None:
    assert all(isinstance(weight, int) for weight in shipped().values())
