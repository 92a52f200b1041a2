"""Utterances as the record hands them out: each with the wordings in which reports give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import ActorRef
from onrecord.model.copying import site_of
from onrecord.model.utterance import Variant, Wording
from onrecord.record.asking import STATEMENTS, statement_conditions
from onrecord.record.chunks import chunks
from onrecord.record.copying import origins
from onrecord.record.rows import Filter, ReportRow, StatementRow
from onrecord.record.schema import statement, utterance, utterance_member, wording
from onrecord.record.seams import Seam
from onrecord.record.showing import SAID, DbRow, Showing
from onrecord.record.wordings import wording_of

TRANSCRIPT = "the words of the transcript"
HALF = 0.5
# Of 25 that were read below it, and above .5, some 17 were nobody's words.
LIKELY = 0.6
BY_DAY = (utterance.c.first_day.asc().nulls_first(), utterance.c.id)

_LIKELY_SAID = (
    sa.exists()
    .where(utterance_member.c.utterance_id == utterance.c.id, wording.c.id == utterance_member.c.wording_id)
    .where(statement.c.id == wording.c.statement_id)
    .where((wording.c.kind == "direct") | (statement.c.confidence >= LIKELY))
)


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One wording of an utterance, with its statement, and the score and reason of the tie that holds it there.

    `copy_of` is the report that its report copies, if it copies one; `repeats` the first of those that have the same
    sentences around it, which is told where the utterance is asked for across reports.
    """

    wording: Wording
    statement: StatementRow
    score: float
    why: str
    copy_of: str | None = None
    repeats: str | None = None

    @property
    def report(self) -> ReportRow:
        return self.statement.report

    @property
    def origin(self) -> str:
        return self.copy_of or self.report.id

    @property
    def text(self) -> str:
        return " … ".join(self.wording.slices)


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """An act of speaking: its readings, the base first, then by report and place; `why` that one is the base.

    Where a transcript has it, the transcript's words are the base.

    `variants` are how the others differ from the base; they are not kept but made when asked for.
    """

    id: str
    why: str
    readings: tuple[ReadingRow, ...]
    variants: tuple[Variant, ...] = ()

    @property
    def base(self) -> ReadingRow:
        return self.readings[0]

    @property
    def independent(self) -> int:
        """How many have it from nobody else: a report and its copies count once, and so do the pages of one site, and
        all that have one text around it."""
        apart: list[set[str]] = []
        for one in self.readings:
            own = _sources(one)
            apart = [each for each in apart if not each & own] + [own.union(*(each for each in apart if each & own))]
        return len(apart)

    @property
    def speaker(self) -> ActorRef | None:
        """Whom the origins name that are surest, taken together; a transcript before all, an unnamed one at half.

        One report, or its reading, may give a saying to somebody else.
        """
        named = [(one.statement.speaker, one) for one in self.readings if one.statement.speaker]
        if not named or named[0][1].report.primary:
            return named[0][0] if named else None
        sure: dict[str, dict[str, float]] = {}
        for speaker, one in named:
            told = one.statement.statement.confidence * (HALF if speaker.type == "unnamed" else 1)
            of = sure.setdefault(speaker.id, {})
            of[one.origin] = max(told, of.get(one.origin, 0.0))
        return max((speaker for speaker, _ in named), key=lambda speaker: sum(sure[speaker.id].values()))

    @property
    def party(self) -> str | None:
        """That of the speaker, as the first reading tells it that names both; or the first that names nobody else."""
        speaker = self.speaker
        of_speaker = (one for one in self.readings if speaker and one.statement.speaker == speaker)
        unnamed = (one for one in self.readings if _names_nobody(one))
        return next((one.statement.party for one in (*of_speaker, *unnamed) if one.statement.party), None)

    @property
    def said_on(self) -> str | None:
        """The day, as the first reading tells it that knows one."""
        return next((one.statement.statement.said_on for one in self.readings if one.statement.statement.said_on), None)


def _sources(one: ReadingRow) -> set[str]:
    site = site_of(one.report.url, one.report.outlet)
    told = {one.report.id, one.origin, one.repeats, None if site is None else f"site {site}"}
    return {each for each in told if each is not None}


def _names_nobody(one: ReadingRow) -> bool:
    return one.statement.speaker is None or one.statement.speaker.type == "unnamed"


def utterances_wanted(
    connection: sa.Connection, seam: Seam, wanted: Filter, *, alone: bool
) -> sa.Select[tuple[object, ...]]:
    """Utterances of which a statement fulfils the filter; `alone`: also those that one report alone has.

    Of what several reports have, one at least must be quoted, or likely said at all: lists and appeals stand on many
    pages of one site.
    """
    query = sa.select(utterance)
    if not alone:
        query = query.where(utterance.c.reports > 1, _LIKELY_SAID)
    conditions = list(statement_conditions(connection, seam, wanted))
    if conditions:
        said = sa.select(utterance_member.c.utterance_id).join(wording, wording.c.id == utterance_member.c.wording_id)
        said = said.where(
            wording.c.statement_id.in_(sa.select(statement.c.id).select_from(STATEMENTS).where(*conditions))
        )
        query = query.where(utterance.c.id.in_(said))
    return query.order_by(*BY_DAY)


def utterance_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[UtteranceRow]:
    """Whole utterances from rows of the table, in their order."""
    for some in chunks(rows, 50):
        yield from _utterance_rows(connection, some)


def _utterance_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[UtteranceRow]:
    held: dict[str, list[tuple[Wording, float, str]]] = {row.id: [] for row in rows}
    query = sa.select(wording, utterance_member.c.utterance_id, utterance_member.c.score, utterance_member.c.why)
    query = query.join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    for row in connection.execute(query.where(utterance_member.c.utterance_id.in_(held))):
        held[row.utterance_id].append((wording_of(row), row.score, row.why))
    said = _statements(connection, {one.statement for each in held.values() for one, _, _ in each})
    origin = origins(connection, {one.report.id for one in said.values()})
    for row in rows:
        readings = [
            ReadingRow(one, said[one.statement], score, why, origin.get(one.report)) for one, score, why in held[row.id]
        ]
        readings.sort(key=lambda one: (not one.report.primary, one.wording.id != row.base, _place(one)))
        yield UtteranceRow(row.id, TRANSCRIPT if readings[0].report.primary else row.why, tuple(readings))


def _place(one: ReadingRow) -> tuple[str, str, int]:
    return one.report.published or "", one.report.id, one.wording.spans[0].start


def _statements(connection: sa.Connection, ids: set[str]) -> dict[str, StatementRow]:
    showing = Showing(connection)
    found: dict[str, StatementRow] = {}
    for chunk in chunks(sorted(ids)):
        rows = connection.execute(SAID.where(statement.c.id.in_(chunk))).all()
        found |= {row.statement.id: row for row in showing.statements(rows)}
    return found
