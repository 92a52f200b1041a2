"""Disagreements: reports that cannot both be right, or that differ in a figure, day, speaker, name or wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Spans
from onrecord.model.utterance import Wording

DisagreementKind = Literal["number", "date", "attribution", "wording", "spelling", "omission"]
Weight = Literal["serious", "slight", "trifling"]
DISAGREEMENT_KINDS: tuple[DisagreementKind, ...] = (
    "number",
    "date",
    "attribution",
    "wording",
    "spelling",
    "omission",
)
WEIGHTS: tuple[Weight, ...] = ("serious", "slight", "trifling")


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


@dataclass(frozen=True, slots=True, order=True)
class Voiced:
    """A wording, with the words that name who said it, and those near it that tell the day; empty where none do.

    `frame` is what stands around it in its sentence: before whom, and on which occasion, it was said.
    `primary` marks a transcript's.
    """

    words: Wording
    source: str = ""
    day: str = ""
    frame: tuple[Place, ...] = ()
    primary: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Called:
    """A name, or a role, as reports print it for one person, and where one of them does."""

    text: str
    place: Place
    role: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """A report's wording and a transcript's that are of one utterance."""

    utterance: str
    quoted: Wording
    spoken: Wording
