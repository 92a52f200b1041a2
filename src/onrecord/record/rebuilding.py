"""A reading put together again from its rows."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from onrecord.model import Actor, Reading, Span
from onrecord.record import columns, schema, schema_standing
from onrecord.record.showing import DbRow


def as_read(connection: sa.Connection, report_id: str) -> Reading | None:
    """The reading exactly as it was read, or null."""
    believed = reading_of_report(connection, report_id)
    if believed is None:
        return None
    statements = tuple(columns.as_read_of(row) for row in _found(connection, schema.statement, report_id))
    return replace(believed, statements=statements)


def reading_of_report(connection: sa.Connection, report_id: str) -> Reading | None:
    """The reading with what people corrected in it, or null."""
    own = connection.execute(sa.select(schema.reading).where(schema.reading.c.report_id == report_id)).first()
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


def _found(connection: sa.Connection, table: sa.Table, report_id: str) -> list[DbRow]:
    query = sa.select(table).where(table.c.report_id == report_id).order_by(table.c.ordinal)
    return list(connection.execute(query))


def _actors(connection: sa.Connection, report_id: str) -> list[Actor]:
    mention, here, form = schema.mention, schema.report_actor, schema.actor_form
    places: dict[int, list[Span]] = {}
    mentioned = sa.select(mention).where(mention.c.report_id == report_id)
    for row in connection.execute(mentioned.order_by(mention.c.actor_ordinal, mention.c.position)):
        places.setdefault(row.actor_ordinal, []).append(Span(row.starts, row.ends))
    query = sa.select(here, form.c.name, form.c.type, form.c.party).join(form, form.c.id == here.c.form_id)
    rows = connection.execute(query.where(here.c.report_id == report_id).order_by(here.c.ordinal))
    return [columns.actor_of(row, tuple(places.get(row.ordinal, ()))) for row in rows]
