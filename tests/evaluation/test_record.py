"""Scoring a reading against people: what is found, whose words, and where the annotators differ."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.evaluation.gold import Annotation, GoldReport, GoldStatement, GoldValue, read_gold
from onrecord.evaluation.record import RecordScore, Words, same_name
from onrecord.model import ActorRef, Date, Quantity, Reading, Report, Span, Spans, Statement

TEXT = "Ada Norr said on Monday that the port would open. “Never,” said Varga of the 40 pilots."
OPEN = "that the port would open"


def at(passage: str) -> Spans:
    start = TEXT.index(passage)
    return (Span(start, start + len(passage)),)


def gold(source: str, content: str, **more: str | bool | None) -> GoldStatement:
    told = GoldStatement(at(source), at("said"), at(content), "indirect", "assertion", source, "Norland", "2031-03-03")
    return replace(told, **more)


def statement(source: str, content: str, **more: str | None) -> Statement:
    ref = ActorRef("actor-1", source, "person")
    plain = Statement("s", at(source), at("said"), at(content), "indirect", "assertion", 0.9, speaker=ref)
    return replace(plain, party="Norland", said_on="2031-03-03", **more)


def scored(golds: list[list[GoldStatement]], found: list[Statement]) -> dict[str, float]:
    score = RecordScore()
    annotations = tuple(Annotation(tuple(one), (), (), ()) for one in golds)
    score.add(GoldReport(Report(TEXT), annotations), Reading("r", statements=tuple(found)))
    return score.measures()


def test_a_statement_is_found_though_its_content_is_not_quite_the_same() -> None:
    measures = scored([[gold("Ada Norr", OPEN)]], [statement("Norr", "on Monday that the port would open")])
    assert (measures["statement F1"], measures["attributed F1"], measures["speaker"]) == (1.0, 1.0, 1.0)


def test_another_source_is_no_attribution() -> None:
    measures = scored([[gold("Ada Norr", OPEN)]], [statement("Varga", OPEN)])
    assert (measures["statement F1"], measures["attributed F1"]) == (1.0, 0.0)


def test_what_is_doubtful_need_not_be_found_and_is_no_error() -> None:
    doubted = gold("Varga", "“Never,”", doubtful=True)
    sure = [gold("Ada Norr", OPEN), doubted]
    assert scored([sure], [statement("Ada Norr", OPEN)])["statement F1"] == 1.0
    assert scored([sure], [statement("Ada Norr", OPEN), statement("Varga", "“Never,”")])["statement F1"] == 1.0


def test_of_two_annotators_recall_asks_for_what_both_have() -> None:
    first, second = [gold("Ada Norr", OPEN), gold("Varga", "“Never,”")], [gold("Ada Norr", OPEN)]
    assert scored([first, second], [statement("Ada Norr", OPEN)])["statement recall"] == 1.0
    assert scored([first, second], [statement("Varga", "“Never,”")])["statement precision"] == 1.0


def test_attributes_are_asked_where_the_annotators_agree() -> None:
    other = gold("Ada Norr", OPEN, kind="mixed", party="Sudland")
    measures = scored([[gold("Ada Norr", OPEN)], [other]], [statement("Ada Norr", OPEN)])
    assert "kind" not in measures
    assert "party" not in measures
    assert measures["said_on"] == 1.0


def test_dates_and_quantities_need_their_values() -> None:
    annotation = Annotation((), (GoldValue(at("Monday"), "2031-W10"),), (GoldValue(at("40 pilots"), 40.0),), ())
    found = Reading(
        "r", dates=(Date(at("Monday"), "2031-03-03/2031-03-09"),), quantities=(Quantity(at("40"), 41, None),)
    )
    score = RecordScore()
    score.add(GoldReport(Report(TEXT), (annotation,)), found)
    assert (score.measures()["dates F1"], score.measures()["quantities F1"]) == (1.0, 0.0)


def test_words_are_found_by_any_of_their_characters() -> None:
    words = Words("Norr's port")
    assert words.within((Span(5, 6),)) == {0}
    assert words.within((Span(6, 7),)) == frozenset()
    assert words.within((Span(5, 8),)) == {0, 1}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Ada Norr", "Norr", True), ("Zelén", "zelen", True), ("Ada Norr", "Ada Varga", False), (None, None, True)],
)
def test_names_agree_when_the_shorter_lies_in_the_longer(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def annotated(folder: Path, **fields: str | list[str] | None) -> GoldStatement:
    said = {"kind": "direct", "type": "assertion", "speaker": None, "party": None, "said_on": None} | fields
    (folder / "talks.txt").write_text("“No.”\nNorr said no, and Norr left. “No,” said Varga.\n", encoding="utf-8")
    (folder / "talks.json").write_text(json.dumps({"statements": [said]}), encoding="utf-8")
    (report,) = read_gold(folder)
    return report.annotations[0].statements[0]


def test_an_annotated_passage_is_looked_for_in_its_report(tmp_path: Path) -> None:
    found = annotated(tmp_path, source="Varga", cue="[[said]] Varga", content=["“No,”"])
    text = (tmp_path / "talks.txt").read_text(encoding="utf-8")
    assert [part.text(text) for part in (*found.source, *found.cue, *found.content)] == ["Varga", "said", "“No,”"]
    assert text[found.cue[0].start :].startswith("said Varga")


@pytest.mark.parametrize("source", ["Norr", "Nor", "Nobody"])
def test_a_passage_that_is_not_there_once_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match="surroundings"):
        annotated(tmp_path, source=source, cue=None, content=["“No,”"])


def test_a_folder_without_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no annotated report"):
        list(read_gold(tmp_path))
