"""Statements that take a stance, carry a condition or stand in another, with all that tells whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Condition, Spans, envelope
from onrecord.model.edtf import bounds
from onrecord.model.position import Passage
from onrecord.model.sides import HeldParty
from onrecord.record.chunks import chunks, rows_where
from onrecord.record.columns import condition_of, unpacked_spans
from onrecord.record.parties import held_by_day, party_on
from onrecord.record.rows import StatementRow
from onrecord.record.schema import actor, actor_member, condition, statement, utterance, utterance_member, wording
from onrecord.record.showing import SAID, DbRow, Showing
from onrecord.record.voices import ALL, Heard, voices

ACTS = sa.or_(
    statement.c.stance.is_not(None),
    statement.c.within.is_not(None),
    statement.c.id.in_(sa.select(condition.c.statement_id).where(condition.c.statement_id.is_not(None))),
)


@dataclass(frozen=True, slots=True)
class ActingRow:
    """A statement with the conditions on it and in it, each with its characters; `parts` are its sentences, each with
    the utterance that it is a reading of. `teller` is the party of whoever relays it, `side` that of its speaker as the
    reports together tell it. What several say together for no one party has a row for each of them, as its speaker."""

    row: StatementRow
    conditions: tuple[tuple[Condition, str], ...]
    parts: tuple[tuple[str, Spans], ...]
    teller: str | None
    side: str | None = None


def acting_rows(
    connection: sa.Connection, showing: Showing, rows: Sequence[DbRow], heard: Heard = ALL
) -> Iterator[ActingRow]:
    """The same statements, in their order, with what stands beside them."""
    shown = list(showing.statements(rows))
    limits = _conditions(connection, {row.report.id for row in shown})
    parts = _parts(connection, [row.statement.id for row in shown])
    spoken = list(voices(connection, shown, heard))
    tellers = [row.statement.relayed_by.id for row in shown if row.statement.relayed_by is not None]
    speakers = [one.form for several in spoken for one in several if one.form is not None]
    sides = _Sides.of(connection, {*tellers, *speakers})
    for row, several in zip(shown, spoken, strict=True):
        said = row.statement
        around = envelope(said.content)
        mine = (
            (one, text)
            for one, text in limits[row.report.id]
            if one.statement == said.id or around.overlaps(envelope(one.span))
        )
        day = said.said_on or row.report.published
        teller = sides.on(said.relayed_by.id, day) if said.relayed_by else None
        beside = tuple(mine), tuple(parts[said.id]), teller
        yield from (ActingRow(one.of(row), *beside, sides.on(one.form, day) if one.form else None) for one in several)


def acting_by_id(connection: sa.Connection, ids: Iterable[str]) -> Iterator[ActingRow]:
    """These statements, and beside them those of their reports that carry a condition or stand in another."""
    wanted = set(ids)
    reports = set(rows_where(connection, sa.select(statement.c.report_id), statement.c.id, sorted(wanted)))
    limits = sa.select(condition.c.statement_id).where(condition.c.statement_id.is_not(None))
    inside = sa.select(statement.c.id).where(statement.c.within.is_not(None))
    wanted |= set(rows_where(connection, limits, condition.c.report_id, sorted(reports)))
    wanted |= set(rows_where(connection, inside, statement.c.report_id, sorted(reports)))
    showing = Showing(connection)
    for chunk in chunks(sorted(wanted)):
        yield from acting_rows(connection, showing, connection.execute(SAID.where(statement.c.id.in_(chunk))).all())


def _conditions(connection: sa.Connection, reports: set[str]) -> dict[str, list[tuple[Condition, str]]]:
    found: dict[str, list[tuple[Condition, str]]] = defaultdict(list)
    for chunk in chunks(sorted(reports)):
        query = sa.select(condition).where(condition.c.report_id.in_(chunk))
        for row in connection.execute(query.order_by(condition.c.report_id, condition.c.ordinal)):
            found[row.report_id].append((condition_of(row), row.text))
    return found


def _parts(connection: sa.Connection, statements: Sequence[str]) -> dict[str, list[tuple[str, Spans]]]:
    found: dict[str, list[tuple[str, Spans]]] = defaultdict(list)
    query = sa.select(wording.c.statement_id, wording.c.spans, utterance_member.c.utterance_id)
    query = query.join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    for chunk in chunks(statements):
        for row in connection.execute(query.where(wording.c.statement_id.in_(chunk)).order_by(wording.c.starts)):
            found[row.statement_id].append((row.utterance_id, unpacked_spans(row.spans)))
    return found


@dataclass(frozen=True)
class _Sides:
    """For whom speakers spoke: on all days, and of those who changed sides day by day."""

    parties: dict[str, str | None]
    by_day: dict[str, list[HeldParty]]

    @classmethod
    def of(cls, connection: sa.Connection, forms: set[str]) -> _Sides:
        query = sa.select(actor_member.c.form_id, actor.c.id, actor.c.party, actor.c.sides)
        query = query.join(actor, actor.c.id == actor_member.c.actor_id)
        rows = [
            row
            for chunk in chunks(sorted(forms))
            for row in connection.execute(query.where(actor_member.c.form_id.in_(chunk)))
        ]
        held: dict[str, list[HeldParty]] = defaultdict(list)
        for chunk in chunks(sorted({row.id for row in rows if row.sides})):
            for id, one in held_by_day(connection, chunk):
                held[id].append(one)
        return cls({row.form_id: row.party for row in rows}, {row.form_id: held[row.id] for row in rows if row.sides})

    def on(self, form: str, day: str | None) -> str | None:
        days = bounds(day)
        held = party_on(self.by_day.get(form, ()), days[0] if days else None)
        return held.party if held is not None else self.parties.get(form)


def readings_of(connection: sa.Connection, utterances: Iterable[str]) -> dict[str, list[Passage]]:
    """The passages of each of these utterances that several reports have, by report and place."""
    found: dict[str, list[Passage]] = defaultdict(list)
    query = sa.select(wording.c.report_id, wording.c.spans, wording.c.statement_id, utterance_member.c.utterance_id)
    query = query.join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    query = query.join(utterance, utterance.c.id == utterance_member.c.utterance_id).where(utterance.c.reports > 1)
    for chunk in chunks(utterances):
        rows = connection.execute(query.where(utterance_member.c.utterance_id.in_(chunk)))
        for row in rows:
            found[row.utterance_id].append(Passage(row.report_id, unpacked_spans(row.spans), row.statement_id))
    return found


def wording_texts(connection: sa.Connection, passages: Iterable[Passage]) -> dict[Passage, str]:
    """The characters of passages that are wordings."""
    wanted = set(passages)
    found: dict[Passage, str] = {}
    query = sa.select(wording.c.report_id, wording.c.spans, wording.c.statement_id, wording.c.text)
    for chunk in chunks(sorted({one.statement for one in wanted if one.statement})):
        for row in connection.execute(query.where(wording.c.statement_id.in_(chunk))):
            passage = Passage(row.report_id, unpacked_spans(row.spans), row.statement_id)
            if passage in wanted:
                found[passage] = row.text
    return found
