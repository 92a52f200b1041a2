"""Taking a report back: its reading goes, the reason stays."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.model import Judgement
from onrecord.record.counting import count_actors
from onrecord.record.differing import compare, forget_compared
from onrecord.record.judging import judge
from onrecord.record.neighbours import Judging, collate
from onrecord.record.saving import drop_reading
from onrecord.record.schema import report
from onrecord.record.settling import leave, settle
from onrecord.record.versions import number_versions
from onrecord.record.wordings import forget, gather


def withdraw(connection: sa.Connection, report_id: str, because: str, judging: Judging, *, now: str) -> None:
    """Deletes the reading and marks the report; the judgement keeps it from being read in again."""
    judge(connection, Judgement("withdraw", report_id, None, None, "user", because, now))
    beside = forget(connection, report_id, judging.matching)
    before = forget_compared(connection, report_id, judging.comparing)
    followers = leave(connection, report_id, judging)
    left = drop_reading(connection, report_id)
    this = sa.update(report).where(report.c.id == report_id)
    connection.execute(this.values(withdrawn=because, version=1, versions=1))
    number_versions(connection, connection.scalar(sa.select(report.c.url).where(report.c.id == report_id)))
    forms = collate(connection, judging, fresh=set(), left=left)
    count_actors(connection, {*forms, *left})
    near = gather(connection, None, "", None, judging.matching, beside)
    settle(connection, near, judging, left=followers)
    compare(connection, None, "", None, judging.comparing, before=before, forms=forms, near=near)


def purge(connection: sa.Connection, report_id: str) -> None:
    """Deletes the report with its text and places; only the judgement on it stays."""
    connection.execute(sa.delete(report).where(report.c.id == report_id))
