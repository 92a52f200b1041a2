"""How many statements there are of whom, and of what kind, kept in step so that nobody need count them."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from onrecord.record.chunks import AMONG, among, chunks, singles
from onrecord.record.driving import ask, put
from onrecord.record.schema import actor, actor_form, actor_member, report, statement, statement_speaker
from onrecord.record.schema_kept import JOINT, written

_SPOKE = (
    sa.select(statement_speaker.c.form_id, sa.func.count().label("statements"))
    .join(statement, statement.c.id == statement_speaker.c.statement_id)
    .where(statement.c.report_id == sa.bindparam("report"))
    .group_by(statement_speaker.c.form_id)
)
_MORE = (
    sa.update(actor_form)
    .where(actor_form.c.id == sa.bindparam("form"))
    .values(statements=actor_form.c.statements + sa.bindparam("more"))
)


def _of_report(what: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    """What is counted is no condition: SQLite would look for it in the whole record, by the index of speakers."""
    there = sa.func.coalesce(sa.func.sum(sa.case((what, 1), else_=0)), 0)
    return sa.select(there).where(statement.c.report_id == report.c.id).correlate(report).scalar_subquery()


_DESCRIBED = sa.update(report).values(
    undated=_of_report(statement.c.said_on.is_(None)), unattributed=_of_report(statement.c.speaker_id.is_(None))
)
_DESCRIBED_ONE = _DESCRIBED.where(report.c.id == sa.bindparam("report"))
_said = statement_speaker.alias()
_first, _whose = statement_speaker.alias(), actor_member.alias()
_EVERY = (
    sa.select(sa.func.coalesce(sa.func.sum(actor_form.c.statements), 0))
    .join(actor_member, actor_member.c.form_id == actor_form.c.id)
    .where(actor_member.c.actor_id == actor.c.id)
    .correlate(actor)
    .scalar_subquery()
)
# Where two names of one actor speak together, he said it once.
_TWICE = (
    sa.select(sa.func.count())
    .select_from(statement_speaker)
    .join(actor_member, actor_member.c.form_id == statement_speaker.c.form_id)
    .where(actor_member.c.actor_id == actor.c.id, JOINT)
    .where(
        sa.exists()
        .where(_first.c.statement_id == statement_speaker.c.statement_id)
        .where(_first.c.position < statement_speaker.c.position)
        .where(_whose.c.form_id == _first.c.form_id, _whose.c.actor_id == actor_member.c.actor_id)
    )
    .correlate(actor)
    .scalar_subquery()
)
# Hundreds of statements may be joint, and most actors have one name: of those nothing need be looked up.
_NAMES = sa.select(sa.func.count()).where(actor_member.c.actor_id == actor.c.id).correlate(actor).scalar_subquery()
_COUNTED = sa.update(actor).values(statements=_EVERY - sa.case((_NAMES > 1, _TWICE), else_=0))
_COUNTED_AMONG = _COUNTED.where(among(actor.c.id))
_WHOSE = sa.select(actor_member.c.actor_id).distinct().where(among(actor_member.c.form_id))
_WRITTEN = sa.update(written).values(times=written.c.times + 1)


def count_report(connection: sa.Connection, report_id: str) -> set[str]:
    """To be called when all is written that its reading has; returns the forms that speak in it."""
    spoke = _count(connection, report_id, +1)
    put(connection, _DESCRIBED_ONE, {"report": report_id})
    return spoke


def leave_report(connection: sa.Connection, report_id: str) -> None:
    """To be called before what its reading has goes."""
    _count(connection, report_id, -1)
    connection.execute(sa.update(report).where(report.c.id == report_id).values(undated=0, unattributed=0))


def _count(connection: sa.Connection, report_id: str, by: int) -> set[str]:
    rows = ask(connection, _SPOKE, {"report": report_id})
    if rows:
        put(connection, _MORE, *({"form": row.form_id, "more": by * row.statements} for row in rows))
    return {row.form_id for row in rows}


def count_actors(connection: sa.Connection, forms: Iterable[str]) -> None:
    """Sums up anew for the actors that these forms belong to."""
    touched = set(singles(connection, _WHOSE, sorted(set(forms))))
    for chunk in chunks(sorted(touched)):
        put(connection, _COUNTED_AMONG, {AMONG: chunk})


def count_all(connection: sa.Connection) -> None:
    """Counts all anew."""
    spoke = sa.select(sa.func.count()).select_from(_said).where(_said.c.form_id == actor_form.c.id)
    connection.execute(sa.update(actor_form).values(statements=spoke.correlate(actor_form).scalar_subquery()))
    connection.execute(_DESCRIBED)
    connection.execute(_COUNTED)


def count_writing(connection: sa.Connection) -> None:
    """To be called once by whoever writes."""
    put(connection, _WRITTEN)
