"""The search: every statement and report with these words, and how the hits divide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.model import Span
from onrecord.record import Filter, ReportRow
from onrecord.record.folding import folded
from onrecord.views.web.asked import COMMON, OF_STATEMENTS
from onrecord.views.web.pages.asking import part, question
from onrecord.views.web.site import Site

WORD = re.compile(r"\w+")
AROUND = 120
MOST_REPORTS = 10

Hits = Callable[[str], Iterator[tuple[str, bool]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in a report the words stand: the place, and the characters around it."""

    report: ReportRow
    span: Span
    text: str


def search(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS))
    words = asked.filter.text or ""
    rows = part(request, asked, site.across.statements)
    there = _passages(site, words) if words and rows.number == 1 and len(asked.given) == 1 else iter(())
    return site.page(
        request,
        "search.html",
        title=f"Search: {words}" if words else "Search",
        asked=asked,
        part=rows,
        facets=site.across.facets(asked.filter),
        hits=hits(words) if words else None,
        passages=tuple(there),
    )


def hits(words: str) -> Hits:
    """Cuts a text into what was searched for and what was not, by whole words without case and accents."""
    wanted = set(folded(words).split())

    def cut(text: str) -> Iterator[tuple[str, bool]]:
        at = 0
        for found in WORD.finditer(text):
            if folded(found[0]).strip() in wanted:
                if found.start() > at:
                    yield text[at : found.start()], False
                yield found[0], True
                at = found.end()
        if at < len(text):
            yield text[at:], False

    return cut


def _passages(site: Site, words: str) -> Iterator[Passage]:
    """The first place in each report where one of the words stands."""
    wanted = set(folded(words).split())
    for row in site.record.reports(Filter(text=words, limit=MOST_REPORTS)):
        text = site.record.text(row.id)
        found = next((one for one in WORD.finditer(text) if folded(one[0]).strip() in wanted), None)
        if found is not None:
            yield Passage(row, Span(*found.span()), _around(text, *found.span()))


def _around(text: str, start: int, end: int) -> str:
    """The characters around a place, from the first whole word to the last."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0]
    return before + text[start:end] + after
