"""Disagreements as data and as a table: what each report has, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.jsonform import JsonObject, spans_json
from onrecord.views.formats import Column, View
from onrecord.views.shapes import BETWEEN, Flat, file_name
from onrecord.views.tables import DOT

if TYPE_CHECKING:
    from onrecord.record import DisagreementRow, PlaceRow


def _reading_shape(one: PlaceRow) -> JsonObject:
    return {
        "report": one.report.id,
        "path": one.report.path,
        "line": one.report.line,
        "outlet": one.report.outlet,
        "statement": one.statement,
        "spans": spans_json(one.spans),
        "text": one.text,
    }


def disagreement_shape(row: DisagreementRow) -> JsonObject:
    return {
        "kind": row.kind,
        "about": row.about,
        "readings": [_reading_shape(one) for one in row.readings],
        "weight": row.weight,
        "why": row.why,
    }


def disagreement_flat(row: DisagreementRow) -> Flat:
    first = row.readings[0]
    return {
        "kind": row.kind,
        "weight": row.weight,
        "about": row.about,
        "why": row.why,
        "readings": len(row.readings),
        "outlets": BETWEEN.join(dict.fromkeys(one.report.source for one in row.readings)),
        "text": BETWEEN.join(one.text for one in row.readings),
        "path": first.report.path,
        "line": first.report.line,
        "start": first.spans[0].start if first.spans else None,
        "end": first.spans[-1].end if first.spans else None,
    }


def _reading(one: PlaceRow) -> str:
    place = file_name(one.report)
    if one.spans:
        place = f"{place}:{one.spans[0].start}-{one.spans[-1].end}"
    return DOT.join(part for part in (one.report.outlet, place) if part)


def _side_by_side(row: DisagreementRow) -> str:
    return " | ".join(f"{one.text} ({_reading(one)})" for one in row.readings)


DISAGREEMENTS: View[DisagreementRow] = View(
    "disagreements",
    disagreement_shape,
    disagreement_flat,
    (
        Column("Kind", lambda row: row.kind, lambda row: row.weight, width=11),
        Column("About", lambda row: row.about, lambda row: row.why, ratio=3),
        Column("Who has what", _side_by_side, ratio=6),
    ),
    airy=True,
)
