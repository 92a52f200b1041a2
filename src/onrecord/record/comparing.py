"""What the record hands out to be compared: reports that have an utterance in common, their sentences, their actors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import sqlalchemy as sa

from onrecord.model import Span, Spans, identity
from onrecord.model.coverage import Cell
from onrecord.model.disagreement import DisagreementKind, Named, Place, Sentence, Weight
from onrecord.model.jsonread import spans_from
from onrecord.model.utterance import Wording
from onrecord.record.asking import own_conditions
from onrecord.record.chunks import chunks, rows_where
from onrecord.record.columns import slices, unpacked_spans
from onrecord.record.rows import Filter, ReportRow
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    mention,
    reading,
    report,
    report_actor,
    report_text,
    statement,
    utterance,
    utterance_member,
    wording,
)
from onrecord.record.seams import Seam
from onrecord.record.showing import REPORTS, DbRow, report_rows
from onrecord.record.utterances import UtteranceRow

MOST_SENTENCES = 150
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One report's reading of what is disagreed on."""

    report: ReportRow
    spans: Spans
    text: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A disagreement, with the reports themselves."""

    kind: DisagreementKind
    about: str
    readings: tuple[PlaceRow, ...]
    weight: Weight
    why: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """An utterance with how each outlet has it that reported the occasion."""

    utterance: UtteranceRow
    cells: tuple[Cell, ...]


def siblings(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Pairs of reports that have an utterance in common, sorted."""
    query = sa.select(utterance_member.c.utterance_id, wording.c.report_id).distinct()
    query = query.join(wording, wording.c.id == utterance_member.c.wording_id)
    query = query.join(utterance, utterance.c.id == utterance_member.c.utterance_id).where(utterance.c.reports > 1)
    held: dict[str, list[str]] = {}
    for utterance_id, report_id in connection.execute(query):
        held.setdefault(utterance_id, []).append(report_id)
    yield from sorted({(a, b) for ids in held.values() for a in ids for b in ids if a < b})


def sentences(connection: sa.Connection, report_id: str) -> list[Sentence]:
    """The first sentences of the report, each with the utterances of which it has words."""
    query = sa.select(reading.c.sentences, report_text.c.text)
    row = connection.execute(
        query.join(report_text, report_text.c.report_id == reading.c.report_id).where(reading.c.report_id == report_id)
    ).first()
    if row is None:
        return []
    said = _said(connection, report_id)
    spans = unpacked_spans(row.sentences)[:MOST_SENTENCES]
    return [_sentence(report_id, span, row.text, said) for span in spans]


def _said(connection: sa.Connection, report_id: str) -> list[tuple[str, Spans, Spans]]:
    """Each utterance of the report, with the words said, and those that tell who says them."""
    query = sa.select(utterance_member.c.utterance_id, wording.c.spans, statement.c.source, statement.c.cue)
    query = query.join(wording, wording.c.id == utterance_member.c.wording_id)
    query = query.join(statement, statement.c.id == wording.c.statement_id).where(wording.c.report_id == report_id)
    return [
        (row.utterance_id, unpacked_spans(row.spans), (*unpacked_spans(row.source), *unpacked_spans(row.cue)))
        for row in connection.execute(query.order_by(wording.c.starts))
    ]


def _sentence(report_id: str, span: Span, text: str, said: Sequence[tuple[str, Spans, Spans]]) -> Sentence:
    here = [(id, words, who) for id, words, who in said if any(one.overlaps(span) for one in words)]
    taken = sorted(one for _, words, who in here for one in (*words, *who) if one.overlaps(span))
    ends = [span.start, *(one.end for one in taken)]
    starts = [*(one.start for one in taken), span.end]
    frame = [Span(end, start) for end, start in zip(accumulate(ends, max), starts, strict=True)]
    frame = [_trimmed(one, text) for one in frame if WORD.search(text, one.start, one.end)]
    return Sentence(
        _words(report_id, (span,), text),
        _words(report_id, tuple(frame), text) if here and frame else None,
        frozenset(id for id, _, _ in here),
    )


def _trimmed(span: Span, text: str) -> Span:
    words = list(WORD.finditer(text, span.start, span.end))
    return Span(words[0].start(), words[-1].end())


def _words(report_id: str, spans: Spans, text: str) -> Wording:
    id = identity("sentence", report_id, spans)
    return Wording(id, "", report_id, spans, slices(spans, text), "indirect")


NAMED = (
    actor.c.id,
    actor_form.c.name,
    report_actor.c.report_id,
    report_actor.c.ordinal,
    report_actor.c.roles,
    report.c.published_first,
)


def named(connection: sa.Connection, seam: Seam, wanted: Filter) -> Iterator[list[Named]]:
    """Each person that more than one report names, as each of them does, by id."""
    fitting = sa.select(report.c.id).where(*own_conditions(connection, seam, wanted))
    query: sa.Select[tuple[object, ...]] = sa.select(*NAMED)
    query = query.join(actor_member, actor_member.c.actor_id == actor.c.id)
    query = query.join(actor_form, actor_form.c.id == actor_member.c.form_id)
    query = query.join(report_actor, report_actor.c.form_id == actor_form.c.id)
    query = query.join(report, report.c.id == report_actor.c.report_id)
    query = query.where(actor.c.type == "person", report.c.id.in_(fitting)).order_by(actor.c.id, report.c.id)
    held: list[DbRow] = []
    for row in connection.execute(query):
        if held and held[0].id != row.id:
            yield from _one_named(connection, held)
            held = []
        held.append(row)
    yield from _one_named(connection, held)


def _one_named(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[list[Named]]:
    if len({row.report_id for row in rows}) > 1 and (
        len({row.name for row in rows}) > 1 or sum(row.roles != "[]" for row in rows) > 1
    ):
        yield [_named(connection, row) for row in rows]


def _named(connection: sa.Connection, row: DbRow) -> Named:
    query = sa.select(mention.c.starts, mention.c.ends, mention.c.text)
    query = query.where(mention.c.report_id == row.report_id, mention.c.actor_ordinal == row.ordinal)
    last = row.name.split()[-1]
    places = [
        Place(row.report_id, (Span(one.starts, one.ends),), one.text)
        for one in connection.execute(query.order_by(mention.c.starts))
    ]
    first = next(
        (one for one in places if last in one.text), places[0] if places else Place(row.report_id, (), row.name)
    )
    roles = tuple(
        Place(row.report_id, spans_from(one["span"]), one["name"]) for one in json.loads(row.roles) if one["span"]
    )
    return Named(row.report_id, row.name, first, roles, row.published_first)


def credited(connection: sa.Connection, ids: set[str]) -> set[str]:
    """Those of the reports that have a credit line."""
    with_credit = sa.select(reading.c.report_id).where(reading.c.furniture.contains('"credit"'))
    return set(rows_where(connection, with_credit, reading.c.report_id, sorted(ids)))


def reports_by_id(connection: sa.Connection, ids: set[str]) -> dict[str, ReportRow]:
    found: dict[str, ReportRow] = {}
    for chunk in chunks(sorted(ids)):
        rows = connection.execute(REPORTS.where(report.c.id.in_(chunk))).all()
        found |= {row.id: row for row in report_rows(connection, rows)}
    return found
