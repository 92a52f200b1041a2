"""Statements: passages in which words or intentions are ascribed to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import ActorRef, Candidate
from onrecord.model.identity import identity, identity_within
from onrecord.model.span import Spans

Kind = Literal["direct", "indirect", "mixed"]
AttributionType = Literal["assertion", "belief", "fact", "eventuality"]
Stance = Literal[
    "accepts", "accepts-conditionally", "proposes", "demands", "rejects", "threatens", "accuses", "undecided"
]


@dataclass(frozen=True, slots=True)
class IssueStance:
    """What a statement does on one issue (null: on none that the codebook knows), and the words that show it.

    `proposal` is the name, in this report, of the proposal that it is done to, or null. `judged` marks one that a
    person set. `heard` is how likely a reader would find it right, 0..1, by a network that heard the statement; null
    where it was not asked.
    """

    issue: str | None
    stance: Stance
    confidence: float
    evidence: Spans = ()
    proposal: str | None = None
    judged: bool = False
    heard: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One passage in one report: source, cue and content spans (PolNeAR's terms), and what reading makes of them.

    `type` follows the Penn Discourse Treebank's attribution types. `said_on` is EDTF. `speaker` is null where it is not
    known or not decided; then `candidates` may list who it could be. `within` is the id of the enclosing statement.
    `confidence` is in 0..1, two decimals: how sure it is that this is a statement. `speaker_confidence` is how sure its
    speaker is, given that; null where there is none, or the record was read before this was told.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    type: AttributionType
    confidence: float
    speaker: ActorRef | None = None
    speakers: tuple[ActorRef, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    party: str | None = None
    said_on: str | None = None
    said_on_evidence: Spans = ()
    relayed_by: ActorRef | None = None
    within: str | None = None
    issues: tuple[str, ...] = ()
    stance: Stance | None = None
    stances: tuple[IssueStance, ...] = ()
    speaker_confidence: float | None = None


def statement_id(report_id: str, source: Spans, cue: Spans, content: Spans, kind: Kind) -> str:
    return identity_within("statement", report_id, source, cue, content, kind)


def former_statement_id(report_id: str, source: Spans, cue: Spans, content: Spans, kind: Kind) -> str:
    """The id that it had before ids began with their report's; a record keeps it until the report is read again."""
    return identity("statement", report_id, source, cue, content, kind)
