"""Reports as CSL-JSON, which reference managers and citation processors read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model.edtf import Precision, is_valid, parse
from onrecord.model.jsonform import Json, JsonObject
from onrecord.views.citing.bibtex import citation_key
from onrecord.views.citing.notes import web_address
from onrecord.views.harmless import one_line

if TYPE_CHECKING:
    from onrecord.record import ReportRow


def csl(reports: Iterable[ReportRow]) -> list[JsonObject]:
    """One item a report. What is not known is left out."""
    return [_item(row) for row in reports]


def _item(row: ReportRow) -> JsonObject:
    item: dict[str, Json] = {
        "id": citation_key(row),
        "type": "article-newspaper" if row.outlet else "document",
        "title": one_line(row.title or row.source),
        "container-title": one_line(row.outlet) if row.outlet else None,
        "author": [{"literal": one_line(row.author)}] if row.author else None,
        "issued": _issued(row.published),
        "URL": web_address(row.url),
        "language": row.language,
        "note": row.id,
    }
    return {name: value for name, value in item.items() if value is not None}


def _issued(published: str | None) -> JsonObject | None:
    """Date parts, two for an interval; `circa` where the day is not certain."""
    if published is None or not is_valid(published):
        return None
    when = parse(published)
    if when.earliest is None or when.latest is None:
        return None
    parts: list[Json] = [_parts(when.earliest, when.precision)]
    if when.precision not in ("day", "month", "year"):
        parts.append(_parts(when.latest, "day"))
    told: JsonObject = {"date-parts": parts}
    return told | ({"circa": True} if when.approximate or when.uncertain else {})


def _parts(day: date, precision: Precision) -> Sequence[Json]:
    known = {"year": 1, "month": 2}.get(precision, 3)
    return [day.year, day.month, day.day][:known]
