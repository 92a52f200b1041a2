"""Who reported what when: the outlets, and what each has of what was said on each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from onrecord.model import Kind
from onrecord.views.charts.chart import Chart, draw
from onrecord.views.charts.days import When
from onrecord.views.charts.glyphs import how_glyph
from onrecord.views.charts.lanes import WIDTH, Lane, Mark, lay
from onrecord.views.charts.legend import legend
from onrecord.views.charts.positions import nowhere
from onrecord.views.charts.svg import in_short
from onrecord.views.shapes import BETWEEN
from onrecord.views.tables import NOT_KNOWN
from onrecord.views.utterances import said_by

if TYPE_CHECKING:
    from onrecord.record import ReadingRow, UtteranceRow

MOST_OUTLETS, MOST_MARKS = 16, 600
HEAD = ("outlet", "said on", "published", "speaker", "kind", "words")
TITLE = "Who reported what when"
KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")

Href = Callable[["ReadingRow"], str | None]


def reporting_chart(rows: Sequence[UtteranceRow], *, href: Href = nowhere) -> Chart:
    """One lane for each outlet, one mark for each reading, on the day on which it was said, where that is known."""
    every = [(row, one) for row in rows if row.said_on for one in row.readings]
    counted = Counter(one.report.source for _, one in every)
    outlets = [name for name, _ in counted.most_common(MOST_OUTLETS)]
    shown = [(row, one) for row, one in every if one.report.source in outlets][:MOST_MARKS]
    lanes = [Lane(outlet, tuple(_marks(shown, outlet, href))) for outlet in outlets]
    parts, top = legend([(kind, partial(how_glyph, kind)) for kind in KINDS], WIDTH)
    laid = lay(lanes, top=top)
    of = f" of {len(every):,}" if len(shown) < len(every) else ""
    told = BETWEEN.join(f"{outlet} {counted[outlet]:,}" for outlet in outlets)
    return draw(
        laid.width,
        laid.height,
        *parts,
        *laid.parts,
        title=TITLE,
        description=f"{len(shown):,}{of} readings of what was said, by outlet and day. {told}.",
        head=HEAD,
        rows=[_cells(row, one) for row, one in shown],
    )


def _marks(shown: Sequence[tuple[UtteranceRow, ReadingRow]], outlet: str, href: Href) -> Iterator[Mark]:
    for row, one in shown:
        if one.report.source == outlet:
            _, day, published, speaker, kind, words = _cells(row, one)
            says = f"{outlet}, {published}: {speaker} on {day}, {kind}: {words}"
            yield Mark(When.of(row.said_on), partial(how_glyph, one.wording.kind), says, href(one))


def _cells(row: UtteranceRow, one: ReadingRow) -> tuple[str, ...]:
    return (
        one.report.source,
        row.said_on or NOT_KNOWN,
        one.report.published or NOT_KNOWN,
        said_by(row),
        one.wording.kind,
        in_short(one.text),
    )
