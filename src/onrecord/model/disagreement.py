"""Disagreements: reports that cannot both be right, or that differ in a figure, day, speaker, name or wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Spans
from onrecord.model.utterance import Wording

DisagreementKind = Literal["number", "date", "attribution", "wording", "spelling", "omission"]
Weight = Literal["serious", "slight"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What one report has: where, in its own characters, and in which statement, if in one."""

    report: str
    spans: Spans
    text: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What differs (`about`, in a report's own words or a name), where, and what tells so (`why`)."""

    kind: DisagreementKind
    about: str
    readings: tuple[Place, ...]
    weight: Weight
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report. `frame` is what stands in it around the words of others; `utterances` whose they are."""

    words: Wording
    frame: Wording | None = None
    utterances: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An actor as one report prints him: the fullest name, the roles, and where each first stands."""

    report: str
    name: str
    place: Place
    roles: tuple[Place, ...] = ()
    day: str | None = None
