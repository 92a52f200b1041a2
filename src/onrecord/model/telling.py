"""Tellings: passages in which a report gives a figure, the day of an event, how far a yes goes, or whose a plan is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

TellingKind = Literal["figure", "event", "answer", "plan", "sentence"]
TELLING_KINDS: tuple[TellingKind, ...] = ("figure", "event", "answer", "plan", "sentence")


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One sentence of one report that tells something which another report may tell otherwise.

    `id` hashes the report, the kind, the mark and `of`: what it is a figure of (a unit, or a noun), which kind of
    event, which issue the answer is on, or which plan ("30-day ceasefire"). `value` is the number, the day (EDTF; empty
    where the sentence tells none), how far the yes goes, or whose the plan is. `span` is the sentence with its `text`,
    `mark` where the value stands. `day` is when the report appeared, or when the answer was given, by one of those
    whose names, folded, `who` holds. A `sentence` is of nothing and without value: its words are what it tells.
    """

    id: str
    report: str
    kind: TellingKind
    of: str
    value: str
    span: Span
    text: str
    mark: Span
    day: str | None = None
    statement: str | None = None
    who: tuple[str, ...] = ()

    @property
    def mark_text(self) -> str:
        return self.text[self.mark.start - self.span.start : self.mark.end - self.span.start]


@dataclass(frozen=True, slots=True, order=True)
class Differing:
    """ "These two tell of one thing, and not alike." `a` and `b` are ids of tellings, sorted."""

    a: str
    b: str
