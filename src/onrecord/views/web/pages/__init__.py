"""The pages, each a function from the site and the request to a response."""

from __future__ import annotations

from onrecord.views.web.pages import (
    actors,
    comparing,
    overview,
    positions,
    reports,
    search,
    statements,
    utterances,
    verifying,
)
from onrecord.views.web.site import Page

PAGES: tuple[tuple[str, Page], ...] = (
    ("/", overview.overview),
    ("/reports", reports.reports),
    ("/report/{id}", reports.report),
    ("/report/{id}/verify", verifying.verify),
    ("/reports/{id}/verify", verifying.moved),
    ("/statements", statements.statements),
    ("/statement/{id}", statements.statement),
    ("/statement/{id}/corrections", statements.corrections),
    ("/positions", positions.positions),
    ("/conditions", positions.conditions),
    ("/brief", positions.elsewhere),
    ("/agreement", positions.elsewhere),
    ("/changes", positions.elsewhere),
    ("/proposals", positions.proposals),
    ("/utterances", utterances.utterances),
    ("/utterance/{id}", utterances.utterance),
    ("/coverage", utterances.coverage),
    ("/disagreements", comparing.disagreements),
    ("/copies", comparing.copies),
    ("/timeline", comparing.timeline),
    ("/stories", comparing.stories),
    ("/actors", actors.actors),
    ("/actor/{id}", actors.actor),
    ("/judgements", actors.judgements),
    ("/search", search.search),
)
