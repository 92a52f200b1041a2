"""One report and its reading written whole, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import sqlalchemy as sa

from onrecord.model import ActorRef, Form, Reading, Report, Statement, digest
from onrecord.model.edtf import bounds
from onrecord.record import columns, schema, schema_standing
from onrecord.record.counting import count_actors, count_report, leave_report
from onrecord.record.differing import NOTHING, compare, forget_compared
from onrecord.record.driving import ask, ask_first, ask_singles, put, write
from onrecord.record.firsts import leave_first, take_first
from onrecord.record.judging import corrections, withdrawn_because
from onrecord.record.merging import merged, sighting_id
from onrecord.record.neighbours import Judging, collate, insert_forms
from onrecord.record.parties import count_reports, date_told
from onrecord.record.rebuilding import as_read
from onrecord.record.rewriting import correct
from onrecord.record.settling import about, leave, settle
from onrecord.record.sweeping import swept_afterwards
from onrecord.record.versions import number_versions
from onrecord.record.wordings import forget, gather

T = TypeVar("T")
Saved = Literal["added", "read again", "already there", "withdrawn", "to be read again"]


@dataclass(frozen=True, slots=True)
class Read:
    """A reading on its way into the record: of which report as believed, under which key, by which reader."""

    report: Report
    reading: Reading
    key: str
    reader: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows of a report that was met again. `believed` is the report as it is to be read."""

    believed: Report
    sighted: bool
    key: str | None
    withdrawn: str | None


def known(connection: sa.Connection, given: Report) -> Known:
    """The report as the record would believe it with this sighting, whether it is there or not."""
    because = withdrawn_because(connection, given.id)
    met = sightings(connection, given.id)
    sighted = sighting_id(given) in {sighting_id(one) for one in met}
    key = next(iter(ask_singles(connection, _KEY, {"report": given.id})), None)
    believed = merged(met if sighted else [*met, given], corrections(connection, given.id) if met else {})
    return Known(believed, sighted, key, because)


_KEY = sa.select(schema.reading.c.key).where(schema.reading.c.report_id == sa.bindparam("report"))
_GIVEN = (
    sa.select(schema.report.c.url, schema.report_text.c.given_outlet, schema.report_text.c.text)
    .join(schema.report_text, schema.report_text.c.report_id == schema.report.c.id)
    .where(schema.report.c.id == sa.bindparam("report"))
)
_MET = (
    sa.select(schema.sighting)
    .where(schema.sighting.c.report_id == sa.bindparam("report"))
    .order_by(schema.sighting.c.id)
)


def sightings(connection: sa.Connection, report_id: str) -> list[Report]:
    """The report as it was given in each place where it was met."""
    whole = ask_first(connection, _GIVEN, {"report": report_id})
    if whole is None:
        return []
    rows = ask(connection, _MET, {"report": report_id})
    return [
        Report(
            text=whole.text,
            title=row.title,
            outlet=whole.given_outlet,
            author=row.author,
            url=whole.url,
            language=row.language,
            published=row.published,
            published_from=row.published_from,
            primary=row.is_primary,
            path=row.path,
            line=row.line,
            key=row.key,
            page_sha256=row.page_sha256,
            text_is_file=row.text_is_file,
        )
        for row in rows
    ]


def save(connection: sa.Connection, given: Report, read: Read | None, judging: Judging, *, now: str) -> Saved:
    """Keeps the sighting; keeps the reading if it is of the report as it is believed now, and says what happened."""
    if withdrawn_because(connection, given.id) is not None:
        return "withdrawn"
    before = sightings(connection, given.id)
    if not before:
        _insert_report(connection, given)
    if sighting_id(given) not in {sighting_id(one) for one in before}:
        write(connection, schema.sighting, [_sighting_columns(given, now)])
        before.append(given)
    if read is None:
        return "already there"
    believed = merged(before, corrections(connection, given.id))
    if believed.as_read() != read.report.as_read():
        # Another sighting, or a correction, came while this one was being read.
        if len(before) == 1:
            describe(connection, believed, None)
        return "to be read again"
    return keep_reading(connection, believed, read, judging)


@swept_afterwards()
def keep_reading(
    connection: sa.Connection, believed: Report, read: Read, judging: Judging, *, anyway: bool = False
) -> Saved:
    """Replaces the reading, with all that hangs on it, and judges anew who is who around it.

    One made under the same key is the same, and stays, unless it is to be replaced `anyway`.
    """
    old_key = next(iter(ask_singles(connection, _KEY, {"report": believed.id})), None)
    if old_key == read.key and not anyway:
        return "already there"
    left, beside, before, followers = set[str](), set[str](), NOTHING, set[str]()
    if old_key is not None:
        beside = forget(connection, believed.id, judging.matching)
        before = forget_compared(connection, believed.id, judging.comparing)
        followers = leave(connection, believed.id, judging)
        left = drop_reading(connection, believed.id)
    write(connection, schema.reading, [columns.reading_columns(read.reading, read.key, read.reader)])
    met = list(forms_of(read.reading))
    fresh = insert_forms(connection, met, judging)
    _insert_found(connection, read.reading, believed.text)
    told = correct(connection, read.reading)
    spoke = count_report(connection, believed.id)
    describe(connection, believed, read.reading)
    forms = collate(connection, judging, fresh=fresh, left=left, met=(form.id for form in met))
    count_actors(connection, {*forms, *left, *spoke})
    published = believed.published if believed.published is not None else read.reading.published
    near = gather(connection, told, believed.text, published, judging.matching, beside)
    topics = about(told, believed.text, believed.title, judging)
    settle(connection, near, judging, fresh=topics, left=followers)
    how = judging.comparing
    compare(connection, told, believed.text, published, how, before=before, forms=forms, near=near)
    return "added" if old_key is None else "read again"


def keep_again(connection: sa.Connection, report_id: str, judging: Judging) -> None:
    """Collates a report anew, as it was read, because a person judged of it; nothing where it has no reading."""
    read, met = as_read(connection, report_id), sightings(connection, report_id)
    of = schema.reading.c
    row = connection.execute(sa.select(of.key, of.reader).where(of.report_id == report_id)).first()
    if read is not None and row is not None and met:
        believed = merged(met, corrections(connection, report_id))
        keep_reading(connection, believed, Read(believed, read, row.key, row.reader), judging, anyway=True)


def drop_reading(connection: sa.Connection, report_id: str) -> set[str]:
    """Deletes the reading and its rows; returns the forms it knew."""
    actors, speakers, statements = schema.report_actor, schema.statement_speaker, schema.statement
    forms = set(connection.scalars(sa.select(actors.c.form_id).where(actors.c.report_id == report_id)))
    spoke = sa.select(speakers.c.form_id).join(statements, statements.c.id == speakers.c.statement_id)
    forms |= set(connection.scalars(spoke.where(statements.c.report_id == report_id)))
    count_reports(connection, report_id, -1)
    leave_first(connection, report_id)
    leave_report(connection, report_id)
    connection.execute(sa.delete(schema.reading).where(schema.reading.c.report_id == report_id))
    return forms


_TOLD = (
    *("outlet", "title", "author", "language"),
    *("published", "published_from", "published_first", "published_last", "is_primary"),
)
_BELIEVED = (
    sa.update(schema.report)
    .where(schema.report.c.id == sa.bindparam("report"))
    .values({name: sa.bindparam(name) for name in _TOLD})
)


def describe(connection: sa.Connection, believed: Report, reading: Reading | None) -> None:
    """Writes what is believed of the report: what was given or mended, and what reading found where nothing was."""
    published: str | None = believed.published
    published_from: str | None = believed.published_from
    if published is None and reading is not None:
        published, published_from = reading.published, reading.published_from
    days = bounds(published)
    told = {
        "outlet": believed.outlet,
        "title": believed.title if believed.title is not None or reading is None else reading.title,
        "author": believed.author,
        "language": believed.language if believed.language is not None or reading is None else reading.language,
        "published": published,
        "published_from": published_from,
        "published_first": days and days[0],
        "published_last": days and days[1],
        "is_primary": believed.primary,
    }
    put(connection, _BELIEVED, {"report": believed.id, **told})
    date_told(connection, believed.id, days and days[0])
    number_versions(connection, believed.url)


def _insert_report(connection: sa.Connection, given: Report) -> None:
    told = {
        "id": given.id,
        "sha256": given.sha256,
        "url": given.url,
        "url_key": given.url and digest(given.url),
        "outlet": given.outlet,
        "is_primary": given.primary,
        "characters": len(given.text),
        "words": len(given.text.split()),
        "version": 1,
        "versions": 1,
    }
    write(connection, schema.report, [told])
    kept = {"report_id": given.id, "given_outlet": given.outlet, "text": given.text}
    write(connection, schema.report_text, [kept])


def _sighting_columns(given: Report, now: str) -> columns.Columns:
    return {
        "id": sighting_id(given),
        "report_id": given.id,
        "path": given.path,
        "line": given.line,
        "key": given.key,
        "page_sha256": given.page_sha256,
        "title": given.title,
        "author": given.author,
        "language": given.language,
        "published": given.published,
        "published_from": given.published_from,
        "is_primary": given.primary,
        "text_is_file": given.text_is_file,
        "added_at": now,
    }


def forms_of(reading: Reading) -> list[Form]:
    """The forms of all actors that a reading knows, and of speakers that it does not list among them."""
    forms = {actor.id: Form(actor.id, actor.name, actor.type, actor.party) for actor in reading.actors}
    for statement in reading.statements:
        for speaker in speakers_of(statement):
            forms.setdefault(speaker.id, Form(speaker.id, speaker.name, speaker.type))
    return list(forms.values())


def speakers_of(statement: Statement) -> Sequence[ActorRef]:
    """Each speaker alone: those of a joint statement, or the one there is."""
    if statement.speakers:
        return statement.speakers
    return (statement.speaker,) if statement.speaker else ()


def _insert_found(connection: sa.Connection, reading: Reading, text: str) -> None:
    report = reading.report
    _insert(connection, schema.statement, _each(columns.statement_columns, reading.statements, report, text))
    _insert(connection, schema.date, _each(columns.date_columns, reading.dates, report, text))
    _insert(connection, schema.quantity, _each(columns.quantity_columns, reading.quantities, report, text))
    _insert(connection, schema.condition, _each(columns.condition_columns, reading.conditions, report, text))
    _insert(connection, schema.event, _each(columns.event_columns, reading.events, report, text))
    _insert(connection, schema_standing.proposal, _each(columns.proposal_columns, reading.proposals, report, text))
    _insert(connection, schema.statement_speaker, list(_speaker_columns(reading)))
    _insert(connection, schema.statement_issue, list(_issue_columns(reading)))
    actors = list(enumerate(reading.actors))
    _insert(connection, schema.report_actor, [columns.actor_columns(one, report, n) for n, one in actors])
    mentions = [row for n, one in actors for row in columns.mention_columns(one, report, n, text)]
    _insert(connection, schema.mention, mentions)
    count_reports(connection, report, +1)
    take_first(connection, report)


def _speaker_columns(reading: Reading) -> Iterator[columns.Columns]:
    for statement in reading.statements:
        for position, speaker in enumerate(speakers_of(statement)):
            yield {"statement_id": statement.id, "position": position, "form_id": speaker.id}


def _issue_columns(reading: Reading) -> Iterator[columns.Columns]:
    for statement in reading.statements:
        for issue in dict.fromkeys(statement.issues):
            yield {"statement_id": statement.id, "issue": issue}


def _insert(connection: sa.Connection, table: sa.Table, rows: list[columns.Columns]) -> None:
    write(connection, table, rows)


def _each(
    make: Callable[[T, str, int, str], columns.Columns], found: Sequence[T], report: str, text: str
) -> list[columns.Columns]:
    return [make(one, report, ordinal, text) for ordinal, one in enumerate(found)]
