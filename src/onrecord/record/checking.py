"""Whether the record is what its reports say: every span a slice, every row there, every id its content's hash."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from onrecord.model import Reading, Report, Span, Spans, envelope, statement_id
from onrecord.model.identity import digest, identity
from onrecord.model.statement import former_statement_id
from onrecord.record import columns, schema, schema_across, schema_standing
from onrecord.record.chunks import CHUNK
from onrecord.record.rebuilding import reading_of_report
from onrecord.record.rows import ELLIPSIS
from onrecord.record.saving import sightings, speakers_of
from onrecord.record.showing import DbRow
from onrecord.record.upgrading import NEWEST, schema_of

# What a reading counts of itself, and the rows that must then be there.
COUNTED = {
    "statements": schema.statement,
    "dates": schema.date,
    "quantities": schema.quantity,
    "conditions": schema.condition,
    "events": schema.event,
    "proposals": schema_standing.proposal,
    "actors": schema.report_actor,
    "mentions": schema.mention,
}

# Rows that keep the words of their span beside it.
QUOTING = (
    schema.statement,
    schema.date,
    schema.quantity,
    schema.condition,
    schema.event,
    schema_standing.proposal,
    schema.mention,
    schema.wording,
    schema_across.telling,
    schema_across.disagreement_reading,
)


def faults(connection: sa.Connection) -> Iterator[str]:
    """One line for each fault, by report; one report at a time is held."""
    if (found := schema_of(connection)) != NEWEST:
        yield f"schema: {found}, not {NEWEST}"
    ids = sa.select(schema.report.c.id).order_by(schema.report.c.id)
    for (id,) in connection.execute(ids, execution_options={"yield_per": CHUNK}):
        for fault in _faults_of(connection, id):
            yield f"{id}: {fault}"
    yield from _lost_forms(connection)
    yield from _lost_wordings(connection)
    yield from _stray_steps(connection)


def _faults_of(connection: sa.Connection, report_id: str) -> Iterator[str]:
    row = connection.execute(sa.select(schema.report).where(schema.report.c.id == report_id)).one()
    met = sightings(connection, report_id)
    if not met:
        yield "its text or the places where it was met are missing"
        return
    text = met[0].text
    yield from _wrong_text(row, met[0])
    try:
        read = reading_of_report(connection, report_id)
    except ValueError as error:
        yield f"its reading cannot be put together: {error}"
        return
    if read is None:
        return
    yield from _missing(connection, report_id)
    for table in QUOTING:
        yield from _misquoted(connection, table, report_id, text)
    yield from _wrong_statements(connection, read)
    for name, spans in (*_spans(read), *_derived(connection, report_id)):
        if any(not 0 <= span.start <= span.end <= len(text) for span in spans):
            yield f"{name}: a span lies outside the text"


def _derived(connection: sa.Connection, report_id: str) -> Iterator[tuple[str, Spans]]:
    """What shows the days that statements have by their report's belief of its own."""
    query = sa.select(schema.statement.c.id, schema.statement.c.derived_evidence)
    derived = schema.statement.c.derived_on.is_not(None)
    for id, evidence in connection.execute(query.where(schema.statement.c.report_id == report_id, derived)).all():
        yield id, columns.unpacked_spans(evidence)


def _stray_steps(connection: sa.Connection) -> Iterator[str]:
    """Every report goes on with one that is there, and is earlier."""
    here, before = schema_across.story_place, schema_across.story_place.alias()
    query = sa.select(here.c.report_id).outerjoin(before, before.c.report_id == here.c.parent)
    earlier = (before.c.day < here.c.day) | ((before.c.day == here.c.day) & (before.c.report_id < here.c.report_id))
    wrong = here.c.parent.is_not(None) & (before.c.report_id.is_(None) | ~earlier)
    for id in connection.scalars(query.where(wrong).order_by(here.c.report_id)):
        yield f"{id}: it goes on with a report that is not there, or is later"


def _wrong_text(row: DbRow, given: Report) -> Iterator[str]:
    if digest(given.text) != row.sha256:
        yield "its text is not the one that was read (its hash differs)"
    elif identity("report", given.text, given.outlet, given.url) != row.id:
        yield "its outlet or URL is not the one that was given (its id differs)"
    if len(given.text) != row.characters:
        yield f"its text has {len(given.text)} characters, not {row.characters}"


def _missing(connection: sa.Connection, report_id: str) -> Iterator[str]:
    counted = connection.execute(sa.select(schema.reading).where(schema.reading.c.report_id == report_id)).one()
    for name, table in COUNTED.items():
        query = sa.select(sa.func.count()).select_from(table).where(table.c.report_id == report_id)
        there, said = connection.scalar(query), counted._mapping[name]
        if there != said:
            yield f"{name}: {there} rows, but the reading has {said}"


def _misquoted(connection: sa.Connection, table: sa.Table, report_id: str, text: str) -> Iterator[str]:
    """Rows whose words are not the characters at their spans."""
    for row in connection.execute(sa.select(table).where(table.c.report_id == report_id)):
        packed = row._mapping.get("content", row._mapping.get("spans"))
        spans = columns.unpacked_spans(packed) if packed is not None else (Span(row.starts, row.ends),)
        quoted = ELLIPSIS.join(columns.slices(spans, text)) == row.text
        if not (spans and quoted and envelope(spans) == Span(row.starts, row.ends)):
            yield f"{table.name} at {row.starts}-{row.ends}: its words are not those of the text"


def _wrong_statements(connection: sa.Connection, read: Reading) -> Iterator[str]:
    """Statements whose id is not the hash of their spans, or whose speakers and issues stand otherwise beside them."""
    spoke = _beside(connection, read.report, schema.statement_speaker, "form_id", "position")
    about = _beside(connection, read.report, schema.statement_issue, "issue", "issue")
    for one in read.statements:
        hashed = read.report, one.source, one.cue, one.content, one.kind
        if one.id not in (statement_id(*hashed), former_statement_id(*hashed)):
            yield f"{one.id}: its spans are not those that were read (its id differs)"
        if spoke.get(one.id, []) != [speaker.id for speaker in speakers_of(one)]:
            yield f"{one.id}: its speakers are not those that were read"
        if about.get(one.id, []) != sorted(set(one.issues)):
            yield f"{one.id}: its issues are not those that were read"


def _beside(
    connection: sa.Connection, report_id: str, table: sa.Table, column: str, order: str
) -> dict[str, list[str]]:
    """A column of the table, by statement."""
    found: dict[str, list[str]] = {}
    query = sa.select(table.c.statement_id, table.c[column]).join(
        schema.statement, schema.statement.c.id == table.c.statement_id
    )
    rows = connection.execute(query.where(schema.statement.c.report_id == report_id).order_by(table.c[order]))
    for statement, value in rows:
        found.setdefault(statement, []).append(value)
    return found


def _spans(read: Reading) -> Iterator[tuple[str, Spans]]:
    """Every span of the reading that has no words of its own beside it."""
    yield "sentence", read.sentences
    yield "paragraph", read.paragraphs
    yield "furniture", tuple(part.span for part in read.furniture)
    yield "published_evidence", read.published_evidence
    for statement in read.statements:
        yield statement.id, (*statement.source, *statement.cue, *statement.said_on_evidence)
        yield statement.id, tuple(span for stance in statement.stances for span in stance.evidence)
    for condition in read.conditions:
        yield "condition", condition.trigger
    for quantity in read.quantities:
        yield "quantity", quantity.of
    for event in read.events:
        yield "event", (*event.on_evidence, *event.participants)
    for proposal in read.proposals:
        terms = tuple(term.span for term in proposal.terms)
        yield "proposal", (*proposal.makers_evidence, *proposal.made_on_evidence, *terms)
    for actor in read.actors:
        yield actor.id, tuple(span for role in actor.roles for span in role.span)


def _lost_forms(connection: sa.Connection) -> Iterator[str]:
    """Every form of an actor belongs to one actor."""
    form, member = schema.actor_form, schema.actor_member
    query = sa.select(form.c.id).outerjoin(member, member.c.form_id == form.c.id).where(member.c.form_id.is_(None))
    for id in connection.scalars(query.order_by(form.c.id)):
        yield f"{id}: a form of no actor"
    actor = schema.actor
    empty = sa.select(actor.c.id).outerjoin(member, member.c.actor_id == actor.c.id).where(member.c.form_id.is_(None))
    for id in connection.scalars(empty.order_by(actor.c.id)):
        yield f"{id}: an actor without a name"


def _lost_wordings(connection: sa.Connection) -> Iterator[str]:
    """Every wording belongs to one utterance, and every utterance has as many as it says."""
    wording, member, utterance = schema.wording, schema.utterance_member, schema.utterance
    lost = sa.select(wording.c.id).outerjoin(member, member.c.wording_id == wording.c.id)
    for id in connection.scalars(lost.where(member.c.wording_id.is_(None)).order_by(wording.c.id)):
        yield f"{id}: a wording of no utterance"
    held = sa.func.count(member.c.wording_id)
    wrong = sa.select(utterance.c.id).outerjoin(member, member.c.utterance_id == utterance.c.id)
    wrong = wrong.group_by(utterance.c.id, utterance.c.wordings).having(held != utterance.c.wordings)
    for id in connection.scalars(wrong.order_by(utterance.c.id)):
        yield f"{id}: an utterance that has not the wordings that it counts"
