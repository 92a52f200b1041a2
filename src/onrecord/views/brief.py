"""The brief: what was read, who speaks for whom, what they said that weighs most, and what is not known.

It is a sequence of parts, in the order of `brief`. Parts that lay reports side by side are handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from rich.table import Table

from onrecord.model.jsonform import JsonObject
from onrecord.model.position import Passage
from onrecord.views.citing.notes import MOST_AT_ONCE
from onrecord.views.formats import Column, View, markdown
from onrecord.views.harmless import markdown_cell, one_line
from onrecord.views.results import html_table
from onrecord.views.screen import table
from onrecord.views.shapes import Flat, Shown, file_name, place, statement_shape
from onrecord.views.tables import DAY_WIDTH, day, where, who
from onrecord.views.weight import Scales

if TYPE_CHECKING:
    from onrecord.record import Filter, Record, ReportRow, SpeakerCount
    from onrecord.views.citing.notes import Notes

MOST_SPEAKERS = 12
MOST_PARTIES = 6
MOST_STATEMENTS = 4
MOST_NAMED = 6
MOST_OUTLETS = 8

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Fact:
    """A count or a list with its label."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Section(Generic[Row]):
    """One part of the brief: rows of one kind, and how they are shown; people are told the `note` below them."""

    name: str
    title: str
    view: View[Row]
    rows: tuple[Row, ...]
    head: bool = True
    note: str = ""

    def lines(self) -> Iterator[JsonObject]:
        """One object a row, with the section's name first."""
        return ({"section": self.name} | self.view.shape(row) for row in self.rows)

    def flat(self) -> Iterator[Flat]:
        """One row of `FLAT_HEAD` for each row."""
        for row in self.rows:
            yield dict.fromkeys(FLAT_HEAD) | {"section": self.name} | self.view.flat(row)

    def passages(self) -> Iterator[Passage]:
        """What the cells cite, row by row."""
        cites = [column.cites for column in self.view.columns if column.cites]
        return (passage for row in self.rows for cell in cites for passage in cell(row)[:MOST_AT_ONCE])

    def markdown(self, notes: Notes | None = None) -> Iterator[str]:
        yield f"## {markdown_cell(self.title)}"
        yield ""
        yield from markdown(self.view, self.rows, notes)
        if self.note:
            yield from ("", markdown_cell(self.note))

    def html(self, notes: Notes | None = None, *, level: int = 3) -> str:
        """A heading of this level, and the table."""
        heading = f"<h{level}>{escape(one_line(self.title))}</h{level}>"
        note = f'<p class="note" dir="auto">{escape(one_line(self.note))}</p>' if self.note else ""
        return heading + html_table(self.view, self.rows, notes=notes, head=self.head) + note

    def table(self, width: int, notes: Notes | None = None) -> Table:
        return table(self.view, self.rows, width=width, head=self.head, notes=notes)


class Part(Protocol):
    """A section, whatever its rows are."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def note(self) -> str: ...
    def lines(self) -> Iterator[JsonObject]: ...
    def flat(self) -> Iterator[Flat]: ...
    def passages(self) -> Iterator[Passage]: ...
    def markdown(self, notes: Notes | None = None) -> Iterator[str]: ...
    def html(self, notes: Notes | None = None, *, level: int = 3) -> str: ...
    def table(self, width: int, notes: Notes | None = None) -> Table: ...


Sections = tuple[Part, ...]

FLAT_HEAD = ("section", "name", "party", "said_on", "text", "outlet", "place", "statements", "reports")


def brief(record: Record, wanted: Filter, *, first: Sections = (), before_gaps: Sections = ()) -> Sections:
    """Reads the record once; what is held does not grow with it. Parts without rows are left out."""
    scales = Scales()
    for row in record.statements(wanted):
        scales.take(row)
    overview = _Overview()
    for report in record.reports(replace(wanted, speaker=None, party=None, issue=None)):
        overview.take(report)
    speakers = (one for one in record.speakers(wanted) if one.actor and one.actor.type != "unnamed")
    said = (
        Section("statements", party, WORDS, tuple(map(Shown, scales.weightiest(party, MOST_STATEMENTS))), head=False)
        for party in scales.parties(MOST_PARTIES)
    )
    return (
        *first,
        Section("reports", "Reports", FACTS, tuple(overview.facts()), head=False),
        Section("speakers", "Who speaks", SPEAKERS, tuple(islice(speakers, MOST_SPEAKERS))),
        *said,
        *before_gaps,
        Section("gaps", "Not known", FACTS, tuple(_gaps(scales, overview)), head=False),
    )


@dataclass
class _Overview:
    """What the reports are, told as they stream past."""

    reports: int = 0
    words: int = 0
    first: str | None = None
    last: str | None = None
    outlets: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    without_day: list[str] = field(default_factory=list)
    dayless: int = 0

    def take(self, row: ReportRow) -> None:
        self.reports += 1
        self.words += row.words
        self.outlets[row.source] += 1
        if row.unread:
            self.unread[row.unread] += 1
        if row.published:
            self.first = min(self.first or row.published, row.published)
            self.last = max(self.last or row.published, row.published)
        else:
            self.dayless += 1
            if len(self.without_day) < MOST_NAMED:
                self.without_day.append(file_name(row))

    def facts(self) -> Iterator[Fact]:
        yield Fact("reports", "Reports", f"{self.reports:,}, {self.words:,} words")
        if self.first and self.last:
            days = self.first if self.first == self.last else f"{self.first} to {self.last}"
            yield Fact("published", "Published", days)
        if self.outlets:
            named = ", ".join(_times(outlet, count) for outlet, count in self.outlets.most_common(MOST_OUTLETS))
            rest = len(self.outlets) - MOST_OUTLETS
            yield Fact("outlets", "Outlets", f"{len(self.outlets):,}: {named}" + (f", {rest} more" if rest > 0 else ""))


def _gaps(scales: Scales, overview: _Overview) -> Iterator[Fact]:
    of = f"of {scales.statements:,} statements"
    yield Fact("without_speaker", "Speaker", f"{scales.without_speaker:,} {of}")
    yield Fact("without_said_on", "Day said", f"{scales.without_day:,} {of}")
    if overview.dayless:
        more = overview.dayless - len(overview.without_day)
        named = ", ".join(overview.without_day) + (f", {more} more" if more else "")
        yield Fact("without_published", "Day published", f"{overview.dayless:,}: {named}")
    if overview.unread:
        reasons = ", ".join(_times(reason, count) for reason, count in sorted(overview.unread.items()))
        yield Fact("unread", "Reports unread", f"{overview.unread.total():,}: {reasons}")


def _times(name: str, count: int) -> str:
    return name if count == 1 else f"{name} ({count:,})"


def _fact_shape(fact: Fact) -> JsonObject:
    return {"name": fact.name, "value": fact.value}


def _fact_flat(fact: Fact) -> Flat:
    return {"name": fact.name, "text": fact.value}


def _speaker_shape(count: SpeakerCount) -> JsonObject:
    return {
        "speaker": count.actor.name if count.actor else None,
        "party": count.party,
        "statements": count.statements,
        "reports": count.reports,
    }


def _speaker_flat(count: SpeakerCount) -> Flat:
    return {
        "name": count.actor.name if count.actor else None,
        "party": count.party,
        "statements": count.statements,
        "reports": count.reports,
    }


def _words_flat(shown: Shown) -> Flat:
    row = shown.row
    return {
        "name": who(row),
        "party": row.party,
        "said_on": row.statement.said_on,
        "text": row.text,
        "outlet": row.report.outlet,
        "place": place(row),
    }


def _content(shown: Shown) -> tuple[Passage, ...]:
    statement = shown.row.statement
    return (Passage(shown.row.report.id, statement.content, statement.id),)


FACTS: View[Fact] = View(
    "facts",
    _fact_shape,
    _fact_flat,
    (Column("", lambda fact: fact.label, width=15), Column("", lambda fact: fact.value)),
)

SPEAKERS: View[SpeakerCount] = View(
    "speakers",
    _speaker_shape,
    _speaker_flat,
    (
        Column("Speaker", lambda count: count.actor.name if count.actor else "", ratio=2),
        Column("On behalf of", lambda count: count.party or "", ratio=2),
        Column("Statements", lambda count: f"{count.statements:,}", width=10, right=True),
        Column("Reports", lambda count: f"{count.reports:,}", width=DAY_WIDTH, right=True),
    ),
)

WORDS: View[Shown] = View(
    "statements",
    statement_shape,
    _words_flat,
    (
        Column("Said on", lambda shown: day(shown.row.statement.said_on), width=DAY_WIDTH),
        Column("Speaker", lambda shown: who(shown.row), ratio=2),
        Column("Statement", lambda shown: shown.row.text, lambda shown: where(shown.row), ratio=7, cites=_content),
    ),
)
