"""What was said, and what happened, when: one line for each party, day by day, and how many outlets have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from onrecord.model import Stance
from onrecord.views.charts.chart import SMALL, Chart, draw
from onrecord.views.charts.days import When
from onrecord.views.charts.glyphs import STANCES, event_glyph, stance_glyph
from onrecord.views.charts.lanes import WIDTH, Draw, Lane, Mark, lay
from onrecord.views.charts.legend import legend
from onrecord.views.charts.positions import nowhere
from onrecord.views.charts.svg import in_short, text
from onrecord.views.shapes import BETWEEN
from onrecord.views.tables import NOT_KNOWN, who
from onrecord.views.utterances import said_by

if TYPE_CHECKING:
    from onrecord.record import EventRow, StatementRow, TimelineRow, UtteranceRow

MOST_PARTIES, MOST_MARKS = 8, 400
HEAD = ("day", "party", "who", "stance", "what", "outlets")
TITLE = "Who said what when"
EVENTS = "events"

Href = Callable[["UtteranceRow"], str | None]
DayHref = Callable[["TimelineRow"], str | None]


@dataclass(frozen=True, slots=True)
class _Told:
    """One mark: what it tells, and of which outlets; an event has no stance, and stands on a line of its own."""

    day: str
    party: str
    who: str
    stance: Stance | None
    words: str
    outlets: tuple[str, ...]
    href: str | None
    is_event: bool = False

    def cells(self) -> tuple[str, ...]:
        return self.day, self.party, self.who, self.stance or "", in_short(self.words), BETWEEN.join(self.outlets)

    def mark(self) -> Mark:
        day, party, who, _, words, outlets = self.cells()
        counted = f"{len(self.outlets)} outlets: " if len(self.outlets) > 1 else ""
        says = f"{day}, {who} ({party}): {words} ({counted}{outlets})"
        return Mark(When.of(self.day), partial(_draw, self), says, self.href)


def timeline_chart(rows: Sequence[UtteranceRow], *, href: Href = nowhere) -> Chart:
    """One lane for each party, one mark for each utterance whose day is known; a figure counts its outlets."""
    return _chart([_utterance(row, href(row)) for row in rows if row.said_on], len(rows), "utterances")


def days_chart(rows: Sequence[TimelineRow], *, href: DayHref = nowhere) -> Chart:
    """The same of what `onrecord timeline` lists: events on the first lane, and statements."""
    told = (_on_a_day(row, href(row)) for row in rows)
    return _chart([one for one in told if one], len(rows), "events and statements")


def _chart(told: Sequence[_Told], of: int, what: str) -> Chart:
    shown = _most(told)
    lanes = _lanes(shown)
    used = {one.stance for one in shown if not one.is_event}
    key: list[tuple[str, Draw]] = [("event", event_glyph)] if any(one.is_event for one in shown) else []
    key += [(one, partial(stance_glyph, one)) for one in STANCES if one in used]
    key += [("no stance", partial(stance_glyph, None))] if None in used else []
    parts, top = legend(key, WIDTH)
    laid = lay(lanes, top=top)
    counted = ", ".join(f"{lane.name} {len(lane.marks):,}" for lane in lanes)
    all_of = f" of {of:,}" if len(shown) < of else ""
    return draw(
        laid.width,
        laid.height,
        *parts,
        *laid.parts,
        title=TITLE,
        description=f"{len(shown):,}{all_of} {what}, those whose day is known, one line for each party. {counted}.",
        head=HEAD,
        rows=[one.cells() for one in shown],
    )


def _utterance(row: UtteranceRow, href: str | None) -> _Told:
    """The stance is the base's, or that of the first reading that has one."""
    stance = next((one.statement.statement.stance for one in row.readings if one.statement.statement.stance), None)
    outlets = tuple(dict.fromkeys(one.report.source for one in row.readings))
    return _Told(row.said_on or NOT_KNOWN, row.party or NOT_KNOWN, said_by(row), stance, row.base.text, outlets, href)


def _on_a_day(row: TimelineRow, href: str | None) -> _Told | None:
    if row.event:
        return _event(row.event, href)
    return _statement(row.day, row.statement, row.also, href) if row.statement else None


def _event(row: EventRow, href: str | None) -> _Told:
    names = ", ".join(one.name for one in row.participants) or NOT_KNOWN
    outlets = tuple(dict.fromkeys(one.report.source for one in row.tellings))
    return _Told(row.day, EVENTS, names, None, f"{row.kind}: {row.tellings[0].text}", outlets, href, is_event=True)


def _statement(day: str, row: StatementRow, also: Sequence[StatementRow], href: str | None) -> _Told:
    stance = next((one.statement.stance for one in (row, *also) if one.statement.stance), None)
    outlets = tuple(dict.fromkeys(one.report.source for one in (row, *also)))
    return _Told(day, row.party or NOT_KNOWN, who(row), stance, row.text, outlets, href)


def _most(told: Sequence[_Told]) -> list[_Told]:
    kept = {name for name, _ in Counter(one.party for one in told).most_common(MOST_PARTIES)} | {EVENTS}
    fitting = [one for one in told if one.party in kept]
    if len(fitting) > MOST_MARKS:  # what more outlets have is what more people look for
        fitting = sorted(fitting, key=lambda one: (not one.is_event, -len(one.outlets)))[:MOST_MARKS]
    return sorted(fitting, key=lambda one: one.day)


def _lanes(told: Sequence[_Told]) -> list[Lane]:
    held: dict[str, list[Mark]] = {}
    for one in told:
        held.setdefault(one.party, []).append(one.mark())
    order = sorted(held, key=lambda party: (party != EVENTS, party == NOT_KNOWN, -len(held[party]), party))
    return [Lane(party, tuple(held[party])) for party in order]


def _draw(one: _Told, x: float, y: float) -> str:
    outlets = len(one.outlets)
    counted = text(str(outlets), x + 6, y - 3, font_size=SMALL - 1) if outlets > 1 else ""
    return (event_glyph(x, y) if one.is_event else stance_glyph(one.stance, x, y)) + counted
