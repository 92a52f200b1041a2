"""What is laid side by side: what the record keeps of it, and what is made of that when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice

from onrecord.collating import coverage as covering
from onrecord.collating.copies import credit
from onrecord.collating.parallels.names import in_two_ways, is_known
from onrecord.collating.repeating import Passage, narration, repeated
from onrecord.collating.utterances.sureness import Together, confidence
from onrecord.collating.utterances.variants import variants
from onrecord.collating.utterances.voices import Voice, undecided
from onrecord.collating.verifying import Transcript
from onrecord.collating.verifying import verify as verdicts
from onrecord.model import Report
from onrecord.model.copying import site_of
from onrecord.model.verdict import Verdict
from onrecord.parallels import order, told_otherwise
from onrecord.reading.layout import lay_out
from onrecord.record import EVERYTHING, CopyRow, CoverageRow, DisagreementRow, Filter, Record, UtteranceRow

MOST_OCCASIONS = 40
LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Carried:
    """What most outlets carried, the most first; and what one alone did, what weighs most first."""

    by_most: tuple[CoverageRow, ...]
    by_one: tuple[CoverageRow, ...]


@dataclass
class LeftOut:
    """How many were passed over in a listing so far, because they are doubtful."""

    doubtful: int = 0


def utterances(
    record: Record, wanted: Filter = EVERYTHING, *, alone: bool = False, left: LeftOut | None = None
) -> Iterator[UtteranceRow]:
    """Acts of speaking, each with how its readings differ from the base, which of them are one text, and who may have
    said it; as `listed` has them."""
    return (with_variants(record, row) for row in listed(record, wanted, alone=alone, left=left))


def listed(
    record: Record, wanted: Filter = EVERYTHING, *, alone: bool = False, left: LeftOut | None = None
) -> Iterator[UtteranceRow]:
    """Acts of speaking that several reports have, but for the doubtful ones, of which `left` is told; `alone`: these
    too, and what one report alone has."""
    if alone:
        return map(_named, record.utterances(wanted, alone=True))
    return _within(without_doubtful(record.utterances(_all_of(wanted)), left), wanted)


def most_reported(record: Record, wanted: Filter = EVERYTHING) -> Iterator[UtteranceRow]:
    """Those that most reports have, the most first, the doubtful ones among them: so no page has to be filled from far
    behind where these are many."""
    return map(_named, record.most_reported(wanted))


def without_doubtful(rows: Iterable[UtteranceRow], left: LeftOut | None = None) -> Iterator[UtteranceRow]:
    """Those that are not doubtful, each with how sure it is and who may have said it."""
    for row in map(_named, rows):
        if not row.doubtful:
            yield row
        elif left is not None:
            left.doubtful += 1


def _within(rows: Iterable[UtteranceRow], wanted: Filter) -> Iterator[UtteranceRow]:
    """Rows within the limits asked for; what a limit leaves out is not made."""
    return islice(rows, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def _all_of(wanted: Filter) -> Filter:
    return replace(wanted, limit=None, offset=0)


def with_variants(record: Record, row: UtteranceRow) -> UtteranceRow:
    """The utterance, with how its readings differ from the base, which are one text, who may have said it, and how sure
    all that is."""
    found = (variants(row.base.wording, other.wording) for other in row.readings[1:])
    return replace(_named(_folded(record, row)), variants=tuple(one for each in found for one in each))


def _named(row: UtteranceRow) -> UtteranceRow:
    """The utterance, with who may have said it, and how sure it is: all that asks nothing of the record."""
    return with_candidates(with_confidence(row))


def with_candidates(row: UtteranceRow) -> UtteranceRow:
    """The utterance, with who may have said it where its readings are at odds. It asks nothing of the record."""
    found = undecided([Voice(*one) for one in row.heard])
    return replace(row, candidates=found) if found else row


def with_confidence(row: UtteranceRow) -> UtteranceRow:
    """The utterance, with how sure it is; null where one report alone has it. It asks nothing of the record."""
    put = together(row)
    return row if put is None else replace(row, confidence=confidence(put))


def together(row: UtteranceRow) -> Together | None:
    """What of an utterance tells how sure it is; null where one report alone has it."""
    if len({one.report.id for one in row.readings}) < 2:
        return None
    # Of a report that tells no outlet nobody knows that it is of another's.
    sites = {site_of(one.report.url, one.report.outlet) or one.report.id for one in row.readings}
    base, *others = (one.wording for one in row.readings)
    return Together(base, others, len(sites) == 1)


def _folded(record: Record, row: UtteranceRow) -> UtteranceRow:
    """The utterance, with what is told only by the sentences around: which readings several papers have of one text."""
    if row.independent < 2:
        return row
    texts = record.texts_by_id({one.report.id for one in row.readings})
    around: dict[str, Passage] = {}
    for one in row.readings:
        own = narration(texts[one.report.id], one.statement.statement)
        before = around.get(one.report.id, Passage(one.report.id, one.report.published or LAST_DAY, frozenset()))
        around[one.report.id] = before._replace(narration=before.narration | own)
    first = repeated(list(around.values()))
    return replace(row, readings=tuple(replace(one, repeats=first.get(one.report.id)) for one in row.readings))


def disagreements(
    record: Record, wanted: Filter = EVERYTHING, besides: Iterable[DisagreementRow] | None = None
) -> Iterator[DisagreementRow]:
    """Where reports differ: on one utterance, on one thing that they tell, on one person; the serious ones first.

    What the record keeps, and `besides` what sentences side by side tell (`parallels.told_otherwise`, if null).
    """
    found = list(told_otherwise(record, wanted) if besides is None else besides)
    if not found:
        return record.disagreements(wanted)
    every = _once(list(record.disagreements(replace(wanted, limit=None, offset=0))), found)
    return islice(every, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def _once(kept: Sequence[DisagreementRow], besides: Iterable[DisagreementRow]) -> Iterator[DisagreementRow]:
    """Both, in order; but two spellings that are kept of a person, of any weight, are not told of the name again."""
    told = {two for row in kept if row.kind == "spelling" for two in in_two_ways(row.why)}
    new = (row for row in besides if row.kind != "spelling" or not _is_told(row.why, told))
    return merge(kept, new, key=order)


def _is_told(why: str, told: Set[frozenset[str]]) -> bool:
    one, other = why.split(" / ")
    return is_known(one, other, told)


def copies(record: Record, wanted: Filter = EVERYTHING) -> Iterator[CopyRow]:
    """Which reports are copies, whole or in part, of which likely origin, and whom they credit."""
    for row, furniture, text in record.copies(wanted):
        place = credit(furniture, text, row.report.outlet)
        yield row if place is None else replace(row, credit=place.text(text), credit_spans=(place,))


def verify(report: Report, transcript: Report) -> Iterator[Verdict]:
    """A verdict on each quotation of the report, held against the transcript."""
    page = lay_out(transcript.text, title=transcript.title)
    spoken = Transcript.of(transcript.text, [(turn.label, turn.name) for turn in page.turns])
    return verdicts(report.text, lay_out(report.text, title=report.title).quotations, spoken)


def coverage(record: Record, wanted: Filter = EVERYTHING) -> Iterator[CoverageRow]:
    """Each utterance of an occasion that two outlets reported, with how each has it, or that it left it out.

    An occasion is all that one speaker said on one day. Without a day nobody can be said to have left anything out.
    Nor where it is open who spoke. One day at a time is held; what a limit leaves out is not made.
    """
    every = map(with_candidates, record.utterances(_all_of(wanted), alone=True))
    rows = (row for day in _days(every) for row in _of_a_day(day, record))
    return islice(rows, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def covered(record: Record, row: UtteranceRow) -> CoverageRow | None:
    """How each outlet has this one utterance; null where no second outlet reported the occasion."""
    return next((one for one in _occasion(record, row) if one.utterance.id == row.id), None)


def carried(record: Record, wanted: Filter = EVERYTHING) -> Carried:
    """What most outlets carried, and what one alone did, of the occasions that most outlets reported."""
    asked = replace(wanted, limit=MOST_OCCASIONS, offset=0)
    most = map(with_candidates, record.most_reported(asked))
    occasions = {one.utterance.id: one for row in most for one in _occasion(record, row)}
    several = [one for one in occasions.values() if one.independent > 1]
    alone = [one for one in occasions.values() if one.independent == 1 and _is_quoted(one)]
    return Carried(tuple(sorted(several, key=_most_carried)), tuple(sorted(alone, key=_weightiest)))


def _is_quoted(row: CoverageRow) -> bool:
    """Whether an outlet quotes it; what a transcript has, nobody is alone with."""
    return row.utterance.base.wording.kind == "direct" and not row.utterance.base.report.primary


def _most_carried(row: CoverageRow) -> tuple[int, str, str]:
    return -row.independent, row.utterance.said_on or "", row.utterance.id


def _weightiest(row: CoverageRow) -> tuple[bool, int, int, str]:
    """What takes a stance first, then what most left out, then the longest."""
    said = row.utterance.base
    left_out = sum(one.how == "not at all" for one in row.cells)
    return said.statement.statement.stance is None, -left_out, -len(said.text), row.utterance.id


def _occasion(record: Record, row: UtteranceRow) -> Iterator[CoverageRow]:
    """All that the utterance's speaker said on its day, as outlets have it; nothing where but one reported it."""
    beside = {row.id: row}
    if row.speaker and row.said_on:
        same_day = Filter(actor=row.speaker.id, since=row.said_on, until=row.said_on)
        there = map(with_candidates, record.utterances(same_day, alone=True))
        beside |= {one.id: one for one in there if _day(one) == _day(row) and one.speaker == row.speaker}
    return _of_a_day(list(beside.values()), record)


def _days(every: Iterable[UtteranceRow]) -> Iterator[list[UtteranceRow]]:
    """What was said on each day; what nobody dates comes one by one, between."""
    day: list[UtteranceRow] = []
    for row in every:
        if not row.said_on:
            yield [row]
        elif day and _day(day[0]) != _day(row):
            yield day
            day = [row]
        else:
            day.append(row)
    yield day


def _day(row: UtteranceRow) -> str:
    """The day, however sure: of "2024-09-12~" as well."""
    return (row.said_on or "")[: len("2024-09-12")]


def _of_a_day(rows: list[UtteranceRow], record: Record) -> Iterator[CoverageRow]:
    occasions: dict[str, list[UtteranceRow]] = {}
    for row in rows:
        known = row.speaker.id if row.speaker and row.said_on else row.id
        occasions.setdefault(known, []).append(row)
    several = [
        each for each in occasions.values() if len({one.report.source for row in each for one in row.readings}) > 1
    ]
    for occasion in several:
        told = [
            covering.Told(
                row.id, one.report.id, one.report.source, one.wording.kind, one.copy_of or one.repeats or one.report.id
            )
            for row in (_folded(record, row) for row in occasion)
            for one in row.readings
        ]
        cells = covering.coverage(told)
        yield from (CoverageRow(row, cells[row.id]) for row in occasion)
