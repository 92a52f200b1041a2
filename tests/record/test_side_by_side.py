"""Unit: record.differing, record.tellings, record.copying: what is laid side by side keeps step with what is read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import permutations

import pytest

from onrecord.model import Judgement, Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.dump import dump
from onrecord.record.saving import Read
from tests.record.conftest import Copies
from tests.record.fake import load, report, said
from tests.record.keeping import JUDGING, keep

STORY = (
    "The ferry of Port Aldis stayed in the harbour for nine days because nobody would pay the toll on salt.",
    "Its captain slept on deck, and his dog kept the gulls from the sacks until the council sent a clerk.",
    "The clerk counted everything twice and wrote it all down in a green book that he then lost in the canal.",
)
VERY = "We support the plan for the delta of Orla very much."
PLAIN = "We support the plan for the delta of Orla."
HOLDS = "Velmora holds {} km of the Keldavian bank of the Orla near Maren."
REPORTS = (
    report(said("Danylo Korvensky", VERY, day="2024-09-12"), HOLDS.format(240), outlet="Courier", path="a.txt"),
    report(
        said("Danylo Korvensky", PLAIN, day="2024-09-12"), *STORY, outlet="Mirror", path="b.txt", published="2024-09-13"
    ),
    report(
        said("Danylo Korvenskyy", "Boats are late.", day="2024-09-12"), HOLDS.format(190), outlet="Post", path="c.txt"
    ),
    report(*STORY, "The mayor was not there.", outlet="Lantern", path="d.txt", published="2024-09-12"),
)


def kinds(record: Record, **wanted: str) -> list[tuple[str, str]]:
    return [(row.kind, row.why) for row in record.disagreements(Filter(**wanted))]


def copied(record: Record) -> list[tuple[str | None, str | None]]:
    return [(row.report.path, row.origin.path) for row, _, _ in record.copies()]


def test_what_differs_is_kept(record: Record) -> None:
    keep(record, *REPORTS)
    assert sorted(kinds(record)) == [
        ("number", "190 km / 240 km"),
        ("spelling", "korvensky / korvenskyy"),
        ("wording", "very much / nothing"),
    ]


def test_the_serious_ones_come_first_and_in_pages(record: Record) -> None:
    keep(record, *REPORTS)
    whole = list(record.disagreements())
    assert [row.weight for row in whole] == sorted(row.weight for row in whole)
    pages = [row for at in range(3) for row in record.disagreements(Filter(limit=1, offset=at))]
    assert pages == whole


def test_a_filter_asks_for_one_reading_that_fits(record: Record) -> None:
    keep(record, *REPORTS)
    assert kinds(record, outlet="Post") == [("number", "190 km / 240 km"), ("spelling", "korvensky / korvenskyy")]
    assert kinds(record, speaker="Danylo Korvensky", text="delta") == [("wording", "very much / nothing")]


def test_a_copy_has_the_first_that_printed_it_as_its_origin(record: Record) -> None:
    keep(record, *REPORTS)
    assert copied(record) == [("b.txt", "d.txt")]


def story(outlet: str, published: str | None) -> Report:
    return report(*STORY, outlet=outlet, path=f"{outlet.lower()}.txt", published=published)


def test_what_is_printed_again_months_later_is_no_copy(record: Record) -> None:
    keep(record, story("Mirror", "2024-03-13"), story("Lantern", "2024-09-12"))
    assert copied(record) == []


@pytest.mark.parametrize("published", [None, "2024", "2024-09"])
def test_a_report_of_no_day_or_many_is_held_against_those_of_every_day(copies: Copies, published: str | None) -> None:
    reports = (story("Mirror", "2024-03-13"), story("Lantern", published), story("Post", "2024-09-12"))
    found = set()
    for order in permutations(reports):
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
            assert copied(record)
    assert len(found) == 1


@pytest.mark.parametrize("at", range(len(REPORTS)))
def test_a_reading_kept_again_changes_nothing(record: Record, at: int) -> None:
    keep(record, *REPORTS)
    before = list(dump(record))
    again = REPORTS[at]
    record.keep(Read(again, load()(again), "another key", "fake reader 1"), JUDGING)
    assert [line for line in dump(record) if '"table": "reading"' not in line] == [
        line for line in before if '"table": "reading"' not in line
    ]


def upgraded(path: str, reports: list[Report]) -> None:
    """A record with these reports as the migrations leave it: the runs by which copies are told are yet to be made."""
    with open_record(path) as record:
        keep(record, *reports)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(
            "DELETE FROM report_runs; DELETE FROM copy_key; DELETE FROM telling_key;"
            "DELETE FROM collated WHERE part = 'disagreements';"
        )


def test_a_report_is_withdrawn_from_a_record_that_was_just_upgraded(copies: Copies) -> None:
    reports = [story(outlet, "2024-09-12") for outlet in ("Mirror", "Lantern", "Post")]
    path = copies("sqlite")
    upgraded(path, reports)
    with open_record(path) as record:
        record.withdraw(reports[0].id, "a hoax", JUDGING)
        assert len(copied(record)) == 1


def test_a_person_corrects_a_record_that_was_just_upgraded(copies: Copies) -> None:
    path = copies("sqlite")
    upgraded(path, list(REPORTS))
    with open_record(path) as record:
        told = Judgement("set-speaker", REPORTS[1].id, "1-9", None, "user", "misheard", "2024-09-14")
        record.judge([told], JUDGING)
        assert copied(record) == [("b.txt", "d.txt")]
        assert record.undo(told.id, JUDGING)
        assert len(kinds(record)) == 3


def test_a_withdrawn_report_takes_its_disagreements_and_copies_along(record: Record) -> None:
    keep(record, *REPORTS)
    for one in (REPORTS[2], REPORTS[3]):
        record.withdraw(one.id, "a hoax", JUDGING)
    assert kinds(record) == [("wording", "very much / nothing")]
    assert copied(record) == []
    assert list(record.check()) == []


def test_the_order_of_reports_does_not_matter(copies: Copies) -> None:
    found = set()
    for order in list(permutations(REPORTS))[::6]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
    assert len(found) == 1


TWO = (
    "Velmora holds {} km of the Keldavian bank of the upper Orla near Maren, and at the far end of the island, where "
    "nobody counts the boats that come and go by night, Torland holds {} km of the Velmoran shore of Esk near Brennick."
)
FIGURES = tuple(
    report(TWO.format(*figures), outlet=f"Outlet {n}", path=f"{n}.txt", published="2024-09-12")
    for n, figures in enumerate(((240, 70), (190, 70), (240, 40), (150, 90)))
)


def test_two_things_told_in_one_sentence_in_any_order(copies: Copies) -> None:
    found = set()
    for order in list(permutations(FIGURES))[::3]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
            assert len(kinds(record)) == 2
    assert len(found) == 1


def test_a_rebuild_gives_the_same(record: Record) -> None:
    keep(record, *REPORTS)
    before = list(dump(record))
    record.recollate(JUDGING)
    assert list(dump(record)) == before


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("UPDATE telling SET text = 'Velmora holds nothing.'", "telling at"),
        ("UPDATE disagreement_reading SET spans = '[[0,3]]'", "disagreement_reading at"),
    ],
)
def test_words_that_are_not_the_reports_are_a_fault(copies: Copies, planted: str, told: str) -> None:
    path = copies("sqlite")
    with open_record(path) as record:
        keep(record, *REPORTS)
    with closing(sqlite3.connect(path)) as store, store:
        store.execute(planted)
    with open_record(path) as record:
        found = list(record.check())
    assert found
    assert all(told in fault for fault in found)


UNDER = (
    "Under the new toll rules, ferries must be built with at least 60 percent of {} in the delta, up from 45 percent."
)
RETOLD = tuple(
    report(UNDER.format(each), f"The clerk of ward {n} was away.", outlet=f"Outlet {n}", path=f"{n}.txt")
    for n, each in enumerate(("parts made", "a hull's worth", "parts made", "timber felled", "parts made"))
)


def test_a_sentence_told_otherwise_is_told_once_in_any_order(copies: Copies) -> None:
    found = set()
    for order in list(permutations(RETOLD))[::12]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
            assert 1 <= len(kinds(record)) <= 2
    assert len(found) == 1


@pytest.mark.parametrize("at", range(len(RETOLD)))
def test_a_sentence_that_goes_takes_what_hung_on_it(copies: Copies, at: int) -> None:
    rest = [one for n, one in enumerate(RETOLD) if n != at]
    with open_record(copies("sqlite")) as record:
        keep(record, *rest)
        before = sorted(kinds(record))
        keep(record, RETOLD[at])
        record.withdraw(RETOLD[at].id, "a hoax", JUDGING)
        assert sorted(kinds(record)) == before


def test_trifles_can_be_left_out(record: Record) -> None:
    keep(record, *REPORTS, *RETOLD)
    every = [row.weight for row in record.disagreements()]
    assert every[-1] == "trifling"
    for weight, fewer in (("serious", {"serious"}), ("slight", {"serious", "slight"})):
        found = [row.weight for row in record.disagreements(Filter(weight=weight))]
        assert found == [one for one in every if one in fewer]


def test_other_reports_with_a_spelling_are_told_too(record: Record) -> None:
    fourth = report(said("Danylo Korvensky", "The tide is low.", day="2024-09-12"), outlet="Herald", path="e.txt")
    keep(record, *REPORTS, fourth)
    (spelling,) = [row for row in record.disagreements() if row.kind == "spelling"]
    told = sorted((one.report.path or "", one.text.split()[-1]) for one in spelling.readings)
    assert told == [(f"{at}.txt", "Korvenskyy" if at == "c" else "Korvensky") for at in "abce"]
