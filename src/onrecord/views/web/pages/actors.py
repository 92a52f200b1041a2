"""Pages of actors: who is who, on whose behalf, and what was taken for one and why."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.record import Filter
from onrecord.record.by_id import actor_by_id, members
from onrecord.record.corrections import STATEMENT_KINDS
from onrecord.views.web.asked import COMMON, Asked
from onrecord.views.web.pages.asking import found, part, question
from onrecord.views.web.site import ACTS, Site

UNDOABLE = (*ACTS, *STATEMENT_KINDS)
KINDS = (*UNDOABLE, "set", "withdraw")


def actors(site: Site, request: Request) -> Response:
    asked = question(request, COMMON)
    rows = part(request, asked, site.across.listed_actors)
    return site.page(request, "actors.html", title="Actors", asked=asked, part=rows)


def actor(site: Site, request: Request) -> Response:
    row = found(actor_by_id(site.record, request.path_params["id"]), "actor")
    forms = tuple(members(site.record, row.id))
    known = {one.form for one in forms}
    said = part(request, Asked(), lambda wanted: site.record.statements(_by(row.id, wanted)), size=20)
    judged = [one for one in site.record.judgements(*ACTS) if {one.subject, one.object} & known]
    told = {"row": row, "forms": forms, "part": said, "judgements": judged, "asked": Asked()}
    return site.page(request, "actor.html", title=row.name, **told)


def _by(actor: str, wanted: Filter) -> Filter:
    return Filter(actor=actor, limit=wanted.limit, offset=wanted.offset)


def judgements(site: Site, request: Request) -> Response:
    """What people corrected, the latest first; also what was taken back."""
    every = site.record.judgements(*KINDS, undone=True)[::-1]
    return site.page(request, "judgements.html", title="What people corrected", judgements=every, undoable=UNDOABLE)
