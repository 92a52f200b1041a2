"""A reading put together again from its rows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import sqlalchemy as sa

from onrecord.model import Actor, Reading, Span
from onrecord.record import columns, schema, schema_standing
from onrecord.record.showing import DbRow

_here, _form, _mention = schema.report_actor, schema.actor_form, schema.mention
_OWN = sa.select(schema.reading).where(schema.reading.c.report_id == sa.bindparam("report"))
_LISTED = (
    sa.select(_here, _form.c.name, _form.c.type, _form.c.party)
    .join(_form, _form.c.id == _here.c.form_id)
    .where(_here.c.report_id == sa.bindparam("report"))
    .order_by(_here.c.ordinal)
)
_MENTIONED = (
    sa.select(_mention)
    .where(_mention.c.report_id == sa.bindparam("report"))
    .order_by(_mention.c.actor_ordinal, _mention.c.position)
)


def as_read(connection: sa.Connection, report_id: str) -> Reading | None:
    """The reading exactly as it was read, or null."""
    believed = reading_of_report(connection, report_id)
    if believed is None:
        return None
    statements = tuple(columns.as_read_of(row) for row in _found(connection, schema.statement, report_id))
    return replace(believed, statements=statements)


def reading_of_report(connection: sa.Connection, report_id: str) -> Reading | None:
    """The reading with what people corrected in it, or null."""
    own = connection.execute(_OWN, {"report": report_id}).first()
    if own is None:
        return None
    return columns.reading_of(
        own,
        statements=[columns.statement_of(row) for row in _found(connection, schema.statement, report_id)],
        dates=[columns.date_of(row) for row in _found(connection, schema.date, report_id)],
        quantities=[columns.quantity_of(row) for row in _found(connection, schema.quantity, report_id)],
        conditions=[columns.condition_of(row) for row in _found(connection, schema.condition, report_id)],
        actors=_actors(connection, report_id),
        events=[columns.event_of(row) for row in _found(connection, schema.event, report_id)],
        proposals=[columns.proposal_of(row) for row in _found(connection, schema_standing.proposal, report_id)],
    )


@cache
def _question(table: sa.Table) -> sa.Select[tuple[object, ...]]:
    return sa.select(table).where(table.c.report_id == sa.bindparam("report")).order_by(table.c.ordinal)


def _found(connection: sa.Connection, table: sa.Table, report_id: str) -> list[DbRow]:
    return list(connection.execute(_question(table), {"report": report_id}))


def _actors(connection: sa.Connection, report_id: str) -> list[Actor]:
    places: dict[int, list[Span]] = {}
    for row in connection.execute(_MENTIONED, {"report": report_id}):
        places.setdefault(row.actor_ordinal, []).append(Span(row.starts, row.ends))
    rows = connection.execute(_LISTED, {"report": report_id})
    return [columns.actor_of(row, tuple(places.get(row.ordinal, ()))) for row in rows]
