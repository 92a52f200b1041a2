"""Events: dated things that happened, and on which statements were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import ActorType
from onrecord.model.span import Spans

EventKind = Literal[
    "call", "meeting", "talks", "summit", "visit", "news conference", "interview", "speech", "vote", "signing", "post"
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened, as one report tells it ("their phone call on Sunday").

    `span` covers the words that name it, `on` is its day as EDTF with the evidence for it, and `participants` are the
    names as printed of those who took part.
    """

    span: Spans
    kind: EventKind
    on: str
    on_evidence: Spans
    participants: Spans = ()


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """Who took part, as known across reports, and on whose behalf (a party's name, or null)."""

    id: str
    name: str
    type: ActorType
    party: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """An event as one report tells it: `ordinal` is its place among the report's events.

    `participants` are those whom the record knows, each once, sorted.
    """

    report: str
    ordinal: int
    kind: EventKind
    on: str
    participants: tuple[Participant, ...] = ()
