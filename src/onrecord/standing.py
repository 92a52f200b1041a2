"""Where the parties stand, told on request: positions, the proposals they answer, their shifts, who agrees."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.collating import changes as shifting
from onrecord.collating import positions as standing
from onrecord.collating.acting import Said
from onrecord.collating.firmness import strength
from onrecord.model.change import Change, ChangeRow
from onrecord.model.position import Passage, Position, Quote, Standing
from onrecord.model.proposal import ProposalRow
from onrecord.record import EVERYTHING, Filter, Record, ReportRow
from onrecord.record.acting import ActingRow, readings_of, wording_texts

END_OF_TIME = "9999-12-31"
Row = TypeVar("Row")
_WORD = re.compile(r"\w{3,}")
_EMPTY = frozenset(
    "the and that this with for from any all its our their they there will would should could must has have had not "
    "before until unless provided only also are was were been being but which who whom what when where into".split()
)


@dataclass(frozen=True)
class _Held:
    """Positions with what their passages say, and the reports that these stand in."""

    positions: tuple[Position, ...]
    texts: Mapping[Passage, str]
    reports: Mapping[str, ReportRow]

    def quote(self, place: Passage) -> Quote:
        report = self.reports[place.report]
        return Quote(place, self.texts[place], report.path, report.outlet)

    def standing(self, one: Position) -> Standing:
        return Standing(one, tuple(map(self.quote, one.conditions)), tuple(map(self.quote, one.evidence)))


def positions(record: Record, wanted: Filter = EVERYTHING, *, as_of: str | None = None) -> tuple[Standing, ...]:
    """Where the parties stand, on the words that are wanted; `as_of` leaves those in force that day."""
    found = _held(record, wanted)
    held = standing.in_force(found.positions, as_of) if as_of else found.positions
    chosen = [one for one in held if _is_wanted(one, wanted)]
    return tuple(map(found.standing, _sliced(chosen, wanted)))


def proposals(record: Record, wanted: Filter = EVERYTHING) -> tuple[ProposalRow, ...]:
    """The proposals on the table, by the first day they are named, each with the answers to it."""
    return ()


def changes(record: Record, wanted: Filter = EVERYTHING) -> tuple[ChangeRow, ...]:
    """What shifted, by day. `since` and `until` bound the day of the shift; what stood before it may be older."""
    found = _held(record, replace(wanted, since=None, until=None))
    words = {place: _words(text) for place, text in found.texts.items()}
    every = shifting.changes((one for one in found.positions if _is_wanted(one, wanted)), words.__getitem__)
    since, until = wanted.since or "", wanted.until or END_OF_TIME
    chosen = [one for one in every if one.after.as_of and since <= one.after.as_of[: len(since) or None]]
    chosen = [one for one in chosen if (one.after.as_of or "")[: len(until)] <= until]
    return tuple(_change_row(found, one) for one in _sliced(chosen, wanted))


def _held(record: Record, wanted: Filter) -> _Held:
    asked = replace(wanted, issue=None, stance=None, limit=None, offset=0)
    rows = list(record.acting(asked))
    said = [_said(row) for row in rows]
    shared = {id for one in said for id, _ in one.parts}
    with record.reading_connection() as connection:
        readings = readings_of(connection, sorted(shared))
        texts = wording_texts(connection, (place for each in readings.values() for place in each))
    for row in rows:
        texts[Passage(row.row.report.id, row.row.statement.content, row.row.statement.id)] = row.row.text
        texts |= {Passage(row.row.report.id, limit.span, limit.statement): text for limit, text in row.conditions}
    reports = {row.row.report.id: row.row.report for row in rows}
    reports |= record.reports_by_id({place.report for place in texts} - set(reports))
    return _Held(standing.positions(said, readings), texts, reports)


def _said(row: ActingRow) -> Said:
    """What another party tells of this one's view is not its own."""
    statement, report = row.row.statement, row.row.report
    return Said(
        report=report.id,
        statement=replace(statement, speaker=row.row.speaker),
        party=row.row.party,
        as_of=statement.said_on or report.published,
        conditions=tuple(condition for condition, _ in row.conditions),
        own=row.teller in (None, row.row.party),
        told=statement.said_on is not None,
        parts=row.parts,
        strength=strength(row.row.text),
    )


def _is_wanted(one: Position, wanted: Filter) -> bool:
    return wanted.issue in (None, one.issue) and wanted.stance in (None, one.stance)


def _sliced(rows: Sequence[Row], wanted: Filter) -> Sequence[Row]:
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return rows[wanted.offset : end]


def _change_row(found: _Held, one: Change) -> ChangeRow:
    before, after = found.standing(one.before), found.standing(one.after)
    first = min(after.evidence, key=lambda quote: _told(found, quote))
    return ChangeRow(
        one,
        before,
        after,
        " and ".join(one.after.speakers) or None,
        first,
        tuple(map(found.quote, one.added)),
        tuple(map(found.quote, one.dropped)),
    )


def _told(found: _Held, quote: Quote) -> tuple[str, str, int]:
    """By the day on which its report was published; one without a day comes last."""
    report = found.reports[quote.passage.report]
    return report.published or END_OF_TIME, report.id, quote.passage.spans[0].start


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _EMPTY
