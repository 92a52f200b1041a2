"""Events: dated things that happened, and on which statements were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
