"""Unit: parallels, which lays the reports of a story side by side when it is asked where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import across, parallels, pipeline
from onrecord.model import Report
from onrecord.record import Filter, Record, open_record
from tests.quick_reader import load

ONE = "The delta pact will be reviewed after six harvests and could then be extended for another sixteen."
OTHER = "The two ports agreed to a review of the delta pact every six harvests that would extend it for sixteen more."
AROUND = {
    "Courier": (
        "Rain fell on the lower terraces of Brennick and washed carts of barley into the canal.",
        "The ferry guild of Brennick has sold its last steamer to a museum in the hills.",
    ),
    "Mirror": (
        "Nobody in Brennick knew where the barley of the ferry guild had gone, nor who had paid for it.",
        "The guild's oldest steamer lay at the quay with its lamps out while the harbour master slept.",
    ),
}


def reported(paper: str, line: str, day: str = "2024-09-12") -> Report:
    text = "\n".join((line, *AROUND[paper]))
    return Report(text, outlet=paper, published=day, title="The ferry guild of Brennick")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as record:
        for _ in pipeline.add(record, [reported("Courier", ONE), reported("Mirror", OTHER)], load_reader=load):
            pass
        yield record


def texts(found: object) -> set[frozenset[str]]:
    assert isinstance(found, list)
    return {frozenset(one.text for one in row.readings) for row in found}


def test_sentences_that_tell_one_thing_otherwise(record: Record) -> None:
    assert frozenset((ONE, OTHER)) in texts(parallels.told_otherwise(record))
    assert frozenset((ONE, OTHER)) in texts(list(across.disagreements(record)))


def test_places_are_spans_of_the_reports(record: Record) -> None:
    for row in parallels.told_otherwise(record):
        for one in row.readings:
            text = record.text(one.report.id)
            assert [span.text(text) for span in one.spans] == [one.text]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Filter(outlet="Mirror"), True),
        (Filter(outlet="Post"), False),
        (Filter(since="2024-09-12", until="2024-09-12"), True),
        (Filter(since="2024-10-01"), False),
        (Filter(weight="serious"), False),
        (Filter(speaker="Ada Voss"), False),
        (Filter(text="barley"), False),
    ],
)
def test_what_is_asked_for(record: Record, wanted: Filter, told: bool) -> None:
    assert (frozenset((ONE, OTHER)) in texts(parallels.told_otherwise(record, wanted))) is told


def test_limit_and_offset_part_what_there_is(record: Record) -> None:
    every = list(across.disagreements(record))
    parts = [row for at in range(len(every)) for row in across.disagreements(record, Filter(limit=1, offset=at))]
    assert parts == every


def test_a_large_record_is_asked_for_a_story_or_days(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallels, "MOST_REPORTS", 1)
    assert not parallels.told_otherwise(record)
    monkeypatch.setattr(parallels, "MOST_REPORTS", 2)
    (story,) = record.stories()
    assert parallels.told_otherwise(record, Filter(story=story.id)) == parallels.told_otherwise(record)


def test_what_the_record_keeps_is_not_told_twice(tmp_path: Path) -> None:
    said = "“We agree with the offers to {} dredging along the delta.” Ada Voss said"
    with open_record(tmp_path / "r.db", create=True) as record:
        papers = (reported("Courier", said.format("cease")), reported("Mirror", said.format("stop the")))
        for _ in pipeline.add(record, papers, load_reader=load):
            pass
        (kept,) = record.disagreements()
        assert list(across.disagreements(record)) == [kept]
