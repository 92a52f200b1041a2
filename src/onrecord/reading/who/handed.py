"""Actors as a reading hands them out: joint ones named, those of one id made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from onrecord.model import Actor, ActorRef, ActorType, Role, identity
from onrecord.reading.who.behalf.parties import Parties
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import ARTICLES
from onrecord.reading.who.naming.states import is_state


@dataclass
class Handing:
    """The entities of one report as actors."""

    cast: Cast
    parties: Parties
    report: str
    ids: dict[int, ActorRef] = field(default_factory=dict)

    def ref(self, entity: Entity) -> ActorRef:
        if entity.number not in self.ids:
            party = self.parties.party_of(entity)
            kind = self._type(entity)
            # Two unnamed sources are one only within a report.
            own = (self.report,) if kind == "unnamed" else ()
            name = without_article(entity.name) if kind == "unnamed" else entity.name
            key = identity("actor", name, kind, party.name if party else None, *own)
            self.ids[entity.number] = ActorRef(key, name, kind)
        return self.ids[entity.number]

    def _type(self, entity: Entity) -> ActorType:
        if entity.kind == "people":
            return "group"
        if entity.kind == "place":
            return "state" if entity.place is None and is_state(self.cast, entity) else "organisation"
        return entity.kind

    def actors(self, speaking: Set[int]) -> Iterator[Actor]:
        """All who are mentioned or speak, in the order of their first mention; what only stands there is left out."""
        words = self.cast.words
        entities = [one for one in self.cast.entities if one.mentions or one.number in speaking]
        for entity in sorted(entities, key=lambda one: (one.mentions[:1], one.number)):
            if entity.kind in ("unnamed", "people", "place") and entity.number not in speaking:
                continue
            ref, party = self.ref(entity), self.parties.party_of(entity)
            spans = sorted({words.span(first, end) for first, end in entity.mentions})
            roles = dict.fromkeys((role.first, role.end) for role in entity.roles)
            yield Actor(
                ref.id,
                ref.name,
                ref.type,
                party.name if party else None,
                party.told_by if party else None,
                tuple(Role(words.printed(*role), (words.span(*role),)) for role in roles),
                tuple(spans),
                party is not None and party.likely,
            )


def without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ARTICLES | {"these", "those", "this", "that"} else name


def joint(refs: tuple[ActorRef, ...]) -> ActorRef:
    name = " and ".join(ref.name for ref in refs)
    return ActorRef(identity("actor", name, "group", None), name, "group")


def once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Actors of one id made one."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        found.setdefault(actor.id, []).append(actor)
    return tuple(same[0] if len(same) == 1 else _merged(same) for same in found.values())


def _merged(same: Sequence[Actor]) -> Actor:
    roles = tuple(role for actor in same for role in actor.roles)
    return replace(same[0], roles=roles, mentions=tuple(sorted({one for actor in same for one in actor.mentions})))
