"""Stories as data and as a table: what about, when, in which outlets, in which reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.jsonform import JsonObject, ref_json
from onrecord.views.formats import Column, View
from onrecord.views.shapes import BETWEEN, Flat, file_name
from onrecord.views.tables import DAY_WIDTH, DOT, NOT_KNOWN, SOME

if TYPE_CHECKING:
    from onrecord.record import ReportRow, StoryRow


def story_shape(row: StoryRow) -> JsonObject:
    return {
        "id": row.id,
        "label": row.label,
        "first": row.first,
        "last": row.last,
        "actors": [ref_json(one) for one in row.actors],
        "issues": list(row.issues),
        "outlets": list(row.outlets),
        "reports": [_report(one) for one in row.reports],
        "statements": row.statements,
    }


def _report(row: ReportRow) -> JsonObject:
    return {
        "report": row.id,
        "path": row.path,
        "line": row.line,
        "outlet": row.outlet,
        "title": row.title,
        "published": row.published,
    }


def story_flat(row: StoryRow) -> Flat:
    return {
        "id": row.id,
        "label": row.label,
        "first": row.first,
        "last": row.last,
        "actors": BETWEEN.join(one.name for one in row.actors) or None,
        "issues": BETWEEN.join(row.issues) or None,
        "outlets": BETWEEN.join(row.outlets) or None,
        "reports": len(row.reports),
        "statements": row.statements,
    }


def _days(row: StoryRow) -> str:
    return "/ ".join(dict.fromkeys(day for day in (row.first, row.last) if day)) or NOT_KNOWN


def _titles(row: StoryRow) -> str:
    """The first titles, word for word."""
    titles = list(dict.fromkeys(one.title or file_name(one) for one in row.reports))
    return DOT.join([*titles[:SOME], *([f"and {len(titles) - SOME} more"] if len(titles) > SOME else [])])


STORIES: View[StoryRow] = View(
    "stories",
    story_shape,
    story_flat,
    (
        Column("Days", _days, width=DAY_WIDTH),
        Column("Story", lambda row: row.label or NOT_KNOWN, _titles, ratio=7),
        Column("Reports", lambda row: f"{len(row.reports):,}", width=7, right=True),
        Column("Outlets", lambda row: f"{len(row.outlets):,}", width=7, right=True),
        Column("Id", lambda row: row.id, width=22),
    ),
    airy=True,
)
