"""A page: one report's text with its paragraphs, sentences, quotations and furniture, which all later steps read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.model import Furniture, Span, Spans


@dataclass(frozen=True)
class Page:
    """`paragraphs` and `sentences` are trimmed, in order, and do not overlap; a sentence lies inside one paragraph.

    `quotations` are passages between quotation marks, marks included, one per paragraph that they run through;
    `furniture` is what is no prose. Nothing may be read out of a paragraph that is boilerplate.
    """

    text: str
    paragraphs: Spans
    sentences: Spans
    quotations: Spans = ()
    furniture: tuple[Furniture, ...] = ()

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds the offset, or of the last one before it; -1 before the first."""
        return _last_starting_by(self.sentences, offset)

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds the offset, or of the last one before it; -1 before the first."""
        return _last_starting_by(self.paragraphs, offset)


def _last_starting_by(spans: Spans, offset: int) -> int:
    return bisect_right(spans, offset, key=lambda span: span.start) - 1


def is_in(spans: Spans, span: Span) -> bool:
    return any(one.covers(span) for one in spans)
