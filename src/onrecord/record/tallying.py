"""Sums over the record: who speaks how often, who is known by which names, how much there is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import sqlalchemy as sa

from onrecord.model import ActorRef
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.model.sides import HeldParty
from onrecord.record.asking import (
    FOR_ALL_DAYS,
    PARTY,
    STATEMENTS,
    Condition,
    actors_named,
    parties_named,
    statement_conditions,
)
from onrecord.record.chunks import chunks
from onrecord.record.parties import held_by_day
from onrecord.record.rows import ActorRow, Counts, Filter, ListedActor, Printed, SpeakerCount
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    reading,
    report,
    report_actor,
    statement,
    statement_speaker,
)
from onrecord.record.schema_across import party_held, report_role
from onrecord.record.schema_kept import JOINT
from onrecord.record.seams import Seam
from onrecord.record.showing import NOT_READ, DbRow

Actors = sa.Select[tuple[object, ...]]
BY_STATEMENTS = (actor.c.statements.desc(), actor.c.name, actor.c.id)
AT_ONCE = 60
MOST_ROLES = 2


def speakers(connection: sa.Connection, conditions: Sequence[Condition]) -> Iterator[SpeakerCount]:
    """Who speaks, for whom, how often: most statements first, then by name."""
    who = (
        sa.func.coalesce(actor.c.id, statement.c.speaker_id).label("id"),
        sa.func.coalesce(actor.c.name, statement.c.speaker_name).label("name"),
        sa.func.coalesce(actor.c.type, statement.c.speaker_type).label("type"),
        PARTY.label("party"),
    )
    said, told = sa.func.count().label("said"), sa.func.count(statement.c.report_id.distinct()).label("told")
    query = sa.select(*who, said, told).select_from(STATEMENTS).where(*conditions)
    inside = query.group_by(*who).subquery()
    order = (inside.c.said.desc(), inside.c.name.nulls_last(), inside.c.id, inside.c.party.nulls_first())
    for row in connection.execute(sa.select(inside).order_by(*order)):
        known = ActorRef(row.id, row.name, one_of(row.type, ACTOR_TYPES)) if row.id is not None else None
        yield SpeakerCount(known, row.party, row.said, row.told)


def heard_most(connection: sa.Connection, most: int) -> list[SpeakerCount]:
    """The first so many of all `speakers` who have a name, found among those whose statements are most in number."""
    named = sa.select(actor.c.id, actor.c.statements).where(actor.c.type != "unnamed").order_by(*BY_STATEMENTS)
    looked_at = AT_ONCE
    while True:
        first = connection.execute(named.limit(looked_at)).all()
        among_them = actor.c.id.in_([row.id for row in first])
        found = [*_counted(connection, among_them & (actor.c.sides == 0), FOR_ALL_DAYS)]
        found += _counted(connection, among_them & (actor.c.sides > 0), PARTY)
        found = sorted([*found, *_joint(connection)], key=_rank)[:most]
        # Nobody else said more than the last of these.
        if len(first) < looked_at or (len(found) == most and found[-1].statements > first[-1].statements):
            return found
        looked_at *= 4


def _counted(
    connection: sa.Connection, whose: sa.ColumnElement[bool], party: sa.ColumnElement[str]
) -> Iterator[SpeakerCount]:
    """By actor and party, by an index alone where the party does not hang on days."""
    who = (actor.c.id, actor.c.name, actor.c.type, party.label("party"))
    told = sa.func.count().label("said"), sa.func.count(statement.c.report_id.distinct()).label("told")
    spoken = statement.join(actor_member, actor_member.c.form_id == statement.c.speaker_id)
    spoken = spoken.join(actor, actor.c.id == actor_member.c.actor_id)
    if party is PARTY:
        spoken = spoken.join(report, report.c.id == statement.c.report_id)
    for row in connection.execute(sa.select(*who, *told).select_from(spoken).where(whose).group_by(*who)):
        yield SpeakerCount(ActorRef(row.id, row.name, one_of(row.type, ACTOR_TYPES)), row.party, row.said, row.told)


def _joint(connection: sa.Connection) -> Iterator[SpeakerCount]:
    """Those who speak together, each such pair or group by itself."""
    together = sa.select(statement_speaker.c.statement_id).where(JOINT)
    alone = sa.select(actor_member.c.form_id)
    who = (statement.c.speaker_id, statement.c.speaker_name, statement.c.speaker_type, statement.c.party)
    told = sa.func.count().label("said"), sa.func.count(statement.c.report_id.distinct()).label("told")
    query = sa.select(*who, *told).where(statement.c.id.in_(together), statement.c.speaker_id.not_in(alone))
    for row in connection.execute(query.where(statement.c.speaker_type != "unnamed").group_by(*who)):
        known = ActorRef(row.speaker_id, row.speaker_name, one_of(row.speaker_type, ACTOR_TYPES))
        yield SpeakerCount(known, row.party, row.said, row.told)


def _rank(one: SpeakerCount) -> tuple[int, str, str, str]:
    return -one.statements, one.actor.name if one.actor else "", one.actor.id if one.actor else "", one.party or ""


def actors_wanted(connection: sa.Connection, seam: Seam, wanted: Filter) -> Actors:
    """Actors with their counts. What asks for more than a name or a party asks for actors who said something so."""
    plain = replace(wanted, speaker=None, party=None, limit=None, offset=0)
    conditions = list(statement_conditions(connection, seam, plain))
    query = _actors(conditions, speaking=bool(conditions))
    if wanted.speaker is not None:
        query = query.where(actor.c.id.in_(actors_named(wanted.speaker)))
    if wanted.party is not None:
        parties = parties_named(connection, wanted.party)
        once = sa.select(party_held.c.actor_id).where(party_held.c.party.in_(parties))
        query = query.where(actor.c.party.in_(parties) | actor.c.id.in_(once))
    return query


def _actors(conditions: Sequence[Condition], *, speaking: bool) -> Actors:
    """Actors with the number of their statements; with `speaking`, of those that fulfil the conditions, at least one.

    How many of all statements are whose is kept.
    """
    if not speaking:
        return sa.select(actor, actor.c.statements.label("said")).order_by(*BY_STATEMENTS)
    whose = actor_member.alias()
    said = (
        sa.select(whose.c.actor_id, sa.func.count(statement.c.id.distinct()).label("said"))
        .select_from(STATEMENTS)
        .join(statement_speaker, statement_speaker.c.statement_id == statement.c.id)
        .join(whose, whose.c.form_id == statement_speaker.c.form_id)
        .where(*conditions)
        .group_by(whose.c.actor_id)
        .subquery()
    )
    query = sa.select(actor, said.c.said).join(said, said.c.actor_id == actor.c.id)
    return query.order_by(said.c.said.desc(), actor.c.name, actor.c.id)


def _met(connection: sa.Connection, actors: Sequence[str]) -> dict[str, tuple[int, int]]:
    """In how many reports each of these actors is named, and how often."""
    reports = sa.func.count(report_actor.c.report_id.distinct()).label("reports")
    query = (
        sa.select(actor_member.c.actor_id, reports, sa.func.sum(report_actor.c.mentions).label("mentions"))
        .join(report_actor, report_actor.c.form_id == actor_member.c.form_id)
        .group_by(actor_member.c.actor_id)
    )
    return {
        row.actor_id: (row.reports, int(row.mentions))
        for chunk in chunks(actors)
        for row in connection.execute(query.where(actor_member.c.actor_id.in_(chunk)))
    }


def actor_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[ActorRow]:
    """Actors with all names, roles and parties that reports print for them, and when."""
    met = _met(connection, [row.id for row in rows])
    names: dict[str, set[str]] = {row.id: {row.name} for row in rows}
    roles: dict[str, dict[str, list[Printed]]] = {row.id: {} for row in rows}
    parties: dict[str, list[Printed]] = {row.id: [] for row in rows}
    by_day: dict[str, list[HeldParty]] = {row.id: [] for row in rows}
    printed = sa.select(actor_member.c.actor_id, actor_form.c.name).join(
        actor_form, actor_form.c.id == actor_member.c.form_id
    )
    for chunk in chunks(names):
        here = actor_member.c.actor_id.in_(chunk)
        for id, name in connection.execute(printed.where(here)):
            names[id].add(name)
        held = _when_printed(report_actor.c.roles).where(here, report_actor.c.roles != "[]")
        for row in connection.execute(held):
            for role in {role["name"] for role in json.loads(row.what)}:
                roles[row.actor_id].setdefault(role, []).append(Printed(role, row.first, row.last, row.reports))
        for id, days in held_by_day(connection, chunk):
            by_day[id].append(days)
        told = _when_printed(actor_form.c.party).where(here, actor_form.c.party.is_not(None))
        for row in connection.execute(told.add_columns(*TOLD_BY)):
            why = row.by_words or row.likely
            parties[row.actor_id].append(Printed(row.what, row.first, row.last, row.reports, why))
    for one in rows:
        yield ActorRow(
            id=one.id,
            name=one.name,
            type=one_of(one.type, ACTOR_TYPES),
            party=one.party,
            names=tuple(sorted(names[one.id])),
            roles=tuple(sorted(roles[one.id])),
            reports=met.get(one.id, (0, 0))[0],
            statements=one.said,
            mentions=met.get(one.id, (0, 0))[1],
            held=_by_day(_summed(role, every) for role, every in roles[one.id].items()),
            parties=_by_day(parties[one.id]),
            sides=tuple(by_day[one.id]),
        )


def listed_actors(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[ListedActor]:
    """The same rows of `actors_wanted` with no more than a list shows: asked for by indexes alone."""
    ids = [row.id for row in rows]
    reports, roles = _named_in(connection, ids), _roles(connection, ids)
    for one in rows:
        said = tuple(sorted(roles[one.id], key=lambda role: (-roles[one.id][role], role))[:MOST_ROLES])
        type_ = one_of(one.type, ACTOR_TYPES)
        yield ListedActor(one.id, one.name, type_, one.party, said, reports.get(one.id, 0), one.said)


def _named_in(connection: sa.Connection, actors: Sequence[str]) -> dict[str, int]:
    count = sa.func.count(report_actor.c.report_id.distinct()).label("reports")
    query = sa.select(actor_member.c.actor_id, count).group_by(actor_member.c.actor_id)
    query = query.join(report_actor, report_actor.c.form_id == actor_member.c.form_id)
    rows = (
        row for some in chunks(actors) for row in connection.execute(query.where(actor_member.c.actor_id.in_(some)))
    )
    return {row.actor_id: row.reports for row in rows}


def _roles(connection: sa.Connection, actors: Sequence[str]) -> dict[str, Counter[str]]:
    """How many reports print each role of each of these actors."""
    found: dict[str, Counter[str]] = {id: Counter() for id in actors}
    query = sa.select(actor_member.c.actor_id, report_role.c.text, sa.func.count().label("reports"))
    query = query.join(report_role, report_role.c.form_id == actor_member.c.form_id)
    query = query.group_by(actor_member.c.actor_id, report_role.c.text)
    for chunk in chunks(actors):
        for row in connection.execute(query.where(actor_member.c.actor_id.in_(chunk))):
            found[row.actor_id][row.text] += row.reports
    return found


# One of the reasons why reports tell of a party: words of a report before what only makes it likely.
TOLD_BY = (
    sa.func.min(sa.case((~report_actor.c.party_likely, report_actor.c.party_from))).label("by_words"),
    sa.func.min(report_actor.c.party_from).label("likely"),
)


def _when_printed(what: sa.Column[str]) -> Actors:
    """By actor, what its reports print, with the first and last of their days, and how many they are."""
    return (
        sa.select(
            actor_member.c.actor_id,
            what.label("what"),
            sa.func.min(report.c.published_first).label("first"),
            sa.func.max(report.c.published_last).label("last"),
            sa.func.count(report.c.id.distinct()).label("reports"),
        )
        .join(actor_form, actor_form.c.id == actor_member.c.form_id)
        .join(report_actor, report_actor.c.form_id == actor_form.c.id)
        .join(report, report.c.id == report_actor.c.report_id)
        .group_by(actor_member.c.actor_id, what)
    )


def _summed(role: str, every: Sequence[Printed]) -> Printed:
    """One role that several reports print, beside this or that other role."""
    first = min((one.first for one in every if one.first), default=None)
    last = max((one.last for one in every if one.last), default=None)
    return Printed(role, first, last, sum(one.reports for one in every))


def _by_day(every: Iterable[Printed]) -> tuple[Printed, ...]:
    return tuple(sorted(every, key=lambda one: (one.first or "", one.last or "", one.text)))


def counts(connection: sa.Connection) -> Counts:
    """What the record holds; withdrawn reports count only as such."""
    count = sa.func.count()
    stands = report.c.withdrawn.is_(None)
    totals = connection.execute(
        sa.select(
            count.label("reports"),
            sa.func.count(report.c.outlet.distinct()).label("outlets"),
            sa.func.coalesce(sa.func.sum(report.c.words), 0).label("words"),
            sa.func.coalesce(sa.func.sum(report.c.undated), 0).label("undated"),
            sa.func.coalesce(sa.func.sum(report.c.unattributed), 0).label("unattributed"),
            sa.func.min(report.c.published_first).label("first"),
            sa.func.max(report.c.published_last).label("last"),
        ).where(stands)
    ).one()
    # What is withdrawn has no reading.
    reasons = connection.execute(
        sa.select(reading.c.unread.label("why"), count.label("reports"))
        .where(reading.c.unread.is_not(None))
        .group_by(reading.c.unread)
    ).all()
    unread = {row.why: row.reports for row in reasons}
    if waiting := totals.reports - (connection.scalar(sa.select(count).select_from(reading)) or 0):
        unread[NOT_READ] = waiting
    return Counts(
        reports=totals.reports,
        read=totals.reports - sum(unread.values()),
        unread=sum(unread.values()),
        withdrawn=connection.scalar(sa.select(count).select_from(report).where(~stands)) or 0,
        outlets=totals.outlets,
        words=totals.words,
        statements=connection.scalar(sa.select(count).select_from(statement)) or 0,
        undated=int(totals.undated),
        unattributed=int(totals.unattributed),
        actors=connection.scalar(sa.select(count).select_from(actor)) or 0,
        first_published=totals.first,
        last_published=totals.last,
        unread_by_reason=tuple(sorted(unread.items())),
    )
