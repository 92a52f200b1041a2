"""What was found by laying reports side by side, as the record hands it out: disagreements, copies, coverage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Furniture, Span, Spans
from onrecord.model.coverage import Cell
from onrecord.model.disagreement import DISAGREEMENT_KINDS, WEIGHTS, DisagreementKind, Weight
from onrecord.model.jsonread import furniture_from, one_of
from onrecord.record.asking import STATEMENTS, asks_for_statements, own_conditions, statement_conditions
from onrecord.record.chunks import chunks
from onrecord.record.columns import unpacked, unpacked_spans
from onrecord.record.rows import Filter, ReportRow
from onrecord.record.schema import actor_member, mention, reading, report, report_actor, report_text, statement
from onrecord.record.schema_across import disagreement, disagreement_reading, report_copy
from onrecord.record.seams import Seam
from onrecord.record.showing import REPORTS, DbRow, report_rows
from onrecord.record.utterances import UtteranceRow

OTHERS = 3
_PRINTED_SO = (
    sa.select(
        mention.c.report_id,
        mention.c.text,
        sa.func.min(mention.c.starts).label("starts"),
        sa.func.min(mention.c.ends).label("ends"),
        sa.literal("").label("spans"),
        sa.null().label("statement_id"),
    )
    .join(
        report_actor,
        (report_actor.c.report_id == mention.c.report_id) & (report_actor.c.ordinal == mention.c.actor_ordinal),
    )
    .join(actor_member, actor_member.c.form_id == report_actor.c.form_id)
    .where(actor_member.c.actor_id == sa.bindparam("actor"), mention.c.text == sa.bindparam("text"))
    .group_by(mention.c.report_id, mention.c.text)
    .order_by(mention.c.report_id)
    .limit(OTHERS)
)


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

    @property
    def independent(self) -> int:
        """How many outlets have it that copy no other."""
        return sum(one.how != "not at all" and one.copy_of is None for one in self.cells)


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A report that is likely a copy of another, and how much of it stands there; whom it credits, in its own words."""

    report: ReportRow
    origin: ReportRow
    share: float
    credit: str | None
    credit_spans: Spans


def disagreements_wanted(connection: sa.Connection, seam: Seam, wanted: Filter) -> sa.Select[tuple[object, ...]]:
    """Disagreements of which a reading fulfils the filter, the serious ones first.

    What the filter asks of statements, a reading's statement must fulfil; a figure or a name may stand in none.
    """
    query = sa.select(disagreement).where(~_told_of_an_utterance())
    if wanted.weight is not None:
        query = query.where(disagreement.c.weight.in_(WEIGHTS[: WEIGHTS.index(wanted.weight) + 1]))
    own = disagreement_reading.c.disagreement_id
    if asks_for_statements(wanted) or wanted.text is not None:
        said = sa.select(statement.c.id).select_from(STATEMENTS).where(*statement_conditions(connection, seam, wanted))
        query = query.where(disagreement.c.id.in_(sa.select(own).where(disagreement_reading.c.statement_id.in_(said))))
    else:
        conditions = list(own_conditions(connection, seam, wanted))
        if conditions:
            fitting = sa.select(report.c.id).where(*conditions)
            there = sa.select(own).where(disagreement_reading.c.report_id.in_(fitting))
            query = query.where(disagreement.c.id.in_(there))
    return query.order_by(disagreement.c.weight, disagreement.c.kind, disagreement.c.readings.desc(), disagreement.c.id)


def _told_of_an_utterance() -> sa.ColumnElement[bool]:
    """Whether a figure, or other words of a sentence, are told already as some of the words of an utterance."""
    mine, other = disagreement_reading.alias(), disagreement_reading.alias()
    said = disagreement.alias()
    twice = sa.select(mine.c.position).join(other, other.c.statement_id == mine.c.statement_id)
    twice = twice.join(said, said.c.id == other.c.disagreement_id)
    twice = twice.where(
        mine.c.disagreement_id == disagreement.c.id,
        said.c.utterance_id.is_not(None),
        said.c.kind == disagreement.c.kind,
    )
    which = (disagreement.c.kind == "number") | (
        (disagreement.c.kind == "wording") & (disagreement.c.weight != "serious")
    )
    return disagreement.c.telling_id.is_not(None) & which & twice.exists()


def disagreement_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[DisagreementRow]:
    places: dict[str, list[DbRow]] = {row.id: [] for row in rows}
    query = sa.select(disagreement_reading).order_by(disagreement_reading.c.disagreement_id, "position")
    for chunk in chunks(places):
        for row in connection.execute(query.where(disagreement_reading.c.disagreement_id.in_(chunk))):
            places[row.disagreement_id].append(row)
    for row in rows:
        if row.kind == "spelling":
            places[row.id] += _also_spelled(connection, row.actor_id, places[row.id])
    reports = reports_by_id(connection, {one.report_id for each in places.values() for one in each})
    for row in rows:
        readings = tuple(
            PlaceRow(reports[one.report_id], _spans(one), one.text, one.statement_id) for one in places[row.id]
        )
        kind, weight = one_of(row.kind, DISAGREEMENT_KINDS), one_of(row.weight, WEIGHTS)
        yield DisagreementRow(kind, row.about, readings, weight, row.why)


def _spans(one: DbRow) -> Spans:
    return unpacked_spans(one.spans) if one.spans else (Span(one.starts, one.ends),)


def _also_spelled(connection: sa.Connection, actor_id: str, told: Sequence[DbRow]) -> list[DbRow]:
    """Where a few other reports print a name in one of the ways that are told; each report once."""
    known, found = {one.report_id for one in told}, list[DbRow]()
    for text in sorted({one.text for one in told}):
        for row in connection.execute(_PRINTED_SO, {"actor": actor_id, "text": text}):
            if row.report_id not in known:
                known.add(row.report_id)
                found.append(row)
    return found


def copies_wanted(connection: sa.Connection, seam: Seam, wanted: Filter) -> sa.Select[tuple[object, ...]]:
    """Copies that fulfil the filter, by origin, then by day and id."""
    query = sa.select(report_copy, reading.c.furniture, report_text.c.text)
    query = query.join(report, report.c.id == report_copy.c.report_id)
    query = query.join(reading, reading.c.report_id == report.c.id)
    query = query.join(report_text, report_text.c.report_id == report.c.id)
    query = query.where(*own_conditions(connection, seam, wanted))
    return query.order_by(report_copy.c.origin, report.c.published_first.asc().nulls_first(), report.c.id)


def copy_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[tuple[CopyRow, list[Furniture], str]]:
    """Each copy, with its furniture and text, in which its credit is to be found."""
    reports = reports_by_id(connection, {id for row in rows for id in (row.report_id, row.origin)})
    for row in rows:
        found = CopyRow(reports[row.report_id], reports[row.origin], row.share, None, ())
        yield found, [furniture_from(one) for one in unpacked(row.furniture)], row.text


def reports_by_id(connection: sa.Connection, ids: set[str]) -> dict[str, ReportRow]:
    found: dict[str, ReportRow] = {}
    for chunk in chunks(sorted(ids)):
        rows = connection.execute(REPORTS.where(report.c.id.in_(chunk))).all()
        found |= {row.id: row for row in report_rows(connection, rows)}
    return found
