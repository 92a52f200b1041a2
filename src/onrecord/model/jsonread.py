"""Readings back from JSON, each value checked as it comes: a wrong type raises ValueError, never a broken reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from onrecord.model.actor import Actor, ActorRef, ActorType, Candidate, Role
from onrecord.model.event import Event, EventKind
from onrecord.model.jsonform import Json
from onrecord.model.proposal import Maker, Proposal, ProposalKind, Term, TermKind
from onrecord.model.reading import Condition, Date, Furniture, FurnitureKind, Quantity, Reading
from onrecord.model.span import Span, Spans
from onrecord.model.statement import AttributionType, IssueStance, Kind, Stance, Statement

KINDS: tuple[Kind, ...] = get_args(Kind)
TYPES: tuple[AttributionType, ...] = get_args(AttributionType)
STANCES: tuple[Stance, ...] = get_args(Stance)
ACTOR_TYPES: tuple[ActorType, ...] = get_args(ActorType)
PROPOSAL_KINDS: tuple[ProposalKind, ...] = get_args(ProposalKind)
TERM_KINDS: tuple[TermKind, ...] = get_args(TermKind)
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
FURNITURE_KINDS: tuple[FurnitureKind, ...] = get_args(FurnitureKind)

T = TypeVar("T")


def one_of(value: object, known: tuple[T, ...]) -> T:
    """The known value that equals this one. Raises ValueError, naming what is known."""
    for one in known:
        if one == value:
            return one
    raise ValueError(f"{value!r} is none of {', '.join(map(str, known))}")


def spans_from(value: Json) -> Spans:
    """Spans from `[[start, end], ...]`."""
    found = []
    for pair in _items(value):
        match pair:
            case [int(start), int(end)]:
                found.append(Span(start, end))
            case _:
                raise ValueError(f"not a span: {pair!r}")
    return tuple(found)


def _items(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")
    return value


@dataclass(frozen=True)
class Node:
    """A JSON object that is asked for typed values by key. A missing key reads as null."""

    of: Mapping[str, Json]

    @classmethod
    def at(cls, value: Json) -> Node:
        if not isinstance(value, Mapping):
            raise ValueError(f"not an object: {value!r}")
        return cls(value)

    def text(self, key: str) -> str:
        value = self.of.get(key)
        if not isinstance(value, str):
            raise ValueError(f"{key}: not a text: {value!r}")
        return value

    def maybe_text(self, key: str) -> str | None:
        return None if self.of.get(key) is None else self.text(key)

    def number(self, key: str) -> float:
        value = self.of.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(f"{key}: not a number: {value!r}")
        return float(value)

    def maybe_number(self, key: str) -> float | None:
        return None if self.of.get(key) is None else self.number(key)

    def spans(self, key: str) -> Spans:
        return spans_from(self.of.get(key, []))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(one) for one in _items(self.of.get(key, [])))

    def each(self, key: str) -> Iterator[Node]:
        return (Node.at(one) for one in _items(self.of.get(key, [])))

    def ref(self, key: str) -> ActorRef | None:
        value = self.of.get(key)
        return None if value is None else ref_from(Node.at(value))


def ref_from(node: Node) -> ActorRef:
    return ActorRef(node.text("id"), node.text("name"), one_of(node.of.get("type"), ACTOR_TYPES))


def candidate_from(node: Node) -> Candidate:
    return Candidate(node.text("id"), node.text("name"), node.number("score"))


def role_from(node: Node) -> Role:
    return Role(node.text("name"), node.spans("span"))


def furniture_from(value: Json) -> Furniture:
    match value:
        case [str(kind), int(start), int(end)]:
            return Furniture(Span(start, end), one_of(kind, FURNITURE_KINDS))
        case _:
            raise ValueError(f"not a part of a page: {value!r}")


def reading_from_json(value: Json) -> Reading:
    """The reading that `reading_to_json` wrote. Raises ValueError where the JSON is no reading."""
    node = Node.at(value)
    return Reading(
        report=node.text("report"),
        language=node.maybe_text("language"),
        unread=node.maybe_text("unread"),
        title=node.maybe_text("title"),
        published=node.maybe_text("published"),
        published_from=node.maybe_text("published_from"),
        published_evidence=node.spans("published_evidence"),
        paragraphs=node.spans("paragraphs"),
        sentences=node.spans("sentences"),
        furniture=tuple(furniture_from(one) for one in _items(node.of.get("furniture", []))),
        statements=tuple(_statement_from(one) for one in node.each("statements")),
        dates=tuple(Date(one.spans("span"), one.text("value")) for one in node.each("dates")),
        quantities=tuple(_quantity_from(one) for one in node.each("quantities")),
        conditions=tuple(_condition_from(one) for one in node.each("conditions")),
        actors=tuple(_actor_from(one) for one in node.each("actors")),
        events=tuple(_event_from(one) for one in node.each("events")),
        proposals=tuple(proposal_from(one) for one in node.each("proposals")),
    )


def _statement_from(node: Node) -> Statement:
    stance = node.of.get("stance")
    return Statement(
        id=node.text("id"),
        source=node.spans("source"),
        cue=node.spans("cue"),
        content=node.spans("content"),
        kind=one_of(node.of.get("kind"), KINDS),
        type=one_of(node.of.get("type"), TYPES),
        confidence=node.number("confidence"),
        speaker=node.ref("speaker"),
        speakers=tuple(ref_from(one) for one in node.each("speakers")),
        candidates=tuple(candidate_from(one) for one in node.each("candidates")),
        party=node.maybe_text("party"),
        said_on=node.maybe_text("said_on"),
        said_on_evidence=node.spans("said_on_evidence"),
        relayed_by=node.ref("relayed_by"),
        within=node.maybe_text("within"),
        issues=node.texts("issues"),
        stance=None if stance is None else one_of(stance, STANCES),
        stances=tuple(stance_from(one) for one in node.each("stances")),
        speaker_confidence=node.maybe_number("speaker_confidence"),
    )


def stance_from(node: Node) -> IssueStance:
    stance = one_of(node.of.get("stance"), STANCES)
    confidence, evidence = node.number("confidence"), node.spans("evidence")
    issue, proposal, judged = node.maybe_text("issue"), node.maybe_text("proposal"), node.of.get("judged") is True
    return IssueStance(issue, stance, confidence, evidence, proposal, judged, node.maybe_number("heard"))


def _quantity_from(node: Node) -> Quantity:
    return Quantity(node.spans("span"), node.number("value"), node.maybe_text("unit"), node.spans("of"))


def _condition_from(node: Node) -> Condition:
    statement, party = node.maybe_text("statement"), node.maybe_text("party")
    return Condition(node.spans("span"), node.spans("trigger"), statement, party, node.texts("on"))


def proposal_from(node: Node) -> Proposal:
    return Proposal(
        span=node.spans("span"),
        name=node.text("name"),
        kind=one_of(node.of.get("kind"), PROPOSAL_KINDS),
        marks=node.texts("marks"),
        about=node.texts("about"),
        makers=tuple(maker_from(one) for one in node.each("makers")),
        makers_evidence=node.spans("makers_evidence"),
        made_on=node.maybe_text("made_on"),
        made_on_evidence=node.spans("made_on_evidence"),
        terms=tuple(term_from(one) for one in node.each("terms")),
    )


def maker_from(node: Node) -> Maker:
    return Maker(node.text("name"), node.maybe_text("party"), node.maybe_text("actor"))


def term_from(node: Node) -> Term:
    (span,) = spans_from([node.of.get("span")])
    return Term(one_of(node.of.get("kind"), TERM_KINDS), span)


def _event_from(node: Node) -> Event:
    kind = one_of(node.of.get("kind"), EVENT_KINDS)
    return Event(node.spans("span"), kind, node.text("on"), node.spans("on_evidence"), node.spans("participants"))


def _actor_from(node: Node) -> Actor:
    return Actor(
        id=node.text("id"),
        name=node.text("name"),
        type=one_of(node.of.get("type"), ACTOR_TYPES),
        party=node.maybe_text("party"),
        party_from=node.maybe_text("party_from"),
        roles=tuple(role_from(one) for one in node.each("roles")),
        mentions=node.spans("mentions"),
        party_likely=node.of.get("party_likely") is True,
    )
