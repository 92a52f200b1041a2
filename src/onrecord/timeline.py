"""Events and dated statements, day by day, each once with all reports that tell of it: merged when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import chain, groupby, islice

from onrecord.collating.events import Said, Told, folded, made_on, merged, participants
from onrecord.model import Spans, edtf, identity
from onrecord.model.event import Participant
from onrecord.record import EVERYTHING, EventRow, Filter, Record, StatementRow, TellingRow, TimelineRow

Day = tuple[str, str]
Kept = tuple[Day, TellingRow | TimelineRow]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked of events: who took part (ids), for whom (names); `only_said`: that a wanted statement was made."""

    actors: set[str] | None
    parties: set[str] | None
    only_said: bool

    def fits(self, who: Sequence[Participant]) -> bool:
        if self.only_said:
            return False
        if self.actors is not None and not any(one.id in self.actors for one in who):
            return False
        return self.parties is None or any({one.party, one.name} & self.parties for one in who)


def timeline(record: Record, wanted: Filter = EVERYTHING) -> Iterator[TimelineRow]:
    """Events and dated statements by day; on one day the events first.

    An event stands there if those took part whom the filter names, or if a statement that is wanted was made on it.
    What several reports say was said stands once, in the fullest of them, with the others beside it.
    """
    asked = replace(wanted, limit=None, offset=0)
    told: Iterator[Kept] = ((_day(row.telling.on), row) for row in record.tellings(asked))
    said: Iterator[Kept] = (((row.first, row.last), row) for row in record.timeline(asked))
    shows = _Wanted(*record.meant(wanted), only_said=_asks_for_words(wanted))
    days = groupby(merge(told, said, key=lambda kept: kept[0]), key=lambda kept: kept[0])
    rows = chain.from_iterable(_rows(record, shows, day, [row for _, row in kept]) for day, kept in days)
    yield from islice(rows, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def _day(on: str) -> Day:
    return edtf.bounds(on) or ("", "")


def _asks_for_words(wanted: Filter) -> bool:
    told = (wanted.issue, wanted.type, wanted.kind, wanted.stance, wanted.min_confidence, wanted.text)
    return any(value is not None for value in (*told, wanted.min_speaker_confidence))


def _rows(record: Record, shows: _Wanted, day: Day, kept: Sequence[TellingRow | TimelineRow]) -> Iterator[TimelineRow]:
    told = [row for row in kept if isinstance(row, TellingRow)]
    said = [row for row in kept if isinstance(row, TimelineRow)]
    events = _events(told)
    made = _made_on(record, told, said)
    where = {telling.telling: event.id for event in events for telling in event.tellings}
    on = {id: where[telling.telling] for id, telling in made.items()}
    for event in events:
        statements = tuple(row.statement.statement.id for row in said if row.statement and on.get(_id(row)) == event.id)
        if statements or shows.fits(event.participants):
            yield TimelineRow(event.day, *day, event=replace(event, statements=statements))
    yield from (replace(row, on=on.get(_id(row))) for row in _once(record, said))


def _id(row: TimelineRow) -> str:
    return row.statement.statement.id if row.statement else ""


def _events(told: Sequence[TellingRow]) -> list[EventRow]:
    by_telling = {row.telling: row for row in told}
    return [
        EventRow(
            identity("event", first.kind, first.on, first.report, first.ordinal),
            first.kind,
            first.on,
            who,
            tuple(by_telling[one] for one in tellings),
        )
        for tellings in merged(by_telling)
        for first, who in [(tellings[0], participants(tellings))]
    ]


def _made_on(record: Record, told: Sequence[TellingRow], said: Sequence[TimelineRow]) -> dict[str, TellingRow]:
    """By statement, the telling of the event on which it was made."""
    beside: dict[str, list[TellingRow]] = {}
    for row in told:
        beside.setdefault(row.telling.report, []).append(row)
    rows = [row.statement for row in said if row.statement and row.statement.report.id in beside]
    sentences = record.sentences_of({row.report.id for row in rows}) if rows else {}
    found: dict[str, TellingRow] = {}
    for spoken in rows:
        here = beside[spoken.report.id]
        places = [Told(one.telling, one.spans[0], one.lead) for one in here]
        telling = made_on(_said(spoken), places, sentences[spoken.report.id])
        if telling is not None:
            found[spoken.statement.id] = next(one for one in here if one.telling == telling)
    return found


def _said(row: StatementRow) -> Said:
    one = row.statement
    at: Spans = one.cue or one.source or one.content
    return Said(one.id, row.report.id, row.speaker.id if row.speaker else None, at[0])


def _once(record: Record, said: Sequence[TimelineRow]) -> Iterator[TimelineRow]:
    """Each statement, unless another tells all that it tells; with those that it tells as well."""
    rows = {_id(row): row for row in said}
    homes = folded(record.utterances_of(rows), list(rows))
    also: dict[str, list[StatementRow]] = {}
    for id, home in homes.items():
        if (statement := rows[id].statement) is not None:
            also.setdefault(home, []).append(statement)
    for id, row in rows.items():
        if id not in homes:
            yield replace(row, also=tuple(also.get(id, ())))
