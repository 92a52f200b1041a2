"""Actors as a reading hands them out: joint ones named, those of one id made one."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Actor, ActorRef, identity
from onrecord.reading.who.names import ARTICLES


def without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ARTICLES | {"these", "those", "this", "that"} else name


def joint(refs: tuple[ActorRef, ...]) -> ActorRef:
    name = " and ".join(ref.name for ref in refs)
    return ActorRef(identity("actor", name, "group", None), name, "group")


def once(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Actors of one id made one."""
    found: dict[str, Actor] = {}
    for actor in actors:
        if (known := found.get(actor.id)) is not None:
            mentions = tuple(sorted({*known.mentions, *actor.mentions}))
            actor = Actor(
                known.id, known.name, known.type, known.party, known.party_from, known.roles + actor.roles, mentions
            )
        found[actor.id] = actor
    return tuple(found.values())
