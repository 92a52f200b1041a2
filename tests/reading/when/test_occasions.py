"""Occasions: which dated calls, meetings and visits a report tells of."""

from __future__ import annotations

import pytest

from onrecord.model import Event
from onrecord.reading.when import find_dates, find_occasions
from tests.reading.when.marked import page_of

FRIDAY = "2031-03-14"


def occasions(text: str) -> tuple[Event, ...]:
    page = page_of(text)
    return find_occasions(page, find_dates(page, FRIDAY), FRIDAY)


@pytest.mark.parametrize(
    ("text", "words", "kind", "day", "people"),
    [
        (
            "Marn and Dorn held a phone call on 9 March.",
            "phone call",
            "call",
            "2031-03-09",
            ["Dorn"],
        ),
        (
            "A call between Ona Marn and Ivo Dorn on Sunday changed little.",
            "call",
            "call",
            "2031-03-09",
            ["Ona Marn", "Ivo Dorn"],
        ),
        (
            "On Thursday, Marn met Foreign Minister Ivo Dorn.",
            "met",
            "meeting",
            "2031-03-13",
            ["Marn", "Foreign Minister Ivo Dorn"],
        ),
        (
            "He spoke at a news conference with Dorn on Tuesday.",
            "news conference",
            "news conference",
            "2031-03-11",
            ["Dorn"],
        ),
        ("Marn visited Kerrin last week.", "visited", "visit", "2031-03-03/2031-03-09", ["Marn", "Kerrin"]),
        ("Delegations held talks in Port Sel on Wednesday.", "talks", "talks", "2031-03-12", []),
        ("The council voted on Monday.", "voted", "vote", "2031-03-10", []),
    ],
)
def test_a_dated_occasion(text: str, words: str, kind: str, day: str, people: list[str]) -> None:
    (event,) = occasions(text)
    assert (event.span[0].text(text), event.kind, event.on) == (words, kind, day)
    assert [span.text(text) for span in event.participants] == people


@pytest.mark.parametrize(
    "text",
    [
        "They held talks, and a news conference after them.",
        "They will hold talks on Monday.",
        "Kerrin, which was shelled on Monday, wants talks.",
        "The river rose on Thursday.",
    ],
)
def test_undated_and_coming_occasions_are_left_out(text: str) -> None:
    assert occasions(text) == ()


def test_the_evidence_is_the_date() -> None:
    text = "Marn met Dorn on Thursday."
    (event,) = occasions(text)
    assert [span.text(text) for span in event.on_evidence] == ["Thursday"]
