"""harmless: text of a report on its way to a screen, a spreadsheet, a Markdown page or a JSON line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.harmless import csv_cell, harmless, json_line, markdown_cell, one_line

anything = st.text(st.characters())  # lone surrogates too


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Voss said “yes”.\n\tThen he left.", "Voss said “yes”.\n\tThen he left."),
        ("\x1b[2J\x1b]0;owned\x07", "␛[2J␛]0;owned␇"),
        ("a\rb", "a␍b"),
        ("\x9b31m", "<U+009B>31m"),
        ("user\u202egnp.exe", "user<U+202E>gnp.exe"),
        ("\u2066left\u2069", "<U+2066>left<U+2069>"),
        ("\x7f", "␡"),
        ("\udc80", "<U+DC80>"),
        ("שלום", "שלום"),
    ],
)
def test_controls_are_shown_not_obeyed(printed: str, shown: str) -> None:
    assert harmless(printed) == shown


@given(anything)
def test_what_is_harmless_prints_anywhere(text: str) -> None:
    shown = harmless(text)
    shown.encode("utf-8")
    assert all(character in "\n\t" or ord(character) >= 0x20 for character in shown)
    assert harmless(shown) == shown


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+49 30", "'+49 30"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("— Ilmar Voss", "— Ilmar Voss"),
        ("2 = 2", "2 = 2"),
    ],
)
def test_formulas_are_neutralised(printed: str, cell: str) -> None:
    assert csv_cell(printed) == cell


def test_markdown_means_nothing() -> None:
    assert markdown_cell("<b>a|b</b> [x](javascript:y)\n# c") == "&lt;b&gt;a\\|b&lt;/b&gt; \\[x\\](javascript:y) \\# c"


def test_one_line_has_no_runs_of_blanks() -> None:
    assert one_line("  a\n\n b\t c ") == "a b c"


@given(anything)
def test_json_reads_back_and_prints_harmless(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line)["text"] == text or any("\ud800" <= character <= "\udfff" for character in text)
    assert harmless(line) == line
