"""What was said when: the utterances of each party, day by day, and how many outlets have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from onrecord.model import Stance
from onrecord.views.charts.chart import SMALL, Chart, draw
from onrecord.views.charts.days import When
from onrecord.views.charts.glyphs import STANCES, stance_glyph
from onrecord.views.charts.lanes import WIDTH, Draw, Lane, Mark, lay
from onrecord.views.charts.legend import legend
from onrecord.views.charts.positions import nowhere
from onrecord.views.charts.svg import in_short, text
from onrecord.views.shapes import BETWEEN
from onrecord.views.tables import NOT_KNOWN, who

if TYPE_CHECKING:
    from onrecord.record import UtteranceRow

MOST_PARTIES, MOST_MARKS = 8, 400
HEAD = ("said on", "party", "speaker", "stance", "words", "outlets")
TITLE = "Who said what when"

Href = Callable[["UtteranceRow"], str | None]


def timeline_chart(rows: Sequence[UtteranceRow], *, href: Href = nowhere) -> Chart:
    """One lane for each party, one mark for each utterance whose day is known; a figure counts its outlets."""
    shown = _most(rows)
    lanes = _lanes(shown, href)
    used = {stance_of(row) for row in shown}
    key: list[tuple[str, Draw]] = [(one, partial(stance_glyph, one)) for one in STANCES if one in used]
    key += [("no stance", partial(stance_glyph, None))] if None in used else []
    parts, top = legend(key, WIDTH)
    laid = lay(lanes, top=top)
    of = f" of {len(rows):,}" if len(shown) < len(rows) else ""
    told = ", ".join(f"{lane.name} {len(lane.marks):,}" for lane in lanes)
    return draw(
        laid.width,
        laid.height,
        *parts,
        *laid.parts,
        title=TITLE,
        description=f"{len(shown):,}{of} utterances, those whose day is known, one line for each party. {told}.",
        head=HEAD,
        rows=[_cells(row) for row in shown],
    )


def stance_of(row: UtteranceRow) -> Stance | None:
    """The base's stance, or that of the first reading that has one."""
    return next((one.statement.statement.stance for one in row.readings if one.statement.statement.stance), None)


def outlets_of(row: UtteranceRow) -> list[str]:
    return list(dict.fromkeys(one.report.source for one in row.readings))


def _most(rows: Sequence[UtteranceRow]) -> list[UtteranceRow]:
    dated = [row for row in rows if row.said_on]
    kept = {name for name, _ in Counter(row.party for row in dated).most_common(MOST_PARTIES)}
    fitting = [row for row in dated if row.party in kept]
    if len(fitting) > MOST_MARKS:  # what more outlets have is what more people look for
        fitting = sorted(fitting, key=lambda row: -len(outlets_of(row)))[:MOST_MARKS]
    return sorted(fitting, key=lambda row: (row.said_on or "", row.id))


def _lanes(rows: Sequence[UtteranceRow], href: Href) -> list[Lane]:
    held: dict[str, list[Mark]] = {}
    for row in rows:
        held.setdefault(row.party or NOT_KNOWN, []).append(_mark(row, href))
    order = sorted(held, key=lambda party: (party == NOT_KNOWN, -len(held[party]), party))
    return [Lane(party, tuple(held[party])) for party in order]


def _mark(row: UtteranceRow, href: Href) -> Mark:
    day, party, speaker, _, words, outlets = _cells(row)
    counted = len(outlets_of(row))
    says = f"{day}, {speaker} ({party}): {words} ({f'{counted} outlets: ' if counted > 1 else ''}{outlets})"
    return Mark(When.of(row.said_on), partial(_draw, stance_of(row), counted), says, href(row))


def _draw(stance: Stance | None, outlets: int, x: float, y: float) -> str:
    counted = text(str(outlets), x + 6, y - 3, font_size=SMALL - 1) if outlets > 1 else ""
    return stance_glyph(stance, x, y) + counted


def _cells(row: UtteranceRow) -> tuple[str, ...]:
    return (
        row.said_on or NOT_KNOWN,
        row.party or NOT_KNOWN,
        row.speaker.name if row.speaker else who(row.base.statement),
        stance_of(row) or "",
        in_short(row.base.text),
        BETWEEN.join(outlets_of(row)),
    )
