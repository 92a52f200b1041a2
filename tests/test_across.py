"""Unit: across, what is made of the record when it is asked for: which readings are one text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from onrecord import across
from onrecord.cli import app
from onrecord.model import Reading, Report, Span, Statement
from onrecord.record import Filter, Record, open_record
from tests.record.fake import load, report, said
from tests.record.keeping import keep

WORDS = "We agree with these offers to cease dredging along the river."
AROUND = "the envoy left the flooded hall by its back door while two deputies counted what was left of the grain."
OTHERS = "nobody else was asked about it, since a storm had taken the line to the coast down before noon on that day."


def test_a_text_that_two_papers_print_around_a_quotation_counts_once(tmp_path: Path) -> None:
    spoken = said("Ada Voss", WORDS, day="2024-09-12")
    with open_record(tmp_path / "r.db", create=True) as record:
        for outlet, around in (("Courier", AROUND), ("Mirror", AROUND), ("Post", OTHERS)):
            keep(record, report(f"{outlet} of {outlet} " * 20, spoken, around, outlet=outlet, path=f"{outlet}.txt"))
        (row,) = across.utterances(record)
        assert (len(row.readings), row.independent) == (3, 2)
        first = min(one.report.id for one in row.readings if one.report.outlet != "Post")
        assert {one.repeats for one in row.readings} == {None, first}
        (covered,) = across.coverage(record)
        assert covered.independent == 2


THING = "the joint dredging of the river locks"


class Retold:
    """Reads nothing quoted: what stands between the marks."""

    key = "retold"

    def __call__(self, report: Report) -> Reading:
        reading = load()(report)
        return replace(reading, statements=tuple(map(self._retold, reading.statements)))

    def _retold(self, one: Statement) -> Statement:
        within = tuple(Span(each.start + 1, each.end - 1) for each in one.content)
        return replace(one, kind="indirect", content=within)


def add_two_pages_of_one_outlet(record: Record) -> None:
    """Both quote the one, and but name the other, without a day."""
    for path in ("a.txt", "b.txt"):
        keep(record, report(said("Ada Voss", WORDS, day="2024-09-12"), path, outlet="Courier", path=path))
        keep(record, report(said("Boro Lind", THING), f"2 {path}", outlet="Courier", path=f"2{path}"), reader=Retold())


def test_a_page_is_filled_from_behind_the_doubtful_ones(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add_two_pages_of_one_outlet(record)
        for path in ("c.txt", "d.txt"):
            spoken = said("Ada Voss", "The northern sluices stay shut until the grain has passed.", day="2024-09-20")
            keep(record, report(spoken, f"3 {path}", outlet=path, path=path))
        every = [row.id for row in across.utterances(record)]
        assert len(every) == 2
        pages = [[row.id for row in across.utterances(record, Filter(limit=1, offset=at))] for at in range(3)]
        assert pages == [every[:1], every[1:], []]


def test_how_many_doubtful_ones_were_left_out_is_told(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add_two_pages_of_one_outlet(record)
        left = across.LeftOut()
        assert (len(list(across.utterances(record, left=left))), left.doubtful) == (1, 1)
    command = ["utterances", "--record", str(tmp_path / "r.db")]
    assert "1 was left out that may be more than one act" in CliRunner().invoke(app, command).stderr
    assert "left out" not in CliRunner().invoke(app, [*command, "--alone"]).stderr


def test_what_is_doubtful_is_listed_with_what_one_report_alone_has(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        add_two_pages_of_one_outlet(record)
        assert [row.base.text.strip('"') for row in across.utterances(record)] == [WORDS]
        assert {row.base.text.strip('"') for row in across.utterances(record, alone=True)} == {WORDS, THING}
        (doubtful,) = (row for row in across.utterances(record, alone=True) if row.doubtful)
        assert {row.id for row in across.most_reported(record) if not row.doubtful} == {
            row.id for row in across.utterances(record)
        }
        assert doubtful.id in {row.id for row in across.most_reported(record)}
        assert list(across.utterances(record, Filter(offset=1))) == []
    tied = tuple(replace(one, why="judged by Ora Tann: one answer") for one in doubtful.readings)
    assert not replace(doubtful, readings=tied).doubtful
