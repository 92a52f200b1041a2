"""Pages that lay reports side by side: disagreements, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import TimelineRow
from onrecord.views.web.asked import ALONE, COMMON, OF_STATEMENTS
from onrecord.views.web.pages.asking import part, question
from onrecord.views.web.site import Site


def disagreements(site: Site, request: Request) -> Response:
    """The serious ones first."""
    asked = question(request, COMMON)
    rows = part(request, asked, site.record.disagreements)
    return site.page(request, "disagreements.html", title="Disagreements", asked=asked, part=rows)


def timeline(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    rows = part(request, asked, site.across.timeline)
    return site.page(request, "timeline.html", title="Timeline", asked=asked, part=rows, days=tuple(_days(rows.rows)))


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
