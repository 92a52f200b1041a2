"""The views, one for each kind of row: reports, statements, actors, timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Span, Spans
from onrecord.views.formats import Column, View
from onrecord.views.shapes import (
    Shown,
    actor_flat,
    actor_shape,
    file_name,
    place,
    report_flat,
    report_shape,
    statement_flat,
    statement_shape,
    telling_place,
    timeline_flat,
    timeline_shape,
    until,
)

if TYPE_CHECKING:
    from onrecord.record import ActorRow, ReportRow, StatementRow, TimelineRow

NOT_KNOWN = "not known"
DOT = " · "
DAY_WIDTH = 11
SOME = 3


def in_few_words(stance: str) -> str:
    """For a narrow column: "accepts if" for accepts-conditionally, wherever it stands."""
    return stance.replace("accepts-conditionally", "accepts if")


def day(edtf: str | None) -> str:
    """A day, or an interval broken after its slash so that it fits a narrow column."""
    return (edtf or "").replace("/", "/ ")


def who(row: StatementRow) -> str:
    """The speaker; who it could be, where that is not decided; or that it is not known."""
    if row.speakers:
        return " and ".join(one.name for one in row.speakers)
    if row.speaker:
        return row.speaker.name
    if row.statement.candidates:
        return " or ".join(f"{one.name}?" for one in row.statement.candidates)
    return NOT_KNOWN


def for_whom(row: StatementRow) -> str:
    return f"for {row.party}" if row.party and (not row.speaker or row.party != row.speaker.name) else ""


def where(row: StatementRow) -> str:
    """Outlet and place, and what is out of the ordinary: relayed, not said but thought."""
    statement = row.statement
    notes = [row.report.outlet, place(row)]
    if statement.type != "assertion":
        notes.append(statement.type)
    if statement.stance:
        notes.append(f"{statement.stance}: {', '.join(statement.issues)}" if statement.issues else statement.stance)
    if statement.relayed_by:
        notes.append(f"by {statement.relayed_by.name}'s account")
    if row.corrections:
        notes.append(f"corrected: {', '.join(dict.fromkeys(one.kind for one in row.corrections))}")
    return DOT.join(note for note in notes if note)


def what(shown: Shown) -> str:
    return shown.row.text if shown.context is None else shown.context.text


def _marks(shown: Shown) -> Spans:
    """Where in its context the statement's content stands; nothing without a context."""
    if shown.context is None:
        return ()
    start = shown.context.span.start
    return tuple(Span(one.start - start, one.end - start) for one in shown.row.statement.content)


def _titled(row: ReportRow) -> str:
    return row.title or file_name(row)


def _report_notes(row: ReportRow) -> str:
    notes = [row.outlet, None if row.title is None else file_name(row)]
    if row.primary:
        notes.append("primary")
    if row.versions > 1:
        notes.append(f"version {row.version} of {row.versions}")
    if len(row.paths) > 1:
        notes.append(f"{len(row.paths)} copies")
    if row.unread:
        notes.append(f"unread: {row.unread}")
    if row.withdrawn:
        notes.append(f"withdrawn: {row.withdrawn}")
    return DOT.join(note for note in notes if note)


def _published(row: ReportRow) -> str:
    return day(row.published) or NOT_KNOWN


def _from_whom(row: ReportRow) -> str:
    return f"by {row.published_from}" if row.published and row.published_from not in (None, "given") else ""


REPORTS: View[ReportRow] = View(
    "reports",
    report_shape,
    report_flat,
    (
        Column("Published", _published, _from_whom, width=DAY_WIDTH),
        Column("Report", _titled, _report_notes),
        Column("Words", lambda row: f"{row.words:,}", width=7, right=True),
        Column("Statements", lambda row: "" if row.unread else f"{row.statements:,}", width=10, right=True),
    ),
)

STATEMENTS: View[Shown] = View(
    "statements",
    statement_shape,
    statement_flat,
    (
        Column("Said on", lambda shown: day(shown.row.statement.said_on), width=DAY_WIDTH),
        Column("Speaker", lambda shown: who(shown.row), lambda shown: for_whom(shown.row), ratio=2),
        Column("Statement", what, lambda shown: where(shown.row), _marks, ratio=7),
    ),
    airy=True,
)

SAID: View[StatementRow] = STATEMENTS.of(Shown)


def _sides(row: ActorRow) -> str:
    """For whom an actor speaks; of one who changed sides each, with the day on which that ends."""
    if not row.sides:
        return row.party or ""
    return ", then ".join(
        f"{one.party or 'nobody'} until {last}" if (last := until(one)) else one.party or "nobody" for one in row.sides
    )


ACTORS: View[ActorRow] = View(
    "actors",
    actor_shape,
    actor_flat,
    (
        Column(
            "Actor",
            lambda row: row.name,
            lambda row: DOT.join([row.type, *(name for name in row.names if name != row.name)][: SOME + 1]),
            ratio=5,
        ),
        Column("For", _sides, ratio=2),
        Column("Roles as printed", lambda row: "; ".join(row.roles[:SOME]), ratio=5),
        Column("Statements", lambda row: f"{row.statements:,}", width=10, right=True),
        Column("Reports", lambda row: f"{row.reports:,}", width=7, right=True),
    ),
)


def _told_who(row: TimelineRow) -> str:
    if row.statement:
        return who(row.statement)
    return ", ".join(one.name for one in row.event.participants) if row.event else ""


def _told_for(row: TimelineRow) -> str:
    return for_whom(row.statement) if row.statement else ""


def _told_what(row: TimelineRow) -> str:
    if row.statement:
        return row.statement.text
    return f"{row.event.kind.capitalize()}: {row.event.tellings[0].text}" if row.event else ""


def _told_where(row: TimelineRow) -> str:
    """Its place; for an event every place, as for what several reports say was said."""
    if row.event:
        places = [
            DOT.join(part for part in (one.report.outlet, telling_place(one)) if part) for one in row.event.tellings
        ]
        said = f"{len(row.event.statements)} statements" if row.event.statements else ""
        return DOT.join(part for part in (*places[:SOME], _rest(len(places)), said) if part)
    if row.statement is None:
        return ""
    also = [one.report.outlet or place(one) for one in row.also]
    return DOT.join(part for part in (where(row.statement), *also[:SOME], _rest(len(also))) if part)


def _rest(count: int) -> str:
    return f"and {count - SOME} more" if count > SOME else ""


TIMELINE: View[TimelineRow] = View(
    "timeline",
    timeline_shape,
    timeline_flat,
    (
        Column("Day", lambda row: day(row.day), width=DAY_WIDTH),
        Column("Who", _told_who, _told_for, ratio=2),
        Column("What", _told_what, _told_where, ratio=7),
    ),
    airy=True,
)
