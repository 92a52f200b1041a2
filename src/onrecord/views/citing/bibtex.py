"""Reports as BibTeX, for LaTeX and for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from anyascii import anyascii

from onrecord.model.edtf import is_valid, parse
from onrecord.views.citing.notes import web_address
from onrecord.views.harmless import one_line

if TYPE_CHECKING:
    from onrecord.record import ReportRow

# BibTeX counts braces even after a backslash, so a lone one would swallow the entries below it.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "$": r"\textdollar{}",
        **{one: f"\\{one}" for one in "&#_%"},
    }
)
# Of two hyphens LaTeX makes a dash, of two quotation marks another one: what was printed stays.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=[?!])(?=`)")
_UNFIT_FOR_A_KEY = re.compile(r"[^a-z0-9]+")
KEY_LENGTH = 24


def bibtex(reports: Iterable[ReportRow]) -> Iterator[str]:
    """One entry a report, lines without their ends; the days as BibLaTeX (`date`) and as BibTeX have them."""
    for row in reports:
        yield f"@{'article' if row.outlet else 'misc'}{{{citation_key(row)},"
        yield from (f"  {name} = {{{value}}}," for name, value in _fields(row))
        yield "}"
        yield ""


def citation_key(row: ReportRow) -> str:
    """`torland-courier-2024-09-13-3f0c9a`: outlet, day, and the start of the id, so that no two are alike."""
    name = _UNFIT_FOR_A_KEY.sub("-", anyascii(row.source).lower()).strip("-")[:KEY_LENGTH].strip("-")
    day = _UNFIT_FOR_A_KEY.sub("-", (row.published or "").lower()).strip("-")
    return "-".join(part for part in (name, day, row.id.removeprefix("report-")[:8]) if part)


def _fields(row: ReportRow) -> Iterator[tuple[str, str]]:
    if row.author:
        yield "author", f"{{{_latex(row.author)}}}"
    yield "title", f"{{{_latex(row.title or row.source)}}}"
    if row.outlet:
        yield "journal", _latex(row.outlet)
    if row.published:
        yield "date", _latex(row.published)
        yield from _calendar(row.published)
    if url := web_address(row.url):
        yield "url", url
    if row.language:
        yield "language", _latex(row.language)
    yield "note", _latex(row.id)


def _calendar(published: str) -> Iterator[tuple[str, str]]:
    """Year and month as far as the value tells them: what BibTeX itself knows."""
    if not is_valid(published):
        return
    when = parse(published)
    if when.earliest is None or when.precision not in ("day", "month", "year"):
        return
    yield "year", f"{when.earliest.year:04}"
    if when.precision != "year":
        yield "month", str(when.earliest.month)


def _latex(text: str) -> str:
    return _LIGATURE.sub("{}", one_line(text).translate(_LATEX))
