"""A report's quotations held against a transcript: a verdict on each, beside the passage that it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.model.verdict import Verdict, VerdictKind
from onrecord.record.by_id import report_by_id, transcripts
from onrecord.views.verdicts import Verified
from onrecord.views.web.asked import AGAINST
from onrecord.views.web.marking import Mark, Piece, pieces_of
from onrecord.views.web.pages.asking import Part, found, part_of, question
from onrecord.views.web.site import Site

KINDS: tuple[VerdictKind, ...] = ("verbatim", "altered", "not found")


@dataclass(frozen=True, slots=True)
class Shown:
    """A verdict with both texts in pieces, in which the words that differ are marked."""

    verdict: Verdict
    quoted: tuple[Piece, ...]
    spoken: tuple[Piece, ...]


def verify(site: Site, request: Request) -> Response:
    """`against` names the transcript; without it the reader chooses one."""
    row = found(report_by_id(site.record, request.path_params["id"]), "report")
    asked = question(request, (AGAINST,))
    against = asked.value(AGAINST.name)
    chosen = found(report_by_id(site.record, against), "transcript") if against else None
    for one in (row, chosen):
        if one is not None and one.withdrawn is not None:
            raise HTTPException(404, f"withdrawn: {one.withdrawn}")
    verdicts = site.across.verify(row.id, chosen.id) if chosen else ()
    held = Counter(one.verdict.kind for one in verdicts)
    return site.page(
        request,
        "verify.html",
        title=f"{row.title or row.source}: its quotations",
        row=row,
        chosen=chosen,
        transcripts=transcripts(site.record, row.published, but=row.id),
        verdicts=verdicts,
        counted=[(kind, held[kind]) for kind in KINDS if held[kind]],
        part=_shown(request, verdicts),
        asked=asked,
    )


def moved(site: Site, request: Request) -> Response:
    """The same address under the name of the list."""
    asked = f"?{urlencode(request.query_params.multi_items())}" if request.query_params else ""
    id = found(report_by_id(site.record, request.path_params["id"]), "report").id
    return RedirectResponse(f"/report/{id}/verify{asked}", 307)


def _shown(request: Request, verdicts: Sequence[Verified]) -> Part[Shown]:
    part = part_of(request, verdicts)
    return Part([_pieces(one) for one in part.rows], part.number, part.more, part.total)


def _pieces(row: Verified) -> Shown:
    one = row.verdict
    quoted = [Mark(span, _kind(each.kind)) for each in one.changes for span in each.quotation_spans]
    spoken = [Mark(span, _kind(each.kind)) for each in one.changes for span in each.transcript_spans]
    within = [mark for mark in spoken if any(mark.span.overlaps(span) for span in one.passages)]
    return Shown(
        one,
        pieces_of((one.quotation,), (row.quotation,), quoted),
        pieces_of(one.passages, [span.text(row.transcript.text) for span in one.passages], within),
    )


def _kind(kind: str) -> str:
    return kind.replace(" ", "-")
