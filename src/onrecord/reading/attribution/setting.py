"""Speech that the page sets out, and no verb tells of: turns of a transcript, embedded posts, signed quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from onrecord.model import Kind, Span, Spans
from onrecord.reading.attribution.labelled import labelled
from onrecord.reading.attribution.passages import Passage, kind_of
from onrecord.reading.page import Page, Turn

SURE = 0.9
COLON = re.compile(r"[\s*_]*(?P<colon>:)")
LONGEST_POST = 600  # characters; more before a signature is an article that lost its lines
# "— Ada Norr / Ада Норр (@adanorr) March 3, 2031"
SIGNER = re.compile(r"^(?P<dash>[\u2014\u2013\u2015-]+)\s*(?P<name>[^(@\n]+?)\s*(?:/[^(@\n]*)?(?=\( ?@|@)")
# A post that goes on after its signature, cut short by the page: "We remain ready… pic.twitter.com/abc".
CUT_SHORT = re.compile(r"(?P<dots>\u2026|\.\.\.|(?<=\S)(?=\s+(?:https?:|pic\.)))\s*(?:https?:\S+|pic\.\S+)?\s*$")
NAMELIKE = r"(?:[A-Z][\w.\u2019'-]*(?:,? (?:of|the|de|van|al|bin|and)\b)?,? ?){1,8}"
SIGNED_QUOTATION = re.compile(
    rf"\s*(?:[\u2014\u2013\u2015]|--?)\s*(?P<name>{NAMELIKE}[^.\n]{{0,60}}?)\s*$", re.MULTILINE
)
SIGNATURE_LINE = re.compile(rf"^(?:[\u2014\u2013\u2015]|--?)\s*(?P<name>{NAMELIKE}[^.\n]{{0,60}}?)$")
# "Truce within reach: Report"; "Norr: ‘We will not yield’"
NAMED_AFTER = re.compile(
    rf"^(?P<content>.{{12,}}?)(?P<colon>:) (?P<source>(?:[Rr]eports?|[Ss]ources?|[Oo]fficials?|[Ss]tudy|{NAMELIKE}))$"
)
NAMED_BEFORE = re.compile(rf"^(?P<source>{NAMELIKE})(?P<colon>:) (?P<content>[\"'\u2018\u201c].+)$")


def set_out(page: Page) -> Iterator[Passage]:
    """The statements that the page's setting shows, in no certain order, each once."""
    seen: set[int] = set()
    named = (_passage(source, cue, content) for source, cue, content in labelled(page))
    for passage in chain(_turns(page), _posts(page), _signed(page), _headlines(page), named):
        if passage.content[0].start not in seen:
            seen.add(passage.content[0].start)
            yield passage


def _passage(source: Span, cue: Spans, content: Spans, kind: Kind = "direct") -> Passage:
    return Passage((source,), cue, content, kind, SURE, (0, 0))


def _turns(page: Page) -> Iterator[Passage]:
    """A turn is in the speaker's own words, though no marks stand around it. A bare question has nobody to its name."""
    for turn in page.turns:
        if turn.content.start < turn.content.end:
            cue = _colon(page.text, turn)
            yield _passage(turn.label, cue, _within(page.paragraphs, turn.content))


def _colon(text: str, turn: Turn) -> Spans:
    colon = COLON.match(text, turn.label.end, turn.content.start)
    return (Span(*colon.span("colon")),) if colon else ()


def _within(paragraphs: Spans, span: Span) -> Spans:
    first = max(bisect_left(paragraphs, span.start, key=lambda p: p.start) - 1, 0)
    cut = (Span(max(p.start, span.start), min(p.end, span.end)) for p in paragraphs[first:])
    out = []
    for part in cut:
        if part.start >= span.end:
            break
        if part.start < part.end:
            out.append(part)
    return tuple(out)


def _posts(page: Page) -> Iterator[Passage]:
    """An embedded post is what stands before its signature in a line, or the paragraph above it."""
    for part in page.furniture:
        signer = SIGNER.match(part.span.text(page.text)) if part.kind == "post" else None
        content = _posted(page, part.span.start) if signer else ()
        if signer is None or not content:
            continue
        name, dash = (
            Span(part.span.start + signer.start(g), part.span.start + signer.end(g)) for g in ("name", "dash")
        )
        yield _passage(name, (dash,), content)


def _posted(page: Page, signature: int) -> Spans:
    """The post of a signature, with the rest of it below where the page cut it short."""
    at = page.paragraph_at(signature)
    before = page.text[page.paragraphs[at].start : signature].rstrip() if at >= 0 else ""
    if before:
        start = page.paragraphs[at].start
        return (Span(start, start + len(before)),) if len(before) <= LONGEST_POST else ()
    if at < 1:
        return ()
    below = page.paragraphs[at + 1] if at + 1 < len(page.paragraphs) else None
    cut = CUT_SHORT.search(below.text(page.text)) if below else None
    rest = (Span(below.start, below.start + cut.end("dots")),) if below and cut else ()
    return (page.paragraphs[at - 1], *rest)


def _signed(page: Page) -> Iterator[Passage]:
    """A quotation that fills its paragraph, signed behind a dash there or on the next line."""
    starting = {quotation.start: quotation for quotation in page.quotations}
    for i, paragraph in enumerate(page.paragraphs):
        quotation = starting.get(paragraph.start)
        if quotation is None:
            continue
        if quotation.end == paragraph.end and i + 1 < len(page.paragraphs):
            signature, offset = (
                SIGNATURE_LINE.match(page.paragraphs[i + 1].text(page.text)),
                page.paragraphs[i + 1].start,
            )
        else:
            signature, offset = SIGNED_QUOTATION.fullmatch(page.text[quotation.end : paragraph.end]), quotation.end
        if signature:
            name = Span(offset + signature.start("name"), offset + signature.end("name"))
            yield _passage(name, (), (quotation,))


def _headlines(page: Page) -> Iterator[Passage]:
    for part in page.furniture:
        if part.kind not in ("title", "headline"):
            continue
        text = part.span.text(page.text)
        found = NAMED_AFTER.match(text) or NAMED_BEFORE.match(text)
        if found:
            source, cue, content = (
                Span(part.span.start + found.start(name), part.span.start + found.end(name))
                for name in ("source", "colon", "content")
            )
            yield _passage(source, (cue,), (content,), kind_of(page, (content,)))
