"""Rows of states that a source begins in the middle of: "The leaders of Norland, [the Isles and Sarovia] said"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.page import Page

NAME = r"(?:the\s+)?[A-Z][\w.\u2019'-]*(?:\s+(?:of\s+(?:the\s+)?|and\s+)?[A-Z][\w.\u2019'-]*){0,3}"
LAST_OF_A_ROW = re.compile(rf"{NAME}(?:,\s+{NAME})*,?\s+and\s+{NAME},?")
OF = (
    r"\b(?:(?i:the|both|all)\s+)?(?:(?i:foreign|prime|finance|trade|defen[cs]e)\s+)?"
    r"(?i:leaders|presidents|premiers|ministers|governments|ministries|parliaments|envoys|negotiators|delegations|"
    r"ambassadors|chiefs)\s+(?:of|from)\s+"
)
BEGUN = re.compile(rf"(?:(?P<before>(?!(?i:the|both|all)\b)[\w-]+)\s+)?(?P<row>{OF}(?:{NAME},\s+)+)$")
# "According to [the leaders of Norland], the Isles and Sarovia, it is over."
CUT = re.compile(OF + NAME)
REST = re.compile(rf",\s+{LAST_OF_A_ROW.pattern}")
# "After a call with the leaders of Norland, the Isles and Sarovia said": there the row begins behind the comma.
ENDING = re.compile(r"(?:with|of|for|by|from|on|to|against|between|among|\w{2,}ing)$", re.IGNORECASE)
LONGEST = 160  # characters


def with_whole_rows(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages, a source with all of the row that it ends."""
    taken = [span for p in passages for span in (*p.source, *p.cue, *p.content)]
    return [_whole(page, passage, taken) if len(passage.source) == 1 else passage for passage in passages]


def _whole(page: Page, passage: Passage, taken: list[Span]) -> Passage:
    source = passage.source[0]
    if passage.cue and passage.cue[-1].end <= source.start and CUT.fullmatch(page.text, *source):
        return _with_rest(page, passage)
    if LAST_OF_A_ROW.fullmatch(page.text, source.start, source.end) is None:
        return passage
    opens = max(page.sentences[page.sentence_at(source.start)].start, source.start - LONGEST)
    begun = BEGUN.search(page.text, opens, source.start)
    if begun is None:
        return passage
    whole = Span(begun.start("row"), source.end)
    speaks = bool(passage.cue) and passage.cue[0].start > source.start
    apart = speaks and ENDING.match(begun["before"] or "")
    if apart or any(span != source and span.overlaps(whole) for span in taken):
        return passage
    return replace(passage, source=(whole,))


def _with_rest(page: Page, passage: Passage) -> Passage:
    """With what the tagger took for the beginning of the content."""
    source, first = passage.source[0], passage.content[0]
    rest = REST.match(page.text, source.end, page.sentences[page.sentence_at(source.start)].end)
    if rest is None or not source.end < first.start < rest.end() < first.end or not rest[0].endswith(","):
        return passage
    content = (Span(rest.end() + 1, first.end), *passage.content[1:])
    return replace(passage, source=(Span(source.start, rest.end() - 1),), content=content)
