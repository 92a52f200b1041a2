"""Verdicts on quotations as data and as a table: what the report prints, what was said, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Report, Spans
from onrecord.model.jsonform import JsonObject, spans_json
from onrecord.model.verdict import Change, Verdict
from onrecord.views.formats import Column, View
from onrecord.views.shapes import Flat


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict, with the two texts that it is about."""

    report: Report
    transcript: Report
    verdict: Verdict

    @property
    def quotation(self) -> str:
        return self.verdict.quotation.text(self.report.text)

    @property
    def passage(self) -> str:
        return " … ".join(span.text(self.transcript.text) for span in self.verdict.passages)


def _part(spans: Spans, text: str) -> JsonObject:
    return {"spans": spans_json(spans), "text": text}


def verdict_shape(row: Verified) -> JsonObject:
    verdict, said = row.verdict, row.transcript.text
    return {
        "path": row.report.path,
        "line": row.report.line,
        "report": row.report.id,
        "transcript": row.transcript.path,
        "transcript_line": row.transcript.line,
        "quotation": _part((verdict.quotation,), row.quotation),
        "verdict": verdict.kind,
        "speaker": verdict.speaker,
        "passages": [_part((span,), span.text(said)) for span in verdict.passages],
        "changes": [
            {
                "kind": one.kind,
                "transcript": _part(one.transcript_spans, one.transcript),
                "quotation": _part(one.quotation_spans, one.quotation),
            }
            for one in verdict.changes
        ],
    }


def verdict_flat(row: Verified) -> Flat:
    return {
        "verdict": row.verdict.kind,
        "quotation": row.quotation,
        "speaker": row.verdict.speaker,
        "passage": row.passage or None,
        "changes": _changes(row) or None,
        "path": row.report.path,
        "line": row.report.line,
        "start": row.verdict.quotation.start,
        "end": row.verdict.quotation.end,
        "transcript": row.transcript.path,
        "transcript_line": row.transcript.line,
    }


def _changes(row: Verified) -> str:
    return "; ".join(map(_change, row.verdict.changes))


def _change(one: Change) -> str:
    if one.kind == "run together":
        return f"run together; between them: {one.transcript}"
    if one.transcript and one.quotation:
        return f"{one.transcript}] {one.quotation} ({one.kind})"
    return f"{one.kind}: {one.transcript or one.quotation}"


VERDICTS: View[Verified] = View(
    "quotations",
    verdict_shape,
    verdict_flat,
    (
        Column("Verdict", lambda row: row.verdict.kind, width=11),
        Column("Quotation", lambda row: row.quotation, _changes, ratio=1),
        Column("Transcript", lambda row: row.passage, lambda row: row.verdict.speaker or "", ratio=1),
    ),
    airy=True,
)
