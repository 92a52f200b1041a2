"""Pages of where the parties stand: positions over time, proposals, what shifted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.model import Stance
from onrecord.model.change import ChangeRow
from onrecord.model.position import Quote, Standing
from onrecord.views.charts import positions_chart
from onrecord.views.web.asked import AS_OF, COMMON, OF_STATEMENTS, STANCE, Asked
from onrecord.views.web.links import alike, cited, report_at
from onrecord.views.web.pages.asking import part, part_of, question
from onrecord.views.web.site import Site

MOST_DRAWN, MOST_SHIFTS, MOST_YESES, MOST_WORDINGS = 300, 20, 30, 3
LIMITED: Stance = "accepts-conditionally"


def positions(site: Site, request: Request) -> Response:
    """Of one party on one issue, with each step's words and conditions, or of as many as are asked for.

    Where nothing is asked, what holds now, of the parties that said most.
    """
    asked = question(request, (*COMMON, STANCE, AS_OF))
    rows, shifts, since = _held(site, asked)
    held = sorted(rows, key=_order)
    chart = positions_chart(held, dict(site.issues()), href=_first_words)
    return site.page(
        request,
        "positions.html",
        title=_title(site, asked),
        asked=asked,
        part=part_of(request, held),
        changes=shifts[-MOST_SHIFTS:],
        since=since,
        chart=chart if 1 < len(held) <= MOST_DRAWN else None,
        behind=not asked.given and site.across.is_behind("leading"),
    )


def _held(site: Site, asked: Asked) -> tuple[Sequence[Standing], Sequence[ChangeRow], str | None]:
    """Positions and shifts, and the day from which on they stand there (null: from the first)."""
    if not asked.given:
        return site.across.leading(asked.filter), (), None
    if asked.as_of is not None:
        return site.across.positions(asked.filter, as_of=asked.as_of), (), None
    found = site.across.lately(asked.filter)
    return found.positions, found.changes, found.since


def _order(one: Standing) -> tuple[str, str, str, str]:
    held = one.position
    return held.party, held.issue or "~", held.as_of or "", held.stance


def _first_words(one: Standing) -> str | None:
    return report_at(one.evidence[0].passage.report, one.evidence[0].passage.spans) if one.evidence else None


def _title(site: Site, asked: Asked) -> str:
    about = site.issue(asked.filter.issue) if asked.filter.issue else None
    if asked.filter.party and about:
        return f"{asked.filter.party} on {about.lower()}"
    return asked.filter.party or about or "Positions"


@dataclass(frozen=True, slots=True)
class Yes:
    """What a yes hangs on: its wordings, each in pieces with the condition that a piece is, and the conditions that
    stand in none of them."""

    row: Standing
    words: tuple[tuple[list[Quote], tuple[tuple[str, Quote | None], ...]], ...]
    rest: tuple[Quote, ...]

    @classmethod
    def of(cls, row: Standing) -> Yes:
        """The wordings with a condition in them, or the first where there is none."""
        told = [(same, tuple(cited(same[0].text, row.conditions))) for same in alike(row.evidence)]
        with_one = [one for one in told if any(quote for _, quote in one[1])]
        shown = (with_one or told)[:MOST_WORDINGS]
        there = {quote for _, pieces in shown for _, quote in pieces}
        return cls(row, tuple(shown), tuple(one for one in row.conditions if one not in there))


def conditions(site: Site, request: Request) -> Response:
    """What each yes in force hangs on, and every condition as one report prints it."""
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    rows = part(request, asked, site.across.conditions)
    yeses = [Yes.of(one) for one in _limited(site, asked)] if rows.number == 1 else []
    return site.page(request, "conditions.html", title="Conditions", asked=asked, part=rows, yeses=yeses)


def _limited(site: Site, asked: Asked) -> list[Standing]:
    """Positions that hang on something, of whom and on what is asked; nothing where more is."""
    if {name for name, _ in asked.given} - {"party", "issue"}:
        return []
    held = site.across.leading(asked.filter)
    return sorted((one for one in held if one.position.stance == LIMITED and one.conditions), key=_order)[:MOST_YESES]


def proposals(site: Site, request: Request) -> Response:
    asked = question(request, COMMON)
    named = sorted(site.across.proposals(asked.filter), key=lambda one: -one.reports)
    rows = part_of(request, named, 20)
    behind = not asked.given and site.across.is_behind("proposals")
    return site.page(request, "proposals.html", title="Proposals", asked=asked, part=rows, behind=behind)


def elsewhere(site: Site, request: Request) -> Response:
    """What the API has as one list and the pages elsewhere: on the first page, or on this one where more is asked."""
    asked = urlencode(request.query_params.multi_items())
    return RedirectResponse(f"/positions?{asked}" if asked else "/", 307)
