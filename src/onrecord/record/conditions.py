"""Conditions as the record hands them out: in the order of the text, each beside its report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import sqlalchemy as sa

from onrecord.model import Condition
from onrecord.record.columns import condition_of
from onrecord.record.rows import EVERYTHING, Filter, ReportRow, StatementRow
from onrecord.record.schema import condition
from onrecord.record.store import Record


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
    stop = None if wanted.limit is None else wanted.offset + wanted.limit
    yield from islice(_wanted(record, replace(wanted, limit=None, offset=0)), wanted.offset, stop)


def _wanted(record: Record, wanted: Filter) -> Iterator[ConditionRow]:
    said = {row.statement.id: row for row in record.statements(wanted)}
    told = (wanted.speaker, wanted.stance, wanted.type, wanted.kind, wanted.min_confidence, wanted.text)
    for report in record.reports(Filter(outlet=wanted.outlet, report=wanted.report)):
        for found, text in _of_report(record, report.id):
            row = said.get(found.statement or "")
            party = row.party if row is not None and row.party is not None else found.party
            if row is None and (found.statement is not None or any(told) or wanted.since or wanted.until):
                continue
            if row is None and not (_names(party, wanted.party) and _is_on(found, wanted.issue)):
                continue
            yield ConditionRow(report, found, text, row, party)


def _of_report(record: Record, report_id: str) -> list[tuple[Condition, str]]:
    query = sa.select(condition).where(condition.c.report_id == report_id).order_by(condition.c.ordinal)
    with record.reading_connection() as connection:
        return [(condition_of(row), row.text) for row in connection.execute(query)]


def _names(party: str | None, wanted: str | None) -> bool:
    return wanted is None or (party is not None and wanted.lower() in party.lower())


def _is_on(found: Condition, issue: str | None) -> bool:
    return issue is None or issue in found.on
