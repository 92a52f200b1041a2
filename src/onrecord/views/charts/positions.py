"""Positions over time: for each issue the parties, each with its stances day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from onrecord.model.position import Quote, Standing
from onrecord.views.charts.chart import Chart, draw
from onrecord.views.charts.days import When
from onrecord.views.charts.glyphs import STANCES, stance_glyph
from onrecord.views.charts.lanes import WIDTH, Lane, Mark, lay
from onrecord.views.charts.legend import legend
from onrecord.views.charts.svg import in_short
from onrecord.views.positions import NO_ISSUE
from onrecord.views.shapes import BETWEEN, named
from onrecord.views.tables import NOT_KNOWN

MOST_PARTIES, MOST_ISSUES, MOST_MARKS = 6, 12, 600
HEAD = ("as of", "party", "issue", "stance", "words", "proposal", "conditions", "outlets")
TITLE = "Positions over time"

Href = Callable[[Standing], str | None]


def nowhere(_: object) -> None:
    return None


def positions_chart(
    rows: Sequence[Standing], labels: Mapping[str, str] | None = None, *, href: Href = nowhere
) -> Chart:
    """One lane for each party under each issue. `labels` names issues as people do; `href` tells where a mark leads.

    Shown are the parties and issues with most positions; the description says how many there are in all.
    """
    labels = labels or {}
    shown = _most(rows)
    lanes = _lanes(shown, labels, href)
    key = [(one, partial(stance_glyph, one)) for one in STANCES if any(row.position.stance == one for row in shown)]
    parts, top = legend(key, WIDTH)
    laid = lay(lanes, top=top)
    return draw(
        laid.width,
        laid.height,
        *parts,
        *laid.parts,
        title=TITLE,
        description=_described(rows, shown, lanes),
        head=HEAD,
        rows=[_cells(row, labels) for row in shown],
    )


def _most(rows: Sequence[Standing]) -> list[Standing]:
    parties = Counter(row.position.party for row in rows)
    issues = Counter(about(row) for row in rows)
    kept = {name for name, _ in parties.most_common(MOST_PARTIES)}
    known = {name for name, _ in issues.most_common(MOST_ISSUES)}
    fitting = [row for row in rows if row.position.party in kept and about(row) in known]
    return sorted(fitting, key=lambda row: row.position.as_of or "")[-MOST_MARKS:]


def about(row: Standing) -> str:
    """The issue, or the proposal that it answers where it is on none."""
    return row.position.issue or row.position.proposal or NO_ISSUE


def _lanes(rows: Sequence[Standing], labels: Mapping[str, str], href: Href) -> list[Lane]:
    order = list(labels)
    issues = sorted({about(row) for row in rows}, key=lambda one: (order.index(one) if one in order else 999, one))
    parties = [name for name, _ in Counter(row.position.party for row in rows).most_common()]
    held: dict[tuple[str, str], list[Mark]] = {}
    for row in rows:
        held.setdefault((about(row), row.position.party), []).append(_mark(row, labels, href))
    return [
        Lane(party, tuple(held[issue, party]), labels.get(issue, issue))
        for issue in issues
        for party in parties
        if (issue, party) in held
    ]


def _mark(row: Standing, labels: Mapping[str, str], href: Href) -> Mark:
    return Mark(When.of(row.position.as_of), partial(stance_glyph, row.position.stance), _says(row, labels), href(row))


def _says(row: Standing, labels: Mapping[str, str]) -> str:
    day, party, issue, stance, words, *_ = _cells(row, labels)
    answers = f" ({row.position.proposal})" if row.position.proposal else ""
    return f"{day}, {party}, {issue}{answers}: {stance}. {words}"


def _cells(row: Standing, labels: Mapping[str, str]) -> tuple[str, ...]:
    one = row.position
    return (
        one.as_of or NOT_KNOWN,
        one.party,
        labels.get(about(row), about(row)),
        one.stance + (" (contested)" if one.contested else ""),
        in_short(max((each.text for each in row.evidence), key=len, default="")),
        in_short(one.proposal or ""),
        in_short(BETWEEN.join(dict.fromkeys(each.text for each in row.conditions))),
        in_short(BETWEEN.join(dict.fromkeys(_outlet(each) for each in row.evidence))),
    )


def _outlet(one: Quote) -> str:
    return one.outlet or named(one.path, one.line) or ""


def _described(rows: Sequence[Standing], shown: Sequence[Standing], lanes: Sequence[Lane]) -> str:
    counted = Counter(row.position.stance for row in shown)
    told = ", ".join(f"{stance} {counted[stance]:,}" for stance in STANCES if counted[stance])
    parties = BETWEEN.join(dict.fromkeys(lane.name for lane in lanes))
    issues = BETWEEN.join(dict.fromkeys(lane.heading or "" for lane in lanes))
    of = f" of {len(rows):,}" if len(shown) < len(rows) else ""
    return f"{len(shown):,}{of} positions, by issue ({issues}) and party ({parties}), over days. {told}."
