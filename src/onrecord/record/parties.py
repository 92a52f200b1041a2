"""On whose behalf an actor speaks: what most of the reports that tell of it say, and from which day to which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

import sqlalchemy as sa

from onrecord.model import Judgement
from onrecord.model.sides import HeldParty, ToldParty
from onrecord.record.chunks import among, chunks, rows_among, rows_where, singles
from onrecord.record.driving import put
from onrecord.record.judging import judgements
from onrecord.record.schema import actor, actor_form, actor_member, report_actor
from onrecord.record.schema_across import party_held

DbRow = sa.Row[tuple[object, ...]]
# What reports tell of an actor day by day, and what people judged, as the rows of `party_held`.
Sides = Callable[[Iterable[ToldParty], Sequence[Judgement]], Sequence[HeldParty]]
_LISTED = sa.select(report_actor.c.form_id).where(report_actor.c.report_id == sa.bindparam("report"))
_COUNTED = (
    sa.update(actor_form).where(actor_form.c.id.in_(_LISTED)).values(reports=actor_form.c.reports + sa.bindparam("by"))
)
_DATED = (
    sa.update(report_actor)
    .where(report_actor.c.report_id == sa.bindparam("report"))
    .where(report_actor.c.day.is_distinct_from(sa.bindparam("first")))
    .values(day=sa.bindparam("first"))
)
_TOUCHED = sa.select(actor_member.c.actor_id).distinct().where(among(actor_member.c.form_id))
_TELLING = (
    sa.select(actor_member.c.actor_id, actor_form.c.party, sa.func.sum(actor_form.c.reports).label("reports"))
    .join(actor_form, actor_form.c.id == actor_member.c.form_id)
    .where(among(actor_member.c.actor_id), actor_form.c.party.is_not(None), actor_form.c.reports > 0)
    .group_by(actor_member.c.actor_id, actor_form.c.party)
)
# A body that is its own party is so under each of its names.
_OWN = sa.and_(actor.c.type != "person", actor.c.party.is_not_distinct_from(actor.c.name))
_BELIEVED = (
    sa.select(actor.c.id, actor.c.party).where(among(actor.c.id), ~actor.c.party_judged, ~_OWN).order_by(actor.c.id)
)
_CHANGED = sa.update(actor).where(actor.c.id == sa.bindparam("actor")).values(party=sa.bindparam("most"))
_PEOPLE = sa.select(actor.c.id).where(actor.c.type == "person", among(actor.c.id))
_DAYS = (
    sa.select(actor_member.c.actor_id, actor_form.c.party, report_actor.c.day, sa.func.count().label("told"))
    .join(actor_form, actor_form.c.id == actor_member.c.form_id)
    .join(report_actor, report_actor.c.form_id == actor_form.c.id)
    .where(actor_form.c.party.is_not(None), report_actor.c.day.is_not(None), among(actor_member.c.actor_id))
    .group_by(actor_member.c.actor_id, actor_form.c.party, report_actor.c.day)
)
_HELD = (
    sa.select(party_held).where(among(party_held.c.actor_id)).order_by(party_held.c.actor_id, party_held.c.first_day)
)


def count_reports(connection: sa.Connection, report_id: str, by: int) -> None:
    """Counts the reading of this report, or with -1 no more, for every form that it lists."""
    put(connection, _COUNTED, {"report": report_id, "by": by})


def date_told(connection: sa.Connection, report_id: str, first_day: str | None) -> None:
    """Keeps the report's first day beside the actors that it lists."""
    put(connection, _DATED, {"report": report_id, "first": first_day})


def settle_parties(connection: sa.Connection, forms: Iterable[str], sides: Sides | None) -> None:
    """Counts anew, by reports, for the actors that the forms belong to; a party that a person set stays.

    Where two parties are told by as many reports, neither stands. `sides` tells who changed from one to another, when.
    """
    touched = set(singles(connection, _TOUCHED, sorted(set(forms))))
    judged = _judged(connection) if sides is not None else {}
    for chunk in chunks(sorted(touched)):
        told = _told(connection, chunk)
        for row in rows_among(connection, _BELIEVED, list(told)):
            if row.party != (most := _most_told(told[row.id])):
                put(connection, _CHANGED, {"actor": row.id, "most": most})
        if sides is not None:
            _settle_days(connection, chunk, told, judged, sides)


def settle_parties_of(connection: sa.Connection, reports: Iterable[str], sides: Sides | None) -> None:
    """The same for all actors that these reports list."""
    listed = sa.select(report_actor.c.form_id).distinct()
    settle_parties(connection, rows_where(connection, listed, report_actor.c.report_id, sorted(set(reports))), sides)


def _told(connection: sa.Connection, actors: list[str]) -> dict[str, Counter[str]]:
    """By actor, how many reports tell of each party; one that has two names of the actor for it counts twice."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows_among(connection, _TELLING, actors):
        told[row.actor_id][row.party] = int(row.reports)
    return told


def _most_told(told: Counter[str]) -> str | None:
    first, *others = told.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]


# For whom each actor speaks from day to day.


def _judged(connection: sa.Connection) -> dict[str, list[Judgement]]:
    """What people said of parties, by form."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements(connection, ("set-party",)):
        found[one.subject].append(one)
    return found


def _settle_days(
    connection: sa.Connection,
    actors: Sequence[str],
    told: Mapping[str, Counter[str]],
    judged: Mapping[str, Sequence[Judgement]],
    sides: Sides,
) -> None:
    """Writes the days of those of whom more than one party is told, or who had days before."""
    said = _judged_of(connection, actors, judged)
    unsure = {id for id in actors if _may_change(told.get(id, Counter()))}
    unsure = {*singles(connection, _PEOPLE, sorted(unsure)), *said}
    days = _by_day(connection, sorted(unsure))
    before = _held(connection, actors)
    for id in sorted(unsure | set(before)):
        rows = list(sides(days[id], said.get(id, ()))) if id in unsure else []
        if rows != [_row(row) for row in before.get(id, ())]:
            connection.execute(sa.delete(party_held).where(party_held.c.actor_id == id))
            if rows:
                connection.execute(sa.insert(party_held), [_columns(id, one) for one in rows])
            connection.execute(sa.update(actor).where(actor.c.id == id).values(sides=len(rows)))


def _may_change(told: Counter[str]) -> bool:
    """Whether days can matter: one report against others is a slip, and what one party alone tells is sure."""
    return len(told) > 1 and told.most_common(2)[1][1] > 1


def _judged_of(
    connection: sa.Connection, actors: Sequence[str], judged: Mapping[str, Sequence[Judgement]]
) -> dict[str, list[Judgement]]:
    """What people said of these actors' parties on some days: by actor, also what was said for all days."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    if not any(one.object is not None for every in judged.values() for one in every):
        return found
    whose = sa.select(actor_member.c.actor_id, actor_member.c.form_id).where(actor_member.c.actor_id.in_(actors))
    for chunk in chunks(sorted(judged)):
        for row in connection.execute(whose.where(actor_member.c.form_id.in_(chunk))):
            found[row.actor_id] += judged[row.form_id]
    return {id: every for id, every in found.items() if any(one.object is not None for one in every)}


def _by_day(connection: sa.Connection, actors: Sequence[str]) -> dict[str, list[ToldParty]]:
    """How many reports of each day tell of each party, by an index alone."""
    found: dict[str, list[ToldParty]] = defaultdict(list)
    for row in rows_among(connection, _DAYS, actors):
        found[row.actor_id].append(ToldParty(row.day, row.party, row.told))
    return found


def held_by_day(connection: sa.Connection, actors: Sequence[str]) -> Iterator[tuple[str, HeldParty]]:
    """By actor, for whom it spoke from which day to which, in their order; of those alone who changed sides."""
    for id, rows in _held(connection, actors).items():
        for row in rows:
            yield id, _row(row)


def party_on(held: Sequence[HeldParty], day: str | None) -> HeldParty | None:
    """The row in force on a day; null where there is none, or no day."""
    return next((one for one in held if day is not None and one.first <= day <= one.last), None)


def _held(connection: sa.Connection, actors: Sequence[str]) -> dict[str, list[DbRow]]:
    found: dict[str, list[DbRow]] = defaultdict(list)
    for row in rows_among(connection, _HELD, actors):
        found[row.actor_id].append(row)
    return found


def _row(row: DbRow) -> HeldParty:
    held = (row.party, row.judged, row.judge, row.score, row.why, row.judged_at)
    return HeldParty(row.first_day, row.last_day, *held)


def _columns(actor_id: str, one: HeldParty) -> dict[str, object]:
    told = asdict(one)
    return {"actor_id": actor_id, "first_day": told.pop("first"), "last_day": told.pop("last"), **told}
