"""Proposals: named plans on the table, as one report names them, and as several reports together do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.position import Quote, Standing
from onrecord.model.span import Span, Spans

TermKind = Literal["duration", "scope", "monitors"]


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One term of a proposal, by its place: how long it would last, what it would cover, who would watch over it."""

    kind: TermKind
    span: Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as one report names it.

    `span` holds every place where it is named, the fullest first; `name` is that one's characters. `head` says what
    it is ("ceasefire", "plan", "accord", "memorandum"); `marks` are the words that tell it from others of its kind, in
    lower case ("30-day", "franco-british"); `about` the rest. `makers` are the names of the parties who made it, with
    the words that say so; `made_on` is EDTF. Spans are in the order of the text but for the first of `span`.
    """

    span: Spans
    name: str
    head: str
    marks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    makers_evidence: Spans = ()
    made_on: str | None = None
    made_on_evidence: Spans = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class TermQuote:
    """A term with its characters, and where they came from."""

    kind: TermKind
    quote: Quote


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal across reports.

    `name` is the fullest of `names`, which are all that reports print. `maker` names who made it ("Norland and Torland"
    for two), `party` the party they speak for; null where no report tells. `made_on` is EDTF, as some report tells it;
    `first_day` the day of the first report that names it. `answers` are the positions on it, one a party and stance;
    `places` is every passage that names it.
    """

    id: str
    name: str
    names: tuple[str, ...]
    maker: str | None
    party: str | None
    made_on: str | None
    first_day: str | None
    terms: tuple[TermQuote, ...]
    answers: tuple[Standing, ...]
    places: tuple[Quote, ...]
    maker_evidence: tuple[Quote, ...] = ()

    @property
    def reports(self) -> int:
        """How many reports name it."""
        return len({one.passage.report for one in self.places})
