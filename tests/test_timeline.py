"""Unit: timeline: events and dated statements by day, each once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Filter, Record, open_record
from onrecord.timeline import timeline
from onrecord.views.formats import csv_lines, jsonl, markdown
from onrecord.views.tables import TIMELINE
from tests.record.fake import report, said
from tests.record.keeping import JUDGING, keep

FULL = "We agree with these offers to cease dredging along the river."
CALL = "Ada Voss and Boro Lind spoke in a phone call."


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Record]:
    first = report(CALL, said("Ada Voss", FULL, day="2024-09-12"), path="a.txt", outlet="Courier")
    other = report(said("Ada Voss", FULL, day="2024-09-12"), path="b.txt", outlet="Mirror")
    late = report(said("Boro Lind", "The toll will rise.", party="Keldavia", day="2024-09-13"), path="c.txt")
    with open_record(tmp_path / "talks.db", create=True) as record:
        record.prepare(JUDGING)
        keep(record, first, other, late)
        yield record


def days(record: Record, **wanted: str | int) -> list[str]:
    return [f"{row.day} {'event' if row.event else 'statement'}" for row in timeline(record, Filter(**wanted))]


def test_events_and_statements_stand_by_day(talks: Record) -> None:
    assert days(talks) == ["2024-09-11 event", "2024-09-12 statement", "2024-09-13 statement"]


def test_what_two_reports_have_stands_once_with_both(talks: Record) -> None:
    (row,) = timeline(talks, Filter(since="2024-09-12", until="2024-09-12"))
    assert row.statement is not None
    assert sorted(one.report.path or "" for one in (row.statement, *row.also)) == ["a.txt", "b.txt"]


def test_a_filter_asks_for_what_it_names(talks: Record) -> None:
    assert days(talks, since="2024-09-12") == ["2024-09-12 statement", "2024-09-13 statement"]
    assert days(talks, speaker="lind") == ["2024-09-13 statement"]
    assert days(talks, text="toll") == ["2024-09-13 statement"]
    assert days(talks, outlet="Mirror") == ["2024-09-12 statement"]


def test_a_limit_counts_rows_of_both_kinds(talks: Record) -> None:
    assert days(talks, limit=1, offset=1) == ["2024-09-12 statement"]


@pytest.mark.parametrize("form", [jsonl, csv_lines, markdown])
def test_every_format_has_a_line_for_each_row(talks: Record, form) -> None:
    heads = {jsonl: 0, csv_lines: 1, markdown: 2}[form]
    assert len(list(form(TIMELINE, timeline(talks)))) == 3 + heads


def test_every_line_of_the_csv_has_the_same_columns(talks: Record) -> None:
    rows = list(timeline(talks))
    assert len({tuple(TIMELINE.flat(row)) for row in rows}) == 1
