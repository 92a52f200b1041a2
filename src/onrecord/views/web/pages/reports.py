"""Pages of reports: the list, and the text itself with its statements marked in place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.model import Reading, Span, Spans
from onrecord.record import Filter, ReportRow, StatementRow, UtteranceRow
from onrecord.record.by_id import report_by_id
from onrecord.record.conditions import ConditionRow, condition_rows
from onrecord.views.web.asked import COMMON, OF_STATEMENTS, WITHDRAWN
from onrecord.views.web.marking import Mark, Paragraph, blocks, marked, marks_of
from onrecord.views.web.pages.asking import found, number, part, question
from onrecord.views.web.site import Site

CHARACTERS_A_PAGE = 40_000
MOST_PLACES = 50
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside a statement: its number in the report, and the utterances that it words."""

    number: int
    row: StatementRow
    utterances: tuple[UtteranceRow, ...]
    conditions: tuple[ConditionRow, ...]

    @property
    def others(self) -> int:
        """How many other reports word what the statement does."""
        told = {reading.report.id for one in self.utterances for reading in one.readings}
        return len(told - {self.row.report.id})


def reports(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS, WITHDRAWN))
    found = part(request, asked, lambda wanted: site.record.reports(wanted, withdrawn=asked.withdrawn))
    return site.page(request, "reports.html", title="Reports", asked=asked, part=found, data="reports")


def report(site: Site, request: Request) -> Response:
    """The text, its statements marked, and beside each paragraph what is known of them. `at` marks a passage more."""
    row = found(report_by_id(site.record, request.path_params["id"]), "report")
    asked = _places(request.query_params.get("at", ""))
    shown: tuple[Paragraph, ...] = ()
    pages, at = 1, 1
    notes: dict[int, Note] = {}
    if row.withdrawn is None:
        reading = site.record.reading(row.id) or Reading(row.id)
        text = site.record.text(row.id)
        furniture = tuple(one.span for one in reading.furniture)
        parts = list(_parts(list(blocks(text, reading.paragraphs, furniture))))
        pages, at = max(1, len(parts)), _page(request, parts, asked)
        rows = tuple(site.record.statements(Filter(report=row.id)))
        marks = [*marks_of([one.statement for one in rows]), *(Mark(span, "asked") for span in asked)]
        shown = tuple(marked(text, parts[at - 1], marks)) if parts else ()
        begun = {number for one in shown for number in one.begins}
        notes = {note.number: note for note in _notes(site, row, rows, begun)}
    return site.page(
        request,
        "report.html",
        title=row.title or row.source,
        row=row,
        paragraphs=shown,
        notes=notes,
        pages=pages,
        at=at,
    )


def _places(told: str) -> Spans:
    """`15-40,52-60` as spans; what is no place is passed over, since it only marks."""
    matched = (PLACE.fullmatch(one) for one in told.split(",")[:MOST_PLACES])
    spans = (Span(int(one[1]), int(one[2])) for one in matched if one)
    return tuple(sorted(span for span in spans if span.start < span.end))


def _parts(of: Sequence[tuple[Span, bool]]) -> Iterator[list[tuple[Span, bool]]]:
    """The paragraphs in pages that a browser takes easily."""
    held: list[tuple[Span, bool]] = []
    for span, prose in of:
        if held and span.end - held[0][0].start > CHARACTERS_A_PAGE:
            yield held
            held = []
        held.append((span, prose))
    if held:
        yield held


def _page(request: Request, parts: Sequence[Sequence[tuple[Span, bool]]], asked: Spans) -> int:
    """The page that is named, or the one with the passage that is asked for."""
    if "page" in request.query_params or not asked:
        at = number(request)
        if at > max(1, len(parts)):
            raise HTTPException(404, f"the report has {len(parts)} pages")
        return at
    return next((n for n, part in enumerate(parts, 1) if asked[0].start < part[-1][0].end), 1)


def _notes(site: Site, report: ReportRow, rows: Sequence[StatementRow], begun: set[int]) -> Iterator[Note]:
    worded: dict[str, list[UtteranceRow]] = defaultdict(list)
    for one in site.across.utterances(Filter(report=report.id)):
        for reading in one.readings:
            if one not in worded[reading.wording.statement]:
                worded[reading.wording.statement].append(one)
    limits: dict[str, list[ConditionRow]] = defaultdict(list)
    for limit in condition_rows(site.record, Filter(report=report.id)):
        limits[limit.condition.statement or ""].append(limit)
    for n, row in enumerate(rows, 1):
        if n in begun:
            yield Note(n, row, tuple(worded[row.statement.id]), tuple(limits[row.statement.id]))
