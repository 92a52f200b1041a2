"""Statements within statements: "Norr noted that the king had acknowledged the debt" holds the king's as well.

The annotation that the tagger learned from has none. But what it finds in a content that stands alone, as if it were
all of the page, is just what is told within it; a head of its own, taught so, says which contents are worth the look.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, find_passages
from onrecord.reading.attribution.tagger import Tagged, Tagger
from onrecord.reading.page import Page

# Whoever speaks of his own saying or thinking ("I think", "she hoped") makes one statement, not two; a pronoun within a
# content nearly always means whose content it is.
OWN = frozenset(
    "i we you he she they it me us him her them my our your his their its who what which this that these those".split()
)
OPENING = re.compile(r"[\s\"'\u201c\u2018,]*(?:(?:that|how|whether)\s+)?")
SHORTEST = 25  # characters: "the truce is off" holds nobody else's words
PROMISING = 0.65  # the inner head's chance that some word of a content bears an inner role
LEAST = 0.5
# "“The road is closed,” Norr said, according to the Esk Post": a verb of saying is reason enough to look.
TELLS = re.compile(r"\b(?:said|says|told|tells)\b")


def promising(page: Page, tagged: Tagged, outer: list[Passage]) -> Iterator[tuple[int, Span]]:
    """Which contents may hold inner statements: the place of the outer passage, and the part without its "that"."""
    starts = [span.start for span in tagged.words.spans]
    spoken = {turn.content.start for turn in page.turns}
    chance = 1 - np.exp(tagged.inner[:, 0])
    seen = 0
    for place, passage in enumerate(outer):
        if passage.content[0].start in spoken:
            continue
        for part in passage.content:
            opening = OPENING.match(page.text, part.start, part.end)
            alone = Span(opening.end() if opening else part.start, part.end)
            first, last = bisect_left(starts, alone.start), bisect_left(starts, alone.end)
            if alone.start < seen or alone.end - alone.start < SHORTEST or first == last:
                continue
            if chance[first:last].max() >= PROMISING or (passage.kind != "direct" and TELLS.search(page.text, *alone)):
                seen = alone.end
                yield place, alone


def turns_alone(page: Page, outer: list[Passage]) -> Iterator[tuple[int, Span, Page]]:
    """Each turn of a transcript as a page of its own: whoever speaks at length tells of others' words."""
    turns = {turn.content.start: turn.content for turn in page.turns}
    for place, passage in enumerate(outer):
        turn = turns.get(passage.content[0].start)
        if turn is not None and turn.end - turn.start >= SHORTEST:
            first, last = page.sentence_at(turn.start), page.sentence_at(turn.end - 1)
            yield place, turn, Page(page.text, passage.content, page.sentences[first : last + 1], page.quotations)


def look_again(
    tagger: Tagger, page: Page, tagged: Tagged, outer: list[Passage]
) -> Iterator[tuple[Tagged, list[Passage]]]:
    """What a second look at turns and promising contents finds, with what was seen; `within` is a place in `outer`."""
    for place, turn, alone in turns_alone(page, outer):
        yield from _seen_in(tagger, alone, [(place, turn)])
    if parts := list(promising(page, tagged, outer)):
        lines = tuple(part for _, part in parts)
        yield from _seen_in(tagger, Page(page.text, lines, lines, page.quotations), parts)


def _seen_in(tagger: Tagger, alone: Page, parts: list[tuple[int, Span]]) -> Iterator[tuple[Tagged, list[Passage]]]:
    """The statements that lie wholly in one of the parts of a page: contents share windows, as paragraphs of one."""
    seen = tagger(alone)
    places = {part: place for place, part in parts}
    inner = [
        replace(passage, within=places[part])
        for passage in find_passages(alone, seen)
        if (part := _part_around(list(places), passage)) and _stands(alone.text, passage)
    ]
    if inner:
        yield seen, inner


def _part_around(parts: list[Span], passage: Passage) -> Span | None:
    """The part that holds all of a passage, or none. Parts are in order and do not overlap."""
    at = bisect_right(parts, passage.content[0].start, key=lambda part: part.start) - 1
    spans = (*passage.source, *passage.cue, *passage.content)
    return parts[at] if at >= 0 and all(parts[at].covers(span) for span in spans) else None


def _stands(text: str, passage: Passage) -> bool:
    if not passage.source or not passage.cue or passage.score < LEAST:
        return False
    return passage.source[0].text(text).lower() not in OWN
