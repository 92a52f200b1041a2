"""A page: one report's text with its paragraphs, sentences, quotations and furniture, which all later steps read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Furniture, FurnitureKind, Span, Spans

UNREAD: frozenset[FurnitureKind] = frozenset(("byline", "dateline", "credit", "boilerplate", "post", "aside"))


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn in a transcript. `label` is as printed ("MS. ROE", "Q"), without its colon; `name` the same
    in a name's letters ("Ms. Roe"); `content` all that is spoken until the next label, over several paragraphs."""

    label: Span
    name: str
    content: Span

    @property
    def asks(self) -> bool:
        """Whether the label names no one, only that a question is put."""
        return self.name in ("Q", "Question", "Reporter")


@dataclass(frozen=True)
class Page:
    """`paragraphs` and `sentences` are trimmed, in order, and do not overlap; a sentence lies inside one paragraph.

    `quotations` are passages between quotation marks, marks included, one per paragraph that they run through;
    `furniture` is what is no prose, each kind but `markup` in sentences of its own. Front matter is in no paragraph.
    `turns` are a transcript's, and empty in a report that is none.
    """

    text: str
    paragraphs: Spans
    sentences: Spans
    quotations: Spans = ()
    furniture: tuple[Furniture, ...] = ()
    turns: tuple[Turn, ...] = ()

    @cached_property
    def prose(self) -> Spans:
        """The sentences that something may be read out of: no boilerplate, byline, dateline, credit, post or aside."""
        unread = [part.span for part in self.furniture if part.kind in UNREAD]
        starts = [span.start for span in unread]
        return tuple(
            sentence
            for sentence in self.sentences
            if not ((at := bisect_right(starts, sentence.start) - 1) >= 0 and unread[at].covers(sentence))
        )

    @cached_property
    def captions(self) -> Spans:
        """The asides that lead up to a credit, in order: what they tell of pictures has its days and figures too."""
        found: list[Span] = []
        credit = -1
        for part in reversed(self.furniture):
            leads_there = credit >= 0 and not self.text[part.span.end : credit].strip()
            if part.kind == "aside" and leads_there:
                found.append(part.span)
            credit = part.span.start if part.kind == "credit" or (part.kind == "aside" and leads_there) else -1
        return tuple(reversed(found))

    @cached_property
    def closed(self) -> Spans:
        """Boilerplate, and asides that are no captions: neither a day nor a figure is looked for there."""
        shown = set(self.captions)
        kinds = ("boilerplate", "aside")
        return tuple(sorted(f.span for f in self.furniture if f.kind in kinds and f.span not in shown))

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
