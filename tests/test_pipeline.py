"""The pipeline: reports in, each saved whole, in their order; the same record whoever read them."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.model import Date, Fault, Reading, Report, Span
from onrecord.pipeline import Done
from onrecord.record import Record, open_record
from onrecord.record.dump import dump
from tests.record.fake import FakeReader, load, many, report, said

BROKEN = report("RAISE an error.", path="in/broken.txt", line=3)
DEADLY = report("DIE, reader.", path="in/deadly.txt")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "talks.db", create=True) as made:
        yield made


def add(record: Record, *reports: Report | Fault, workers: int = 1) -> list[str]:
    done = pipeline.add(record, reports, load_reader=load, workers=workers)
    return [one.outcome if isinstance(one, Done) else str(one) for one in done]


def lines(record: Record) -> list[str]:
    return list(dump(record))


def test_what_is_new_is_added_and_told(record: Record) -> None:
    (done,) = pipeline.add(record, many(1), load_reader=load)
    assert done == Done("added", many(1)[0].id, "reports/0000.txt", 24, 2)


def test_what_is_there_is_not_read_again(record: Record) -> None:
    def never() -> Callable[[Report], Reading]:
        return Never()

    add(record, *many(3))
    assert [one.outcome for one in pipeline.add(record, many(3), load_reader=never)] == ["already there"] * 3


class Never(FakeReader):
    def __call__(self, report: Report) -> Reading:
        raise AssertionError(f"{report.path} was read again")


def test_faults_pass_through_in_their_place(record: Record) -> None:
    one, two = many(2)
    assert add(record, one, Fault("in/empty.txt", "empty"), two) == ["added", "in/empty.txt: empty", "added"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_breaks_the_reader_is_a_fault_of_its_own(record: Record, workers: int) -> None:
    one, two = many(2)
    told = add(record, one, BROKEN, two, workers=workers)
    assert told == [
        "added",
        "in/broken.txt:3: it could not be read: ZeroDivisionError: the reader divides by zero",
        "added",
    ]
    assert record.counts().reports == 2


def test_a_report_that_kills_the_reader_is_a_fault_of_its_own(record: Record) -> None:
    one, two = many(2)
    told = add(record, one, DEADLY, two, workers=2)
    assert told == ["added", "in/deadly.txt: it could not be read: the reading process died (exit code 9)", "added"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A truce\0 holds.", "character 7 of its text is NUL, which is no text"),
        ("A \ud83d truce.", "character 2 of its text is half a surrogate pair (U+D83D), which is no text"),
    ],
)
def test_what_is_no_text_is_refused(record: Record, text: str, cause: str) -> None:
    assert add(record, report(text, path="in/odd.jsonl", line=2)) == [f"in/odd.jsonl:2: {cause}"]
    assert record.counts().reports == 0


def test_a_path_that_is_no_text_is_refused(record: Record) -> None:
    (told,) = add(record, report("Talks.", path="in/\udcff.txt"))
    assert "of its path is half a surrogate pair" in told


def test_one_reading_that_does_not_fit_stops_nothing(record: Record) -> None:
    one, two = many(2)
    told = [
        one.outcome if isinstance(one, Done) else one.cause
        for one in pipeline.add(record, [one, two], load_reader=Doubled)
    ]
    assert len(told) == 2
    assert "the record does not take it" in told[0]
    assert record.counts().reports == 0


class Doubled(FakeReader):
    """Finds every statement twice, which no reader may."""

    def __call__(self, report: Report) -> Reading:
        found = super().__call__(report)
        return replace(found, statements=found.statements * 2)


@pytest.mark.parametrize(("workers", "seed"), [(1, 1), (2, 2), (3, 3)])
def test_any_order_and_number_of_workers_gives_the_same_record(tmp_path: Path, workers: int, seed: int) -> None:
    reports = many(40)
    shuffled = random.Random(seed).sample(reports, len(reports))
    with open_record(tmp_path / "a.db", create=True) as one, open_record(tmp_path / "b.db", create=True) as other:
        add(one, *reports)
        add(other, *shuffled, workers=workers)
        assert lines(one) == lines(other)


def test_one_report_met_twice_at_once_is_read_with_all_that_is_known(tmp_path: Path) -> None:
    plain = report(said("Ada Voss", "Not yet."), path="a.txt")
    dated = replace(plain, path="b.txt", published="2024-09-12", published_from="given")
    with open_record(tmp_path / "a.db", create=True) as one, open_record(tmp_path / "b.db", create=True) as other:
        add(one, plain, dated, workers=2)
        add(other, dated)
        add(other, plain)
        assert lines(one) == lines(other)
        (row,) = one.reports()
        assert (row.paths, row.published) == (("a.txt", "b.txt"), "2024-09-12")


def test_stopping_early_keeps_what_was_saved(record: Record) -> None:
    done = pipeline.add(record, many(30), load_reader=load)
    next(done), next(done)
    done.close()
    assert record.counts().reports == 2
    assert add(record, *many(3)) == ["already there", "already there", "added"]


def test_reading_keeps_nothing_and_keeps_the_order() -> None:
    one, two = many(2)
    found = list(pipeline.read_all([one, BROKEN, two], load_reader=load, workers=2))
    assert [found[0], found[2]] == [(one, load()(one)), (two, load()(two))]
    assert isinstance(found[1], Fault)


@dataclass(frozen=True)
class Newer(FakeReader):
    key: str = "fake reader 2"


def test_only_what_changed_is_read_again(record: Record) -> None:
    add(record, *many(2))
    assert outcomes(pipeline.reread(record, load_reader=load, changed_only=True)) == ["already there"] * 2
    assert outcomes(pipeline.reread(record, load_reader=Newer, changed_only=True)) == ["read again"] * 2
    assert outcomes(pipeline.reread(record, load_reader=Newer, changed_only=True)) == ["already there"] * 2


def test_reading_everything_again_gives_the_same_record(record: Record) -> None:
    add(record, *many(4))
    before = lines(record)
    assert outcomes(pipeline.reread(record, load_reader=load)) == ["read again"] * 4
    assert lines(record) == before


def outcomes(done: Iterator[Done | Fault]) -> list[str]:
    return [one.outcome if isinstance(one, Done) else str(one) for one in done]


def test_a_removed_report_stays_away(record: Record) -> None:
    add(record, *many(2))
    assert outcomes(pipeline.remove(record, "0001.txt", because="a hoax")) == ["withdrawn"]
    assert add(record, *many(2)) == ["already there", "withdrawn"]
    assert outcomes(pipeline.reread(record, load_reader=load)) == ["read again"]


def test_removing_needs_one_report(record: Record) -> None:
    add(record, *many(2))
    (told,) = outcomes(pipeline.remove(record, "report-", because="all of it"))
    assert told.startswith("report-: 2 reports go by that (name one: report-")
    (told,) = outcomes(pipeline.remove(record, "nowhere.txt", because="?"))
    assert told.startswith("nowhere.txt: no report of that id or path")


def test_mending_keeps_the_id_and_what_was_given(record: Record) -> None:
    (one,) = many(1)
    add(record, one)
    mended = pipeline.mend(record, "0000.txt", load_reader=load, outlet="The Meridian", published="2024-10-01")
    assert outcomes(mended) == ["read again"]
    (row,) = record.reports()
    assert (row.id, row.outlet, row.published, row.published_from) == (one.id, "The Meridian", "2024-10-01", "given")
    assert any('"given_outlet": "Outlet 0"' in line for line in dump(record))
    assert list(record.check()) == []


def test_mending_outlives_adding_and_reading_again(record: Record) -> None:
    add(record, *many(1))
    list(pipeline.mend(record, "0000.txt", load_reader=load, title="Mended"))
    assert add(record, *many(1)) == ["already there"]
    list(pipeline.reread(record, load_reader=load))
    assert next(record.reports()).title == "Mended"


def test_an_empty_correction_means_not_known(record: Record) -> None:
    add(record, *many(1))
    list(pipeline.mend(record, "0000.txt", load_reader=load, outlet=""))
    assert next(record.reports()).outlet is None


def test_a_day_that_is_none_mends_nothing(record: Record) -> None:
    add(record, *many(1))
    (told,) = outcomes(pipeline.mend(record, "0000.txt", load_reader=load, published="soon"))
    assert told == "soon: not a day (write 2025-03-13, 2025-03 or 2025)"


def add_many(file: Path, told: int) -> None:
    """Adds reports in a process of its own, and tells the id of each when it is saved."""
    with open_record(file, create=True) as record:
        for done in pipeline.add(record, many(90), load_reader=load):
            if isinstance(done, Done):
                os.write(told, f"{done.report}\n".encode())


def test_killed_at_twenty_random_moments_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    """Each process is killed somewhere in its work; the next goes on where it was."""
    file, chance = tmp_path / "talks.db", random.Random(20)
    said_saved: set[str] = set()
    begun = time.monotonic()
    with open_record(file, create=True) as record:
        add(record, *many(1))
    whole = 2 * (time.monotonic() - begun)
    for _ in range(20):
        told, tells = os.pipe()
        adding = multiprocessing.get_context("fork").Process(target=add_many, args=(file, tells))
        adding.start()
        os.close(tells)
        time.sleep(chance.random() * whole)
        adding.kill()
        adding.join()
        with os.fdopen(told) as lines_told:
            said_saved |= set(lines_told.read().split("\n")[:-1])
    assert said_saved
    with open_record(file, create=True) as record:
        assert said_saved <= {row.id for row in record.reports()}
        assert list(record.check()) == []
        add(record, *many(90))
        with open_record(tmp_path / "whole.db", create=True) as whole:
            add(whole, *many(90))
            assert lines(record) == lines(whole)


class DatingReader(FakeReader):
    """Finds the one day that its reports name with a year."""

    def __call__(self, report: Report) -> Reading:
        at = report.text.index("October 2023")
        return replace(super().__call__(report), dates=(Date((Span(at, at + 12),), "2023-10"),))


def test_a_day_that_can_hardly_be_is_told_and_kept(record: Record) -> None:
    old = replace(report("The raid of October 2023.", path="in/feed.jsonl", line=3), published="2020-08-05")
    done, told = pipeline.add(record, [old], load_reader=DatingReader)
    assert isinstance(done, Done)
    assert isinstance(told, Fault)
    assert told.minor
    assert str(told).startswith("in/feed.jsonl:3: published 2020-08-05, but")
    assert "from 2023-10 on" in str(told)
    assert [row.published for row in record.reports()] == ["2020-08-05"]
    assert [type(one) for one in pipeline.add(record, [old], load_reader=DatingReader)] == [Done]
