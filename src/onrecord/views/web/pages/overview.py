"""The first page: who agrees on what, what shifted, who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.model.position import Standing
from onrecord.record import EVERYTHING, SpeakerCount
from onrecord.views.agreement import agreement
from onrecord.views.web.site import Site

END_OF_TIME = "9999-12-31"
MOST_SPEAKERS = 12
MOST_LATEST = 8


def overview(site: Site, request: Request) -> Response:
    held = site.across.positions(EVERYTHING)
    in_force = site.across.positions(EVERYTHING, as_of=END_OF_TIME)
    return site.page(
        request,
        "overview.html",
        title="Overview",
        counts=site.record.counts(),
        agreement=agreement(in_force, site.codebook),
        latest=tuple(islice(_latest(held), MOST_LATEST)),
        speakers=tuple(islice(_named(site), MOST_SPEAKERS)),
    )


def _latest(held: Sequence[Standing]) -> Iterator[Standing]:
    """The positions last taken, the newest first."""
    dated = (one for one in held if one.position.as_of)
    return iter(sorted(dated, key=lambda one: one.position.as_of or "", reverse=True))


def _named(site: Site) -> Iterator[SpeakerCount]:
    return (one for one in site.record.speakers() if one.actor and one.actor.type != "unnamed")
