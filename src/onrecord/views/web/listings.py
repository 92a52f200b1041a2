"""What can be asked for as data: each kind of row by its name on the command line, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from starlette.exceptions import HTTPException

from onrecord.model.jsonform import JsonObject
from onrecord.record import Filter, UtteranceRow
from onrecord.record.by_id import report_by_id
from onrecord.views.agreement import agreement
from onrecord.views.agreement_table import agreement_view
from onrecord.views.changes import CHANGES
from onrecord.views.context import with_context
from onrecord.views.copies import COPIES
from onrecord.views.coverage import COVERAGE
from onrecord.views.disagreements import DISAGREEMENTS
from onrecord.views.formats import View
from onrecord.views.positions import CONDITIONS, POSITIONS
from onrecord.views.proposals import PROPOSALS
from onrecord.views.shapes import Flat, Shown
from onrecord.views.stories import STORIES
from onrecord.views.tables import ACTORS, REPORTS, STATEMENTS, TIMELINE
from onrecord.views.utterances import UTTERANCES
from onrecord.views.verdicts import verdict_flat, verdict_shape
from onrecord.views.web.asked import (
    AGAINST,
    ALONE,
    AS_OF,
    COMMON,
    CONTEXT,
    OF_STATEMENTS,
    ONE_REPORT,
    STANCE,
    THIN,
    WITHDRAWN,
    Asked,
    Param,
)
from onrecord.views.web.site import Site

Row = TypeVar("Row")


Rows = Callable[[Site, Asked], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Line:
    """A row as data, either way made when asked for: one JSON object, or one flat row for spreadsheets."""

    shape: Callable[[], JsonObject]
    flat: Callable[[], Flat]


@dataclass(frozen=True, slots=True)
class Listing:
    """One kind of row. `lines` takes what was asked, of which `limit` and `offset` count rows (null: all)."""

    name: str
    about: str
    params: tuple[Param, ...]
    lines: Callable[[Site, Asked], Iterator[Line]]


def _listing(name: str, about: str, view: View[Row], rows: Rows[Row], *params: Param) -> Listing:
    def lines(site: Site, asked: Asked) -> Iterator[Line]:
        return (Line(partial(view.shape, row), partial(view.flat, row)) for row in rows(site, asked))

    return Listing(name, about, (*COMMON, *params), lines)


def _part(asked: Asked) -> Filter:
    return asked.part(asked.limit, asked.offset)


def _cut(asked: Asked, rows: Iterable[Row]) -> Iterator[Row]:
    return islice(rows, asked.offset, None if asked.limit is None else asked.offset + asked.limit)


def _statements(site: Site, asked: Asked) -> Iterator[Shown]:
    rows = site.record.statements(_part(asked))
    return with_context(site.record, rows) if asked.context else map(Shown, rows)


def _utterances(site: Site, asked: Asked) -> Iterator[UtteranceRow]:
    return map(site.across.with_variants, site.across.utterances(_part(asked), alone=asked.alone))


def _agreement(site: Site, asked: Asked) -> Iterator[Line]:
    held = site.across.leading(asked.filter, as_of=asked.as_of)
    rows = agreement(held, site.codebook, thin=asked.thin)
    view = agreement_view(rows[0].parties if rows else ())
    return (Line(partial(view.shape, row), partial(view.flat, row)) for row in _cut(asked, rows))


def _brief(site: Site, asked: Asked) -> Iterator[Line]:
    for section in site.across.brief(asked.filter):
        for line, flat in zip(section.lines(), section.flat(), strict=True):
            yield Line(partial(dict, line), partial(dict, flat))


def _verdicts(site: Site, asked: Asked) -> Iterator[Line]:
    ids = []
    for name in (ONE_REPORT.name, AGAINST.name):
        meant = site.record.find(asked.value(name))
        row = report_by_id(site.record, meant[0]) if len(meant) == 1 else None
        if row is None or row.withdrawn is not None:
            raise HTTPException(
                404, f"{name}: {len(meant)} reports go by that" if len(meant) > 1 else f"{name}: no such report"
            )
        ids.append(row.id)
    rows = _cut(asked, site.across.verify(*ids))
    return (Line(partial(verdict_shape, row), partial(verdict_flat, row)) for row in rows)


LISTINGS: tuple[Listing, ...] = (
    Listing("brief", "What the record holds, on a page or two.", COMMON, _brief),
    _listing(
        "reports",
        "The reports, with their days and outlets.",
        REPORTS,
        lambda site, asked: site.record.reports(_part(asked), withdrawn=asked.withdrawn),
        WITHDRAWN,
    ),
    _listing(
        "statements",
        "What was said, by whom, when, and where it stands.",
        STATEMENTS,
        _statements,
        *OF_STATEMENTS,
        CONTEXT,
    ),
    _listing("actors", "Who is who across the reports.", ACTORS, lambda site, asked: site.across.actors(_part(asked))),
    _listing(
        "utterances",
        "What several reports say was said, with how their wordings differ.",
        UTTERANCES,
        _utterances,
        ALONE,
    ),
    _listing(
        "positions",
        "Where each party stands on each issue, since when, and under which conditions.",
        POSITIONS,
        lambda site, asked: _cut(asked, site.across.positions(asked.filter, as_of=asked.as_of)),
        STANCE,
        AS_OF,
    ),
    _listing(
        "conditions",
        "What must hold for an acceptance, an offer or a threat to count.",
        CONDITIONS,
        lambda site, asked: site.across.conditions(_part(asked)),
        *OF_STATEMENTS,
    ),
    _listing(
        "proposals",
        "The proposals on the table: whose, since when, on which terms, and who answered what.",
        PROPOSALS,
        lambda site, asked: _cut(asked, site.across.proposals(asked.filter)),
    ),
    _listing(
        "changes",
        "What shifted, from what to what, by day.",
        CHANGES,
        lambda site, asked: _cut(asked, site.across.changes(asked.filter)),
        STANCE,
    ),
    Listing(
        "agreement", "Issues by parties: agreed, conditional, contested, open.", (*COMMON, AS_OF, THIN), _agreement
    ),
    _listing(
        "disagreements",
        "Where reports differ on the same thing.",
        DISAGREEMENTS,
        lambda site, asked: site.across.disagreements(_part(asked)),
    ),
    Listing(
        "verify",
        "A verdict on each quotation of a report, held against a transcript.",
        (ONE_REPORT, AGAINST),
        _verdicts,
    ),
    _listing(
        "copies",
        "Which reports are copies of others, whole or in part.",
        COPIES,
        lambda site, asked: site.across.copies(_part(asked)),
    ),
    _listing(
        "coverage",
        "Which outlets have what was said, and which left it out.",
        COVERAGE,
        lambda site, asked: site.across.coverage(_part(asked)),
    ),
    _listing(
        "stories",
        "Stories: reports that go on with one another, by time, actors and words.",
        STORIES,
        lambda site, asked: site.across.stories(_part(asked), alone=asked.alone),
        ALONE,
    ),
    _listing(
        "timeline",
        "Events and dated statements, day by day.",
        TIMELINE,
        lambda site, asked: site.across.timeline(_part(asked)),
    ),
)
