"""One row of the record, by its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import ActorType, Spans
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record.asking import find, parties_named
from onrecord.record.columns import unpacked_spans
from onrecord.record.rows import ActorRow, ReportRow, StatementRow
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    report,
    report_actor,
    statement,
    utterance,
    utterance_member,
    wording,
)
from onrecord.record.showing import REPORTS, SAID, Showing, report_rows
from onrecord.record.store import Record
from onrecord.record.tallying import actor_rows
from onrecord.record.utterances import UtteranceRow, utterance_rows


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A form that was taken for the actor: as printed, with the score and the reason of the link."""

    form: str
    name: str
    type: ActorType
    party: str | None
    score: float
    why: str
    reports: int


MOST_MEANT = 20
MOST_TRANSCRIPTS = 60
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_WORDINGS: sa.Select[tuple[object, ...]] = (
    sa.select(wording.c.report_id, wording.c.spans, statement.c.content, utterance_member.c.utterance_id)
    .join(statement, statement.c.id == wording.c.statement_id)
    .join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    .join(utterance, utterance.c.id == utterance_member.c.utterance_id)
)


def report_by_id(record: Record, id: str) -> ReportRow | None:
    with record.reading_connection() as connection:
        rows = connection.execute(REPORTS.where(report.c.id == id)).all()
        return next(report_rows(connection, rows), None)


def transcripts(record: Record, day: str | None, *, but: str) -> list[ReportRow]:
    """Transcripts and official texts, those of that day and just before it first; not the report of the id `but`."""
    query = REPORTS.where(report.c.is_primary, report.c.withdrawn.is_(None), report.c.id != but)
    later = sa.case((report.c.published_first <= day, 0), else_=1) if day else sa.literal(0)
    query = query.order_by(later, report.c.published_first.desc().nulls_last(), report.c.id).limit(MOST_TRANSCRIPTS)
    with record.reading_connection() as connection:
        return list(report_rows(connection, connection.execute(query).all()))


def statement_by_id(record: Record, id: str) -> StatementRow | None:
    with record.reading_connection() as connection:
        rows = connection.execute(SAID.where(statement.c.id == id)).all()
        return next(Showing(connection).statements(rows), None)


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One sentence of a statement: where it stands, and the utterance of which it is a reading."""

    report: str
    content: Spans
    spans: Spans
    utterance: str


def statements_meant(record: Record, reference: str) -> list[StatementRow]:
    """The statements that an id, the start of one, or a place (`file:start-end`, as tables print it) names."""
    file, _, told = reference.rpartition(":")
    at = _PLACE.fullmatch(told)
    with record.reading_connection() as connection:
        if reference.startswith("statement-"):
            meant = statement.c.id.startswith(reference, autoescape=True)
        elif file and at:
            meant = statement.c.report_id.in_(find(connection, file))
            meant &= (statement.c.starts == int(at[1])) & (statement.c.ends == int(at[2]))
        else:
            return []
        rows = connection.execute(SAID.where(meant).order_by(statement.c.id).limit(MOST_MEANT)).all()
        return list(Showing(connection).statements(rows))


def utterances_meant(record: Record, reference: str) -> list[str]:
    """Ids of the utterances that an id, or the start of one, names."""
    if not reference.startswith("utterance-"):
        return []
    query = sa.select(utterance.c.id).where(utterance.c.id.startswith(reference, autoescape=True))
    with record.reading_connection() as connection:
        return list(connection.scalars(query.order_by(utterance.c.id).limit(MOST_MEANT)))


def sentences_of(record: Record, statement_id: str) -> list[WordingRow]:
    """The sentences of a statement, in the order of the text."""
    return _sentences(record, _WORDINGS.where(wording.c.statement_id == statement_id).order_by(wording.c.starts))


def base_of(record: Record, utterance_id: str) -> WordingRow:
    """The sentence that is the base of an utterance."""
    whose = utterance_member.c.utterance_id == utterance_id
    return _sentences(record, _WORDINGS.where(whose & (wording.c.id == utterance.c.base)))[0]


def _sentences(record: Record, query: sa.Select[tuple[object, ...]]) -> list[WordingRow]:
    with record.reading_connection() as connection:
        return [
            WordingRow(row.report_id, unpacked_spans(row.content), unpacked_spans(row.spans), row.utterance_id)
            for row in connection.execute(query)
        ]


def utterance_by_id(record: Record, id: str) -> UtteranceRow | None:
    with record.reading_connection() as connection:
        rows = connection.execute(sa.select(utterance).where(utterance.c.id == id)).all()
        return next(utterance_rows(connection, rows), None)


def actor_by_id(record: Record, id: str) -> ActorRow | None:
    """The actor, also by the id of one of its forms."""
    with record.reading_connection() as connection:
        held = sa.select(actor_member.c.actor_id).where(actor_member.c.form_id == id)
        found = connection.scalar(held) or id
        query = sa.select(actor, actor.c.statements.label("said"))
        return next(actor_rows(connection, connection.execute(query.where(actor.c.id == found)).all()), None)


def parties_called(record: Record, name: str) -> list[str]:
    """Parties of exactly this name, or of an actor that some report calls so."""
    with record.reading_connection() as connection:
        return parties_named(connection, name)


def members(record: Record, actor_id: str) -> Iterator[MemberRow]:
    """The actor's forms, those of most reports first."""
    count = sa.func.count(report_actor.c.report_id.distinct()).label("told")
    query = (
        sa.select(actor_form, actor_member.c.score, actor_member.c.why, count)
        .join(actor_member, actor_member.c.form_id == actor_form.c.id)
        .outerjoin(report_actor, report_actor.c.form_id == actor_form.c.id)
        .where(actor_member.c.actor_id == actor_id)
        .group_by(*actor_form.c, actor_member.c.score, actor_member.c.why)
        .order_by(count.desc(), actor_form.c.name, actor_form.c.id)
    )
    with record.reading_connection() as connection:
        for row in connection.execute(query).all():
            type_ = one_of(row.type, ACTOR_TYPES)
            yield MemberRow(row.id, row.name, type_, row.party, row.score, row.why, row.told)
