"""Unit: record.stories: stories kept in step with what is added, read again and withdrawn."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
import sqlalchemy as sa

from onrecord.model import Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.dump import dump
from onrecord.record.schema_across import story_place
from onrecord.record.told_stories import stories_of
from tests.record.conftest import Copies
from tests.record.fake import report, said
from tests.record.keeping import JUDGING, keep

RIVER = "Gunboats and dredgers blockade the estuary while the toll is haggled over."
REPORTS = tuple(
    report(
        RIVER, said("Ada Voss", f"No toll {n}."), said("Boro Lind", "Gunboats stay."), path=f"{n}.txt", published=day
    )
    for n, day in enumerate(("2024-09-12", "2024-09-13", "2024-09-20"))
)
OTHER = report(
    "Dockers paralyse ferries.", said("Cyra Maal", "Stevedores strike."), path="x.txt", published="2024-09-13"
)


def parents(record: Record) -> dict[str, str | None]:
    with record.reading_connection() as connection:
        return {row.report_id: row.parent for row in connection.execute(sa.select(story_place))}


def test_each_report_follows_an_earlier_one(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    first, second, third = (one.id for one in REPORTS)
    held = parents(record)
    assert (held[first], held[OTHER.id]) == (None, None)
    assert (held[second], held[third]) == (first, first)


def test_who_followed_a_withdrawn_report_follows_another(record: Record) -> None:
    keep(record, *REPORTS)
    first, second, third = (one.id for one in REPORTS)
    record.withdraw(first, "a hoax", JUDGING)
    assert parents(record) == {second: None, third: second}


def test_the_order_of_reports_does_not_matter(copies: Copies) -> None:
    found = set()
    for order in list(permutations((*REPORTS, OTHER)))[::5]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
    with open_record(copies("sqlite")) as record:
        keep(record, *REPORTS, OTHER)
        record.recollate(JUDGING)
        found.add("\n".join(dump(record)))
    assert len(found) == 1


WORDS = "gunboats dredgers estuary toll stevedores ferries paralyse walkout sluice harvest barges locks".split()


def drawn(seed: int) -> list[Report]:
    """Reports of some days, each of a few of the words: many are like several others."""
    chance = Random(seed)
    return [
        report(
            " ".join(chance.sample(WORDS, 8)) + ".",
            said("Ada Voss", f"Point {n}."),
            path=f"{n}.txt",
            published=f"2024-09-{chance.randint(1, 6):02}",
        )
        for n in range(14)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_any_order_with_reports_withdrawn_gives_the_same_stories(copies: Copies, seed: int) -> None:
    reports, chance = drawn(seed), Random(seed)
    found = []
    for gone in ([], reports[:3]):
        with open_record(copies("sqlite")) as record:
            keep(
                record, *chance.sample([one for one in reports if gone or one not in reports[:3]], 14 - 3 * (not gone))
            )
            for one in gone:
                record.withdraw(one.id, "a hoax", JUDGING)
            found.append(parents(record))
    assert found[0] == found[1]
    assert any(found[0].values())


def test_a_story_is_shown_with_its_reports_in_order(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    (row,) = record.stories()
    assert [one.path for one in row.reports] == ["0.txt", "1.txt", "2.txt"]
    assert (row.first, row.last) == ("2024-09-12", "2024-09-20")
    assert row.label == "Ada Voss, Boro Lind"
    assert row.statements == 6


def test_single_reports_are_stories_when_asked_for(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    assert len(list(record.stories(alone=True))) == 2


def test_a_filter_finds_stories_of_which_one_report_fits(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    assert len(list(record.stories(Filter(report="1.txt")))) == 1
    assert list(record.stories(Filter(report="x.txt"))) == []
    assert [row.id for row in record.stories(Filter(speaker="maal"), alone=True)] == [story_of(OTHER.id)]


def story_of(report_id: str) -> str:
    return report_id.replace("report-", "story-")


def test_one_story_is_asked_of_everything(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    river = Filter(story=story_of(REPORTS[0].id))
    assert len(list(record.reports(river))) == 3
    assert len(list(record.statements(river))) == 6
    assert {row.name for row in record.actors(river)} == {"Ada Voss", "Boro Lind"}
    assert list(record.reports(Filter(story=story_of(REPORTS[1].id)))) == []


def test_a_limit_counts_stories(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    (row,) = record.stories(Filter(limit=1, offset=1), alone=True)
    assert row.id == story_of(OTHER.id)


def test_each_report_is_of_the_story_that_is_listed(record: Record) -> None:
    keep(record, *REPORTS, OTHER)
    listed = {report.id: row.id for row in record.stories(alone=True) for report in row.reports}
    assert stories_of(record, [*listed, "report-unknown"]) == listed
    assert stories_of(record, [REPORTS[2].id]) == {REPORTS[2].id: listed[REPORTS[2].id]}
