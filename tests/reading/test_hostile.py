"""The rules that read round a date, a content and a condition: long runs of one mark take them no long time."""

from __future__ import annotations

import time

import pytest

from onrecord.model import Date, Span
from onrecord.reading.attribution.edges import with_whole_contents
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.conditions.triggers import find_musts, find_triggers
from onrecord.reading.page import Page
from onrecord.reading.when.idle import without_idle

LONG = 20_000  # characters
LIMIT = 2.0  # seconds of the processor's time
RUNS = [
    "A",
    "Aa ",
    ", ",
    "-",
    "\u2013 ",
    "(",
    "\u201c",
    '"',
    "1",
    "1,",
    " ",
    "a-",
    "the ",
    "still the ",
    "\u6c34",
    "Photo ",
]


def run_of(unit: str) -> str:
    return (unit * LONG)[:LONG]


def page(text: str) -> Page:
    whole = (Span(0, len(text)),)
    return Page(text, whole, whole)


def told(text: str, end: int) -> Passage:
    """Norr's, from behind her "said" to the end."""
    return Passage((Span(0, 4),), (Span(5, 9),), (Span(10, end),), "indirect", 0.9, (1, 2))


def seconds_since(start: float) -> float:
    return time.process_time() - start


@pytest.mark.parametrize("unit", RUNS)
@pytest.mark.parametrize("opening", ["", ". (", " (", " ", " - "])
def test_no_run_behind_a_date_takes_long(opening: str, unit: str) -> None:
    before = "Norr spoke on May 3, 2031"
    text = f"{before}{opening}{run_of(unit)}! Norr said it is open."
    date = Date((Span(before.index("May"), len(before)),), "2031-05-03")
    start = time.process_time()
    without_idle(page(text), [date])
    assert seconds_since(start) < LIMIT


@pytest.mark.parametrize("unit", RUNS)
@pytest.mark.parametrize("last", [" the tolls are high", " and", " to", ""])
def test_no_run_at_the_end_of_a_content_takes_long(last: str, unit: str) -> None:
    before = f"Norr said the lock is shut and {run_of(unit)}{last}"
    within, behind = before + ".", f"Norr said the lock is shut{last}{run_of(unit)}."
    start = time.process_time()
    with_whole_contents(page(within), [told(within, len(before))])
    with_whole_contents(page(behind), [told(behind, len(behind) - LONG - 1)])
    assert seconds_since(start) < LIMIT


@pytest.mark.parametrize("unit", RUNS)
@pytest.mark.parametrize("opening", ["", "several ", "any deal ", "some points "])
def test_no_run_before_a_condition_takes_long(opening: str, unit: str) -> None:
    text = f"{opening}{run_of(unit)} hold, if norr agrees.".lower()
    start = time.process_time()
    list(find_triggers(text)), list(find_musts(text))
    assert seconds_since(start) < LIMIT


def test_only_the_rest_of_a_word_joins_a_content_and_nothing_of_anyone_elses() -> None:
    text = "Norr said the lock is sh" + "\u6c34" * 200
    first, second = told(text, 24), Passage((Span(30, 32),), (), (Span(34, 36),), "indirect", 0.9, (1, 2))
    assert with_whole_contents(page(text), [first])[0].content == (Span(10, 64),)
    assert with_whole_contents(page(text), [first, second])[0].content == (Span(10, 30),)
