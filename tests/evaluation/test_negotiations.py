"""Scoring what reading finds in the annotated reports of other negotiations."""

import json
from pathlib import Path

import pytest

from onrecord.evaluation import negotiations
from onrecord.model import ActorRef, Reading, Report, Span, Spans, Statement, digest

TEXT = "Ana Kolt said the docks would open. Oleh Drach denied it."


def told(content: str, speaker: str, source: str) -> dict[str, object]:
    at, who = TEXT.index(content), TEXT.index(source)
    return {
        "source": [[who, who + len(source)]],
        "content": [[at, at + len(content)]],
        "kind": "indirect",
        "speaker": speaker,
        "speaks_for": None,
    }


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one annotated report, which is held out."""
    (tmp_path / "news.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    statements = [told("the docks would open", "Ana Kolt", "Ana Kolt"), told("it", "Oleh Drach", "Oleh Drach")]
    one = {"set": "held out", "sha256": digest(TEXT), "annotators": [{"statements": statements}]}
    kept = tmp_path / "package"
    kept.mkdir()
    (kept / "negotiations.jsonl").write_text(json.dumps(one) + "\n", encoding="utf-8")
    monkeypatch.setattr(negotiations.resources, "files", lambda _: kept)
    return tmp_path


def at(passage: str) -> Spans:
    return (Span(TEXT.index(passage), TEXT.index(passage) + len(passage)),)


def read(report: Report) -> Reading:
    """A reader that finds one of the two."""
    kolt = ActorRef("actor-1", "Kolt", "person")
    content = at("the docks would open")
    return Reading(
        report.id,
        statements=(Statement("s", at("Ana Kolt"), at("said"), content, "indirect", "assertion", 0.9, kolt),),
    )


def test_each_set_has_its_measures_and_none_of_what_nobody_annotated(data: Path) -> None:
    found = dict(negotiations.lines(negotiations.score(data, read)))
    assert found["held out: statements wanted"] == 2
    assert found["held out: attributed recall"] == 0.5
    assert found["held out: speaker"] == 1.0
    assert "held out: quantities F1" not in found
    assert found["mended: reports"] == 0


def test_a_report_that_is_not_there_is_said(data: Path) -> None:
    (data / "news.jsonl").write_text(json.dumps({"text": TEXT + " It rained."}) + "\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match="1 of 1 annotated reports"):
        negotiations.score(data, read)


def test_the_annotated_reports_stand_in_two_sets_without_their_text() -> None:
    sets = negotiations.annotated()
    assert {name: len(nodes) for name, nodes in sets.items()} == {"mended": 7, "held out": 6}
    hashes = [node.text("sha256") for nodes in sets.values() for node in nodes]
    assert len(set(hashes)) == 13
