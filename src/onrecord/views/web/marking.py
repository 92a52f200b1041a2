"""A text with what was found in it marked in place, however the marks overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Span, Spans, Statement, envelope

BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a text: of which kind ("source", "cue", "content", "asked"), and of which statement, by its number."""

    span: Span
    kind: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two places where a mark begins or ends, with the marks over them.

    `opens` are the numbers of the statements whose first mark begins here, `closes` those whose content ends here;
    `anchors` the addresses that lead here.
    """

    text: str
    kinds: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text: its pieces, the numbers of the statements that begin in it, and whether it is prose."""

    span: Span
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...]
    prose: bool = True


def anchor(spans: Spans) -> str:
    """`s-1531-1571`: the fragment that leads to a passage."""
    whole = envelope(spans)
    return f"s-{whole.start}-{whole.end}"


def marks_of(statements: Sequence[Statement]) -> Iterator[Mark]:
    """The marks of statements, which are numbered from 1."""
    for number, one in enumerate(statements, 1):
        for kind, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            yield from (Mark(span, kind, number) for span in spans)


def blocks(text: str, paragraphs: Spans, furniture: Spans = ()) -> Iterator[tuple[Span, bool]]:
    """The paragraphs that reading found, and between them what is no prose, cut at empty lines.

    A paragraph that is furniture from its first character to its last is no prose either.
    """
    at = 0
    for span in (*paragraphs, Span(len(text), len(text))):
        start = at
        for gap in (*BLANK_LINE.finditer(text, at, max(at, span.start)), None):
            end = gap.start() if gap else max(at, span.start)
            if text[start:end].strip():
                yield Span(start, end), False
            start = gap.end() if gap else end
        if text[span.start : span.end].strip():
            yield span, not any(one.covers(_trimmed(span, text)) for one in furniture)
        at = max(at, span.end)


def _trimmed(span: Span, text: str) -> Span:
    words = span.text(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def marked(text: str, paragraphs: Iterable[tuple[Span, bool]], marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """Each block cut into pieces at the ends of the marks."""
    every = sorted(marks)
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for mark in every:
        first.setdefault(mark.number, mark.span.start)
        if mark.kind == "content":
            last[mark.number] = max(last.get(mark.number, 0), mark.span.end)
    anchors = _anchors(every)
    for span, prose in paragraphs:
        here = [mark for mark in every if mark.span.overlaps(span)]
        pieces = tuple(_pieces(text, span, here, first, last, anchors))
        begins = tuple(dict.fromkeys(number for piece in pieces for number in piece.opens))
        yield Paragraph(span, pieces, begins, prose)


def pieces_of(spans: Spans, slices: Sequence[str], marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """A passage that was cut out of its report, in pieces; the marks count in the report's text."""
    every = sorted(marks)
    found: list[Piece] = []
    for span, text in zip(spans, slices, strict=True):
        found += [Piece(" … ")] if found else []
        cuts = {span.start, span.end}
        cuts |= {at for mark in every for at in mark.span if span.start < at < span.end}
        for start, end in pairwise(sorted(cuts)):
            kinds = {mark.kind for mark in every if mark.span.start < end and start < mark.span.end}
            found.append(Piece(text[start - span.start : end - span.start], tuple(sorted(kinds))))
    return tuple(found)


def _anchors(marks: Iterable[Mark]) -> dict[int, list[str]]:
    """Where each statement's content, and each passage that was asked for, begins."""
    held: dict[tuple[str, int], list[Span]] = {}
    for mark in marks:
        if mark.kind in ("content", "asked"):
            held.setdefault((mark.kind, mark.number), []).append(mark.span)
    found: dict[int, list[str]] = {}
    for spans in held.values():
        name = anchor(tuple(spans))
        at = found.setdefault(envelope(tuple(spans)).start, [])
        if name not in at:
            at.append(name)
    return found


def _pieces(
    text: str,
    span: Span,
    marks: Sequence[Mark],
    first: dict[int, int],
    last: dict[int, int],
    anchors: dict[int, list[str]],
) -> Iterator[Piece]:
    cuts = {span.start, span.end}
    for mark in marks:
        cuts |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
        numbers = tuple(sorted({mark.number for mark in over if mark.number}))
        yield Piece(
            text[start:end],
            tuple(sorted({mark.kind for mark in over})),
            numbers,
            tuple(number for number in numbers if first[number] == start),
            tuple(number for number in numbers if last.get(number) == end),
            tuple(anchors.get(start, ())),
        )
