"""Where things stand: the address of each row's page, and of each passage in its report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from onrecord.model import ActorRef, Judgement, Spans
from onrecord.model.position import Quote
from onrecord.record import ReportRow, StatementRow
from onrecord.record.corrections import STATEMENT_KINDS, spans_at
from onrecord.views.charts import Chart
from onrecord.views.positions import mark
from onrecord.views.shapes import file_name, named, since, until
from onrecord.views.tables import who
from onrecord.views.web.asked import STANCES, query
from onrecord.views.web.marking import anchor

OPENED = ("http", "https")
MARKS = " \t\n\"'“”‘’«»„,.;"


class HasWords(Protocol):
    """Whatever has words, as printed."""

    @property
    def text(self) -> str: ...


Worded = TypeVar("Worded", bound=HasWords)


def report_at(report: str, spans: Spans = ()) -> str:
    """The report's page; with spans, where it shows them: `/report/report-1?at=15-40,52-60#s-15-60`."""
    page = f"/report/{quote(report, safe='')}"
    if not spans:
        return page
    return f"{page}?at={','.join(f'{one.start}-{one.end}' for one in spans)}#{anchor(spans)}"


def statement_at(row: StatementRow) -> str:
    return report_at(row.report.id, row.statement.content)


def actor_at(actor: ActorRef) -> str:
    return f"/actor/{quote(actor.id, safe='')}"


def utterance_at(id: str) -> str:
    return f"/utterance/{quote(id, safe='')}"


def corrections_at(statement: str) -> str:
    """Where it stands what people said of a statement, and where they say it."""
    return f"/statement/{quote(statement, safe='')}/corrections"


def judged_at(judgement: Judgement) -> str | None:
    """The passage or page that a judgement is about."""
    if judgement.kind in STATEMENT_KINDS:
        return report_at(judgement.subject, spans_at((judgement.object or "").partition("/")[0]))
    if judgement.kind in ("set", "withdraw"):
        return report_at(judgement.subject)
    return f"/actor/{quote(judgement.subject, safe='')}"


def position_at(party: str | None = None, issue: str | None = None, proposal: str | None = None) -> str:
    return f"/positions{query({'party': party, 'issue': issue, 'proposal': proposal})}"


def outward(url: str | None) -> str | None:
    """The report's own address where a browser may follow it: never `javascript:`, `data:` or a path of ours."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme.lower() in OPENED and parts.netloc else None


def titled(report: ReportRow) -> str:
    return (report.title or "").strip() or file_name(report)


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def dated(edtf: str | None) -> str:
    """A day for people: what EDTF marks, in words."""
    if not edtf:
        return ""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return f"{first or '…'} to {last or '…'}".replace("..", "…")
    if edtf[-1] in "~?%":
        return f"{'about ' if edtf[-1] in '~%' else ''}{edtf[:-1]}{' (uncertain)' if edtf[-1] in '?%' else ''}"
    return edtf


def alike(quotes: Iterable[Worded]) -> list[list[Worded]]:
    """Passages in their order, those with the same words together: what a copy has need not be read again."""
    found: dict[str, list[Worded]] = {}
    for one in quotes:
        found.setdefault(" ".join(one.text.strip(MARKS).casefold().split()), []).append(one)
    return list(found.values())


def marking(words: Iterable[str]) -> Callable[[str], Iterator[tuple[str, bool]]]:
    """Cuts a text into what is one of these words or phrases, and what is not."""
    parts = sorted({one.strip() for one in words if one.strip()}, key=lambda one: (-len(one), one))
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in parts) or r"(?!)", re.IGNORECASE)

    def cut(text: str) -> Iterator[tuple[str, bool]]:
        at = 0
        for found in wanted.finditer(text):
            yield text[at : found.start()], False
            yield found[0], True
            at = found.end()
        yield text[at:], False

    return cut


def cited(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[str, Quote | None]]:
    """The text in pieces, each with the first of the quotes whose words it is."""
    by_words = {one.text.strip().casefold(): one for one in reversed(quotes)}
    for piece, hit in marking(by_words)(text):
        yield piece, by_words.get(piece.casefold()) if hit else None  # a regex takes the "ı" of "ıf" for an "i"


def drawn(chart: Chart) -> Markup:
    """The chart as it is: it escapes what it shows."""
    return Markup(chart.html())  # noqa: S704 - made of escaped parts


HELPERS: Mapping[str, object] = {
    "alike": alike,
    "marking": marking,
    "anchor": anchor,
    "report_at": report_at,
    "statement_at": statement_at,
    "actor_at": actor_at,
    "utterance_at": utterance_at,
    "position_at": position_at,
    "corrections_at": corrections_at,
    "judged_at": judged_at,
    "outward": outward,
    "titled": titled,
    "file_name": file_name,
    "named": named,
    "mark": mark,
    "plural": plural,
    "chart_html": drawn,
    "stances": STANCES,
    "who": who,
    "query": query,
    "since": since,
    "until": until,
}
FILTERS: Mapping[str, Callable[..., object]] = {"dated": dated}
