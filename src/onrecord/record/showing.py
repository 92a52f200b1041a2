"""Rows of the database as the rows that the record hands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from onrecord.model import ActorRef, Statement
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record import columns
from onrecord.record.asking import PARTY, STATEMENTS
from onrecord.record.chunks import CHUNK, chunks
from onrecord.record.rows import ELLIPSIS, ReportRow, StatementRow
from onrecord.record.schema import actor, actor_member, reading, report, sighting, statement

DbRow = sa.Row[tuple[object, ...]]

REPORTS = sa.select(report, reading.c.statements, reading.c.unread, reading.c.key).outerjoin(
    reading, reading.c.report_id == report.c.id
)

SAID = sa.select(
    statement,
    PARTY.label("believed_party"),
    actor.c.id.label("actor_id"),
    actor.c.name.label("actor_name"),
    actor.c.type.label("actor_type"),
).select_from(STATEMENTS)

NOT_READ = "not read yet"


def streamed(connection: sa.Connection, query: sa.Select[tuple[object, ...]]) -> Iterator[Sequence[DbRow]]:
    """The rows in pieces, as they come: never all of them in memory."""
    result = connection.execute(query, execution_options={"yield_per": CHUNK})
    yield from result.partitions()


def report_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[ReportRow]:
    """Report rows from rows of `REPORTS`."""
    met: dict[str, list[tuple[str, int | None]]] = {}
    for chunk in chunks(row.id for row in rows):
        query = sa.select(sighting.c.report_id, sighting.c.path, sighting.c.line)
        for one in connection.execute(query.where(sighting.c.report_id.in_(chunk))):
            if one.path is not None:
                met.setdefault(one.report_id, []).append((one.path, one.line))
    for row in rows:
        yield _report_row(row, sorted(met.get(row.id, []), key=lambda place: (place[0], place[1] or 0)))


def _report_row(row: DbRow, places: list[tuple[str, int | None]]) -> ReportRow:
    unread = row.unread if row.key is not None or row.withdrawn is not None else NOT_READ
    return ReportRow(
        id=row.id,
        sha256=row.sha256,
        outlet=row.outlet,
        title=row.title,
        author=row.author,
        url=row.url,
        language=row.language,
        published=row.published,
        published_from=row.published_from,
        primary=row.is_primary,
        paths=tuple(dict.fromkeys(path for path, _ in places)),
        line=places[0][1] if places else None,
        characters=row.characters,
        words=row.words,
        statements=row.statements or 0,
        unread=unread,
        version=row.version,
        versions=row.versions,
        withdrawn=row.withdrawn,
    )


@dataclass
class Showing:
    """Turns rows of `SAID` into statement rows; keeps the reports of the last piece, since neighbours share them."""

    connection: sa.Connection
    reports: dict[str, ReportRow] = field(default_factory=dict)

    def statements(self, rows: Sequence[DbRow]) -> Iterator[StatementRow]:
        read = [columns.statement_of(row) for row in rows]
        self._load_reports({row.report_id for row in rows})
        actors = self._actors({one.id for said in read for one in said.speakers})
        for row, said in zip(rows, read, strict=True):
            yield self._row(row, said, actors)

    def reports_of(self, ids: set[str]) -> dict[str, ReportRow]:
        """The reports of these ids."""
        self._load_reports(ids)
        return self.reports

    def _load_reports(self, ids: set[str]) -> None:
        self.reports = {id: row for id, row in self.reports.items() if id in ids}
        for chunk in chunks(sorted(ids - set(self.reports))):
            rows = self.connection.execute(REPORTS.where(report.c.id.in_(chunk))).all()
            self.reports |= {row.id: row for row in report_rows(self.connection, rows)}

    def _actors(self, forms: Iterable[str]) -> dict[str, ActorRef]:
        found: dict[str, ActorRef] = {}
        query = sa.select(actor_member.c.form_id, actor).join(actor, actor.c.id == actor_member.c.actor_id)
        for chunk in chunks(sorted(forms)):
            for row in self.connection.execute(query.where(actor_member.c.form_id.in_(chunk))):
                found[row.form_id] = ActorRef(row.id, row.name, one_of(row.type, ACTOR_TYPES))
        return found

    def _row(self, row: DbRow, read: Statement, actors: dict[str, ActorRef]) -> StatementRow:
        said = read if row.derived_on is None else _dated(row, read)
        speaker = said.speaker
        speakers = tuple(actors.get(one.id, one) for one in said.speakers)
        if row.actor_id is not None:
            speaker = ActorRef(row.actor_id, row.actor_name, one_of(row.actor_type, ACTOR_TYPES))
        elif speaker is not None and len(speakers) > 1:
            speaker = ActorRef(speaker.id, " and ".join(one.name for one in speakers), speaker.type)
        return StatementRow(
            report=self.reports[row.report_id],
            statement=said,
            slices=_slices(row.text, said),
            speaker=speaker,
            speakers=speakers,
            party=row.believed_party,
            said_on_as_read=read.said_on,
            corrections=columns.corrections_of(row),
            as_read=columns.as_read_of(row) if row.corrections else None,
        )


def _dated(row: DbRow, read: Statement) -> Statement:
    """The statement with the day that follows from what is believed of its report."""
    return replace(read, said_on=row.derived_on, said_on_evidence=columns.unpacked_spans(row.derived_evidence))


def _slices(text: str, said: Statement) -> tuple[str, ...]:
    """The stored text, cut where one content span ends and the next begins."""
    found, at = [], 0
    for span in said.content:
        found.append(text[at : at + span.end - span.start])
        at += span.end - span.start + len(ELLIPSIS)
    return tuple(found)
