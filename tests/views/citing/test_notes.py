"""notes: one number for each passage, which leads to outlet, day and place."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.model.position import Passage
from onrecord.views.citing import Notes
from onrecord.views.citing.notes import web_address
from tests.views.making import report

COURIER = report(title="Voss says yes", url="https://courier.example/yes")
ECHO = report("news/echo.txt", outlet="Echo", id="report-2", url="javascript:alert(1)")
FIRST, SECOND = Passage("report-1", (Span(3, 9),)), Passage("report-2", (Span(0, 4), Span(8, 12)))
NOTES = Notes.of([FIRST, SECOND, FIRST], {"report-1": COURIER, "report-2": ECHO})


def test_a_passage_keeps_its_number() -> None:
    assert [note.number for note in NOTES.notes] == [1, 2]
    assert NOTES.of_cell([SECOND, FIRST, FIRST]) == (1, 2)


def test_a_note_leads_to_outlet_day_and_place() -> None:
    first, second = NOTES.text()
    assert first == "[1] Torland Courier, Voss says yes, 2024-09-13, 002_courier.txt:3-9"
    assert second == "[2] Echo, 2024-09-13, echo.txt:0-12"


def test_a_passage_of_an_unknown_report_has_no_number() -> None:
    assert NOTES.of_cell([Passage("report-9", (Span(0, 1),))]) == ()


def test_the_most_cited_report_comes_first() -> None:
    more = Notes.of([SECOND, FIRST, Passage("report-1", (Span(20, 30),))], {"report-1": COURIER, "report-2": ECHO})
    assert [(row.id, count) for row, count in more.reports()] == [("report-1", 2), ("report-2", 1)]


def test_only_an_address_on_the_web_can_be_followed() -> None:
    assert "<https://courier.example/yes>" in "".join(NOTES.markdown())
    assert NOTES.html().count("<a ") == 1
    assert "javascript" not in NOTES.html()


def test_an_address_ends_neither_link_nor_line() -> None:
    assert web_address('https://a.example/"> <b>\n\u202e') == "https://a.example/%22%3E%20%3Cb%3E%0A%E2%80%AE"
