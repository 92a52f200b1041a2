"""A second verb of saying within a content is a statement of its own.

"Norr said the port was open, adding that the tolls would stay"; "Sund said he was ready but suggested a later day".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Span, Spans
from onrecord.reading.attribution.passages import Passage, kind_of
from onrecord.reading.attribution.tagger import Tagged
from onrecord.reading.page import Page

# Verbs that go back to the speaker: whoever stands within a content seldom "adds" or "suggests" in the same breath.
SECOND = re.compile(
    r"(?:,|(?P<closing>[\u201d\"]|''))\s+(?P<participle>adding|saying|stressing|insisting)\b(?!\s+to\b)"
    r"|,?\s+(?:and|but)\s+(?P<verb>(?:also\s+|then\s+|later\s+)?"
    r"(?:added|warned|suggested|stressed|emphasi[sz]ed|reiterated|urged|questioned|insisted))\b(?!\s+by\b)"
)
SHORTEST = 12  # characters on either side
TRAILING = " \t\n,;:"


def with_second_verbs(page: Page, tagged: Tagged, passages: list[Passage]) -> list[Passage]:
    """The passages, those divided in whose unquoted words the speaker goes on with another verb."""
    taken = sorted(span for p in passages for span in p.cue)
    return [part for passage in passages for part in _divided(page, tagged, passage, taken)]


def _divided(page: Page, tagged: Tagged, passage: Passage, taken: list[Span]) -> Iterator[Passage]:
    place = _second(page, passage, taken) if passage.is_tagged and passage.cue and passage.source else None
    if place is None:
        yield passage
        return
    number, verb, end_before = place
    part = passage.content[number]
    rest = Span(part.end - len(page.text[verb.end : part.end].lstrip(TRAILING)), part.end)
    yield _with(page, passage, (*passage.content[:number], Span(part.start, end_before)))
    second = _with(page, passage, (rest, *passage.content[number + 1 :]))
    words = tagged.words.spans
    first = bisect_right(words, verb.start, key=lambda span: span.start) - 1
    last = bisect_right(words, verb.end - 1, key=lambda span: span.start)
    yield from _divided(page, tagged, replace(second, cue=(verb,), words=(first, last)), taken)


def _second(page: Page, passage: Passage, taken: list[Span]) -> tuple[int, Span, int] | None:
    """The part in which the second verb stands, the verb, and where what comes before it ends."""
    for number, part in enumerate(passage.content):
        for found in SECOND.finditer(page.text, part.start, part.end):
            name = "participle" if found["participle"] else "verb"
            verb = Span(*found.span(name))
            long = found.start() - part.start >= SHORTEST and part.end - verb.end >= SHORTEST
            behind = verb.start >= passage.cue[-1].end and not any(verb.overlaps(cue) for cue in taken)
            if long and behind and not _is_quoted(page, verb):
                return number, verb, found.end("closing") if found["closing"] else found.start()
    return None


def _is_quoted(page: Page, span: Span) -> bool:
    at = bisect_right(page.quotations, span.start, key=lambda q: q.start) - 1
    return at >= 0 and page.quotations[at].covers(span)


def _with(page: Page, passage: Passage, content: Spans) -> Passage:
    return replace(passage, content=content, kind=kind_of(page, content))
