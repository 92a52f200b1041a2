"""On whose behalf an actor speaks: what most of the reports that tell of it say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import sqlalchemy as sa

from onrecord.record.chunks import chunks, rows_where
from onrecord.record.schema import actor, actor_form, actor_member, report_actor


def settle_parties(connection: sa.Connection, forms: Iterable[str]) -> None:
    """Counts anew, by reports, for the actors that the forms belong to; a party that a person set stays.

    Where two parties are told by as many reports, neither stands.
    """
    member = actor_member.c
    touched = set(rows_where(connection, sa.select(member.actor_id).distinct(), member.form_id, sorted(set(forms))))
    for chunk in chunks(sorted(touched)):
        for id, told in _told(connection, chunk).items():
            party = _most_told(told)
            here = (actor.c.id == id) & ~actor.c.party_judged & actor.c.party.is_distinct_from(party)
            connection.execute(sa.update(actor).where(here).values(party=party))


def _told(connection: sa.Connection, actors: list[str]) -> dict[str, Counter[str]]:
    """By actor, how many reports tell of each party."""
    reports = sa.func.count(report_actor.c.report_id.distinct())
    query = (
        sa.select(actor_member.c.actor_id, actor_form.c.party, reports)
        .join(actor_form, actor_form.c.id == actor_member.c.form_id)
        .join(report_actor, report_actor.c.form_id == actor_form.c.id)
        .where(actor_member.c.actor_id.in_(actors), actor_form.c.party.is_not(None))
        .group_by(actor_member.c.actor_id, actor_form.c.party)
    )
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for id, party, count in connection.execute(query):
        told[id][party] = count
    return told


def _most_told(told: Counter[str]) -> str | None:
    first, *others = told.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]
