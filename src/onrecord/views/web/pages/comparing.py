"""Pages that lay reports side by side: disagreements, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import TimelineRow
from onrecord.record.facets import lately_said
from onrecord.views.web.asked import ALONE, COMMON, OF_STATEMENTS
from onrecord.views.web.pages.asking import AT_ONCE, part, question
from onrecord.views.web.site import Site


def disagreements(site: Site, request: Request) -> Response:
    """The serious ones first."""
    asked = question(request, COMMON)
    rows = part(request, asked, site.across.disagreements)
    return site.page(request, "disagreements.html", title="Disagreements", asked=asked, part=rows)


def timeline(site: Site, request: Request) -> Response:
    """Where nothing but a last day is asked, the days before it on which about a page of words was said, the latest
    first."""
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    window = None
    if not {name for name, _ in asked.given} - {"until"}:
        window = lately_said(site.record, asked.filter.until, AT_ONCE)
    of = replace(asked, filter=replace(asked.filter, begins=window[0])) if window else asked
    rows = part(request, of, site.across.timeline)
    days = tuple(_days(rows.rows))
    if window and rows.number == 1 and not rows.more:
        days = days[::-1]
    told = {"asked": asked, "part": rows, "days": days, "window": window}
    earlier = _day_before(window[0]) if window and window[1] else None
    return site.page(request, "timeline.html", title="Timeline", earlier=earlier, **told)


def _day_before(day: str) -> str:
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - 1)).isoformat()


def _when(row: TimelineRow) -> tuple[str, str, str]:
    return row.first, row.last, row.day


def _days(rows: Sequence[TimelineRow]) -> Iterator[tuple[str, tuple[TimelineRow, ...]]]:
    for day, same in groupby(sorted(rows, key=_when), key=lambda row: row.day):
        yield day, tuple(same)


def stories(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS, ALONE))
    rows = part(request, asked, lambda wanted: site.across.stories(wanted, alone=asked.alone), size=20)
    return site.page(request, "stories.html", title="Stories", asked=asked, part=rows)


def copies(site: Site, request: Request) -> Response:
    asked = question(request, COMMON)
    return site.page(request, "copies.html", title="Copies", asked=asked, part=part(request, asked, site.across.copies))
