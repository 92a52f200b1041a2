"""Pages of statements: what was said, by whom, when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.model import Judgement
from onrecord.model.edtf import bounds, is_valid
from onrecord.record import Filter, StatementRow, UtteranceRow
from onrecord.record.by_id import actor_by_id, sentences_of, statement_by_id, utterance_by_id
from onrecord.record.corrections import SET_SPEAKER, SET_STANCE, STATEMENT_KINDS, statement_meant
from onrecord.views.web.asked import COMMON, OF_STATEMENTS
from onrecord.views.web.links import statement_at
from onrecord.views.web.pages.asking import found, part, question
from onrecord.views.web.site import Site

MOST_OTHERS = 30


def statements(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    rows = part(request, asked, site.across.statements)
    return site.page(request, "statements.html", title="Statements", asked=asked, part=rows, data="statements")


def corrections(site: Site, request: Request) -> Response:
    """What people said of a statement beside what was read, and (where the pages take corrections) the forms for it."""
    row = found(statement_by_id(site.record, request.path_params["id"]), "statement")
    every = site.record.judgements(*STATEMENT_KINDS, subject=row.report.id)
    place = [(row.statement.id, row.statement.content)]
    here = dict.fromkeys(one.utterance for one in sentences_of(site.record, row.statement.id))
    held = [one for one in (utterance_by_id(site.record, id) for id in here) if one is not None]
    reading = site.record.reading(row.report.id) if site.editor else None
    return site.page(
        request,
        "corrections.html",
        title="What is known of a statement",
        row=row,
        judgements=[one for one in every if statement_meant(one, place) is not None],
        worded=partial(_worded, site),
        sentences=held,
        others=[one for one in _others(site, row) if one.id not in here] if site.editor else [],
        actors=sorted({one.name for one in reading.actors}) if reading else [],
    )


def _others(site: Site, row: StatementRow) -> Iterator[UtteranceRow]:
    """What else was said around that day, by whoever: first of all what the same speaker said."""
    day = row.statement.said_on or row.report.published
    if day is None or not is_valid(day):
        return
    first, last = bounds(day) or (day, day)
    around = Filter(since=first, until=last, limit=MOST_OTHERS)
    own = (
        [replace(around, actor=row.speaker.id), Filter(actor=row.speaker.id, limit=MOST_OTHERS)] if row.speaker else []
    )
    seen: set[str] = set()
    for wanted in (*own, around):
        for one in site.record.utterances(wanted, alone=True):
            if one.id not in seen:
                seen.add(one.id)
                yield one


def _worded(site: Site, one: Judgement) -> str:
    """What is believed, as a person would put it."""
    if one.kind == SET_SPEAKER:
        actor = actor_by_id(site.record, one.value) if one.value else None
        return actor.name if actor else one.value or "nobody can tell"
    if one.kind == SET_STANCE:
        issue, _, stance = (one.value or "").partition("=")
        return f"{stance}: {site.issue(issue)}"
    return "to another utterance" if one.value else "apart from all"


def statement(site: Site, request: Request) -> Response:
    """Leads to the statement's place in its report."""
    row = found(statement_by_id(site.record, request.path_params["id"]), "statement")
    return RedirectResponse(statement_at(row), 307)
