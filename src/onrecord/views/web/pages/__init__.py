"""The pages, each a function from the site and the request to a response."""

from __future__ import annotations

from onrecord.views.web.pages import overview, reports, statements
from onrecord.views.web.site import Page

PAGES: tuple[tuple[str, Page], ...] = (
    ("/", overview.overview),
    ("/reports", reports.reports),
    ("/report/{id}", reports.report),
    ("/statements", statements.statements),
    ("/statement/{id}", statements.statement),
)
