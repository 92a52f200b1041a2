"""Unit: parallels, which lays the reports of a story side by side when it is asked where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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


def test_what_is_too_large_stands_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallels, "MOST_REPORTS", 2)
    first = [
        Report(f"{said}\nThe choir of the salt miners sang.", outlet=paper, published="2024-03-01", title="Salt miners")
        for paper, said in (("Post", "Salt fell."), ("Star", "Salt rose."), ("Echo", "Salt stood."))
    ]
    with open_record(tmp_path / "r.db", create=True) as record:
        every = [*first, reported("Courier", ONE), reported("Mirror", OTHER)]
        for _ in pipeline.add(record, every, load_reader=load):
            pass
        large, small = record.stories()
        assert [len(story.reports) for story in (large, small)] == [3, 2]
        days = Filter(since="2024-03-01")
        assert frozenset((ONE, OTHER)) in texts(parallels.told_otherwise(record, days))
        reached = [parallels.reaches_all(record, Filter(story=story.id)) for story in (large, small)]
        assert reached == [False, True]
        assert not parallels.reaches_all(record, days)


def named(tmp_path: Path) -> Iterator[Record]:
    said = "“We will not lower the toll on salt before the harvest.” {} said"
    with open_record(tmp_path / "r.db", create=True) as record:
        papers = (("Courier", "Orsolo Vélezz"), ("Mirror", "Orsolo Velezz"))
        every = [reported(paper, said.format(name)) for paper, name in papers]
        for _ in pipeline.add(record, every, load_reader=load):
            pass
        yield record


def test_a_name_that_is_kept_with_its_first_name_is_not_told_again(tmp_path: Path) -> None:
    for record in named(tmp_path):
        spelled = [row.why for row in across.disagreements(record) if row.kind == "spelling"]
        assert len(spelled) == 1
        assert set(spelled[0].split(" / ")) == {"Orsolo Vélezz", "Orsolo Velezz"}


def test_what_is_kept_as_a_trifle_is_not_told_as_more(tmp_path: Path) -> None:
    for record in named(tmp_path):
        (kept,) = (row for row in record.disagreements() if row.kind == "spelling")
        besides = [replace(kept, weight="slight", why="velezz / vélezz"), replace(kept, why="korvenko / kovenko")]
        told = [row.why for row in across.disagreements(record, besides=besides) if row.kind == "spelling"]
        assert sorted(told) == sorted([kept.why, "korvenko / kovenko"])


def test_what_the_record_keeps_is_not_told_twice(tmp_path: Path) -> None:
    said = "“We agree with the offers to {} dredging along the delta.” Ada Voss said"
    with open_record(tmp_path / "r.db", create=True) as record:
        papers = (reported("Courier", said.format("cease")), reported("Mirror", said.format("stop the")))
        for _ in pipeline.add(record, papers, load_reader=load):
            pass
        (kept,) = record.disagreements()
        assert list(across.disagreements(record)) == [kept]
