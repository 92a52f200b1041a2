"""Events as the record hands them out: each telling with its report, its participants known across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from onrecord.model import Span, Spans
from onrecord.model.event import Participant, Telling
from onrecord.model.jsonread import ACTOR_TYPES, EVENT_KINDS, one_of
from onrecord.model.sides import HeldParty
from onrecord.record.asking import actors_named, day, parties_named, report_conditions
from onrecord.record.chunks import chunks
from onrecord.record.columns import unpacked_spans
from onrecord.record.parties import held_by_day, party_on
from onrecord.record.rows import Filter, TellingRow
from onrecord.record.schema import (
    actor,
    actor_member,
    event,
    mention,
    reading,
    report,
    report_actor,
    report_text,
    utterance,
    utterance_member,
    wording,
)
from onrecord.record.schema_across import party_held
from onrecord.record.showing import DbRow, Showing

# Who speaks or decides; whom one merely speaks of ("officials", "both countries") tells no two events apart.
NAMED = ("person", "organisation", "state", "group")

LEAD = 40  # characters

Who = tuple[Span, Participant]


def tellings_wanted(connection: sa.Connection, wanted: Filter) -> sa.Select[tuple[object, ...]]:
    """Events with a day, by day; what only statements have is asked of none."""
    start = sa.case((event.c.starts > LEAD, event.c.starts - LEAD), else_=0)
    lead = sa.func.substr(report_text.c.text, start + 1, event.c.starts - start).label("lead")
    query: sa.Select[tuple[object, ...]] = sa.select(event, lead).join(report, report.c.id == event.c.report_id)
    query = query.join(report_text, report_text.c.report_id == report.c.id)
    query = query.where(event.c.day_first.is_not(None), *report_conditions(connection, wanted))
    if wanted.since is not None:
        query = query.where(event.c.day_last >= day(wanted.since, last=False))
    if wanted.begins is not None:
        query = query.where(event.c.day_first >= day(wanted.begins, last=False))
    if wanted.until is not None:
        query = query.where(event.c.day_first <= day(wanted.until, last=True))
    if wanted.speaker is not None:
        query = query.where(event.c.report_id.in_(_reports_naming(actors_named(wanted.speaker))))
    if wanted.party is not None:
        sides = parties_named(connection, wanted.party)
        once = sa.select(party_held.c.actor_id).where(party_held.c.party.in_(sides))
        theirs = actor.c.party.in_(sides) | actor.c.name.in_(sides) | actor.c.id.in_(once)
        of_party = sa.select(actor.c.id).where(theirs)
        query = query.where(event.c.report_id.in_(_reports_naming(of_party)))
    return query.order_by(event.c.day_first, event.c.day_last, event.c.report_id, event.c.ordinal)


def _reports_naming(actors: sa.Select[tuple[str]]) -> sa.Select[tuple[str]]:
    met = sa.select(report_actor.c.report_id)
    met = met.join(actor_member, actor_member.c.form_id == report_actor.c.form_id)
    return met.where(actor_member.c.actor_id.in_(actors))


def meant(connection: sa.Connection, wanted: Filter) -> tuple[set[str] | None, set[str] | None]:
    """Ids of the actors whom the filter's speaker means, and names of its party; null where it names none."""
    who = None if wanted.speaker is None else set(map(str, connection.scalars(actors_named(wanted.speaker))))
    sides = None if wanted.party is None else set(parties_named(connection, wanted.party))
    return who, sides


def telling_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[TellingRow]:
    """The rows of `event` with their reports and participants."""
    showing = Showing(connection)
    reports = showing.reports_of({row.report_id for row in rows})
    known = _mentioned(connection, {row.report_id for row in rows})
    for row in rows:
        spans = unpacked_spans(row.participants)
        who = tuple(sorted(set(_participants(spans, known.get(row.report_id, [])))))
        yield TellingRow(
            reports[row.report_id],
            Telling(row.report_id, row.ordinal, one_of(row.kind, EVENT_KINDS), row.day, who),
            unpacked_spans(row.spans),
            row.text,
            unpacked_spans(row.day_evidence),
            row.lead,
        )


def _participants(spans: Spans, known: Sequence[Who]) -> Iterator[Participant]:
    """For each span the actor that is mentioned in it; of several the person, whom the others only describe.

    "Norland President Ona Marn" is Ona Marn.
    """
    for span in spans:
        here = [(place, who) for place, who in known if place.overlaps(span)]
        if here:
            yield min(here, key=lambda one: (one[1].type != "person", one[0].start - one[0].end, one[1]))[1]


def _mentioned(connection: sa.Connection, reports: set[str]) -> dict[str, list[Who]]:
    query = (
        sa.select(mention.c.report_id, mention.c.starts, mention.c.ends, report_actor.c.day, actor)
        .join(
            report_actor,
            (report_actor.c.report_id == mention.c.report_id) & (report_actor.c.ordinal == mention.c.actor_ordinal),
        )
        .join(actor_member, actor_member.c.form_id == report_actor.c.form_id)
        .join(actor, actor.c.id == actor_member.c.actor_id)
        .where(actor.c.type.in_(NAMED))
    )
    found: dict[str, list[Who]] = {}
    for chunk in chunks(sorted(reports)):
        rows = connection.execute(query.where(mention.c.report_id.in_(chunk))).all()
        sides = dict[str, list[HeldParty]]()
        for id, one in held_by_day(connection, sorted({row.id for row in rows if row.sides})):
            sides.setdefault(id, []).append(one)
        for row in rows:
            held = party_on(sides.get(row.id, ()), row.day)
            who = Participant(row.id, row.name, one_of(row.type, ACTOR_TYPES), held.party if held else row.party)
            found.setdefault(row.report_id, []).append((Span(row.starts, row.ends), who))
    return found


def sentences_of(connection: sa.Connection, reports: set[str]) -> dict[str, Spans]:
    """The sentences of each report."""
    query = sa.select(reading.c.report_id, reading.c.sentences)
    return {
        row.report_id: unpacked_spans(row.sentences)
        for chunk in chunks(sorted(reports))
        for row in connection.execute(query.where(reading.c.report_id.in_(chunk)))
    }


def utterances_of(connection: sa.Connection, statements: set[str]) -> dict[str, frozenset[str]]:
    """By statement, the utterances that other reports have as well; one that has a sentence alone is left out."""
    query = sa.select(wording.c.statement_id, utterance.c.id, utterance.c.reports)
    query = query.join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    query = query.join(utterance, utterance.c.id == utterance_member.c.utterance_id)
    held: dict[str, set[str]] = {}
    alone: set[str] = set()
    for chunk in chunks(sorted(statements)):
        for row in connection.execute(query.where(wording.c.statement_id.in_(chunk))):
            held.setdefault(row.statement_id, set()).add(row.id)
            if row.reports < 2:
                alone.add(row.statement_id)
    return {id: frozenset(found) for id, found in held.items() if id not in alone}
