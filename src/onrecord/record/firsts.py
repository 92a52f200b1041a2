"""Which report, by id, first knows a form or prints a role: only on those hangs what is shown of a person."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.driving import ask_singles, put
from onrecord.record.schema import actor_form, report_actor
from onrecord.record.schema_across import report_role

_LISTED = sa.select(report_actor.c.form_id).where(report_actor.c.report_id == sa.bindparam("report"))
_TAKEN = (
    sa.update(actor_form)
    .where(actor_form.c.id.in_(_LISTED))
    .where(actor_form.c.first_report.is_(None) | (actor_form.c.first_report > sa.bindparam("report")))
    .values(first_report=sa.bindparam("report"))
)
_NEXT = (
    sa.select(sa.func.min(report_actor.c.report_id))
    .where(report_actor.c.form_id == actor_form.c.id, report_actor.c.report_id != sa.bindparam("report"))
    .scalar_subquery()
)
_LEFT = (
    sa.update(actor_form)
    .where(actor_form.c.id.in_(_LISTED), actor_form.c.first_report == sa.bindparam("report"))
    .values(first_report=_NEXT)
)
_earlier = report_role.alias()
_MET_FIRST = sa.select(actor_form.c.id).where(
    actor_form.c.id.in_(_LISTED), actor_form.c.first_report == sa.bindparam("report")
)
_PRINTED_FIRST = sa.select(report_role.c.form_id).where(
    report_role.c.report_id == sa.bindparam("report"),
    ~sa.exists().where(
        _earlier.c.form_id == report_role.c.form_id,
        _earlier.c.text == report_role.c.text,
        _earlier.c.report_id < report_role.c.report_id,
    ),
)


def take_first(connection: sa.Connection, report_id: str) -> None:
    """To be called when the report lists its forms: it may be the first of them to know some."""
    put(connection, _TAKEN, {"report": report_id})


def leave_first(connection: sa.Connection, report_id: str) -> None:
    """To be called before the report's forms go."""
    connection.execute(_LEFT, {"report": report_id})


def first_told(connection: sa.Connection, report_id: str) -> set[str]:
    """Forms that this report is the first to know, or of which it is the first to print a role."""
    found = set(ask_singles(connection, _MET_FIRST, {"report": report_id}))
    return found | set(ask_singles(connection, _PRINTED_FIRST, {"report": report_id}))
