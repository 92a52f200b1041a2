"""The first page: who agrees on what, what shifted, what was said when, who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.model.change import ChangeRow
from onrecord.record import EVERYTHING
from onrecord.views.agreement import agreement
from onrecord.views.agreement_table import cell, told
from onrecord.views.charts import timeline_chart
from onrecord.views.web.links import utterance_at
from onrecord.views.web.site import Site

MOST_LATEST = 6


def overview(site: Site, request: Request) -> Response:
    said = site.across.most_reported()
    chart = timeline_chart(said, href=lambda row: utterance_at(row.id))
    return site.page(
        request,
        "overview.html",
        title="Overview",
        counts=site.across.counts(),
        agreement=agreement(site.across.leading(EVERYTHING), site.codebook),
        cell=cell,
        told=told,
        latest=tuple(islice(_latest(site), MOST_LATEST)),
        speakers=site.across.speakers(),
        behind=site.across.is_behind("leading", "lately"),
        chart=chart if said else None,
    )


def _latest(site: Site) -> Iterator[ChangeRow]:
    """What shifted last."""
    dated = [one for one in site.across.lately(EVERYTHING).changes if one.day]
    return iter(sorted(dated, key=lambda one: one.day or "", reverse=True))
