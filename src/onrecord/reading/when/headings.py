"""Days that a report's head tells of all that follows: a transcript's heading, an agency's dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.earlier import is_told_again
from onrecord.reading.when.telling import Told

HEAD_LINE = 160  # characters
WEEK = timedelta(days=7)
# "HALDEN, May 21. /NRA/. ", "HALDEN, May 21 (NRA) –"
BEHIND_DATELINE = re.compile(r"\.?\s{0,2}(?:/[\w .-]{2,20}/|\([A-Z][\w .-]{1,20}\))")
BEFORE_DATELINE = re.compile(r"(?:^|\n)[A-Z\u00c0-\u00de][^a-z\n]{2,40},\s$")
EARLIER = re.compile(r"\b(?:earlier|previously|recently|once|at the time|years? ago|months? ago|last)\b", re.IGNORECASE)


def from_heading(page: Page, in_order: Sequence[Told], dates: Sequence[Date]) -> None:
    """What is spoken in a transcript was spoken on the day that stands above its first turn."""
    if not page.turns:
        return
    first = page.turns[0].label.start
    head = [date for date in dates if date.span[0].end <= first and edtf.day_of(date.value) and _is_heading(page, date)]
    if not head:
        return
    spoken = {turn.content.start for turn in page.turns}
    for one in in_order:
        if one.passage.content[0].start in spoken:
            one.said = (head[0].value, head[0].span)


def _is_heading(page: Page, date: Date) -> bool:
    line = page.paragraphs[page.paragraph_at(date.span[0].start)]
    return line.end - line.start <= HEAD_LINE


def from_dateline(page: Page, in_order: Sequence[Told], dates: Sequence[Date]) -> None:
    """What an agency reports with place and day at its head, and with no other day of that week, is of about that day:
    "HALDEN, May 21. /NRA/. The lock reopens, Marn said."
    """
    line = next((date for date in dates if edtf.day_of(date.value) and is_dateline(page, date)), None)
    day = edtf.day_of(line.value) if line else None
    if line is None or day is None:
        return
    days = [edtf.day_of(date.value) for date in dates]
    if any(other is not None and other != day and timedelta(0) < day - other <= WEEK for other in days):
        return
    for one in in_order:
        if (
            one.said[0] is None
            and one.outer is None
            and one.aspect == "said"
            and not (_looks_back(page, one) or is_told_again(page, one))
        ):
            one.said = (edtf.roughly(line.value), line.span)


def is_dateline(page: Page, date: Date) -> bool:
    start, end = date.span[0].start, date.span[-1].end
    head = page.text[max(0, start - 45) : start]
    return bool(BEFORE_DATELINE.search(head) and BEHIND_DATELINE.match(page.text, end))


def _looks_back(page: Page, one: Told) -> bool:
    sentence = page.sentences[max(0, one.sentence)]
    found = EARLIER.finditer(page.text, sentence.start, sentence.end)
    return any(not lies_in(one.passage.content, Span(*m.span())) for m in found)
