"""The record: opened once, asked by filters, written one report at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import sqlalchemy as sa

from onrecord.model import Furniture, Judgement, Reading, Report, Spans
from onrecord.record import asking, comparing, differing, events, schema, settling, tallying, wordings
from onrecord.record.acting import ACTS, ActingRow, acting_rows
from onrecord.record.checking import faults
from onrecord.record.chunks import chunks
from onrecord.record.comparing import CopyRow, DisagreementRow
from onrecord.record.copying import origins
from onrecord.record.corrections import STATEMENT_KINDS
from onrecord.record.counting import count_writing
from onrecord.record.errors import RecordError
from onrecord.record.judging import corrections, judge, judgements, undo
from onrecord.record.merging import merged
from onrecord.record.neighbours import Judging, is_current, recollate
from onrecord.record.opening import clear_faults, prepare, seam_for
from onrecord.record.proposals import NamedRow, named_proposals
from onrecord.record.rebuilding import as_read
from onrecord.record.rows import (
    EVERYTHING,
    ActorRow,
    Counts,
    Filter,
    ListedActor,
    Loaded,
    ReportRow,
    SpeakerCount,
    StatementRow,
    TellingRow,
    TimelineRow,
)
from onrecord.record.saving import Known, Read, Saved, keep_again, keep_reading, known, save, sightings
from onrecord.record.seams import Seam
from onrecord.record.settling import settle_all, who_is_who
from onrecord.record.showing import REPORTS, SAID, DbRow, Showing, report_rows, streamed
from onrecord.record.told_stories import StoryRow, stories_wanted, story_rows
from onrecord.record.utterances import UtteranceRow, utterance_rows, utterances_wanted
from onrecord.record.voices import Heard
from onrecord.record.withdrawing import purge, withdraw

Row = TypeVar("Row")
Shown = Callable[[sa.Connection, Sequence[DbRow]], Iterator[Row]]


def open_record(target: str | Path, *, create: bool = False, read_only: bool = False) -> Record:
    """The record at a path or URL; `create` makes it where there is none. Raises RecordError.

    `read_only`: nothing that is asked of it can write, whatever it is.
    """
    seam = seam_for(target, read_only=read_only)
    prepare(seam, create=create)
    return Record(seam)


class Record:
    """Everything that was read, in one store. Iterators stream, in an order that depends on the content alone."""

    def __init__(self, seam: Seam) -> None:
        self._seam = seam
        self.place = seam.place  # as people may see it

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._seam.engine.dispose()

    @contextmanager
    def reading_connection(self) -> Iterator[sa.Connection]:
        """One state of the record, for what this class does not ask: Datasette's kind of question."""
        with clear_faults(self._seam), self._seam.reading() as connection:
            yield connection

    def conditions_on(self, connection: sa.Connection, wanted: Filter) -> list[sa.ColumnElement[bool]]:
        """What a statement must fulfil, for questions of one's own over `asking.STATEMENTS`."""
        return list(asking.statement_conditions(connection, self._seam, wanted))

    @contextmanager
    def writing_connection(self) -> Iterator[sa.Connection]:
        """For what tells nothing new of the reports. Raises RecordError."""
        if not self._seam.writable:
            raise RecordError(self.place, "it cannot be written", "check the permissions of the file and its folder")
        with clear_faults(self._seam), self._seam.writing() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self.writing_connection() as connection:
            yield connection
            count_writing(connection)

    # What the record is asked.

    def reports(self, wanted: Filter = EVERYTHING, *, withdrawn: bool = False) -> Iterator[ReportRow]:
        """Reports by published day (those without one first), then id; `withdrawn` ones among them only if asked."""
        with self.reading_connection() as connection:
            query = REPORTS.where(*asking.own_conditions(connection, self._seam, wanted))
            if not withdrawn:
                query = query.where(schema.report.c.withdrawn.is_(None))
            yield from self._rows(connection, query.order_by(*asking.BY_REPORT[:2]), wanted, report_rows)

    def statements(self, wanted: Filter = EVERYTHING) -> Iterator[StatementRow]:
        """Statements by their report's published day (those without one first), then report, then place in it."""
        with self.reading_connection() as connection:
            query = SAID.where(*asking.statement_conditions(connection, self._seam, wanted))
            query = query.where(*asking.among_the_first(wanted))
            show = Showing(connection).statements
            yield from self._rows(connection, query.order_by(*asking.BY_REPORT), wanted, lambda _, rows: show(rows))

    def acting(self, wanted: Filter = EVERYTHING) -> Iterator[ActingRow]:
        """Statements that take a stance, carry a condition or stand in another, in the order of `statements`."""
        with self.reading_connection() as connection:
            query = SAID.where(ACTS, *asking.statement_conditions(connection, self._seam, wanted))
            query, showing, heard = query.order_by(*asking.BY_REPORT), Showing(connection), Heard.of(connection, wanted)
            yield from self._rows(connection, query, wanted, lambda _, rows: acting_rows(_, showing, rows, heard))

    def named_proposals(self, wanted: Filter = EVERYTHING) -> list[NamedRow]:
        """Proposals as each report names them; of the filter only what is asked of reports counts."""
        with self.reading_connection() as connection:
            return named_proposals(connection, list(asking.report_conditions(connection, wanted)))

    def timeline(self, wanted: Filter = EVERYTHING) -> Iterator[TimelineRow]:
        """Dated statements by day, each by itself; `across.timeline` adds the events, and folds what is told again."""
        with self.reading_connection() as connection:
            query = SAID.where(*asking.statement_conditions(connection, self._seam, wanted))
            query = query.where(schema.statement.c.said_first.is_not(None)).order_by(*asking.BY_DAY)
            showing = Showing(connection)

            def show(_: sa.Connection, rows: Sequence[DbRow]) -> Iterator[TimelineRow]:
                for row, shown in zip(rows, showing.statements(rows), strict=True):
                    yield TimelineRow(row.said_on, row.said_first, row.said_last, shown)

            yield from self._rows(connection, query, wanted, show)

    def tellings(self, wanted: Filter = EVERYTHING) -> Iterator[TellingRow]:
        """Events as reports tell them, by day. What the filter asks of statements alone it does not ask of them."""
        with self.reading_connection() as connection:
            yield from self._rows(connection, events.tellings_wanted(connection, wanted), wanted, events.telling_rows)

    def meant(self, wanted: Filter) -> tuple[set[str] | None, set[str] | None]:
        """Ids of the actors whom the filter's speaker means, and names of its party; null where it names none."""
        with self.reading_connection() as connection:
            return events.meant(connection, wanted)

    def sentences_of(self, ids: Iterable[str]) -> dict[str, Spans]:
        """The sentences of each report."""
        with self.reading_connection() as connection:
            return events.sentences_of(connection, set(ids))

    def utterances_of(self, statements: Iterable[str]) -> dict[str, frozenset[str]]:
        """By statement, the utterances that other reports have as well; one that has a sentence alone is left out."""
        with self.reading_connection() as connection:
            return events.utterances_of(connection, set(statements))

    def actors(self, wanted: Filter = EVERYTHING) -> Iterator[ActorRow]:
        """Actors, those with most statements first, then by name. `party` asks for the actor's own."""
        with self.reading_connection() as connection:
            query = tallying.actors_wanted(connection, self._seam, wanted)
            yield from self._rows(connection, query, wanted, tallying.actor_rows)

    def listed_actors(self, wanted: Filter) -> Iterator[ListedActor]:
        """The same actors, with no more than a list shows."""
        with self.reading_connection() as connection:
            query = tallying.actors_wanted(connection, self._seam, wanted)
            yield from self._rows(connection, query, wanted, tallying.listed_actors)

    def utterances(self, wanted: Filter = EVERYTHING, *, alone: bool = False) -> Iterator[UtteranceRow]:
        """Acts of speaking that at least two reports have (`alone`: or one), by day; those without one first."""
        with self.reading_connection() as connection:
            query = utterances_wanted(connection, self._seam, wanted, alone=alone)
            yield from self._rows(connection, query, wanted, utterance_rows)

    def most_reported(self, wanted: Filter) -> Iterator[UtteranceRow]:
        """The utterances that most reports have, of those that several do, the most first."""
        with self.reading_connection() as connection:
            query = utterances_wanted(connection, self._seam, wanted, alone=False).order_by(None)
            count = schema.utterance.c.reports.desc()
            query = query.order_by(count, schema.utterance.c.first_day.asc().nulls_first(), schema.utterance.c.id)
            yield from self._rows(connection, query, wanted, utterance_rows)

    def disagreements(self, wanted: Filter = EVERYTHING) -> Iterator[DisagreementRow]:
        """Where reports differ, the serious ones first."""
        with self.reading_connection() as connection:
            query = comparing.disagreements_wanted(connection, self._seam, wanted)
            yield from self._rows(connection, query, wanted, comparing.disagreement_rows)

    def copies(self, wanted: Filter = EVERYTHING) -> Iterator[tuple[CopyRow, list[Furniture], str]]:
        """Reports that are likely copies of others, with the furniture and the text of each."""
        with self.reading_connection() as connection:
            query = comparing.copies_wanted(connection, self._seam, wanted)
            yield from self._rows(connection, query, wanted, comparing.copy_rows)

    def origins(self, ids: Iterable[str]) -> dict[str, str]:
        """Of these reports the copies, each with the report that it likely copies."""
        with self.reading_connection() as connection:
            return origins(connection, ids)

    def reports_by_id(self, ids: Iterable[str]) -> dict[str, ReportRow]:
        with self.reading_connection() as connection:
            return comparing.reports_by_id(connection, set(ids))

    def stories(self, wanted: Filter = EVERYTHING, *, alone: bool = False) -> Iterator[StoryRow]:
        """Stories of at least two reports (`alone`: or one) that the filter finds one of, by their first day."""
        with self.reading_connection() as connection:
            fits = list(asking.own_conditions(connection, self._seam, wanted))
            fitting = sa.select(schema.report.c.id).where(*fits) if fits else None
            yield from self._rows(connection, stories_wanted(fitting, alone=alone), wanted, story_rows)

    def speakers(self, wanted: Filter = EVERYTHING) -> Iterator[SpeakerCount]:
        """Who speaks, on whose behalf, how often; most statements first."""
        with self.reading_connection() as connection:
            conditions = list(asking.statement_conditions(connection, self._seam, wanted))
            yield from tallying.speakers(connection, conditions)

    def counts(self) -> Counts:
        with self.reading_connection() as connection:
            return tallying.counts(connection)

    def find(self, reference: str) -> tuple[str, ...]:
        """Ids of the reports that an id, the start of one, or a path (or the end of one) names."""
        with self.reading_connection() as connection:
            return asking.find(connection, reference)

    def load(self, report_id: str) -> Loaded | None:
        """The whole report, as it is believed and as reading takes it."""
        with self.reading_connection() as connection:
            rows = connection.execute(REPORTS.where(schema.report.c.id == report_id)).all()
            if not rows:
                return None
            believed = merged(sightings(connection, report_id), corrections(connection, report_id))
            return Loaded(next(report_rows(connection, rows)), believed, rows[0].key)

    def text(self, report_id: str) -> str:
        """The report's text. Raises KeyError."""
        with self.reading_connection() as connection:
            text = schema.report_text.c
            found: str | None = connection.scalar(sa.select(text.text).where(text.report_id == report_id))
        if found is None:
            raise KeyError(report_id)
        return found

    def texts_by_id(self, report_ids: Iterable[str]) -> dict[str, str]:
        """The texts of these reports, by id."""
        text = schema.report_text.c
        query = sa.select(text.report_id, text.text)
        with self.reading_connection() as connection:
            return {
                row.report_id: row.text
                for chunk in chunks(sorted(report_ids))
                for row in connection.execute(query.where(text.report_id.in_(chunk)))
            }

    def reading(self, report_id: str) -> Reading | None:
        """The reading as it was read, or null where the report was not read, or was withdrawn."""
        with self.reading_connection() as connection:
            return as_read(connection, report_id)

    def judgements(self, *kinds: str, subject: str | None = None, undone: bool = False) -> list[Judgement]:
        """Beliefs of these kinds, oldest first."""
        with self.reading_connection() as connection:
            return judgements(connection, kinds, subject, undone=undone)

    def forms(self, reference: str) -> dict[str, str]:
        """Forms of exactly this name or id, each with the id of its actor; see `judge`."""
        with self.reading_connection() as connection:
            return asking.forms_called(connection, reference)

    def check(self) -> Iterator[str]:
        """One line for each fault found; nothing when all is well."""
        for find in (faults, self._seam.faults):
            try:
                with self.reading_connection() as connection:
                    yield from find(connection)
            except RecordError as error:
                yield str(error)

    def _rows(
        self, connection: sa.Connection, query: sa.Select[tuple[object, ...]], wanted: Filter, show: Shown[Row]
    ) -> Iterator[Row]:
        """Streams the rows piece by piece, within the limits asked for."""
        if wanted.limit is not None or wanted.offset:
            query = query.limit(wanted.limit).offset(wanted.offset)
        for rows in streamed(connection, query):
            yield from show(connection, rows)

    # What is written; each call is one transaction.

    def prepare(self, judging: Judging) -> None:
        """Collates everything anew, if it was collated in another way than this one."""
        with self.reading_connection() as connection:
            if _is_current(connection, judging):
                return
        with self._writing() as connection:
            if not is_current(connection, judging):
                recollate(connection, judging)
            _collate_across(connection, judging, anew=not wordings.is_current(connection, judging.matching))

    def known(self, report: Report) -> Known:
        """What is known of a report that was met: whether it is there, read, withdrawn, and how it is believed."""
        with self.reading_connection() as connection:
            return known(connection, report)

    def save(self, given: Report, read: Read | None, judging: Judging) -> Saved:
        """Keeps a report that was met, with its reading, and judges who is who around it.

        Without a reading only the place is kept where the report was met again.
        """
        with self._writing() as connection:
            return save(connection, given, read, judging, now=now())

    def keep(self, read: Read, judging: Judging, *, anyway: bool = False) -> Saved:
        """Keeps a new reading of a report that is there."""
        with self._writing() as connection:
            met = sightings(connection, read.report.id)
            believed = merged(met, corrections(connection, read.report.id)) if met else read.report
            if not met or believed.as_read() != read.report.as_read():
                return "to be read again"
            return keep_reading(connection, believed, read, judging, anyway=anyway)

    def recollate(self, judging: Judging) -> None:
        """Collates everything anew, from nothing."""
        with self._writing() as connection:
            recollate(connection, judging)
            _collate_across(connection, judging, anew=True)

    def withdraw(self, report_id: str, because: str, judging: Judging, *, purged: bool = False) -> None:
        """Takes the report out of all that is shown; `purged` drops its text as well."""
        self.prepare(judging)
        with self._writing() as connection:
            withdraw(connection, report_id, because, judging, now=now())
            if purged:
                purge(connection, report_id)
        if purged:
            self._seam.scrub()

    def judge(self, believed: Iterable[Judgement], judging: Judging) -> None:
        """Adds beliefs, and judges anew what they bear on: who is who, or all that hangs on a report's statements."""
        self.prepare(judging)
        with self._writing() as connection:
            reports: dict[str, None] = {}
            for one in believed:
                judge(connection, one)
                if one.kind in STATEMENT_KINDS:
                    reports[one.subject] = None
                    continue
                who_is_who(connection, judging, one.subject, one.object)
            for report in reports:
                keep_again(connection, report, judging)

    def undo(self, judgement_id: str, judging: Judging) -> bool:
        """Undoes a belief; whether there was one in force."""
        self.prepare(judging)
        with self._writing() as connection:
            query = sa.select(schema.judgement).where(schema.judgement.c.id == judgement_id)
            row = connection.execute(query).first()
            if row is None or not undo(connection, judgement_id, now()):
                return False
            if row.kind in STATEMENT_KINDS:
                keep_again(connection, row.subject, judging)
            else:
                who_is_who(connection, judging, row.subject, row.object)
            return True


def _is_current(connection: sa.Connection, judging: Judging) -> bool:
    """Whether all was collated in this way."""
    across = wordings.is_current(connection, judging.matching) and settling.is_current(connection, judging)
    side = judging.comparing is None or differing.is_current(connection, judging.comparing)
    return across and side and is_current(connection, judging)


def _collate_across(connection: sa.Connection, judging: Judging, *, anew: bool) -> None:
    """Sets side by side what all reports tell; `anew`: from their sentences on."""
    if anew:
        wordings.rebuild(connection, judging.matching)
    settle_all(connection, judging)
    if judging.comparing is not None:
        differing.rebuild(connection, judging.comparing)


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
