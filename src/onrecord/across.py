"""What is laid side by side when it is asked for: the record hands out what may differ, collating tells how it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice

from onrecord.collating import copies
from onrecord.collating import coverage as covering
from onrecord.collating import disagreements as differing
from onrecord.collating.utterances.variants import variants
from onrecord.collating.verifying import Transcript
from onrecord.collating.verifying import verify as verdicts
from onrecord.model import Report
from onrecord.model.disagreement import Disagreement, Sentence
from onrecord.model.verdict import Verdict
from onrecord.reading.layout import lay_out
from onrecord.record import EVERYTHING, CoverageRow, DisagreementRow, Filter, PlaceRow, Record, UtteranceRow


def utterances(record: Record, wanted: Filter = EVERYTHING, *, alone: bool = False) -> Iterator[UtteranceRow]:
    """Acts of speaking, each with how its readings differ from the base."""
    return map(with_variants, record.utterances(wanted, alone=alone))


def with_variants(row: UtteranceRow) -> UtteranceRow:
    """The utterance, with how its readings differ from the base."""
    found = (variants(row.base.wording, other.wording) for other in row.readings[1:])
    return replace(row, variants=tuple(one for each in found for one in each))


def disagreements(record: Record, wanted: Filter = EVERYTHING) -> Iterator[DisagreementRow]:
    """Where reports differ: on one utterance, on one actor, in sentences of reports that have an utterance in common.

    What the filter says of speakers, parties and issues is asked of utterances alone.
    """
    every = _disagreements(record, replace(wanted, limit=None, offset=0))
    for found in islice(every, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit):
        by_id = record.reports_by_id(one.report for one in found.readings)
        places = [PlaceRow(by_id[one.report], one.spans, one.text, one.statement) for one in found.readings]
        yield DisagreementRow(found.kind, found.about, tuple(places), found.weight, found.why)


def _disagreements(record: Record, wanted: Filter) -> Iterator[Disagreement]:
    for row in record.utterances(wanted):
        yield from differing.of_utterance([one.wording for one in row.readings])
    if any(value is not None for value in (wanted.speaker, wanted.party, wanted.issue, wanted.text)):
        return
    for named in record.named(wanted):
        yield from differing.of_actor(named)
    asked = None if wanted == EVERYTHING else {row.id for row in record.reports(wanted)}
    held: tuple[str, list[Sentence]] = ("", [])
    pairs = record.siblings()
    rows = record.reports_by_id(id for pair in pairs for id in pair)
    for one, other in pairs:
        # An outlet that tells the same again, in a later report, tells it in other words as a matter of course.
        if rows[one].source != rows[other].source and (asked is None or {one, other} <= asked):
            if held[0] != one:
                held = one, record.sentences(one)
            yield from differing.of_sentences(held[1], record.sentences(other))


def verify(report: Report, transcript: Report) -> Iterator[Verdict]:
    """A verdict on each quotation of the report, held against the transcript."""
    page = lay_out(transcript.text, title=transcript.title)
    spoken = Transcript.of(transcript.text, [(turn.label, turn.name) for turn in page.turns])
    return verdicts(report.text, lay_out(report.text, title=report.title).quotations, spoken)


def coverage(record: Record, wanted: Filter = EVERYTHING) -> Iterator[CoverageRow]:
    """Each utterance of an occasion that two outlets reported, with how each has it, or that it left it out.

    An occasion is all that one speaker said on one day. Without a day nobody can be said to have left anything out.
    """
    origin = origins(record)
    every = record.utterances(replace(wanted, limit=None, offset=0), alone=True)
    rows = (row for _, day in groupby(every, _day) for row in _of_a_day(list(day), origin))
    yield from islice(rows, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def _day(row: UtteranceRow) -> str:
    return row.said_on or ""


def _of_a_day(rows: list[UtteranceRow], origin: dict[str, str]) -> Iterator[CoverageRow]:
    occasions: dict[str, list[UtteranceRow]] = {}
    for row in rows:
        known = row.speaker.id if row.speaker and row.said_on else row.id
        occasions.setdefault(known, []).append(row)
    for occasion in occasions.values():
        told = [
            covering.Told(
                row.id, one.report.id, one.report.source, one.wording.kind, origin.get(one.report.id, one.report.id)
            )
            for row in occasion
            for one in row.readings
        ]
        cells = covering.coverage(told)
        if len({one.outlet for one in told}) > 1:
            yield from (CoverageRow(row, cells[row.id]) for row in occasion)


def origins(record: Record) -> dict[str, str]:
    """Of reports that have an utterance in common, which are copies, whole or in part: each with its likely origin.

    The likely origin is a report whose outlet credits nobody, the earliest of them.
    """
    pairs = record.siblings()
    ids = {id for pair in pairs for id in pair}
    rows = record.reports_by_id(ids)
    credited = record.credited(ids)
    hashed = {id: copies.shingles(record.text(id)) for id in sorted(ids)}
    ranks = {id: (int(id in credited), rows[id].published or "9999") for id in ids}
    return copies.origins(hashed, pairs, ranks)
