"""Unit: views.utterances, views.disagreements and views.verdicts, which lay reports side by side."""

from __future__ import annotations

from dataclasses import replace

from onrecord.collating.utterances.variants import variants
from onrecord.collating.verifying import Transcript, verify
from onrecord.model import Candidate, Report, Span
from onrecord.model.coverage import Cell
from onrecord.model.utterance import Wording
from onrecord.record import CopyRow, CoverageRow, DisagreementRow, PlaceRow, ReadingRow, StatementRow, UtteranceRow
from onrecord.views.brief_across import alone_section, carried_section
from onrecord.views.copies import copy_flat, copy_shape
from onrecord.views.coverage import coverage_flat, coverage_shape
from onrecord.views.disagreements import disagreement_flat, disagreement_shape
from onrecord.views.utterances import apparatus, utterance_flat, utterance_shape
from onrecord.views.verdicts import Verified, verdict_flat, verdict_shape
from tests.test_docs import listed
from tests.views.making import report, said

BASE = "“We agree to cease dredging,” Ilmar Voss said."
OTHER = "“We agree to stop the dredging,” Ilmar Voss said."


def reading(text: str, path: str) -> ReadingRow:
    content = text[: text.index("”") + 1]
    row: StatementRow = said(text, content, of=report(path, outlet=None))
    spans = (Span(0, len(content)),)
    return ReadingRow(
        Wording(f"wording-{path}", row.statement.id, row.report.id, spans, (content,), "direct"), row, 0.9, ""
    )


def utterance() -> UtteranceRow:
    readings = (reading(BASE, "a.txt"), reading(OTHER, "b.txt"))
    return UtteranceRow("utterance-1", "", readings, variants(readings[0].wording, readings[1].wording))


def disagreement() -> DisagreementRow:
    places = tuple(PlaceRow(one.report, one.wording.spans, one.text, None) for one in utterance().readings)
    return DisagreementRow("wording", "We agree", places, "slight", "cease / stop the")


def coverage() -> CoverageRow:
    cells = (
        Cell("Courier", "direct", ("report-1",)),
        Cell("Mirror", "not at all", ()),
        Cell("Post", "direct", ("report-2",), "report-1"),
    )
    return CoverageRow(utterance(), cells)


def copy() -> CopyRow:
    spans = (Span(0, 8),)
    return CopyRow(report("a.txt", outlet="Inland Post"), report("b.txt", outlet="Courier"), 0.73, "Agencies", spans)


def verified() -> Verified:
    (verdict,) = verify(BASE, [Span(0, BASE.index("”") + 1)], Transcript.of(OTHER))
    return Verified(Report(BASE, path="a.txt"), Report(OTHER, path="b.txt"), verdict)


def test_the_shapes_are_as_documented() -> None:
    assert listed("onrecord utterances") == set(utterance_shape(utterance()))
    assert listed("onrecord disagreements") == set(disagreement_shape(disagreement()))
    assert listed("onrecord copies") == set(copy_shape(copy()))
    assert listed("onrecord coverage") == set(coverage_shape(coverage()))
    assert listed("onrecord verify") == set(verdict_shape(verified()))


def test_the_apparatus_names_what_others_have_instead() -> None:
    assert apparatus(utterance()).endswith(" · cease] stop the B (translation)")


def test_every_text_is_a_slice_of_its_report() -> None:
    (variant,) = utterance_shape(utterance())["variants"]
    assert [BASE[start:end] for start, end in variant["base"]["spans"]] == [variant["base"]["text"]]
    assert [OTHER[start:end] for start, end in variant["reading"]["spans"]] == [variant["reading"]["text"]]


def test_a_row_for_a_spreadsheet() -> None:
    assert utterance_flat(utterance())["readings"] == 2
    assert disagreement_flat(disagreement())["outlets"] == "a.txt; b.txt"
    assert coverage_flat(coverage())["independent"] == 1
    assert coverage_flat(coverage())["left_out"] == "Mirror"
    assert verdict_flat(verified())["changes"] == "stop the] cease (changed)"


def test_where_it_is_not_decided_who_spoke_all_are_named() -> None:
    left = (Candidate("actor-1", "Ilmar Voss", 0.5), Candidate("actor-2", "Mirela Antal", 0.5))
    row = replace(coverage(), utterance=replace(utterance(), candidates=left))
    assert (coverage_flat(row)["speaker"], coverage_flat(row)["candidates"]) == (None, "Ilmar Voss; Mirela Antal")
    assert coverage_shape(row)["candidates"][0] == {"id": "actor-1", "name": "Ilmar Voss", "score": 0.5}


def test_a_copy_tells_how_much_and_whom_it_credits() -> None:
    shape = copy_shape(copy())
    assert (shape["how"], shape["share"]) == ("part", 0.73)
    assert shape["credit"] == {"spans": [[0, 8]], "text": "Agencies"}
    assert copy_flat(copy())["origin_outlet"] == "Courier"


def test_the_brief_tells_who_carried_what_and_who_did_not() -> None:
    section = carried_section([coverage()])
    (line,) = section.flat()
    assert (line["section"], line["outlet"]) == ("carried", "Courier; Post")
    assert "not: Mirror" in "\n".join(section.markdown())


def test_one_line_for_each_outlet_of_what_it_alone_carried() -> None:
    assert len(alone_section([coverage(), coverage()]).rows) == 1
