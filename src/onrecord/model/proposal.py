"""Proposals: named plans on the table, as one report names them, and as several reports together do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.position import Quote, Standing
from onrecord.model.span import Span, Spans

TermKind = Literal["duration", "scope", "monitors"]
ProposalKind = Literal["truce", "plan", "accord", "memorandum"]

# In `Proposal.about`: before a word for what it is for ("for ports"), and before a party it is with ("with Velmora").
FOR, WITH = "for ", "with "
STEM = 5  # letters by which words for what proposals are for are compared, within a report and across reports


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One term of a proposal, by its place: how long it would last, what it would cover, who would watch over it."""

    kind: TermKind
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Maker:
    """Who made a proposal: the name as known in the report, the party, and the actor's id where it is an actor's."""

    name: str
    party: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as one report names it.

    `span` holds every place where it is named, in the order of the text; `name` is the characters of the fullest.
    `marks` are what tells it from others of its kind, in lower case: numbers ("30-day", "12-point"), years, names
    ("istanbul"); `about` the plain words beside ("peace", "energy"), and some after `FOR` and `WITH`. `made_on` is
    EDTF. The evidence is the words that tell the makers and the day.
    """

    span: Spans
    name: str
    kind: ProposalKind
    marks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    makers: tuple[Maker, ...] = ()
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

    `name` is the most frequent of `names`, which are all that reports print. `maker` names who made it ("Norland and
    Torland" for two), `party` the party they speak for; null where no report tells. `made_on` is EDTF, as some report
    tells it; `first_day` the day of the first report that names it. `answers` are the positions on it, one a party and
    stance; `places` is every passage that names it, `maker_evidence` those that tell whose it is.
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
