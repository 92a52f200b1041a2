"""Unit: record.days and record.settling: days taken from siblings, in step with what is added and withdrawn."""

from __future__ import annotations

from itertools import permutations

from onrecord.record import Filter, Record, open_record
from onrecord.record.dump import dump
from tests.record.conftest import Copies
from tests.record.fake import report, said
from tests.record.keeping import JUDGING, keep

WORDS = "We agree with these offers to cease dredging along the river."
TOLL = "The toll on grain will rise before the winter comes to the harbour."
DATED = report(
    said("Ada Voss", WORDS), outlet="Courier", path="dated.txt", published="2024-09-12", published_from="given"
)
BARE = report(said("Ada Voss", WORDS), said("Boro Lind", TOLL), outlet="Mirror", path="bare.txt")
LATER = report(said("Boro Lind", TOLL), outlet="Post", path="later.txt")
REPORTS = (DATED, BARE, LATER)


def published(record: Record) -> dict[str, tuple[str | None, str | None]]:
    return {row.path or "": (row.published, row.published_from) for row in record.reports()}


def test_a_report_without_a_day_takes_it_from_a_sibling(record: Record) -> None:
    keep(record, BARE, DATED)
    assert published(record)["bare.txt"] == ("2024-09-12~", "siblings")
    assert list(record.check()) == []


def test_a_day_that_was_taken_is_not_passed_on(record: Record) -> None:
    keep(record, *REPORTS)
    assert published(record)["later.txt"] == (None, None)


def test_the_days_of_its_statements_follow(record: Record) -> None:
    keep(record, *REPORTS)
    rows = list(record.statements(Filter(report="bare.txt")))
    assert [(row.statement.said_on, row.said_on_as_read) for row in rows] == [("2024-09-12~", None)] * 2
    assert len(list(record.statements(Filter(report="bare.txt", since="2024-09-12")))) == 2


def test_what_was_read_stays_as_it_was_read(record: Record) -> None:
    keep(record, *REPORTS)
    reading = record.reading(BARE.id)
    assert reading is not None
    assert (reading.published, [one.said_on for one in reading.statements]) == (None, [None, None])


def test_it_is_undone_when_the_sibling_is_withdrawn(record: Record, other: Record) -> None:
    keep(record, *REPORTS)
    record.withdraw(DATED.id, "a hoax", JUDGING)
    assert published(record)["bare.txt"] == (None, None)
    assert {row.statement.said_on for row in record.statements()} == {None}


def test_a_day_that_is_given_later_stands(record: Record) -> None:
    keep(record, *REPORTS)
    given = report(
        *BARE.text.split("\n"), outlet="Mirror", path="z.txt", published="2024-09-20", published_from="given"
    )
    keep(record, given)
    assert published(record)["bare.txt"] == ("2024-09-20", "given")
    assert {row.statement.said_on for row in record.statements(Filter(report=BARE.id))} == {None}


def test_the_order_of_reports_does_not_matter(copies: Copies) -> None:
    found = set()
    for order in permutations(REPORTS):
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
    with open_record(copies("sqlite")) as record:
        keep(record, *REPORTS)
        record.recollate(JUDGING)
        found.add("\n".join(dump(record)))
    assert len(found) == 1
