"""What "who" is asked of each passage, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Actor, ActorRef, Candidate, Spans


class PassageLike(Protocol):
    """What "who" asks of a passage. `within` is the place of the enclosing passage in the list of passages."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...
    @property
    def within(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class SourceReading:
    """Who speaks in one passage. `speaker` is null where nobody is known or several remain; then see `candidates`.

    `score` is in 0..1: how sure the speaker is, given that the passage is one. `source` and `cue` are there where the
    passage has none and they stand right after its quotation.
    """

    speaker: ActorRef | None = None
    speakers: tuple[ActorRef, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    party: str | None = None
    relayed_by: ActorRef | None = None
    score: float = 0.0
    source: Spans = ()
    cue: Spans = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """All actors of a report, in the order of their first mention, and a reading for each passage, in their order."""

    actors: tuple[Actor, ...]
    readings: tuple[SourceReading, ...]


def place_of(passage: PassageLike) -> int:
    """Where a passage tells who speaks."""
    for spans in (passage.source, passage.cue, passage.content):
        if spans:
            return spans[0].start
    return 0
