"""The places that views print of a file of many reports: each leads to one report and its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline
from onrecord.model import Report
from onrecord.model.jsonform import Json
from onrecord.record import open_record
from tests.test_standing import PlainReader

TOLD = (
    "Ana Ruiz of Velmora accepts Torland’s 30-day truce if the guns leave.",
    "Ana Ruiz of Velmora rejects Torland’s 30-day truce.",
    "Petra Lind of Torland accepts Torland’s 30-day truce.",
)
WITHOUT_LINE = re.compile(r"feed\.jsonl(?!#\d)")
VIEWS = ("reports", "statements", "positions", "conditions", "proposals", "changes", "timeline", "brief")


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of one file that holds a report a line."""
    path = tmp_path_factory.mktemp("places") / "talks.db"
    days = ("2024-09-01", "2024-09-20", "2024-09-21")
    given = [
        Report(text, outlet="Gazette", published=day, path="papers/feed.jsonl", line=line)
        for line, (text, day) in enumerate(zip(TOLD, days, strict=True), start=1)
    ]
    with open_record(path, create=True) as record:
        list(pipeline.add(record, given, load_reader=PlainReader))
    return path


def placed(value: Json) -> Iterator[dict[str, Json]]:
    """Every object that names a path, however deep it stands."""
    if isinstance(value, dict):
        if "path" in value:
            yield value
        for one in value.values():
            yield from placed(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from placed(one)


@pytest.mark.parametrize("view", VIEWS)
def test_whoever_is_told_the_path_is_told_the_line(view: str, talks: Path) -> None:
    with onrecord.open(talks) as record:
        rows = getattr(record, view)().to_dicts()
    found = [one for row in rows for one in placed(row)]
    assert found
    assert {one.get("line") for one in found} <= {1, 2, 3}


@pytest.mark.parametrize("view", ["statements", "positions", "conditions", "proposals", "changes", "timeline"])
def test_tables_name_the_report_and_not_the_file_alone(view: str, talks: Path) -> None:
    with onrecord.open(talks) as record:
        shown = getattr(record, view)()._repr_html_()
    assert re.search(r"feed\.jsonl#\d:", shown)
    assert not WITHOUT_LINE.search(shown)


@pytest.mark.parametrize("view", ["positions", "proposals"])
def test_spreadsheets_have_the_places_of_what_they_quote(view: str, talks: Path) -> None:
    with onrecord.open(talks) as record:
        places = getattr(record, view)().to_pandas()["places"]
    assert all(re.search(r"feed\.jsonl#\d:\d+-\d+", cell) and not WITHOUT_LINE.search(cell) for cell in places)


def test_a_rows_own_place_names_the_report(talks: Path) -> None:
    with onrecord.open(talks) as record:
        assert {row.place.split(":")[0] for row in record.statements()} == {f"papers/feed.jsonl#{n}" for n in (1, 2, 3)}
