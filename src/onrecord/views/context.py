"""The sentences around a statement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.model import Span, Spans, Statement, envelope
from onrecord.views.shapes import Context, Shown

if TYPE_CHECKING:
    from onrecord.record import Record, StatementRow


def with_context(record: Record, rows: Iterable[StatementRow]) -> Iterator[Shown]:
    """Each row with the sentences around it. Rows of one report stand together, so one text at a time is held."""
    held, text = "", ""
    sentences: Spans = ()
    for row in rows:
        if row.report.id != held:
            held, text, sentences = row.report.id, record.text(row.report.id), _sentences(record, row.report.id)
        span = around(row.statement, sentences)
        yield Shown(row, Context(span, span.text(text)))


def around(statement: Statement, sentences: Spans) -> Span:
    """From the start of the first sentence that the statement touches to the end of the last."""
    whole = envelope((*statement.source, *statement.cue, *statement.content))
    first = bisect_right(sentences, whole.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, whole.end, key=lambda sentence: sentence.start) - 1
    if first > last:
        return whole
    return Span(min(whole.start, sentences[first].start), max(whole.end, sentences[last].end))


def _sentences(record: Record, report_id: str) -> Spans:
    reading = record.reading(report_id)
    return reading.sentences if reading else ()
