"""Pages that lay reports side by side: disagreements, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import TimelineRow
from onrecord.views.web.asked import COMMON, OF_STATEMENTS
from onrecord.views.web.pages.asking import part, part_of, question
from onrecord.views.web.site import Site


def disagreements(site: Site, request: Request) -> Response:
    """The serious ones first."""
    asked = question(request, COMMON)
    rows = sorted(site.across.disagreements(asked.filter), key=lambda row: row.weight != "serious")
    return site.page(request, "disagreements.html", title="Disagreements", asked=asked, part=part_of(request, rows))


def timeline(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    rows = part(request, asked, site.across.timeline)
    return site.page(request, "timeline.html", title="Timeline", asked=asked, part=rows, days=tuple(_days(rows.rows)))


def _days(rows: Sequence[TimelineRow]) -> Iterator[tuple[str, tuple[TimelineRow, ...]]]:
    for day, same in groupby(rows, key=lambda row: row.day):
        yield day, tuple(same)
