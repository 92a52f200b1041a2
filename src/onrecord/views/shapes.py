"""The shape of every view as data: one JSON object a row, and one flat row for spreadsheets and data frames.

`docs/contract.md` lists the fields; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.model.jsonform import Json, JsonObject, ref_json, spans_json, statement_json

if TYPE_CHECKING:
    from onrecord.model.sides import HeldParty
    from onrecord.record import ActorRow, EventRow, Printed, ReportRow, StatementRow, TellingRow, TimelineRow
    from onrecord.record.corrections import Correction

Cell = str | int | float | None
Flat = dict[str, Cell]

BETWEEN = "; "
EVER = ("0001-01-01", "9999-12-31")
NESTED = frozenset(("roles_held", "parties", "parties_held"))


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences around a statement: their place in the report, and their characters."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement to be shown, with the sentences around it where they were asked for."""

    row: StatementRow
    context: Context | None = None


def file_name(report: ReportRow) -> str:
    """By what a place names the report: its file's name (and line), or its id where it came without a file."""
    return named(report.path, report.line) or report.id


def named(path: str | None, line: int | None) -> str | None:
    """The file's name, and the report's line in a file of many: "feed.jsonl#3"."""
    if path is None:
        return None
    name = path.rsplit("/", 1)[-1]
    return name if line is None else f"{name}#{line}"


def place(row: StatementRow) -> str:
    """`002_name.txt:1531-1571`: file, and the offsets of the content's start and end."""
    content = row.statement.content
    return f"{file_name(row.report)}:{content[0].start}-{content[-1].end}"


def telling_place(row: TellingRow) -> str:
    """The same, of the words that name an event."""
    return f"{file_name(row.report)}:{row.spans[0].start}-{row.spans[-1].end}"


def report_shape(row: ReportRow) -> JsonObject:
    return {
        "id": row.id,
        "path": row.path,
        "paths": list(row.paths),
        "line": row.line,
        "sha256": row.sha256,
        "outlet": row.outlet,
        "title": row.title,
        "author": row.author,
        "url": row.url,
        "language": row.language,
        "published": row.published,
        "published_from": row.published_from,
        "primary": row.primary,
        "characters": row.characters,
        "words": row.words,
        "statements": row.statements,
        "unread": row.unread,
        "version": row.version,
        "versions": row.versions,
        "withdrawn": row.withdrawn,
    }


def report_flat(row: ReportRow) -> Flat:
    shape = report_shape(row)
    return {name: _cell(value) for name, value in shape.items() if name != "paths"}


def statement_shape(shown: Shown) -> JsonObject:
    """The statement as `onrecord read` prints it, with its report, path and text.

    `speaker`, `speakers` and `party` are the actors as known across reports; `as_read` is what the report alone told,
    before any of the `corrections`.
    """
    row = shown.row
    read = row.as_read or row.statement
    shape = statement_json(row.statement)
    shape |= {
        "speaker": ref_json(row.speaker),
        "speakers": [ref_json(one) for one in row.speakers],
        "party": row.party,
        "as_read": {
            "speaker": ref_json(read.speaker),
            "party": read.party,
            "said_on": row.said_on_as_read,
            "stance": read.stance,
            "issues": list(read.issues),
        },
        "corrections": [correction_shape(one) for one in row.corrections],
        "report": row.report.id,
        "path": row.report.path,
        "line": row.report.line,
        "outlet": row.report.outlet,
        "published": row.report.published,
        "text": row.text,
    }
    if shown.context is not None:
        shape["context"] = {"span": spans_json((shown.context.span,)), "text": shown.context.text}
    return shape


def correction_shape(one: Correction) -> JsonObject:
    """What a person said of a statement."""
    return {"kind": one.kind, "value": one.value, "judge": one.judge, "why": one.why}


def statement_flat(shown: Shown) -> Flat:
    row, statement = shown.row, shown.row.statement
    flat: Flat = {
        "id": statement.id,
        "said_on": statement.said_on,
        "speaker": row.speaker.name if row.speaker else None,
        "party": row.party,
        "kind": statement.kind,
        "type": statement.type,
        "issues": BETWEEN.join(statement.issues) or None,
        "stance": statement.stance,
        "text": row.text,
        "outlet": row.report.outlet,
        "published": row.report.published,
        "path": row.report.path,
        "line": row.report.line,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "confidence": statement.confidence,
        "speaker_confidence": statement.speaker_confidence,
        "report": row.report.id,
        "corrected": BETWEEN.join(dict.fromkeys(one.kind for one in row.corrections)) or None,
    }
    if shown.context is not None:
        flat["context"] = shown.context.text
    return flat


def actor_shape(row: ActorRow) -> JsonObject:
    return {
        "id": row.id,
        "name": row.name,
        "type": row.type,
        "party": row.party,
        "names": list(row.names),
        "roles": list(row.roles),
        "reports": row.reports,
        "statements": row.statements,
        "mentions": row.mentions,
        "roles_held": [_printed("role", one) for one in row.held],
        "parties": [_printed("party", one) | {"told_by": one.why} for one in row.parties],
        "parties_held": [_held(one) for one in row.sides],
    }


def _printed(what: str, one: Printed) -> JsonObject:
    return {what: one.text, "first": one.first, "last": one.last, "reports": one.reports}


def since(one: HeldParty) -> str | None:
    """The first day, or null where nothing bounds it."""
    return None if one.first == EVER[0] else one.first


def until(one: HeldParty) -> str | None:
    """The last day, or null where nothing bounds it."""
    return None if one.last == EVER[1] else one.last


def _held(one: HeldParty) -> JsonObject:
    """For whom the actor spoke from which day to which; null where nothing bounds the days."""
    return {
        "party": one.party,
        "since": since(one),
        "until": until(one),
        "judge": one.judge,
        "score": one.score,
        "why": one.why,
        "judged_at": one.judged_at,
    }


def actor_flat(row: ActorRow) -> Flat:
    shape = actor_shape(row)
    return {name: _cell(value) for name, value in shape.items() if name not in NESTED}


def timeline_shape(row: TimelineRow) -> JsonObject:
    """A day with its bounds, and what stands on it: an event or a statement, the other null."""
    return {
        "day": row.day,
        "first": row.first,
        "last": row.last,
        "event": event_shape(row.event) if row.event else None,
        "statement": statement_shape(Shown(row.statement)) if row.statement else None,
        "also": [_also(one) for one in row.also],
        "on": row.on,
    }


def event_shape(row: EventRow) -> JsonObject:
    """An event with everybody who took part, and every place where a report tells of it."""
    return {
        "id": row.id,
        "kind": row.kind,
        "day": row.day,
        "participants": [
            {"id": one.id, "name": one.name, "type": one.type, "party": one.party} for one in row.participants
        ],
        "tellings": [_telling(one) for one in row.tellings],
        "statements": list(row.statements),
    }


def _telling(row: TellingRow) -> JsonObject:
    return {
        "report": row.report.id,
        "path": row.report.path,
        "line": row.report.line,
        "outlet": row.report.outlet,
        "spans": spans_json(row.spans),
        "text": row.text,
        "day_evidence": spans_json(row.day_evidence),
    }


def _also(row: StatementRow) -> JsonObject:
    return {
        "report": row.report.id,
        "path": row.report.path,
        "line": row.report.line,
        "outlet": row.report.outlet,
        "statement": row.statement.id,
        "spans": spans_json(row.statement.content),
        "text": row.text,
    }


def timeline_flat(row: TimelineRow) -> Flat:
    """The columns of a statement behind the day; an event has its kind, its participants, and its first place."""
    head: Flat = {"day": row.day, "first": row.first, "last": row.last, "event": row.event.kind if row.event else None}
    if row.statement is not None:
        reports = {row.statement.report.id, *(one.report.id for one in row.also)}
        return head | {"reports": len(reports)} | statement_flat(Shown(row.statement))
    return head | (_event_flat(row.event) if row.event else {})


def _event_flat(row: EventRow) -> Flat:
    first = row.tellings[0]
    parties = dict.fromkeys(one.party or one.name for one in row.participants)
    return {
        "reports": len({one.report.id for one in row.tellings}),
        "id": row.id,
        "said_on": None,
        "speaker": BETWEEN.join(one.name for one in row.participants) or None,
        "party": BETWEEN.join(parties) or None,
        "kind": None,
        "type": None,
        "issues": None,
        "stance": None,
        "text": first.text,
        "outlet": first.report.outlet,
        "published": first.report.published,
        "path": first.report.path,
        "line": first.report.line,
        "start": first.spans[0].start,
        "end": first.spans[-1].end,
        "confidence": None,
        "speaker_confidence": None,
        "report": first.report.id,
        "corrected": None,
    }


def _cell(value: Json) -> Cell:
    if isinstance(value, list | tuple):
        return BETWEEN.join(str(one) for one in value) or None
    if isinstance(value, dict):
        raise TypeError(f"no cell holds {value!r}")
    return value if isinstance(value, str | int | float | None) else str(value)
