"""On whose behalf an actor speaks: what most of the reports that tell of it say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import sqlalchemy as sa

from onrecord.record.chunks import chunks, rows_where
from onrecord.record.schema import actor, actor_form, actor_member, report_actor


def count_reports(connection: sa.Connection, report_id: str, by: int) -> None:
    """Counts the reading of this report, or with -1 no more, for every form that it lists."""
    listed = sa.select(report_actor.c.form_id).where(report_actor.c.report_id == report_id)
    counted = sa.update(actor_form).where(actor_form.c.id.in_(listed))
    connection.execute(counted.values(reports=actor_form.c.reports + by))


def settle_parties(connection: sa.Connection, forms: Iterable[str]) -> None:
    """Counts anew, by reports, for the actors that the forms belong to; a party that a person set stays.

    Where two parties are told by as many reports, neither stands.
    """
    member = actor_member.c
    touched = set(rows_where(connection, sa.select(member.actor_id).distinct(), member.form_id, sorted(set(forms))))
    for chunk in chunks(sorted(touched)):
        told = _told(connection, chunk)
        believed = sa.select(actor.c.id, actor.c.party).where(actor.c.id.in_(told), ~actor.c.party_judged)
        for id, party in connection.execute(believed.order_by(actor.c.id)).all():
            if party != (most := _most_told(told[id])):
                connection.execute(sa.update(actor).where(actor.c.id == id).values(party=most))


def _told(connection: sa.Connection, actors: list[str]) -> dict[str, Counter[str]]:
    """By actor, how many reports tell of each party; one that has two names of the actor for it counts twice."""
    query = (
        sa.select(actor_member.c.actor_id, actor_form.c.party, sa.func.sum(actor_form.c.reports))
        .join(actor_form, actor_form.c.id == actor_member.c.form_id)
        .where(actor_member.c.actor_id.in_(actors), actor_form.c.party.is_not(None), actor_form.c.reports > 0)
        .group_by(actor_member.c.actor_id, actor_form.c.party)
    )
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for id, party, count in connection.execute(query):
        told[id][party] = int(count)
    return told


def _most_told(told: Counter[str]) -> str | None:
    first, *others = told.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]
