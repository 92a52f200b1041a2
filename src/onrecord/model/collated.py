"""What collating takes and gives: forms of actors, judgements on them, and the clusters made of both."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.actor import ActorType
from onrecord.model.identity import identity


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """An actor as one or more reports know it. `id` hashes the rest, so equal forms of many reports are one."""

    id: str
    name: str
    type: ActorType
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A belief as a row: who judged what of whom, why, when, with what score, and when it was undone.

    `kind` is the act ("set", "withdraw", "merge", "split", "rename", "set-party", "set-speaker", "set-stance",
    "move"); `subject` an id (of a report or a form), `object` another id, a field's name or a place in the report,
    `value` what is believed. Times are ISO 8601 in UTC. What was undone
    counts no more, but stays.
    """

    kind: str
    subject: str
    object: str | None
    value: str | None
    judge: str
    why: str
    judged_at: str
    score: float | None = None
    undone_at: str | None = None

    @property
    def id(self) -> str:
        return identity("judgement", self.kind, self.subject, self.object, self.value, self.judge, self.judged_at)


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A form that belongs to a cluster, with the score and the reason of the link."""

    form: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One actor across reports. `id` is its fullest form's id; `party` what its forms, or a judgement, say of it.

    `party_judged` marks a party that a person set: it then overrides what the statements themselves say.
    """

    id: str
    name: str
    type: ActorType
    party: str | None
    members: tuple[Member, ...]
    party_judged: bool = False
