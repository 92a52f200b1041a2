"""Unit: record.wordings and record.utterances: utterances kept in step with what is added, read again and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

import pytest

from onrecord.model import ActorRef, Reading, Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.dump import dump
from onrecord.record.utterances import ReadingRow, heard_by
from tests.record.conftest import Copies
from tests.record.fake import load, report, said
from tests.record.keeping import JUDGING, keep

FULL = "We agree with these offers to cease dredging along the river."
SHORT = "We agree with these offers to stop dredging along the river"
OTHER = "The toll on grain will rise before the winter."
REPORTS = (
    report(said("Ada Voss", FULL, day="2024-09-12"), outlet="Courier", path="a.txt"),
    report(said("A. Voss", SHORT, day="2024-09-12"), outlet="Mirror", path="b.txt"),
    report(
        said("Voss", FULL, day="2024-09-12"), said("Boro Lind", OTHER, day="2024-09-12"), outlet="Post", path="c.txt"
    ),
    report(said("Ada Voss", FULL, day="2024-11-02"), outlet="Courier", path="d.txt"),
)


def readings(record: Record, **wanted: str) -> list[list[str | None]]:
    return [sorted(one.report.path or "" for one in row.readings) for row in record.utterances(Filter(**wanted))]


def test_readings_of_several_reports_are_one_utterance(record: Record) -> None:
    keep(record, *REPORTS)
    assert readings(record) == [["a.txt", "b.txt", "c.txt"]]


def test_the_speaker_is_whom_most_reports_name(record: Record) -> None:
    wrong = report(
        said("Boro Lind", f"{FULL} {OTHER}", day="2024-09-12", party="Keldavia"), outlet="Aria", path="e.txt"
    )
    keep(record, *REPORTS[:3], wrong)
    (row,) = (row for row in record.utterances() if len(row.readings) == 4)
    assert row.speaker is not None
    assert (row.speaker.name, row.party) == ("Ada Voss", "Velmora")


@dataclass(frozen=True)
class Unsure:
    """Reads nothing quoted, and each statement as sure as this."""

    sure: float

    @property
    def key(self) -> str:
        return f"unsure {self.sure}"

    def __call__(self, report: Report) -> Reading:
        reading = load()(report)
        told = (replace(one, kind="indirect", confidence=self.sure) for one in reading.statements)
        return replace(reading, statements=tuple(told))


def test_the_speaker_is_whom_the_surest_readings_name(record: Record) -> None:
    wrong = report(said("Boro Lind", FULL, day="2024-09-12"), outlet="Aria", path="e.txt")
    keep(record, wrong, reader=Unsure(0.7))
    keep(record, REPORTS[0])
    (row,) = record.utterances()
    assert row.speaker is not None
    assert row.speaker.name == "Ada Voss"


def by(one: ReadingRow, origin: int, *names: str) -> ReadingRow:
    """The same reading, told by another report, by all of these together."""
    each = tuple(ActorRef(f"actor-{name}", name, "state") for name in names)
    speaker = each[0] if len(each) == 1 else ActorRef("actor-" + "-".join(names), " and ".join(names), "organisation")
    return replace(one, copy_of=f"report {origin}", statement=replace(one.statement, speaker=speaker, speakers=each))


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ([("Marn", "Sarn"), ("Marn", "Sarn"), ("Marn", "Sarn"), ("Esk", "Marn", "Sarn")], "Esk and Marn and Sarn"),
        ([("Marn",), ("Marn",), ("Marn", "Sarn"), ("Marn", "Sarn"), ("Esk", "Marn", "Sarn")], "Esk and Marn and Sarn"),
        ([("Marn", "Sarn")] * 5 + [("Esk", "Marn", "Sarn")], "Marn and Sarn"),
        ([("Marn",), ("Marn",), ("Marn",), ("Marn", "Sarn")], "Marn"),
        ([("Marn",), ("Marn",), ("Marn", "Sarn")], "Marn and Sarn"),
    ],
)
def test_several_who_speak_together_are_part_of_more(record: Record, told: list[tuple[str, ...]], name: str) -> None:
    keep(record, *REPORTS[:2])
    (row,) = record.utterances()
    assert heard_by([by(row.base, at, *names) for at, names in enumerate(told)])[0].speaker.name == name


def test_the_party_is_not_told_by_whoever_else_is_named(record: Record) -> None:
    other = report(said("Boro Lind", SHORT, day="2024-09-12", party="Keldavia"), outlet="Aria", path="e.txt")
    keep(record, other, reader=Unsure(0.7))
    keep(record, report(said("Ada Voss", FULL, day="2024-09-12", party=None), outlet="Post", path="f.txt"))
    (row,) = record.utterances()
    assert (row.speaker is not None, row.party) == (True, None)


def test_of_two_parties_it_is_the_one_of_the_surer_origins(record: Record) -> None:
    keep(record, report(said("Ada Voss", FULL, day="2024-09-12", party="Keldavia"), outlet="Aria", path="e.txt"))
    keep(record, *REPORTS[:2])
    (row,) = record.utterances()
    assert row.party == "Velmora"


def test_the_day_is_none_after_the_first_report(record: Record) -> None:
    late = report(said("Ada Voss", f"{FULL[:-1]} today.", day="2024-09-13"), outlet="Aria", path="e.txt")
    keep(record, *(replace(one, published="2024-09-12") for one in REPORTS[:1]), replace(late, published="2024-09-13"))
    (row,) = record.utterances()
    assert (row.base.statement.statement.said_on, row.said_on) == ("2024-09-13", "2024-09-12")


def test_a_day_after_the_first_report_is_none(record: Record) -> None:
    late = report(said("Ada Voss", FULL, day="2024-09-13"), outlet="Aria", path="e.txt")
    first = report(said("Ada Voss", SHORT, day=None), outlet="Post", path="f.txt")
    keep(record, replace(late, published="2024-09-13"), replace(first, published="2024-09-12"))
    (row,) = record.utterances()
    assert row.said_on is None


def test_the_pages_of_one_site_are_no_independent_tellings(record: Record) -> None:
    where = [("Courier", "https://courier.example/1"), ("Courier World", "https://www.courier.example/2"), ("Post", "")]
    for outlet, url in where:
        keep(record, report(outlet, said("Ada Voss", FULL, day="2024-09-12"), outlet=outlet, url=url))
    (row,) = record.utterances()
    assert (len(row.readings), row.independent) == (3, 2)


def test_what_is_likely_nobodys_words_is_not_shown_however_many_pages_have_it(record: Record) -> None:
    keep(record, *REPORTS[:2], reader=Unsure(0.3))
    assert readings(record) == []
    assert len(list(record.utterances(alone=True))) == 1
    keep(record, REPORTS[2])
    assert readings(record) == [["a.txt", "b.txt", "c.txt"]]


def test_what_one_report_alone_has_is_there_when_asked_for(record: Record) -> None:
    keep(record, *REPORTS)
    assert len(list(record.utterances(alone=True))) == 3


def test_a_filter_asks_for_utterances_with_a_fitting_statement(record: Record) -> None:
    keep(record, *REPORTS)
    assert readings(record, outlet="Mirror") == [["a.txt", "b.txt", "c.txt"]]
    assert readings(record, speaker="Lind") == []


def test_a_withdrawn_report_leaves_its_utterances(record: Record) -> None:
    keep(record, *REPORTS)
    record.withdraw(REPORTS[0].id, "a hoax", JUDGING)
    assert readings(record) == [["b.txt", "c.txt"]]
    assert list(record.check()) == []


def test_the_order_of_reports_does_not_matter(copies: Copies) -> None:
    found = set()
    for order in list(permutations(REPORTS))[::6]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
    assert len(found) == 1


def test_a_rebuild_gives_the_same(record: Record) -> None:
    keep(record, *REPORTS)
    before = list(dump(record))
    record.recollate(JUDGING)
    assert list(dump(record)) == before
