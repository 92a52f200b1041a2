"""Where the reports of a story tell one thing otherwise, sentence beside sentence; made when it is asked for.

What is kept of disagreements is told by `Record.disagreements`. Here all sentences of a story's reports are laid side
by side, which would cost too much for each report that is added, and hangs on the story as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from onrecord.collating.parallels.differing import disagreements as differing
from onrecord.collating.parallels.names import in_two_ways, spellings
from onrecord.collating.parallels.pairing import Laid, parallels
from onrecord.collating.parallels.sentences import Sentence, sentences_of
from onrecord.model import Span
from onrecord.model.disagreement import WEIGHTS, Disagreement
from onrecord.record import EVERYTHING, DisagreementRow, Filter, PlaceRow, Record, ReportRow, StoryRow
from onrecord.record.asking import asks_for_statements

# Of a larger record a story, a report or days are to be asked for; and so many reports are laid beside others at once.
MOST_REPORTS = 1000
MUCH = 0.6
Places = Mapping[str, Sequence[Span]]


def told_otherwise(record: Record, wanted: Filter = EVERYTHING) -> list[DisagreementRow]:
    """By weight, kind and place; without those that the record keeps already, limit and offset aside.

    Nothing in a record of more than MOST_REPORTS reports, unless a story, a report, an outlet or days are asked for;
    and of what is asked for the stories, by day, that have no more together: `reaches_all` tells whether one is left
    out.
    """
    return fitting(record, side_by_side(record, wanted), wanted)


def side_by_side(record: Record, wanted: Filter = EVERYTHING) -> Iterator[DisagreementRow]:
    """What the stories tell otherwise that have the reports which are wanted, whatever else is; story by story."""
    asked = of_reports(wanted)
    if not _is_too_wide(record, asked):
        yield from _once(row for story in _first(record.stories(asked)) for row in _of_story(record, story))


def fitting(record: Record, rows: Iterable[DisagreementRow], wanted: Filter) -> list[DisagreementRow]:
    """Of what stands side by side, what is wanted: by weight, kind and place."""
    return sorted(_fitting(record, rows, wanted, of_reports(wanted)), key=order)


def reaches_all(record: Record, wanted: Filter = EVERYTHING) -> bool:
    """Whether all stories with a report that is wanted are laid side by side."""
    asked = of_reports(wanted)
    if _is_too_wide(record, asked):
        return False
    return all(reports <= MOST_REPORTS for reports in accumulate(len(one.reports) for one in record.stories(asked)))


def of_reports(wanted: Filter) -> Filter:
    """What is asked of reports alone, which tells the stories."""
    return Filter(
        story=wanted.story, report=wanted.report, outlet=wanted.outlet, since=wanted.since, until=wanted.until
    )


def _is_too_wide(record: Record, asked: Filter) -> bool:
    return asked == EVERYTHING and any(record.reports(Filter(limit=1, offset=MOST_REPORTS)))


def _once(rows: Iterable[DisagreementRow]) -> Iterator[DisagreementRow]:
    """Two spellings of a name but once, whichever stories have them."""
    told = set[str]()
    for row in rows:
        if row.kind != "spelling" or row.why not in told:
            told.add(row.why)
            yield row


def order(row: DisagreementRow) -> tuple[str, str, int]:
    """As the record gives its own: the serious ones first, and of one kind those that have the most readings."""
    return row.weight, row.kind, -len(row.readings)


def _first(stories: Iterable[StoryRow]) -> Iterator[StoryRow]:
    """As many as MOST_REPORTS allow; one that is too large does not stand in the way of those behind it."""
    reports = 0
    for story in stories:
        if reports + len(story.reports) <= MOST_REPORTS:
            reports += len(story.reports)
            yield story


def _of_story(record: Record, story: StoryRow) -> Iterator[DisagreementRow]:
    """A copy tells what its origin does, and is left out; so is what the record tells of the same two places."""
    copies = record.origins(one.id for one in story.reports)
    reports = {one.id: one for one in story.reports if one.id not in copies}
    if len(reports) < 2:
        return
    texts = record.texts_by_id(reports)
    told = [_sentences(record, one, texts[one.id]) for one in sorted(reports.values(), key=_when)]
    laid = Laid.of(told)
    rows = list(record.disagreements(Filter(story=story.id)))
    kept = [_places(row) for row in rows if row.kind != "spelling"]
    for one in differing(laid, parallels(laid)):
        row = _row(one, reports)
        if not any(_is_told(_places(row), places) for places in kept):
            yield row
    known = (two for row in rows if row.kind == "spelling" for two in in_two_ways(row.why))
    yield from (_row(one, reports) for one in spellings(told, known))


def _sentences(record: Record, report: ReportRow, text: str) -> list[Sentence]:
    reading = record.reading(report.id)
    return sentences_of(reading, text, report.published) if reading else []


def _when(report: ReportRow) -> tuple[str, str]:
    return report.published or "", report.id


def _row(one: Disagreement, reports: Mapping[str, ReportRow]) -> DisagreementRow:
    readings = tuple(PlaceRow(reports[each.report], each.spans, each.text, each.statement) for each in one.readings)
    return DisagreementRow(one.kind, one.about, readings, one.weight, one.why)


def _places(row: DisagreementRow) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for one in row.readings:
        found.setdefault(one.report.id, []).extend(one.spans)
    return found


def _is_told(mine: Places, kept: Places) -> bool:
    """Whether what is kept tells much of what stands in two of these places: a title in either is another thing."""
    there = (_share(spans, kept.get(report, ())) >= MUCH for report, spans in mine.items())
    return sum(there) > 1


def _share(mine: Sequence[Span], kept: Sequence[Span]) -> float:
    """How much of the first the others cover."""
    both = (max(0, min(one.end, other.end) - max(one.start, other.start)) for one in mine for other in kept)
    return sum(both) / max(1, sum(one.end - one.start for one in mine))


def _fitting(
    record: Record, rows: Iterable[DisagreementRow], wanted: Filter, of_reports: Filter
) -> Iterator[DisagreementRow]:
    """Those of the weight that have a reading which is wanted, by its statement if statements are asked for."""
    weights = WEIGHTS if wanted.weight is None else WEIGHTS[: WEIGHTS.index(wanted.weight) + 1]
    heavy = [row for row in rows if row.weight in weights]
    if asks_for_statements(wanted) or wanted.text is not None:
        said = {row.statement.id for row in record.statements(replace(wanted, limit=None, offset=0, weight=None))}
        yield from (row for row in heavy if any(one.statement in said for one in row.readings))
    elif of_reports == EVERYTHING:
        yield from heavy
    else:
        fits = {row.id for row in record.reports(of_reports)}
        yield from (row for row in heavy if any(one.report.id in fits for one in row.readings))
