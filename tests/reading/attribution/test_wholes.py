"""Whole quotations: what marks open and close once is one speaker's."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.wholes import with_whole_quotations
from onrecord.reading.layout import lay_out

TEXT = "“We heard the shells. We all ran. Nobody was hurt,” the mayor of Esk wrote."


def told(text: str, *contents: str, source: str = "", cue: str = "") -> Passage:
    def spans(*parts: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts if part)

    return Passage(spans(source), spans(cue), spans(*contents), "direct", 0.9, (1, 2))


def contents(text: str, *passages: Passage) -> list[list[str]]:
    whole = with_whole_quotations(lay_out(text), list(passages))
    return [[part.text(text) for part in passage.content] for passage in whole]


def test_the_speaker_of_the_last_sentence_has_all_of_the_quotation() -> None:
    first, last = told(TEXT, "“We heard the shells."), told(TEXT, "Nobody was hurt,”", source="the mayor", cue="wrote")
    assert contents(TEXT, first, last) == [["“We heard the shells. We all ran. Nobody was hurt,”"]]


def test_the_speaker_of_the_first_sentence_has_all_of_the_quotation() -> None:
    text = "The mayor wrote: “We heard the shells. We all ran. Nobody was hurt.”"
    found = told(text, "“We heard the shells.", source="The mayor", cue="wrote")
    assert contents(text, found) == [["“We heard the shells. We all ran. Nobody was hurt.”"]]


def test_a_verb_within_the_marks_leaves_the_quotation_as_it_is() -> None:
    text = "“We heard the shells. The guard said that we should run.”"
    found = told(text, "that we should run.”", source="The guard", cue="said")
    assert contents(text, found) == [["that we should run.”"]]


def test_two_who_claim_one_quotation_keep_what_they_have() -> None:
    one = told(TEXT, "“We heard the shells.", source="the mayor", cue="wrote")
    two = told(TEXT, "Nobody was hurt,”", source="Esk", cue="wrote")
    assert contents(TEXT, one, two) == [["“We heard the shells."], ["Nobody was hurt,”"]]


def test_a_verb_within_the_marks_does_not_part_a_quotation_that_another_tells() -> None:
    text = "The mayor wrote: “We heard the shells. Others praised Esk. We all ran.”"
    outer = told(text, "“We heard the shells. Others", source="The mayor", cue="wrote")
    inner = told(text, "Esk", source="Others", cue="praised")
    assert contents(text, outer, inner) == [["“We heard the shells. Others praised Esk. We all ran.”"]]


def test_a_quotation_that_nobody_claims_is_not_broken_off() -> None:
    text = "The mayor was asked. “We did not know. Others praised Esk. We all ran.” Then he left."
    first, inner = told(text, "“We did not know. Others praised"), told(text, "Esk", source="Others", cue="praised")
    assert contents(text, first, inner) == [["“We did not know. Others praised Esk. We all ran.”"]]


def test_who_speaks_where_a_closing_mark_is_lost_keeps_the_content() -> None:
    text = "The mayor wrote: “We heard the shells. The guard said that the lock was shut"
    outer, inner = (
        told(text, "“We heard the shells.", source="The mayor", cue="wrote"),
        told(text, "that the lock was shut", source="The guard", cue="said"),
    )
    assert contents(text, outer, inner)[-1] == ["that the lock was shut"]
