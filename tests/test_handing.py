"""handing, and its commands: the brief with its sources, citations, exports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import onrecord
from onrecord import standing
from onrecord.cli import app
from onrecord.handing import whole_brief
from onrecord.record import EVERYTHING, Filter
from tests.views.exports.conftest import REPORTS, StanceReader


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[onrecord.OpenRecord]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.reading.reader.load", lambda codebook="peace": StanceReader())
        with onrecord.open(tmp_path_factory.mktemp("record") / "talks.db") as opened:
            opened.add(*REPORTS)
            yield opened


def run(record: onrecord.OpenRecord, *words: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, words), "--record", record._store.place])


def test_the_brief_goes_from_agreement_to_what_is_not_known(record: onrecord.OpenRecord) -> None:
    names = [section.name for section in whole_brief(record._store, EVERYTHING).sections]
    assert names[:2] == ["agreement", "positions"]
    assert names[-2:] == ["reading", "gaps"]


def test_what_is_in_force_need_not_be_asked_again(record: onrecord.OpenRecord) -> None:
    every = standing.positions(record._store)
    assert every
    assert standing.in_force(every) == standing.positions(record._store, as_of=standing.END_OF_TIME)


def test_every_note_is_a_passage_of_the_record(record: onrecord.OpenRecord) -> None:
    notes = whole_brief(record._store, EVERYTHING).notes.notes
    places = {(row.report.id, row.statement.content) for row in record.statements()}
    places |= {(row.report.id, row.condition.span) for row in record.conditions()}
    assert notes
    for note in notes:
        whole = [span for report, spans in places if report == note.report.id for span in spans]
        assert any(span.covers(one) for one in note.spans for span in whole)


def test_a_brief_of_one_party_says_so(record: onrecord.OpenRecord) -> None:
    assert whole_brief(record._store, Filter(party="Keldavia", since="2024-09")).asked == (
        "party: Keldavia",
        "since: 2024-09",
    )


@pytest.mark.parametrize("format", ["table", "md", "html", "jsonl", "csv", "bibtex", "csl"])
def test_a_brief_in_every_format_obeys_no_report(record: onrecord.OpenRecord, format: str) -> None:
    printed = run(record, "brief", "--format", format)
    assert printed.exit_code == 0
    assert "\x1b" not in printed.stdout
    assert "\u202e" not in printed.stdout
    assert format not in ("md", "html") or "<script" not in printed.stdout


def test_a_terminal_lists_the_sources(record: onrecord.OpenRecord) -> None:
    printed = run(record, "brief").stdout
    body, sources = printed.rsplit("Sources\n", 1)
    assert set(re.findall(r"^\[(\d+)\]", sources, re.MULTILINE)) >= set(re.findall(r"\[(\d+)\]", body))


def test_output_goes_to_a_file(record: onrecord.OpenRecord, tmp_path: Path) -> None:
    done = run(record, "brief", "--format", "html", "--output", tmp_path / "brief.html")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


@pytest.mark.parametrize("command", ["brief", "cite"])
def test_a_file_that_cannot_be_written_is_one_line(record: onrecord.OpenRecord, tmp_path: Path, command: str) -> None:
    done = run(record, command, "--output", tmp_path / "nowhere" / "file")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be written" in done.stderr


def test_cite_lists_the_reports_that_are_asked_for(record: onrecord.OpenRecord) -> None:
    items = json.loads(run(record, "cite", "--outlet", "Echo", "--format", "csl").stdout)
    assert [item["container-title"] for item in items] == ["Echo"]
    assert run(record, "cite").stdout.count("\n}") == len(REPORTS)


def test_export_says_what_it_wrote(record: onrecord.OpenRecord, tmp_path: Path) -> None:
    done = run(record, "export", tmp_path / "out", "--format", "tei")
    assert done.exit_code == 0
    assert done.stdout.endswith(f"{len(REPORTS) + 1} files written\n")


def test_export_keeps_what_is_there_unless_forced(record: onrecord.OpenRecord, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    refused = run(record, "export", tmp_path, "--format", "csv")
    assert refused.exit_code == 1
    assert refused.stderr.count("\n") == 1
    assert (tmp_path / "mine.txt").exists()
    assert run(record, "export", tmp_path, "--format", "csv", "--force").exit_code == 0
    assert not (tmp_path / "mine.txt").exists()


def test_export_wants_a_format_that_there_is(record: onrecord.OpenRecord, tmp_path: Path) -> None:
    assert run(record, "export", tmp_path / "out", "--format", "docx").exit_code == 2
    assert run(record, "export", tmp_path / "out").exit_code == 2


def test_from_python_too(record: onrecord.OpenRecord) -> None:
    brief = record.brief()
    assert brief.to_html().startswith("<!DOCTYPE html>")
    assert brief.to_bibtex().count("\n}") == len(brief.to_csl())
    assert record.positions().chart().rows
