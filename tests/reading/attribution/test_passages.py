"""Passages: spans made whole, and their kind."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, kind_of, merge, says_something, to_quotation
from onrecord.reading.page import Page
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs, sentences


def page_of(text: str) -> Page:
    found = paragraphs(text)
    whole = tuple(s for p in found for s in sentences(text, p))
    return Page(text, found, whole, tuple(quotations(text, found)))


def place(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We will sign,” she said.", "“We will sign,”", "direct"),
        ("She said the port would reopen.", "the port would reopen", "indirect"),
        ("She called it “a good day” for Norland.", "“a good day” for Norland", "mixed"),
        ("He said it was ‘unacceptable’.", "it was ‘unacceptable’", "mixed"),
    ],
)
def test_kind_tells_how_much_is_quoted(text: str, content: str, kind: str) -> None:
    assert kind_of(page_of(text), (place(text, content),)) == kind


def test_content_takes_in_the_rest_of_its_quotation() -> None:
    text = "“We will sign today,” she said."
    assert to_quotation(page_of(text), place(text, "will sign today")).text(text) == "“We will sign today,”"


def test_content_does_not_swallow_a_quotation_that_it_barely_touches() -> None:
    text = "He said yes, and “the rest of this long sentence is by somebody else altogether”."
    assert to_quotation(page_of(text), place(text, "yes")).text(text) == "yes"


def test_parts_that_touch_become_one() -> None:
    assert merge((Span(4, 9), Span(0, 4), Span(12, 14))) == (Span(0, 9), Span(12, 14))


@pytest.mark.parametrize(
    ("text", "content", "tells"),
    [
        ("The offer was conveyed by envoys of Norland.", "The offer", False),
        ("Norr spoke of the offer of a lasting truce.", "the offer of a lasting truce", True),
        ("“Words,” said Norr, and left.", "“Words,”", True),
    ],
)
def test_that_something_was_told_is_not_what_was_told(text: str, content: str, tells: bool) -> None:
    page, part = page_of(text), place(text, content)
    found = Passage((), (), (part,), kind_of(page, (part,)), 0.9, (0, 1))
    assert says_something(page, found) is tells
