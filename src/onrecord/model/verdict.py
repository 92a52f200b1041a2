"""Verdicts: what becomes of a quotation when it is held against the transcript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span, Spans

VerdictKind = Literal["verbatim", "altered", "not found"]
ChangeKind = Literal["left out", "put in", "changed", "number", "moved", "run together"]


@dataclass(frozen=True, slots=True)
class Change:
    """One departure: the transcript's words and the quotation's, and where each stand; one of them may be empty.

    `run together` is two passages quoted as one: `transcript` is then what stands between them; of a
    long passage, its beginning and its end.
    """

    kind: ChangeKind
    transcript: str
    transcript_spans: Spans
    quotation: str
    quotation_spans: Spans


@dataclass(frozen=True, slots=True)
class Verdict:
    """A quotation (with its marks), the passage of the transcript that it comes from, if any, and how it departs."""

    kind: VerdictKind
    quotation: Span
    passages: Spans = ()
    changes: tuple[Change, ...] = ()
    speaker: str | None = None
