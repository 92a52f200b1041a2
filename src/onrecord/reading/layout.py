"""Lays a report out as a page: paragraphs, sentences, quotations, furniture, turns. Nothing is cut out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.model import Furniture, FurnitureKind, Span, Spans
from onrecord.reading import furniture, sentences
from onrecord.reading.asides import asides
from onrecord.reading.boilerplate import boilerplate
from onrecord.reading.captions import captions
from onrecord.reading.page import UNREAD, Page, Turn
from onrecord.reading.quotations import quotations
from onrecord.reading.run_in import credits_between, run_in
from onrecord.reading.transcripts import turns

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
LINK = re.compile(r"\]\((?:https?:|/|#|mailto:)[^\s()]*\)")
SHORT_LINK = re.compile(r"\bpic\.(?:twitter|x)\.com/\w+|https?://t\.co/\w+")
# A page that lost its line breaks may have kept the space that stood in their place.
WIDE_GAP = re.compile(r"[ \t\u00a0]{4,}|\t+|(?<=\w)[ \u00a0]{3}(?=[A-Z\"\u201c\u2018])")
# "Truce talks fail again  Shells fell on Esk on Monday": of the headline's break a narrow one may be left.
HEAD_GAP = re.compile(r"(?<=\w)[ \u00a0]{2}(?=[A-Z\"\u201c\u2018])")
HEAD = 200  # characters
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*|\r\n[^\S\n]*\r\n\s*")
NEW_BLOCK = re.compile(r"\s*(?:[-*\u2022+]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\*\*[A-Z]|Q\s{2,}|[A-Z][A-Z.'\u2019 -]{2,40}:)")
STOPS = ".!?:;\u2026\"\u201d')*"


def lay_out(text: str, *, title: str | None = None) -> Page:
    """The page of a report's text. `title` is the title where the source knew it; it may stand in the text, too.

    Sentences end where furniture begins, so that each is one or the other. Arbitrary text gives a page.
    """
    lines = _paragraphs(text)
    whole = tuple(sentence for line in lines for sentence in sentences.sentences(text, line))
    quoted = quotations(text, lines)
    spoken = turns(text, lines)
    parts = furniture.in_order(list(_furniture(text, lines, whole, quoted, title, spoken)))
    edges = _edges(parts, spoken)
    cut = tuple(_cut(text, whole, edges)) if edges else whole
    return Page(
        text=text,
        paragraphs=lines,
        sentences=cut,
        quotations=quoted,
        furniture=parts if spoken else _with_asides(text, cut, _with_captions(text, lines, cut, quoted, parts)),
        turns=spoken,
    )


def _paragraphs(text: str) -> Spans:
    start = front.end() if (front := FRONT_MATTER.match(text)) else 0
    lines = tuple(line for line in sentences.paragraphs(text) if line.start >= start)
    if lines and text.startswith("\ufeff", lines[0].start):
        lines = (Span(lines[0].start + 1, lines[0].end), *lines[1:]) if lines[0].end > lines[0].start + 1 else lines[1:]
    if len(lines) == 1:
        return tuple(_at_wide_gaps(text, lines[0]))
    return tuple(_unwrapped(text, lines)) if _is_wrapped(text, lines) else lines


def _at_wide_gaps(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    if head := HEAD_GAP.search(text, line.start, min(line.end, line.start + HEAD)):
        yield Span(start, head.start())
        start = head.end()
    for gap in WIDE_GAP.finditer(text, start, line.end):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, line.end)


def _is_wrapped(text: str, lines: Spans) -> bool:
    """Whether lines were broken to a width: few are long (addresses of links), and most go on in the next."""
    pairs = broken = long = 0
    for line, following in pairwise(lines):
        long += line.end - line.start > 120
        if line.end - line.start >= 45 and text.count("\n", line.end, following.start) == 1:
            pairs += 1
            broken += text[line.end - 1] not in STOPS
    return pairs >= 4 and broken >= 0.5 * pairs and long <= 0.2 * len(lines)


def _unwrapped(text: str, lines: Spans) -> Iterator[Span]:
    start, end = lines[0]
    for line in lines[1:]:
        apart = text.count("\n", end, line.start) > 1
        after_short = end - max(start, text.rfind("\n", start, end)) < 45 and text[end - 1] in STOPS
        if apart or after_short or NEW_BLOCK.match(text, line.start):
            yield Span(start, end)
            start = line.start
        end = line.end
    yield Span(start, end)


def _furniture(
    text: str, lines: Spans, whole: Spans, quoted: Spans, title: str | None, spoken: tuple[Turn, ...]
) -> Iterator[Furniture]:
    def of(kind: FurnitureKind, spans: Iterable[Span]) -> Iterator[Furniture]:
        return (Furniture(span, kind) for span in spans)

    if front := FRONT_MATTER.match(text):
        yield Furniture(Span(*front.span()), "markup")
    written = tuple(sentence for sentence in whole if sentence.start < spoken[0].label.start) if spoken else whole
    plates = tuple(boilerplate(text, lines, written, quoted))
    yield from of("boilerplate", plates)
    yield from of("boilerplate", furniture.run_in_head(text, lines))
    yield from of("post", furniture.signatures(text))
    yield from of("byline", furniture.bylines(text, lines, whole))
    yield from of("credit", furniture.credits(text, lines, _uncovered(whole, plates)))
    if not spoken:
        yield from of("credit", credits_between(text, lines))
        for span, is_headline in run_in(text, whole, quoted):
            yield Furniture(span, "boilerplate" if is_headline else "credit")
        yield from of("dateline", furniture.datelines(text, lines))
    if headline := furniture.title_line(text, lines, whole, title):
        yield Furniture(headline, "title")
    yield from of("headline", furniture.headlines(text, lines))
    yield from of("markup", _links(text))


def _uncovered(whole: Spans, plates: Spans) -> Spans:
    """The sentences that no boilerplate covers: a page's foot is what stands above that."""
    covered = set(plates)
    return tuple(one for one in whole if one not in covered)


def _with_captions(
    text: str, lines: Spans, cut: Spans, quoted: Spans, parts: tuple[Furniture, ...]
) -> tuple[Furniture, ...]:
    credits = tuple(part.span for part in parts if part.kind in ("credit", "boilerplate"))
    found = captions(text, lines, cut, quoted, credits) if credits else ()
    return furniture.in_order([*parts, *(Furniture(one, "aside") for one in dict.fromkeys(found))])


def _with_asides(text: str, cut: Spans, parts: tuple[Furniture, ...]) -> tuple[Furniture, ...]:
    beside = asides(text, cut, tuple(part.span for part in parts if part.kind in UNREAD))
    if not beside:
        return parts
    kept = [part for part in parts if not any(one.overlaps(part.span) for one in beside)]
    return furniture.in_order([*kept, *(Furniture(one, "aside") for one in beside)])


def _links(text: str) -> Iterator[Span]:
    if "](" in text:
        yield from (Span(*m.span()) for m in LINK.finditer(text))
    if "pic.twitter.com" in text or "pic.x.com" in text or "//t.co/" in text:
        yield from (Span(*m.span()) for m in SHORT_LINK.finditer(text))


def _edges(parts: tuple[Furniture, ...], spoken: tuple[Turn, ...]) -> list[int]:
    """Where a sentence has to end: around furniture that is no markup, and between a label and what is spoken."""
    edges = {edge for part in parts if part.kind != "markup" for edge in part.span}
    edges.update(turn.content.start for turn in spoken)
    return sorted(edges)


def _cut(text: str, whole: Spans, edges: list[int]) -> Iterator[Span]:
    at = 0
    for sentence in whole:
        start = sentence.start
        while at < len(edges) and edges[at] <= sentence.start:
            at += 1
        while at < len(edges) and edges[at] < sentence.end:
            yield from _trimmed(text, start, edges[at])
            start = edges[at]
            at += 1
        yield from _trimmed(text, start, sentence.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
