"""Each of those who speak together: what Velmora and Torland say with one voice, each of them says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import sqlalchemy as sa

from onrecord.model import ActorRef
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record.asking import PARTY_OF_ONE, TOGETHER, actors_named, parties_named
from onrecord.record.chunks import among, rows_among
from onrecord.record.driving import DbRow
from onrecord.record.rows import Filter, StatementRow
from onrecord.record.schema import actor, actor_form, statement, statement_speaker

_EACH: sa.Select[tuple[object, ...]] = (
    sa.select(
        statement_speaker.c.statement_id,
        statement_speaker.c.form_id,
        sa.func.coalesce(actor.c.id, actor_form.c.id).label("id"),
        sa.func.coalesce(actor.c.name, actor_form.c.name).label("name"),
        sa.func.coalesce(actor.c.type, actor_form.c.type).label("type"),
        PARTY_OF_ONE.label("party"),
    )
    .select_from(TOGETHER)
    .where(among(statement_speaker.c.statement_id), statement.c.party.is_(None))
    .order_by(statement_speaker.c.statement_id, statement_speaker.c.position)
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker, by the `form` that the report knows and as the record knows it, and for whom it speaks."""

    form: str | None
    speaker: ActorRef | None
    party: str | None

    def of(self, row: StatementRow) -> StatementRow:
        """The statement as this one's alone."""
        return replace(row, speaker=self.speaker, party=self.party)


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose voices are asked for; null asks for all."""

    parties: frozenset[str] | None = None
    actors: frozenset[str] | None = None

    @classmethod
    def of(cls, connection: sa.Connection, wanted: Filter) -> Heard:
        parties = None if wanted.party is None else frozenset(parties_named(connection, wanted.party))
        asked = [{wanted.actor}] if wanted.actor is not None else []
        if wanted.speaker is not None:
            asked.append(set(connection.scalars(actors_named(wanted.speaker))))
        return cls(parties, frozenset(set.intersection(*asked)) if asked else None)

    def wants(self, one: Voice) -> bool:
        of_party = self.parties is None or one.party in self.parties
        return of_party and (self.actors is None or (one.speaker is not None and one.speaker.id in self.actors))


ALL = Heard()


def voices(connection: sa.Connection, rows: Iterable[StatementRow], heard: Heard = ALL) -> Iterator[list[Voice]]:
    """Of each statement those who say it: each of several who speak together for no one party, or else its speaker."""
    shown = list(rows)
    joint = [row.statement.id for row in shown if row.party is None and len(row.speakers) > 1]
    together: dict[str, list[Voice]] = defaultdict(list)
    for each in rows_among(connection, _EACH, joint):
        together[each.statement_id].append(_voice(each))
    for row in shown:
        speaker = row.statement.speaker
        alone = Voice(speaker.id if speaker else None, row.speaker, row.party)
        several = together.get(row.statement.id, ())
        yield [one for one in several if heard.wants(one)] if several else [alone]


def _voice(row: DbRow) -> Voice:
    return Voice(row.form_id, ActorRef(row.id, row.name, one_of(row.type, ACTOR_TYPES)), row.party)
