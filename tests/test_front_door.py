"""The Python front door: what `import onrecord` gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from tests import quick_reader

COURIER = "“We agree with the timetable,” Ilmar Voss said.\n"
MIRROR = "“Who will watch the river?” Mirela Antal said.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.reading.reader.load", quick_reader.load)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "courier.txt").write_text(COURIER, encoding="utf-8")
    (tmp_path / "news" / "mirror.txt").write_text(MIRROR, encoding="utf-8")
    return tmp_path


def test_what_is_public_is_this() -> None:
    assert sorted(onrecord.__all__) == [
        "BriefResult",
        "Fault",
        "OpenRecord",
        "ReadReport",
        "Reading",
        "Report",
        "Span",
        "Statement",
        "UnreadableError",
        "Work",
        "open",
        "read",
        "read_all",
    ]
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys, onrecord; print({'sqlalchemy', 'numpy', 'rich', 'onnxruntime', 'polars'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("what", [COURIER, "news/courier.txt", Path("news/courier.txt")])
def test_a_text_or_a_path_is_read(what: str | Path) -> None:
    read = onrecord.read(what)
    (said,) = read.statements
    assert said.text == "“We agree with the timetable,”"
    assert said.statement.content[0].text(read.text) == said.text
    assert read.to_dict()["statements"]
    assert "<table>" in read._repr_html_()


@pytest.mark.parametrize("what", ["news", "no-such-file.txt", Path("no such file")])
def test_what_is_not_one_report_is_refused(what: str | Path) -> None:
    with pytest.raises(onrecord.UnreadableError, match=str(what)):
        onrecord.read(what)


def test_many_are_read_with_their_faults() -> None:
    first, second, fault = onrecord.read_all("news", "missing.txt")
    assert isinstance(first, onrecord.ReadReport)
    assert isinstance(second, onrecord.ReadReport)
    assert isinstance(fault, onrecord.Fault)


def test_a_record_is_added_to_and_asked() -> None:
    with onrecord.open("talks.db") as record:
        done = record.add("news", onrecord.Report(text="“No deal,” Petra Lindqvist said.", published="2024-09-12"))
        assert (done.added, done.faults) == (3, ())
        assert record.add("news").already_there == 2
        (said,) = record.statements(speaker="lindqvist")
        assert said.text == "“No deal,”"
        assert said.statement.content[0].text(record.text(said.report.id)) == "“No deal,”"
        assert [actor.name for actor in record.actors(speaker="voss")] == ["Ilmar Voss"]
        assert [row.day for row in record.timeline()] == ["2024-09-12"]
        assert len(record.reports()) == 3
        assert record.check() == ()


def test_a_record_is_mended() -> None:
    with onrecord.open("talks.db") as record:
        record.add("news")
        assert record.set("news/courier.txt", outlet="Torland Courier").read_again == 1
        assert len(record.reports(outlet="courier")) == 1
        assert record.remove("news/mirror.txt", because="a hoax").withdrawn == 1
        assert record.reread().read_again == 1


def test_a_statement_is_corrected_and_the_correction_undone() -> None:
    with onrecord.open("talks.db") as record:
        record.add("news")
        said = next(one for one in record.statements() if "timetable" in one.text)
        told = record.correct.speaker(said.statement.id, "Mirela Antal", because="the sound is hers")
        assert [one.why for one in record.correct.judgements()] == ["the sound is hers"]
        assert [one.text for one in record.statements(speaker="Antal")] == [said.text, "“Who will watch the river?”"]
        assert record.correct.undo(told[0].id)
        assert record.correct.judgements() == ()
        assert len(record.correct.judgements(undone=True)) == 1


def test_a_correction_of_what_is_not_there_is_refused() -> None:
    with onrecord.open("talks.db") as record:
        record.add("news")
        with pytest.raises(onrecord.UnreadableError, match="no statement"):
            record.correct.stance("statement-0", "talks", "accepts", because="hearsay")


def test_a_brief_shows_as_data_markdown_and_tables() -> None:
    with onrecord.open("talks.db") as record:
        record.add("news")
        brief = record.brief()
    assert {line["section"] for line in brief.to_dicts()} >= {"reports", "gaps"}
    assert brief.to_markdown().startswith("## Reports\n")
    assert "<h3>Reports</h3>" in brief._repr_html_()


@pytest.mark.parametrize("view", ["utterances", "disagreements", "copies", "coverage", "positions", "conditions"])
def test_every_view_of_the_command_line_is_here(view: str) -> None:
    with onrecord.open("talks.db") as record:
        record.add("news")
        found = getattr(record, view)(since="2024-01-01")
    assert found.to_dicts() == []
    assert "<table>" in found._repr_html_()


SAID = """GOVERNOR VOSS: We will open the canal before the winter, or it will stay shut.

Q: And the toll?

GOVERNOR VOSS: The toll stays. I have said so before.

Q: For how long?

GOVERNOR VOSS: Until the barges pay it."""
TOLD = "The canal opens. “We will open the canal before the winter, and it will stay shut,” Voss said."


def test_a_transcript_is_primary_and_quotations_are_held_against_it() -> None:
    Path("said.txt").write_text(SAID, encoding="utf-8")
    Path("told.txt").write_text(TOLD, encoding="utf-8")
    with onrecord.open("talks.db") as record:
        record.add("said.txt", "told.txt")
        assert {(row.path, row.primary) for row in record.reports()} == {("said.txt", True), ("told.txt", False)}
        (found,) = record.verify("told.txt", against="said.txt").to_dicts()
        assert (found["verdict"], found["changes"][0]["quotation"]["text"]) == ("altered", "and")
        record.set("said.txt", primary=False)
        record.set("told.txt", primary=True)
        assert {(row.path, row.primary) for row in record.reports()} == {("said.txt", False), ("told.txt", True)}


def test_a_report_that_is_not_there_cannot_be_verified() -> None:
    with onrecord.open("talks.db") as record, pytest.raises(onrecord.UnreadableError):
        record.verify("nowhere.txt", against="nowhere.txt")


def test_an_unknown_filter_is_refused() -> None:
    with onrecord.open("talks.db") as record, pytest.raises(TypeError, match="weather"):
        record.statements(weather="fair")
