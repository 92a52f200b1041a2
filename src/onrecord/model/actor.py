"""Actors: who speaks, and on whose behalf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Spans

ActorType = Literal["person", "organisation", "state", "group", "unnamed"]


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a statement names it."""

    id: str
    name: str
    type: ActorType


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several actors a source may mean, where none is certain. `score` is in 0..1."""

    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed ("Kremlin spokesman"), and where."""

    name: str
    span: Spans


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as one report knows it: its fullest printed name, and every place where it is mentioned.

    `party` is the name of the actor on whose behalf this one speaks; `party_from` says which words or rule tell so,
    and `party_likely` that no words do: the report as a whole only makes it likely, or a table of office holders
    tells it.
    """

    id: str
    name: str
    type: ActorType
    party: str | None = None
    party_from: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: Spans = ()
    party_likely: bool = False

    def ref(self) -> ActorRef:
        return ActorRef(self.id, self.name, self.type)
