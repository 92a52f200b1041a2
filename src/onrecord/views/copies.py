"""Copies as data and as a table: which report prints whose story, how much of it, and whom it credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.jsonform import JsonObject, spans_json
from onrecord.views.formats import Column, View
from onrecord.views.shapes import Flat, file_name
from onrecord.views.tables import DAY_WIDTH, DOT, day

if TYPE_CHECKING:
    from onrecord.record import CopyRow, ReportRow

# So much of a report stands in another that it is no more than that other, with a new head or a few cuts.
WHOLE = 0.8


def _report_shape(row: ReportRow) -> JsonObject:
    return {"report": row.id, "path": row.path, "line": row.line, "outlet": row.outlet, "published": row.published}


def how(row: CopyRow) -> str:
    return "whole" if row.share >= WHOLE else "part"


def copy_shape(row: CopyRow) -> JsonObject:
    credit: JsonObject = {"spans": spans_json(row.credit_spans), "text": row.credit}
    return {
        **_report_shape(row.report),
        "origin": _report_shape(row.origin),
        "how": how(row),
        "share": row.share,
        "credit": credit if row.credit is not None else None,
    }


def copy_flat(row: CopyRow) -> Flat:
    return {
        "report": row.report.id,
        "outlet": row.report.outlet,
        "path": row.report.path,
        "line": row.report.line,
        "published": row.report.published,
        "how": how(row),
        "share": row.share,
        "credit": row.credit,
        "origin": row.origin.id,
        "origin_outlet": row.origin.outlet,
        "origin_path": row.origin.path,
        "origin_line": row.origin.line,
    }


def _name(row: ReportRow) -> str:
    return DOT.join(part for part in (row.outlet, file_name(row)) if part)


COPIES: View[CopyRow] = View(
    "copies",
    copy_shape,
    copy_flat,
    (
        Column("Published", lambda row: day(row.report.published), width=DAY_WIDTH),
        Column("Copy", lambda row: row.report.title or "", lambda row: _name(row.report), ratio=4),
        Column("How", how, lambda row: f"{row.share:.0%}", width=6),
        Column("Likely origin", lambda row: row.origin.title or "", lambda row: _name(row.origin), ratio=4),
        Column("Credits", lambda row: row.credit or "", ratio=2),
    ),
    airy=True,
)
