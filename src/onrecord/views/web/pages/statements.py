"""Pages of statements: what was said, by whom, when, and where it stands."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.record.by_id import statement_by_id
from onrecord.views.web.asked import COMMON, OF_STATEMENTS
from onrecord.views.web.links import statement_at
from onrecord.views.web.pages.asking import found, part, question
from onrecord.views.web.site import Site


def statements(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    rows = part(request, asked, site.record.statements)
    return site.page(request, "statements.html", title="Statements", asked=asked, part=rows, data="statements")


def statement(site: Site, request: Request) -> Response:
    """Leads to the statement's place in its report."""
    row = found(statement_by_id(site.record, request.path_params["id"]), "statement")
    return RedirectResponse(statement_at(row), 307)
