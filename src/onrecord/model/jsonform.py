"""Readings and reports as JSON: the contract's line of `onrecord read`, and a form that loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.actor import Actor, ActorRef, Candidate
from onrecord.model.event import Event
from onrecord.model.proposal import Proposal
from onrecord.model.reading import Condition, Date, Furniture, Quantity, Reading
from onrecord.model.report import Report
from onrecord.model.span import Spans
from onrecord.model.statement import IssueStance, Statement

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = dict[str, Json]


def report_line(report: Report, reading: Reading, *, text: bool | None = None) -> JsonObject:
    """One line of `onrecord read`. `text`: print the report's text always, never, or (None) where no file has it."""
    line: JsonObject = {"report": _report_head(report, reading, text=text)}
    line |= {
        "statements": [statement_json(one) for one in reading.statements],
        "dates": [date_json(one) for one in reading.dates],
        "quantities": [quantity_json(one) for one in reading.quantities],
        "conditions": [condition_json(one) for one in reading.conditions],
        "proposals": [proposal_json(one) for one in reading.proposals],
        "actors": [actor_json(one) for one in reading.actors],
    }
    return line


def _report_head(report: Report, reading: Reading, *, text: bool | None) -> JsonObject:
    """The report as given; what reading found out about it where nothing was given."""
    head: JsonObject = {"id": report.id, "path": report.path}
    if report.line is not None:
        head["line"] = report.line
    head |= {
        "sha256": report.sha256,
        "outlet": report.outlet,
        "title": report.title if report.title is not None else reading.title,
        "url": report.url,
        "language": report.language if report.language is not None else reading.language,
        "published": report.published if report.published is not None else reading.published,
        "published_from": report.published_from if report.published is not None else reading.published_from,
    }
    if reading.unread is not None:
        head["unread"] = reading.unread
    if text or (text is None and not report.text_is_file):
        head["text"] = report.text
    return head


def spans_json(spans: Spans) -> list[Json]:
    return [[span.start, span.end] for span in spans]


def ref_json(ref: ActorRef | None) -> JsonObject | None:
    return None if ref is None else {"id": ref.id, "name": ref.name, "type": ref.type}


def candidate_json(candidate: Candidate) -> JsonObject:
    return {"id": candidate.id, "name": candidate.name, "score": candidate.score}


def statement_json(statement: Statement) -> JsonObject:
    """A statement as `onrecord read` prints it; nothing of it is lost."""
    return {
        "id": statement.id,
        "source": spans_json(statement.source),
        "cue": spans_json(statement.cue),
        "content": spans_json(statement.content),
        "kind": statement.kind,
        "type": statement.type,
        "speaker": ref_json(statement.speaker),
        "speakers": [ref_json(one) for one in statement.speakers],
        "candidates": [candidate_json(one) for one in statement.candidates],
        "party": statement.party,
        "said_on": statement.said_on,
        "said_on_evidence": spans_json(statement.said_on_evidence),
        "relayed_by": ref_json(statement.relayed_by),
        "within": statement.within,
        "issues": list(statement.issues),
        "stance": statement.stance,
        "stances": [stance_json(one) for one in statement.stances],
        "confidence": statement.confidence,
        "speaker_confidence": statement.speaker_confidence,
    }


def stance_json(one: IssueStance) -> JsonObject:
    """`judged` is there where a person set it (`read` never prints it), `heard` where the network was asked."""
    told: JsonObject = {
        "issue": one.issue,
        "stance": one.stance,
        "confidence": one.confidence,
        "evidence": spans_json(one.evidence),
        "proposal": one.proposal,
    }
    if one.heard is not None:
        told["heard"] = one.heard
    return told | {"judged": True} if one.judged else told


def date_json(date: Date) -> JsonObject:
    return {"span": spans_json(date.span), "value": date.value}


def quantity_json(quantity: Quantity) -> JsonObject:
    whole = quantity.value.is_integer() and abs(quantity.value) < 1e15
    value = int(quantity.value) if whole else quantity.value
    return {"span": spans_json(quantity.span), "value": value, "unit": quantity.unit, "of": spans_json(quantity.of)}


def condition_json(condition: Condition) -> JsonObject:
    return {
        "span": spans_json(condition.span),
        "trigger": spans_json(condition.trigger),
        "statement": condition.statement,
        "party": condition.party,
        "on": list(condition.on),
    }


def proposal_json(one: Proposal) -> JsonObject:
    return {
        "span": spans_json(one.span),
        "name": one.name,
        "kind": one.kind,
        "marks": list(one.marks),
        "about": list(one.about),
        "makers": makers_json(one),
        "makers_evidence": spans_json(one.makers_evidence),
        "made_on": one.made_on,
        "made_on_evidence": spans_json(one.made_on_evidence),
        "terms": terms_json(one),
    }


def makers_json(one: Proposal) -> list[Json]:
    return [{"name": maker.name, "party": maker.party, "actor": maker.actor} for maker in one.makers]


def terms_json(one: Proposal) -> list[Json]:
    return [{"kind": term.kind, "span": [term.span.start, term.span.end]} for term in one.terms]


def actor_json(actor: Actor) -> JsonObject:
    """An actor as `onrecord read` prints it: roles by name alone, without their places."""
    roles = dict.fromkeys(role.name for role in actor.roles)
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "party": actor.party,
        "roles": list(roles),
        "mentions": spans_json(actor.mentions),
    }


def event_json(event: Event) -> JsonObject:
    return {
        "span": spans_json(event.span),
        "kind": event.kind,
        "on": event.on,
        "on_evidence": spans_json(event.on_evidence),
        "participants": spans_json(event.participants),
    }


def reading_to_json(reading: Reading) -> JsonObject:
    """Everything in a reading; `onrecord.model.jsonread.reading_from_json` takes it back unchanged."""
    return {
        "report": reading.report,
        "language": reading.language,
        "unread": reading.unread,
        "title": reading.title,
        "published": reading.published,
        "published_from": reading.published_from,
        "published_evidence": spans_json(reading.published_evidence),
        "paragraphs": spans_json(reading.paragraphs),
        "sentences": spans_json(reading.sentences),
        "furniture": furniture_json(reading.furniture),
        "statements": [statement_json(one) for one in reading.statements],
        "dates": [date_json(one) for one in reading.dates],
        "quantities": [quantity_json(one) for one in reading.quantities],
        "conditions": [condition_json(one) for one in reading.conditions],
        "actors": [_whole_actor_json(one) for one in reading.actors],
        "events": [event_json(one) for one in reading.events],
        "proposals": [proposal_json(one) for one in reading.proposals],
    }


def furniture_json(furniture: Iterable[Furniture]) -> list[Json]:
    return [[one.kind, one.span.start, one.span.end] for one in furniture]


def roles_json(actor: Actor) -> list[Json]:
    return [{"name": role.name, "span": spans_json(role.span)} for role in actor.roles]


def _whole_actor_json(actor: Actor) -> JsonObject:
    likely: JsonObject = {"party_likely": True} if actor.party_likely else {}
    return actor_json(actor) | {"party_from": actor.party_from, "roles": roles_json(actor)} | likely
