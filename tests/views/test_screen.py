"""screen: tables on a terminal."""

import io

import pytest
from rich.console import Console

from onrecord.views.context import with_context
from onrecord.views.screen import print_table
from onrecord.views.tables import REPORTS, SAID, STATEMENTS
from tests.views.making import MadeRecord, report, said


def printed(view, rows, width: int = 80) -> str:
    out = io.StringIO()
    print_table(Console(file=out, width=width, markup=False, highlight=False), view, rows)
    return out.getvalue()


TEXT = "“We agree with these proposals to silence the guns,” Voss said in Brennick."


def test_a_statement_shows_who_what_when_and_where() -> None:
    shown = printed(SAID, [said(TEXT, "“We agree with these proposals to silence the guns,”")], 120)
    assert "2024-09-12" in shown
    assert "Ilmar Voss" in shown
    assert "for Keldavia" in shown
    assert "“We agree with these proposals to silence the guns,”" in shown
    assert "Torland Courier · 002_courier.txt:0-52" in shown


@pytest.mark.parametrize("width", [40, 80, 140, 300])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    shown = printed(SAID, [said(TEXT, TEXT, of=report("n/" + "x" * 200 + ".txt"))], width)
    assert max(map(len, shown.splitlines())) <= width


def test_screenfuls_print_one_head() -> None:
    shown = printed(SAID, [said(TEXT, TEXT)] * 120)
    assert shown.count("Said on") == 1
    assert shown.count("Ilmar Voss") == 120


def test_nothing_prints_nothing() -> None:
    assert printed(SAID, []) == ""


def test_text_is_neither_markup_nor_escape() -> None:
    text = "[red]We\x1b[31m agree[/red] :smile:"
    shown = printed(SAID, [said(text, text)])
    assert "[red]We␛[31m agree[/red] :smile:" in shown
    assert "\x1b" not in shown


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    assert "not known" in printed(SAID, [said(TEXT, TEXT, speaker=None, party=None)])


def test_context_is_shown_whole() -> None:
    record = MadeRecord(TEXT, [TEXT])
    shown = printed(STATEMENTS, with_context(record, [said(TEXT, "the guns")]), 140)
    assert TEXT in " ".join(shown.split())


def test_a_report_says_what_is_unusual() -> None:
    shown = printed(REPORTS, [report(version=2, versions=3, unread="language: fr", primary=True)], 140)
    assert "Torland Courier · primary · version 2 of 3 · unread: language: fr" in shown
