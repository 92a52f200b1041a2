"""A reading as rows, and rows as the reading they came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import sqlalchemy as sa

from onrecord.model import (
    Actor,
    ActorRef,
    Condition,
    Date,
    IssueStance,
    Proposal,
    Quantity,
    Reading,
    Span,
    Spans,
    Statement,
    envelope,
)
from onrecord.model import jsonform as form
from onrecord.model.edtf import bounds
from onrecord.model.event import Event
from onrecord.model.jsonread import (
    ACTOR_TYPES,
    EVENT_KINDS,
    KINDS,
    PROPOSAL_KINDS,
    STANCES,
    TYPES,
    Node,
    candidate_from,
    furniture_from,
    maker_from,
    one_of,
    ref_from,
    role_from,
    spans_from,
    stance_from,
    term_from,
)
from onrecord.record.corrections import Correction
from onrecord.record.rows import ELLIPSIS

Columns = dict[str, object]


def packed(value: form.Json) -> str:
    return json.dumps(value, separators=(",", ":"))


def unpacked(text: str) -> list[form.Json]:
    found: list[form.Json] = json.loads(text)
    return found


def packed_spans(spans: Spans) -> str:
    return packed(form.spans_json(spans))


def unpacked_spans(text: str) -> Spans:
    return spans_from(unpacked(text))


def _nodes(text: str) -> Iterator[Node]:
    return (Node.at(one) for one in unpacked(text))


def slices(spans: Spans, text: str) -> tuple[str, ...]:
    return tuple(span.text(text) for span in spans)


def _place(spans: Spans, text: str) -> Columns:
    around = envelope(spans) if spans else Span(0, 0)
    return {"starts": around.start, "ends": around.end, "text": ELLIPSIS.join(slices(spans, text))}


def reading_columns(reading: Reading, key: str, reader: str) -> Columns:
    return {
        "report_id": reading.report,
        "key": key,
        "reader": reader,
        "language": reading.language,
        "unread": reading.unread,
        "title": reading.title,
        "published": reading.published,
        "published_from": reading.published_from,
        "published_evidence": packed_spans(reading.published_evidence),
        "paragraphs": packed_spans(reading.paragraphs),
        "sentences": packed_spans(reading.sentences),
        "furniture": packed(form.furniture_json(reading.furniture)),
        "statements": len(reading.statements),
        "dates": len(reading.dates),
        "quantities": len(reading.quantities),
        "conditions": len(reading.conditions),
        "events": len(reading.events),
        "proposals": len(reading.proposals),
        "actors": len(reading.actors),
        "mentions": sum(len(actor.mentions) for actor in reading.actors),
    }


def statement_columns(statement: Statement, report_id: str, ordinal: int, text: str) -> Columns:
    speaker, said = statement.speaker, bounds(statement.said_on)
    return _place(statement.content, text) | {
        "id": statement.id,
        "report_id": report_id,
        "ordinal": ordinal,
        "speaker_id": speaker and speaker.id,
        "speaker_name": speaker and speaker.name,
        "speaker_type": speaker and speaker.type,
        "party": statement.party,
        "said_on": statement.said_on,
        "said_first": said and said[0],
        "said_last": said and said[1],
        "kind": statement.kind,
        "type": statement.type,
        "stance": statement.stance,
        "issues": packed(statement.issues),
        "stances": packed([form.stance_json(one) for one in statement.stances]) if statement.stances else None,
        "confidence": statement.confidence,
        "speaker_confidence": statement.speaker_confidence,
        "source": packed_spans(statement.source),
        "cue": packed_spans(statement.cue),
        "content": packed_spans(statement.content),
        "speakers": packed([form.ref_json(one) for one in statement.speakers]),
        "candidates": packed([form.candidate_json(one) for one in statement.candidates]),
        "said_on_evidence": packed_spans(statement.said_on_evidence),
        "relayed_by": statement.relayed_by and packed([form.ref_json(statement.relayed_by)]),
        "within": statement.within,
    }


def statement_of(row: sa.Row[tuple[object, ...]]) -> Statement:
    speaker = None
    if row.speaker_id is not None:
        speaker = ActorRef(row.speaker_id, row.speaker_name, one_of(row.speaker_type, ACTOR_TYPES))
    return Statement(
        id=row.id,
        source=unpacked_spans(row.source),
        cue=unpacked_spans(row.cue),
        content=unpacked_spans(row.content),
        kind=one_of(row.kind, KINDS),
        type=one_of(row.type, TYPES),
        confidence=row.confidence,
        speaker=speaker,
        speakers=tuple(map(ref_from, _nodes(row.speakers))),
        candidates=tuple(map(candidate_from, _nodes(row.candidates))),
        party=row.party,
        said_on=row.said_on,
        said_on_evidence=unpacked_spans(row.said_on_evidence),
        relayed_by=next(map(ref_from, _nodes(row.relayed_by)), None) if row.relayed_by else None,
        within=row.within,
        issues=tuple(map(str, unpacked(row.issues))),
        stance=None if row.stance is None else one_of(row.stance, STANCES),
        stances=tuple(map(stance_from, _nodes(row.stances))) if row.stances else (),
        speaker_confidence=row.speaker_confidence,
    )


def as_read_of(row: sa.Row[tuple[object, ...]]) -> Statement:
    """The statement as it was read, whatever a person corrected in it."""
    believed = statement_of(row)
    if row.as_read is None:
        return believed
    read = Node.at(json.loads(row.as_read))
    stance = read.maybe_text("stance")
    return replace(
        believed,
        speaker=read.ref("speaker"),
        speakers=tuple(map(ref_from, read.each("speakers"))),
        candidates=tuple(map(candidate_from, read.each("candidates"))),
        party=read.maybe_text("party"),
        issues=read.texts("issues"),
        stance=None if stance is None else one_of(stance, STANCES),
        stances=tuple(map(stance_from, read.each("stances"))),
        speaker_confidence=read.maybe_number("speaker_confidence"),
    )


def corrections_of(row: sa.Row[tuple[object, ...]]) -> tuple[Correction, ...]:
    """What a person said of the statement."""
    told = _nodes(row.corrections) if row.corrections else ()
    return tuple(
        Correction(one.text("kind"), one.maybe_text("value"), one.text("judge"), one.text("why")) for one in told
    )


def stances_of(row: sa.Row[tuple[object, ...]]) -> tuple[IssueStance, ...]:
    """What a statement does on each issue; where reading told only one stance, that one on all of its issues."""
    if row.stances:
        return tuple(map(stance_from, _nodes(row.stances)))
    stance = one_of(row.stance, STANCES)
    return tuple(IssueStance(str(issue), stance, row.confidence) for issue in unpacked(row.issues))


def date_columns(date: Date, report_id: str, ordinal: int, text: str) -> Columns:
    known: Columns = {"report_id": report_id, "ordinal": ordinal, "value": date.value, "spans": packed_spans(date.span)}
    return known | _place(date.span, text)


def date_of(row: sa.Row[tuple[object, ...]]) -> Date:
    return Date(unpacked_spans(row.spans), row.value)


def quantity_columns(quantity: Quantity, report_id: str, ordinal: int, text: str) -> Columns:
    return _place(quantity.span, text) | {
        "report_id": report_id,
        "ordinal": ordinal,
        "value": quantity.value,
        "unit": quantity.unit,
        "of_text": ELLIPSIS.join(slices(quantity.of, text)) if quantity.of else None,
        "spans": packed_spans(quantity.span),
        "of_spans": packed_spans(quantity.of),
    }


def quantity_of(row: sa.Row[tuple[object, ...]]) -> Quantity:
    return Quantity(unpacked_spans(row.spans), row.value, row.unit, unpacked_spans(row.of_spans))


def condition_columns(condition: Condition, report_id: str, ordinal: int, text: str) -> Columns:
    return _place(condition.span, text) | {
        "report_id": report_id,
        "ordinal": ordinal,
        "statement_id": condition.statement,
        "party": condition.party,
        "issues": packed(condition.on),
        "spans": packed_spans(condition.span),
        "trigger_spans": packed_spans(condition.trigger),
    }


def condition_of(row: sa.Row[tuple[object, ...]]) -> Condition:
    issues = tuple(map(str, unpacked(row.issues)))
    return Condition(unpacked_spans(row.spans), unpacked_spans(row.trigger_spans), row.statement_id, row.party, issues)


def event_columns(event: Event, report_id: str, ordinal: int, text: str) -> Columns:
    days = bounds(event.on)
    return _place(event.span, text) | {
        "report_id": report_id,
        "ordinal": ordinal,
        "kind": event.kind,
        "day": event.on,
        "day_first": days and days[0],
        "day_last": days and days[1],
        "spans": packed_spans(event.span),
        "day_evidence": packed_spans(event.on_evidence),
        "participants": packed_spans(event.participants),
    }


def event_of(row: sa.Row[tuple[object, ...]]) -> Event:
    evidence, participants = unpacked_spans(row.day_evidence), unpacked_spans(row.participants)
    return Event(unpacked_spans(row.spans), one_of(row.kind, EVENT_KINDS), row.day, evidence, participants)


def proposal_columns(one: Proposal, report_id: str, ordinal: int, text: str) -> Columns:
    return _place(one.span, text) | {
        "report_id": report_id,
        "ordinal": ordinal,
        "name": one.name,
        "kind": one.kind,
        "marks": packed(one.marks),
        "about": packed(one.about),
        "makers": packed(form.makers_json(one)),
        "makers_evidence": packed_spans(one.makers_evidence),
        "made_on": one.made_on,
        "made_on_evidence": packed_spans(one.made_on_evidence),
        "spans": packed_spans(one.span),
        "terms": packed(form.terms_json(one)),
    }


def proposal_of(row: sa.Row[tuple[object, ...]]) -> Proposal:
    return Proposal(
        span=unpacked_spans(row.spans),
        name=row.name,
        kind=one_of(row.kind, PROPOSAL_KINDS),
        marks=tuple(map(str, unpacked(row.marks))),
        about=tuple(map(str, unpacked(row.about))),
        makers=tuple(map(maker_from, _nodes(row.makers))),
        makers_evidence=unpacked_spans(row.makers_evidence),
        made_on=row.made_on,
        made_on_evidence=unpacked_spans(row.made_on_evidence),
        terms=tuple(map(term_from, _nodes(row.terms))),
    )


def actor_columns(actor: Actor, report_id: str, ordinal: int) -> Columns:
    return {
        "report_id": report_id,
        "ordinal": ordinal,
        "form_id": actor.id,
        "party_from": actor.party_from,
        "party_likely": actor.party_likely,
        "roles": packed(form.roles_json(actor)),
        "mentions": len(actor.mentions),
    }


def actor_of(row: sa.Row[tuple[object, ...]], mentions: Spans) -> Actor:
    """From a row of `report_actor` joined with its form."""
    return Actor(
        id=row.form_id,
        name=row.name,
        type=one_of(row.type, ACTOR_TYPES),
        party=row.party,
        party_from=row.party_from,
        roles=tuple(map(role_from, _nodes(row.roles))),
        mentions=mentions,
        party_likely=row.party_likely,
    )


def mention_columns(actor: Actor, report_id: str, ordinal: int, text: str) -> Iterator[Columns]:
    for position, span in enumerate(actor.mentions):
        yield {
            "report_id": report_id,
            "actor_ordinal": ordinal,
            "position": position,
            "starts": span.start,
            "ends": span.end,
            "text": span.text(text),
        }


def reading_of(
    row: sa.Row[tuple[object, ...]],
    statements: Sequence[Statement],
    dates: Sequence[Date],
    quantities: Sequence[Quantity],
    conditions: Sequence[Condition],
    actors: Sequence[Actor],
    events: Sequence[Event],
    proposals: Sequence[Proposal],
) -> Reading:
    """The reading, from its own row and what hangs on it."""
    return Reading(
        report=row.report_id,
        language=row.language,
        unread=row.unread,
        title=row.title,
        published=row.published,
        published_from=row.published_from,
        published_evidence=unpacked_spans(row.published_evidence),
        paragraphs=unpacked_spans(row.paragraphs),
        sentences=unpacked_spans(row.sentences),
        furniture=tuple(map(furniture_from, unpacked(row.furniture))),
        statements=tuple(statements),
        dates=tuple(dates),
        quantities=tuple(quantities),
        conditions=tuple(conditions),
        actors=tuple(actors),
        events=tuple(events),
        proposals=tuple(proposals),
    )
