"""Conditions as the record hands them out: in the order of the text, each beside its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from onrecord.model import Condition
from onrecord.record.asking import report_conditions
from onrecord.record.chunks import chunks
from onrecord.record.columns import condition_of
from onrecord.record.rows import EVERYTHING, Filter, ReportRow, StatementRow
from onrecord.record.schema import actor, actor_member, condition, report, statement
from onrecord.record.showing import SAID, DbRow, Showing, streamed
from onrecord.record.store import Record

FOUND = (
    report.join(condition, condition.c.report_id == report.c.id)
    .outerjoin(statement, statement.c.id == condition.c.statement_id)
    .outerjoin(actor_member, actor_member.c.form_id == statement.c.speaker_id)
    .outerjoin(actor, actor.c.id == actor_member.c.actor_id)
)
BY_PLACE = (report.c.published_first.asc().nulls_first(), report.c.id, condition.c.ordinal)


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition as read, its characters, and the statement that it hangs on (null where it hangs on none).

    `party` is whose it is, as the record believes it.
    """

    report: ReportRow
    condition: Condition
    text: str
    statement: StatementRow | None
    party: str | None


def condition_rows(record: Record, wanted: Filter = EVERYTHING) -> Iterator[ConditionRow]:
    """Conditions by their report's published day, then report, then place.

    A condition is wanted where its statement is; one that hangs on none, where its report is and nothing is asked of
    statements.
    """
    with record.reading_connection() as connection:
        query = sa.select(condition).select_from(FOUND).where(_asked(record, connection, wanted))
        query = query.order_by(*BY_PLACE).limit(wanted.limit).offset(wanted.offset or None)
        showing = Showing(connection)
        for rows in streamed(connection, query):
            yield from _shown(connection, showing, rows)


def _asked(record: Record, connection: sa.Connection, wanted: Filter) -> sa.ColumnElement[bool]:
    reports = list(report_conditions(connection, wanted))
    of_statements = replace(wanted, outlet=None, report=None, story=None)
    hangs = sa.and_(statement.c.id.is_not(None), *record.conditions_on(connection, of_statements))
    if replace(of_statements, party=None, issue=None, limit=None, offset=0) != EVERYTHING:
        return sa.and_(*reports, hangs)
    alone: list[sa.ColumnElement[bool]] = [condition.c.statement_id.is_(None)]
    if wanted.party is not None:
        alone.append(sa.func.lower(condition.c.party).contains(wanted.party.lower(), autoescape=True))
    if wanted.issue is not None:
        alone.append(condition.c.issues.contains(f'"{wanted.issue}"', autoescape=True))
    return sa.and_(*reports, sa.or_(hangs, sa.and_(*alone)))


def _shown(connection: sa.Connection, showing: Showing, rows: Sequence[DbRow]) -> Iterator[ConditionRow]:
    said: dict[str, StatementRow] = {}
    for chunk in chunks(sorted({row.statement_id for row in rows if row.statement_id is not None})):
        found = connection.execute(SAID.where(statement.c.id.in_(chunk))).all()
        said |= {row.statement.id: row for row in showing.statements(found)}
    reports = showing.reports_of({row.report_id for row in rows})
    for row in rows:
        one, whose = condition_of(row), said.get(row.statement_id)
        yield ConditionRow(reports[row.report_id], one, row.text, whose, _whose(whose, one))


def _whose(row: StatementRow | None, found: Condition) -> str | None:
    """The statement's party; what was read of the condition's, but not of a speaker whom a person corrected."""
    if row is None or row.party is not None:
        return found.party if row is None else row.party
    respoken = row.as_read is not None and row.as_read.speaker != row.statement.speaker
    return None if respoken else found.party
