"""The tables of what happened and of how reports hang together: events, stories, copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views.exports.fields import Family, Field, Table
from onrecord.views.exports.tables import REPORT, SPANS, TEXT, Rows

if TYPE_CHECKING:
    from onrecord.views.exports.contents import Contents

EVENTS = Table(
    "events",
    "something dated that happened: a call, a visit, a meeting, a vote",
    (
        Field("id", "string", "hash of its first telling"),
        Field("kind", "string", "call, meeting, talks, summit, visit, news conference, ..."),
        Field("day", "string", "when it was (EDTF)"),
        Field("participants", "list", "names of all who took part"),
        Field("statements", "list", "ids of the statements made on it"),
    ),
    ("id",),
)

EVENT_TELLINGS = Table(
    "event_tellings",
    "where one report tells of an event",
    (
        Field("event", "string", "the event", "events"),
        REPORT,
        SPANS,
        TEXT,
        Field("day", "string", "when it was, by this report (EDTF)"),
        Field("day_evidence", "spans", "the words that tell the day"),
    ),
    ("event", "report", "spans"),
)

STORIES = Table(
    "stories",
    "reports that go on with one another, by time, actors and words",
    (
        Field("id", "string", "that of its first report, as a story"),
        Field("label", "string", "its actors and issues"),
        Field("first", "string", "the first day on which its reports were published"),
        Field("last", "string", "the last"),
        Field("actors", "list", "names of those whom most of its reports name"),
        Field("issues", "list", "ids of the issues of most of its statements, by the codebook"),
        Field("reports", "list", "ids of its reports, in order of time"),
    ),
    ("id",),
)

COPIES = Table(
    "copies",
    "a report that is likely a copy of another, whole or in part",
    (
        REPORT,
        Field("origin", "string", "the likely origin", "reports"),
        Field("share", "number", "how much of it stands there, 0 to 1"),
        Field("credit", "string", "whom it credits, in its own words"),
        Field("credit_spans", "spans", "where it does"),
    ),
    ("report",),
)


def _of_events(contents: Contents) -> Rows:
    for row in contents.timeline():
        if (event := row.event) is None:
            continue
        who = tuple(one.name for one in event.participants)
        yield "events", (event.id, event.kind, event.day, who, event.statements)
        for one in event.tellings:
            place = (one.report.id, one.spans, one.text)
            yield "event_tellings", (event.id, *place, one.telling.on, one.day_evidence)


def _of_stories(contents: Contents) -> Rows:
    for row in contents.record.stories(alone=True):
        actors, reports = tuple(one.name for one in row.actors), tuple(one.id for one in row.reports)
        yield "stories", (row.id, row.label, row.first, row.last, actors, row.issues, reports)


def _of_copies(contents: Contents) -> Rows:
    for row in contents.copies():
        yield "copies", (row.report.id, row.origin.id, row.share, row.credit, row.credit_spans)


TOLD = (
    Family((EVENTS, EVENT_TELLINGS), _of_events),
    Family((STORIES,), _of_stories),
    Family((COPIES,), _of_copies),
)
