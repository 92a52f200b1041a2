"""Coverage as data and as a matrix: who has what was said, how, and who left it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.coverage import How
from onrecord.model.jsonform import JsonObject, ref_json, spans_json
from onrecord.views.formats import Column, View
from onrecord.views.shapes import BETWEEN, Flat
from onrecord.views.tables import DAY_WIDTH, DOT, day, for_whom
from onrecord.views.utterances import reading_place, said_by

if TYPE_CHECKING:
    from onrecord.record import CoverageRow


def coverage_shape(row: CoverageRow) -> JsonObject:
    said = row.utterance
    return {
        "utterance": said.id,
        "speaker": ref_json(said.speaker),
        "candidates": [{"id": one.id, "name": one.name, "score": one.score} for one in said.candidates],
        "party": said.party,
        "said_on": said.said_on,
        "text": said.base.text,
        "base": {
            "report": said.base.report.id,
            "path": said.base.report.path,
            "line": said.base.report.line,
            "statement": said.base.wording.statement,
            "spans": spans_json(said.base.wording.spans),
        },
        "outlets": [
            {"outlet": one.outlet, "how": one.how, "reports": list(one.reports), "copy_of": one.copy_of}
            for one in row.cells
        ],
        "independent": row.independent,
    }


def _outlets(row: CoverageRow, how: How) -> str:
    return BETWEEN.join(one.outlet for one in row.cells if one.how == how)


def coverage_flat(row: CoverageRow) -> Flat:
    said = row.utterance
    return {
        "utterance": said.id,
        "said_on": said.said_on,
        "speaker": said.speaker.name if said.speaker else None,
        "candidates": BETWEEN.join(one.name for one in said.candidates) or None,
        "party": said.party,
        "text": said.base.text,
        "independent": row.independent,
        "direct": _outlets(row, "direct") or None,
        "mixed": _outlets(row, "mixed") or None,
        "indirect": _outlets(row, "indirect") or None,
        "left_out": _outlets(row, "not at all") or None,
        "copies": BETWEEN.join(one.outlet for one in row.cells if one.copy_of) or None,
        "path": said.base.report.path,
        "line": said.base.report.line,
        "start": said.base.wording.spans[0].start,
        "end": said.base.wording.spans[-1].end,
    }


def _who_has_it(row: CoverageRow) -> str:
    hows: tuple[How, ...] = ("direct", "mixed", "indirect", "not at all")
    parts = []
    for how in hows:
        outlets = [f"{one.outlet} (a copy)" if one.copy_of else one.outlet for one in row.cells if one.how == how]
        if outlets:
            parts.append(f"{how}: {', '.join(outlets)}")
    return DOT.join(parts)


COVERAGE: View[CoverageRow] = View(
    "utterances",
    coverage_shape,
    coverage_flat,
    (
        Column("Said on", lambda row: day(row.utterance.said_on), width=DAY_WIDTH),
        Column(
            "Speaker",
            lambda row: said_by(row.utterance),
            lambda row: for_whom(row.utterance.base.statement),
            ratio=2,
        ),
        Column("What", lambda row: row.utterance.base.text, lambda row: reading_place(row.utterance.base), ratio=4),
        Column("Outlets", _who_has_it, ratio=3),
        Column("Independent", lambda row: str(row.independent), width=11, right=True),
    ),
    airy=True,
)
