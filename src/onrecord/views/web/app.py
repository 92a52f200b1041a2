"""The pages and the API as one application."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.record import RecordError
from onrecord.views.charts import palette
from onrecord.views.harmless import one_line
from onrecord.views.web import api
from onrecord.views.web.asked import BadQuestionError
from onrecord.views.web.guards import HEADERS, Guarded
from onrecord.views.web.pages import PAGES, editing
from onrecord.views.web.site import STATIC, Site

UNAVAILABLE = 503


def application(site: Site, hosts: Iterable[str] = ()) -> Starlette:
    """The record as pages and as JSON; `hosts` are names, beside localhost, under which it may be asked."""
    pages = [Route(path, partial(page, site), methods=["GET"], name=path) for path, page in PAGES]
    data = [Route(path, partial(answer, site), methods=["GET"], name=path) for path, answer in api.routes()]
    if site.editor is not None:
        pages.append(Route("/edit/actors/{act}", partial(editing.judge_actor, site), methods=["POST"]))
        pages.append(Route("/edit/statements/{act}", partial(editing.judge_statement, site), methods=["POST"]))
        pages.append(Route("/edit/undo", partial(editing.undo, site), methods=["POST"]))
    data.append(Route("/palette.css", _palette, methods=["GET"]))
    static = Mount("/static", StaticFiles(directory=STATIC), name="static")
    faults = (BadQuestionError, HTTPException, RecordError, Exception)
    return Starlette(
        routes=[*pages, *data, static],
        middleware=[Middleware(Guarded, hosts=tuple(hosts))],
        exception_handlers={kind: partial(_fault, site) for kind in faults},
    )


def _palette(request: Request) -> Response:
    return PlainTextResponse(palette(), media_type="text/css")


def _fault(site: Site, request: Request, error: Exception) -> Response:
    status, cause = _told(error)
    # What failed unforeseen is answered outside of Guarded.
    headers = {**HEADERS, **((error.headers or {}) if isinstance(error, HTTPException) else {})}
    if request.url.path == "/api" or request.url.path.startswith("/api/"):
        return JSONResponse({"fault": one_line(cause)}, status, headers)
    page = site.page(request, "fault.html", cause=cause, title="Not here" if status == 404 else "Fault")
    page.status_code = status
    page.headers.update(headers)
    return page


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    if isinstance(error, BadQuestionError):
        return 400, str(error)
    if isinstance(error, RecordError):
        return UNAVAILABLE, str(error)
    return 500, "something went wrong inside onrecord; what it was is told where `onrecord serve` runs"
