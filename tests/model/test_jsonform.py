"""Readings as JSON: the contract's line, and a form that gives every reading back unchanged."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Reading, Report
from onrecord.model.jsonform import Json, reading_to_json, report_line
from onrecord.model.jsonread import reading_from_json
from tests.model.readings import UNHURRIED, readings

REPORT = Report("Ada Voss said no.", outlet="River Watch", path="in/a.txt", published="2024-09-12", text_is_file=True)


@UNHURRIED
@given(readings())
def test_a_reading_comes_back_from_json_unchanged(reading: Reading) -> None:
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


def test_the_line_has_every_part_in_order() -> None:
    line = report_line(REPORT, Reading(REPORT.id))
    assert list(line) == ["report", "statements", "dates", "quantities", "conditions", "proposals", "actors"]


def head(report: Report, reading: Reading, *, text: bool | None = None) -> dict[str, Json]:
    found = report_line(report, reading, text=text)["report"]
    assert isinstance(found, dict)
    return found


def test_the_head_is_the_contracts() -> None:
    assert head(REPORT, Reading(REPORT.id, language="en")) == {
        "id": REPORT.id,
        "path": "in/a.txt",
        "sha256": REPORT.sha256,
        "outlet": "River Watch",
        "title": None,
        "url": None,
        "language": "en",
        "published": "2024-09-12",
        "published_from": None,
    }


@pytest.mark.parametrize(
    ("text_is_file", "asked", "printed"),
    [(True, None, False), (False, None, True), (True, True, True), (False, False, False)],
)
def test_the_text_is_printed_where_no_file_has_it(text_is_file: bool, asked: bool | None, printed: bool) -> None:
    report = Report("Ada Voss said no.", text_is_file=text_is_file)
    assert ("text" in head(report, Reading(report.id), text=asked)) == printed


def test_what_reading_found_stands_where_nothing_was_given() -> None:
    report = Report("Ada Voss said no.", title="Given", line=3)
    found = Reading(report.id, title="Found", published="2024-09", published_from="text", unread="language: fr")
    told = head(report, found)
    assert (told["title"], told["published"], told["published_from"]) == ("Given", "2024-09", "text")
    assert (told["line"], told["unread"]) == (3, "language: fr")


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {},
        {"report": 3},
        {"report": "r", "statements": {}},
        {"report": "r", "sentences": [[1]]},
        {"report": "r", "dates": [{"span": [[0, 1]], "value": 3}]},
        {"report": "r", "quantities": [{"span": [], "value": True}]},
        {"report": "r", "actors": [{"id": "a", "name": "A", "type": "ghost"}]},
        {"report": "r", "furniture": [["title", 1]]},
    ],
)
def test_what_is_no_reading_is_refused(broken: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        reading_from_json(broken)


ATOMS = st.none() | st.integers() | st.text()


@UNHURRIED
@given(st.recursive(ATOMS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_arbitrary_json_is_never_half_read(value: Json) -> None:
    with pytest.raises(ValueError, match=r"."):
        reading_from_json(value)
