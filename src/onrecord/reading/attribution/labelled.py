"""Quotations under a name: "[Ada Norr](https://...): “We agree.”", or a list below "### Ada Norr on Radio Esk"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span, Spans
from onrecord.reading.page import Page

CAPITAL = r"[A-Z\u00c0-\u00de][\w.\u2019'&-]*"
SMALL = r"(?:of|the|for|and|to|de|van|al|bin|der|von)\b"
# At least two words, so that "Warning: “Keep out.”" names nobody.
NAME = rf"(?P<name>{CAPITAL}(?:,?\s+(?:{SMALL}|{CAPITAL}|\([\w.]{{1,12}}\))){{1,11}})"
WHERE = r"(?:\s+(?:on|in|at|to)\s[^:\u201c\"\n]{1,80})?"
LINK = r"(?:\((?:https?:|/)[^\s()]*\))?"
BULLET = re.compile(r"[-*\u2022+]\s+")
LABEL = re.compile(rf"(?:[-*\u2022+]\s+)?[\[*_]*{NAME}{WHERE}[\]*_]*{LINK}[*_]*\s*(?P<colon>:)[*_]*\s*(?=[\u201c\"])")
HEADING = re.compile(rf"#{{1,6}}\s+[*_\[]*{NAME}{WHERE}[*_]*$")
# "([Watch](https://...))" behind a quotation
AFTER = re.compile(r"\s*(?:\(?\[[^\]]{1,40}\]\([^\s()]*\)\)?)?\s*")
CLOSING = ("\u201d", '"')

Labelled = tuple[Span, Spans, Spans]


def labelled(page: Page) -> Iterator[Labelled]:
    """Source, cue and content of each quotation that a name introduces, and nothing else tells of."""
    starting = {quotation.start: quotation for quotation in page.quotations}
    above: Span | None = None
    for number, paragraph in enumerate(page.paragraphs):
        heading = HEADING.match(page.text, *paragraph)
        if heading:
            above = Span(*heading.span("name"))
        elif label := LABEL.match(page.text, *paragraph):
            above = None
            content = _quotation(page, starting, number, label.end())
            if content:
                yield Span(*label.span("name")), (Span(*label.span("colon")),), content
        elif above is not None:
            bullet = BULLET.match(page.text, *paragraph)
            content = _quotation(page, starting, number, bullet.end() if bullet else paragraph.start)
            if content:
                yield above, (), content
            elif not AFTER.fullmatch(page.text, *paragraph):
                above = None


def _quotation(page: Page, starting: dict[int, Span], number: int, start: int) -> Spans:
    """The quotation that fills the rest of a paragraph, and the next ones while it does not close."""
    found: list[Span] = []
    for paragraph in page.paragraphs[number:]:
        quotation = starting.get(paragraph.start if found else start)
        if quotation is None or not AFTER.fullmatch(page.text, quotation.end, paragraph.end):
            break
        found.append(quotation)
        if page.text[quotation.end - 1] in CLOSING:
            break
    return tuple(found)
