"""What is handed on: the brief with its notes and the reports that it cites, and all that an export takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import chain
from typing import TYPE_CHECKING

from onrecord import across, standing, timeline
from onrecord.codebook import Codebook, load
from onrecord.model.jsonform import JsonObject
from onrecord.record import Filter, Record, ReportRow
from onrecord.record.conditions import condition_rows
from onrecord.record.told_stories import stories_of
from onrecord.views.agreement import agreement
from onrecord.views.agreement_table import of_several_stories, reports_behind
from onrecord.views.brief import Sections, brief
from onrecord.views.brief_across import agreement_section, alone_section, carried_section, differences_section
from onrecord.views.brief_page import SOURCES, brief_page
from onrecord.views.brief_positions import conditional_section, proposals_section, reading_section, shifts_section
from onrecord.views.charts import Chart, coverage_chart, positions_chart
from onrecord.views.citing import Notes
from onrecord.views.exports import Contents

if TYPE_CHECKING:
    from onrecord.model.position import Standing

MOST_DRAWN = 16


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: its sections, the notes to which their numbers lead, and charts, each by the name of its section.

    `asked` says in words what it is limited to.
    """

    sections: Sections
    notes: Notes
    charts: tuple[tuple[str, Chart], ...]
    asked: tuple[str, ...] = ()

    def lines(self) -> Iterator[JsonObject]:
        """One object a line, as `onrecord brief --format jsonl` prints it."""
        return (line for section in self.sections for line in section.lines())

    def markdown(self) -> Iterator[str]:
        for section in self.sections:
            yield from section.markdown(self.notes)
            yield ""
        if self.notes.notes:
            yield from (f"## {SOURCES}", "", *self.notes.markdown())

    def html(self) -> Iterator[str]:
        """One whole page, in pieces."""
        return brief_page(self.sections, self.notes, asked=self.asked, charts=dict(self.charts))

    def reports(self) -> list[ReportRow]:
        """The reports that it cites, the most cited first."""
        return [report for report, _ in self.notes.reports()]


def whole_brief(record: Record, wanted: Filter, codebook: str = "auto") -> Brief:
    """The brief with all its parts: the agreement table first, disagreements and what to read before what is not known.

    A section without rows is left out.
    """
    book = load(codebook)
    every = standing.positions(record, wanted)
    held = standing.in_force(every)
    agreed = agreement(held, book)
    first = (
        agreement_section(agreed, of_several_stories(agreed, stories_of(record, reports_behind(agreed)))),
        conditional_section(held),
        shifts_section(standing.changes(record, wanted)),
        proposals_section(standing.proposals(record, wanted)),
    )
    told = across.carried(record, wanted)
    differ = differences_section(across.disagreements(record, wanted))
    beside = (carried_section(told.by_most), alone_section(told.by_one), differ)
    shown = tuple(section for section in first if section.rows)
    plain = brief(record, wanted, first=shown, before_gaps=tuple(section for section in beside if section.rows))
    passages = list(chain.from_iterable(section.passages() for section in plain))
    notes = Notes.of(passages, record.reports_by_id({one.report for one in passages}))
    to_read = reading_section(notes.reports())
    sections = (*plain[:-1], to_read, plain[-1]) if to_read.rows else plain
    charts = ("agreement", _chart(every, book)), ("carried", coverage_chart(told.by_most[:MOST_DRAWN]))
    return Brief(sections, notes, charts, _asked(wanted))


def contents(record: Record, step: Callable[[], None] = lambda: None) -> Contents:
    """What an export takes. Positions, shifts and proposals are made once, however often they are asked for."""
    return Contents(
        record=record,
        software=f"onrecord {version('onrecord')}",
        utterances=lambda: across.utterances(record, alone=True),
        conditions=lambda: condition_rows(record),
        positions=cache(lambda: standing.positions(record)),
        changes=cache(lambda: standing.changes(record)),
        proposals=cache(lambda: standing.proposals(record)),
        disagreements=lambda: across.disagreements(record),
        coverage=lambda: across.coverage(record),
        copies=lambda: across.copies(record),
        timeline=lambda: timeline.timeline(record),
        step=step,
    )


def _chart(every: Sequence[Standing], book: Codebook) -> Chart:
    return positions_chart(every, {issue.id: issue.label for issue in book.issues})


def _asked(wanted: Filter) -> tuple[str, ...]:
    told = {
        "speaker": wanted.speaker,
        "party": wanted.party,
        "issue": wanted.issue,
        "outlet": wanted.outlet,
        "since": wanted.since,
        "until": wanted.until,
        "report": wanted.report,
        "story": wanted.story,
        "words": wanted.text,
    }
    return tuple(f"{name}: {value}" for name, value in told.items() if value)
