"""JSON-LD: reports, statements as annotations on them, and what was derived from what.

A place is a W3C Web Annotation target with two selectors: the position in code points, and the words themselves with
some before and after, which find it again in a page that has moved. One node a line, so that a file of any size
is written as it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import ActorRef, Span, Spans
from onrecord.model.edtf import day_of
from onrecord.model.jsonform import Json, JsonObject
from onrecord.views.citing.notes import web_address
from onrecord.views.exports.contents import Contents
from onrecord.views.exports.tables import disagreement_id
from onrecord.views.exports.vocabulary import BASE, CONTEXT, LINKS
from onrecord.views.harmless import json_line

if TYPE_CHECKING:
    from onrecord.model.position import Quote, Standing
    from onrecord.record import ActorRow, DisagreementRow, EventRow, ReportRow, StatementRow, UtteranceRow
    from onrecord.record.conditions import ConditionRow

FILE, CONTEXT_FILE = "record.jsonld", "context.jsonld"
AROUND = 32  # characters before and after that a quote selector gives
READING, COLLATING, PROGRAM = "activity:reading", "activity:collating", "agent:onrecord"
JUDGING, PEOPLE = "activity:judging", "agent:people"


def write_jsonld(contents: Contents, folder: Path) -> None:
    (folder / CONTEXT_FILE).write_text(json_line({"@context": CONTEXT}) + "\n", encoding="utf-8")
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json_line(CONTEXT)},\n"@graph": [\n')
        for n, node in enumerate(_nodes(contents)):
            file.write(f"{',' if n else ''}{json_line(_whole(node))}\n")
            contents.step()
        file.write("]}\n")


def _whole(node: Mapping[str, Json]) -> JsonObject:
    """The node with whole names of what it links to, and without what is not known."""
    return {
        name: _named(value) if name in LINKS or name == "id" else _within(value)
        for name, value in node.items()
        if value not in (None, [])
    }


def _within(value: Json) -> Json:
    if isinstance(value, Mapping):
        return _whole(value)
    return [_within(one) for one in value] if isinstance(value, list) else value


def _named(value: Json) -> Json:
    if isinstance(value, str):
        return value if value.startswith("oa:") else f"{BASE}{value}"
    return [_named(one) for one in value] if isinstance(value, list) else _within(value)


def _nodes(contents: Contents) -> Iterator[JsonObject]:
    yield {"id": PROGRAM, "type": "SoftwareAgent", "label": contents.software}
    yield {"id": READING, "type": "Activity", "label": "reading", "wasAssociatedWith": PROGRAM}
    yield {"id": COLLATING, "type": "Activity", "label": "collating", "wasAssociatedWith": PROGRAM}
    yield {"id": PEOPLE, "type": "Agent", "label": "people who corrected the record"}
    yield {"id": JUDGING, "type": "Activity", "label": "judging", "wasAssociatedWith": PEOPLE}
    record = contents.record
    yield from map(_actor, record.actors())
    texts = _Texts(contents)
    for row in record.reports():
        yield _report(row, texts.of(row.id))
    for said in record.statements():
        yield from _statement(said, texts)
    for limit in contents.conditions():
        yield _condition(limit, texts)
    for utterance in contents.utterances():
        yield from _utterance(utterance)
    for standing in contents.positions():
        yield _position(standing)
    for differ in contents.disagreements():
        yield _disagreement(differ, texts)
    for day in contents.timeline():
        if day.event:
            yield _event(day.event, texts)


class _Texts:
    """The texts, one held at a time: rows come report by report."""

    def __init__(self, contents: Contents) -> None:
        self._record, self._held, self._text = contents.record, "", ""

    def of(self, report: str) -> str:
        if self._held != report:
            self._held, self._text = report, self._record.text(report)
        return self._text


def _actor(row: ActorRow) -> JsonObject:
    types = {"person": "Person", "organisation": "Organization", "group": "Organization"}
    others: list[Json] = [name for name in row.names if name != row.name]
    return {
        "id": row.id,
        "type": types.get(row.type, "Thing"),
        "name": row.name,
        "alternateName": others,
        "kind": row.type,
        "party": row.party,
    }


def _report(row: ReportRow, text: str) -> JsonObject:
    return {
        "id": row.id,
        "type": ["NewsArticle", "Entity"],
        "headline": row.title,
        "publisher": {"type": "Organization", "name": row.outlet} if row.outlet else None,
        "author": row.author,
        "webAddress": web_address(row.url),
        "inLanguage": row.language,
        "datePublished": _day(row.published),
        "edtf": row.published,
        "publishedFrom": row.published_from,
        "sha256": row.sha256,
        "articleBody": text,
    }


def _day(value: str | None) -> str | None:
    """The day as schema.org has it; what is not certain stands in `edtf` alone."""
    day = day_of(value) if value and len(value) == len("2024-09-12") else None
    return day.isoformat() if day else None


def _statement(row: StatementRow, texts: _Texts) -> Iterator[JsonObject]:
    """The statement itself, and annotations that place its content, its cue and its source."""
    one, report = row.statement, row.report.id
    quoted = one.kind in ("direct", "mixed")
    speakers: list[Json] = [who.id for who in (row.speakers or _only(row.speaker))]
    yield {
        "id": one.id,
        "type": ["Statement", "Entity", *(["Quotation"] if quoted else [])],
        "text": row.text,
        "spokenBy": speakers,
        "party": row.party,
        "dateCreated": _day(one.said_on),
        "edtf": one.said_on,
        "isPartOf": report,
        "kind": one.kind,
        "attribution": one.type,
        "issue": list(one.issues),
        "stance": one.stance,
        "confidence": one.confidence,
        "corrections": [f"{each.kind} {each.value or 'not known'}: {each.why}" for each in row.corrections],
        "wasDerivedFrom": report,
        "wasGeneratedBy": [READING, JUDGING] if row.corrections else READING,
    }
    text = texts.of(report)
    for role, spans in (("content", one.content), ("cue", one.cue), ("source", one.source)):
        if spans:
            yield {
                "id": f"{one.id}:{role}",
                "type": "Annotation",
                "motivation": "oa:identifying",
                "role": role,
                "body": one.id,
                "target": targets(report, spans, text),
            }


def _only(speaker: ActorRef | None) -> tuple[ActorRef, ...]:
    return (speaker,) if speaker else ()


def targets(report: str, spans: Spans, text: str) -> list[Json]:
    """A place: one specific resource a span, each with both selectors."""
    return [{"type": "SpecificResource", "source": report, "selector": _selectors(span, text)} for span in spans]


def _selectors(span: Span, text: str) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.text(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
    ]


def _condition(row: ConditionRow, texts: _Texts) -> JsonObject:
    report, one = row.report.id, row.condition
    place = "-".join(f"{span.start}.{span.end}" for span in one.span)
    return {
        "id": f"condition:{report}:{place}:{one.statement or ''}",
        "type": ["Condition", "Annotation"],
        "motivation": "oa:classifying",
        "of": one.statement,
        "party": row.party,
        "issue": list(one.on),
        "text": row.text,
        "target": targets(report, one.span, texts.of(report)),
        "wasDerivedFrom": report,
        "wasGeneratedBy": READING,
    }


def _utterance(row: UtteranceRow) -> Iterator[JsonObject]:
    """The act of speaking, what it was rebuilt from, and how the readings differ from the base."""
    statements: list[Json] = list(dict.fromkeys(one.wording.statement for one in row.readings))
    yield {
        "id": row.id,
        "type": ["Utterance", "Entity"],
        "text": row.base.text,
        "spokenBy": row.speaker.id if row.speaker else None,
        "candidate": [{"type": "Candidate", "actor": one.id, "score": one.score} for one in row.candidates],
        "confidence": row.confidence,
        "party": row.party,
        "edtf": row.said_on,
        "base": row.base.wording.statement,
        "because": row.why,
        "wasDerivedFrom": statements,
        "wasGeneratedBy": COLLATING,
    }
    by_wording = {one.wording.id: one.wording.statement for one in row.readings}
    for n, each in enumerate(row.variants):
        yield {
            "id": f"{row.id}:variant:{n}",
            "type": "Variant",
            "of": row.id,
            "reading": by_wording[each.wording],
            "variantKind": each.kind,
            "baseText": each.base_text,
            "readingText": each.text,
        }


def _position(row: Standing) -> JsonObject:
    one = row.position
    return {
        "id": one.id,
        "type": ["Position", "Entity"],
        "party": one.party,
        "issue": one.issue,
        "proposal": one.proposal,
        "stance": one.stance,
        "edtf": one.as_of,
        "contested": one.contested,
        "confidence": one.confidence,
        "wasDerivedFrom": list(_statements((*row.evidence, *row.conditions))),
        "wasGeneratedBy": [COLLATING, JUDGING] if one.judged else COLLATING,
    }


def _disagreement(row: DisagreementRow, texts: _Texts) -> JsonObject:
    places = [target for one in row.readings for target in targets(one.report.id, one.spans, texts.of(one.report.id))]
    return {
        "id": disagreement_id(row),
        "type": ["Disagreement", "Annotation", "Entity"],
        "motivation": "oa:assessing",
        "kind": row.kind,
        "weight": row.weight,
        "name": row.about,
        "because": row.why,
        "target": places,
        "wasDerivedFrom": list(dict.fromkeys(one.report.id for one in row.readings)),
        "wasGeneratedBy": COLLATING,
    }


def _event(row: EventRow, texts: _Texts) -> JsonObject:
    places = [target for one in row.tellings for target in targets(one.report.id, one.spans, texts.of(one.report.id))]
    return {
        "id": row.id,
        "type": ["Event", "Annotation", "Entity"],
        "motivation": "oa:describing",
        "kind": row.kind,
        "name": row.tellings[0].text,
        "startDate": _day(row.day),
        "edtf": row.day,
        "attendee": [one.id for one in row.participants],
        "target": places,
        "wasDerivedFrom": list(dict.fromkeys(one.report.id for one in row.tellings)),
        "wasGeneratedBy": COLLATING,
    }


def _statements(quotes: Iterable[Quote]) -> Iterator[Json]:
    yield from dict.fromkeys(one.passage.statement or one.passage.report for one in quotes)
