"""Utterances as the record hands them out: each with the wordings in which reports give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from onrecord.model import ActorRef, Candidate, envelope
from onrecord.model.copying import site_of
from onrecord.model.utterance import JUDGED, Variant, Wording
from onrecord.record.asking import STATEMENTS, statement_conditions
from onrecord.record.chunks import chunks
from onrecord.record.copying import origins
from onrecord.record.rows import Filter, ReportRow, StatementRow
from onrecord.record.saying_days import Telling, day_told
from onrecord.record.schema import statement, utterance, utterance_member, wording
from onrecord.record.seams import Seam
from onrecord.record.showing import SAID, DbRow, Showing
from onrecord.record.wordings import wording_of

TRANSCRIPT = "the words of the transcript"
HALF = 0.5
QUARTER = 0.25
# Of 411 that were read 46 of 86 below it are right, 288 of 325 above; of those held out 19 of 20, and 80 of 94.
DOUBTFUL = 0.7
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


class Heard(NamedTuple):
    """Somebody whom readings of an utterance name, for whom they say so, and how sure they are together; 1 is one sure
    report.
    """

    speaker: ActorRef
    party: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """An act of speaking: its readings, the base first, then by report and place; `why` that one is the base.

    Where a transcript has it, the transcript's words are the base.

    `variants` are how the others differ from the base; `candidates` who may have said it, where reports are at odds and
    it is not decided between them, with the share of each (0 to 1); `confidence` how likely a reader would find it
    right, 0 to 1. They are not kept but made when asked for across reports; null or empty before.
    """

    id: str
    why: str
    readings: tuple[ReadingRow, ...]
    variants: tuple[Variant, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    confidence: float | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a reader had better look for himself: lists leave it out.

        False where nobody asked how sure it is, or a person says that it is one act.
        """
        if self.confidence is None or self.confidence >= DOUBTFUL:
            return False
        return not any(one.why.startswith(JUDGED) for one in self.readings)

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

        One report, or its reading, may give a saying to somebody else. Null where `candidates` are left.
        """
        heard = self.heard
        return heard[0].speaker if heard and not self.candidates else None

    @property
    def heard(self) -> tuple[Heard, ...]:
        """All whom its readings name, who is likeliest first; a transcript names all there are.

        What a report has within another reading says nothing: "Voss said the alliance wants to dredge" is his saying.
        """
        named = [one for one in self.readings if one.statement.speaker]
        named = [one for one in named if not any(_is_within(one, other) for other in named)] or named
        if named and named[0].report.primary:
            named = named[:1]
        return heard_by(named)

    @property
    def party(self) -> str | None:
        """That of the speaker, as the origins tell it that are surest, taken together; or, where nobody is named, the
        first party that is. Where the speaker is not decided, the one party of all candidates."""
        if self.candidates:
            told = {one.statement.party for one in self.readings if _is_among(one, self.candidates)}
            return next(iter(told)) if len(told) == 1 else None
        speaker = self.speaker
        of_speaker = [one for one in self.readings if speaker and one.statement.speaker == speaker]
        named = speaker is not None and speaker.type != "unnamed"
        others = (one for one in self.readings if one.statement.speaker is None or (not named and _names_nobody(one)))
        return _party_of(of_speaker) or next((one.statement.party for one in others if one.statement.party), None)

    @property
    def said_on(self) -> str | None:
        """The day, as its reports tell it between them (`day_told`); a transcript that knows it, before all."""
        told = [Telling(one.statement.statement.said_on, one.origin, one.report.published) for one in self.readings]
        return (day_told(told[:1]) if self.base.report.primary else None) or day_told(told)


def _sources(one: ReadingRow) -> set[str]:
    site = site_of(one.report.url, one.report.outlet)
    told = {one.report.id, one.origin, one.repeats, None if site is None else f"site {site}"}
    return {each for each in told if each is not None}


def heard_by(readings: Sequence[ReadingRow]) -> tuple[Heard, ...]:
    """Whom readings with a speaker name, by how sure each origin is at its surest; who is likeliest first.

    Whoever speaks for one report alone, and for another together with others, counts to all of them, if these are half
    as likely: "the three said", and in a headline one of the three. Of several who speak together one is left out more
    often than added: there a quarter is enough.
    """
    names: dict[frozenset[str], ActorRef] = {}
    party: dict[frozenset[str], str | None] = {}
    sure: dict[frozenset[str], dict[str, float]] = {}
    for one in readings:
        if (speaker := one.statement.speaker) is None:
            continue
        all_of = frozenset(each.id for each in one.statement.speakers) or frozenset([speaker.id])
        names.setdefault(all_of, speaker)
        party[all_of] = party.get(all_of) or one.statement.party
        of = sure.setdefault(all_of, {})
        of[one.origin] = max(_how_sure(one, speaker), of.get(one.origin, 0.0))
    weight = {each: sum(of.values()) for each, of in sure.items()}
    for few in sorted(weight, key=len, reverse=True):
        joint = max((each for each in weight if few < each), key=lambda each: weight[each], default=None)
        enough = HALF if len(few) == 1 else QUARTER
        if joint is not None and weight[joint] >= weight[few] * enough:
            weight[joint] += weight.pop(few)
    best = sorted(weight, key=lambda each: -weight[each])
    return tuple(Heard(names[each], party[each], weight[each]) for each in best)


def _party_of(readings: Iterable[ReadingRow]) -> str | None:
    """The party for which the readings have their speaker speak; of several the one of the surest origins."""
    sure: dict[str, dict[str, float]] = {}
    for one in readings:
        if party := one.statement.party:
            of = sure.setdefault(party, {})
            of[one.origin] = max(one.statement.statement.confidence, of.get(one.origin, 0.0))
    return max(sure, key=lambda party: sum(sure[party].values()), default=None)


def _how_sure(one: ReadingRow, speaker: ActorRef) -> float:
    read = one.statement.statement
    sure = read.confidence * (1.0 if read.speaker_confidence is None else read.speaker_confidence)
    return sure * (HALF if speaker.type == "unnamed" else 1.0)


def _is_within(one: ReadingRow, other: ReadingRow) -> bool:
    """Whether the one is a smaller part of the other, in one report."""
    if one.report.id != other.report.id or one.wording.statement == other.wording.statement:
        return False
    a, b = envelope(one.wording.spans), envelope(other.wording.spans)
    return a != b and b.covers(a)


def _is_among(one: ReadingRow, candidates: Sequence[Candidate]) -> bool:
    speaker = one.statement.speaker
    return speaker is not None and any(each.id == speaker.id for each in candidates)


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
