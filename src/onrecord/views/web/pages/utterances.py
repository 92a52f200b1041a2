"""Pages of utterances: acts of speaking, their readings side by side, and who left them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from starlette.requests import Request
from starlette.responses import Response

from onrecord.model.coverage import Cell
from onrecord.model.utterance import Variant
from onrecord.record import CoverageRow, Filter, ReadingRow, UtteranceRow
from onrecord.record.by_id import utterance_by_id
from onrecord.views.web.asked import ALONE, COMMON, OF_STATEMENTS, Asked
from onrecord.views.web.marking import Mark, Piece, pieces_of
from onrecord.views.web.pages.asking import found, part, question
from onrecord.views.web.site import Site


@dataclass(frozen=True, slots=True)
class Witness:
    """One reading: its letter, its words in pieces with the variants marked, and the entries of the apparatus."""

    letter: str
    reading: ReadingRow
    pieces: tuple[Piece, ...]
    entries: tuple[Variant, ...]


def utterances(site: Site, request: Request) -> Response:
    asked = question(request, (*COMMON, *OF_STATEMENTS, ALONE))
    rows = part(request, asked, lambda wanted: _listed(site, asked, wanted))
    return site.page(request, "utterances.html", title="Utterances", asked=asked, part=rows)


def _listed(site: Site, asked: Asked, wanted: Filter) -> Iterable[UtteranceRow]:
    """By day; where nothing is asked, those that most reports have first."""
    if not asked.given:
        return site.across.utterances_by_most(wanted)
    return site.across.utterances(wanted, alone=asked.alone)


def utterance(site: Site, request: Request) -> Response:
    row = site.across.with_variants(found(utterance_by_id(site.record, request.path_params["id"]), "utterance"))
    covered = site.across.covered(row)
    silent = tuple(one for one in covered.cells if one.how == "not at all") if covered else ()
    copies = {one.outlet: one.copy_of for one in covered.cells if one.copy_of} if covered else {}
    told = {"row": row, "witnesses": tuple(_witnesses(row)), "silent": silent, "copies": copies}
    return site.page(request, "utterance.html", title=row.base.text[:80], **told)


def letter(n: int) -> str:
    """A, B, C; after Z come A2, B2."""
    count = len(ascii_uppercase)
    return ascii_uppercase[n % count] + (str(n // count + 1) if n >= count else "")


def _witnesses(row: UtteranceRow) -> Iterator[Witness]:
    for n, one in enumerate(row.readings):
        entries = tuple(each for each in row.variants if each.wording == one.wording.id)
        if n == 0:
            marks = [Mark(span, each.kind) for each in row.variants for span in each.base_spans]
        else:
            marks = [Mark(span, each.kind) for each in entries for span in each.spans]
        yield Witness(letter(n), one, pieces_of(one.wording.spans, one.wording.slices, marks), entries)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one speaker said on one day: the outlets that reported it, and each utterance with a cell for each."""

    first: UtteranceRow
    outlets: tuple[str, ...]
    rows: tuple[tuple[UtteranceRow, tuple[tuple[Cell, ReadingRow | None], ...]], ...]


def coverage(site: Site, request: Request) -> Response:
    asked = question(request, COMMON)
    rows = part(request, asked, site.across.coverage)
    return site.page(
        request, "coverage.html", title="Coverage", asked=asked, part=rows, occasions=tuple(_occasions(rows.rows))
    )


def _occasions(rows: Sequence[CoverageRow]) -> Iterator[Occasion]:
    for _, same in groupby(rows, key=_occasion):
        held = list(same)
        outlets = tuple(dict.fromkeys(cell.outlet for row in held for cell in row.cells))
        yield Occasion(held[0].utterance, outlets, tuple((row.utterance, tuple(_cells(row))) for row in held))


def _occasion(row: CoverageRow) -> tuple[str, str, tuple[str, ...]]:
    said = row.utterance
    return said.said_on or "", said.speaker.id if said.speaker else said.id, tuple(cell.outlet for cell in row.cells)


def _cells(row: CoverageRow) -> Iterator[tuple[Cell, ReadingRow | None]]:
    for cell in row.cells:
        yield cell, next((one for one in row.utterance.readings if one.report.source == cell.outlet), None)
