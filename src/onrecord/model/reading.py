"""A reading: everything that one look at one report finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import Actor
from onrecord.model.event import Event
from onrecord.model.proposal import Proposal
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement

FurnitureKind = Literal["title", "byline", "dateline", "credit", "boilerplate", "post", "headline", "markup", "aside"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the page that is no prose: a title, a byline, a dateline, a credit line, a share bar.

    A `headline` stands between paragraphs and may be read; `post` is the signature under an embedded post; `markup` is
    a link's address or a file's front matter; an `aside` is of another story, below a picture, or about the paper and
    its writers.
    """

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression that means a calendar date or span; `value` is EDTF (ISO 8601-2)."""

    span: Spans
    value: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, and the words that say of what."""

    span: Spans
    value: float
    unit: str | None
    of: Spans = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for an acceptance or offer to count; hangs on a statement, `on` the issues it is about."""

    span: Spans
    trigger: Spans
    statement: str | None
    party: str | None
    on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What `read(report)` finds. All spans lie inside the report's text; tuples are in the order of the text.

    `unread` says why nothing was read ("language: fr"), or is null.
    """

    report: str
    language: str | None = None
    unread: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_evidence: Spans = ()
    paragraphs: Spans = ()
    sentences: Spans = ()
    furniture: tuple[Furniture, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    conditions: tuple[Condition, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
