"""Quotations in one piece: marks that open and close once hold one speaker's words, however many sentences they are.

“We heard the shells. We ran. Nobody was hurt,” the mayor wrote: three sentences, of which the tagger may give the mayor
only the last, and leave the first without a speaker.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, kind_of, merge
from onrecord.reading.page import Page

CLOSING = "\"'\u201d\u2019\u00bb"
LONGEST = 1500  # characters: a longer one has more likely lost its closing mark


def with_whole_quotations(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages, each quotation of several sentences wholly in the one that claims its beginning or its end."""
    several = [q for q in page.quotations if _is_long(page, q)]
    inside = _by_quotation(several, passages)
    dropped: set[int] = set()
    whole = list(passages)
    for quotation, places in inside.items():
        claiming = _claiming(page, passages, places, quotation)
        if len(claiming) == 1 and _may_claim(passages[claiming[0]], quotation):
            whole[claiming[0]] = _taking_in(page, whole[claiming[0]], quotation)
            dropped.update(i for i in places if i not in claiming and _lies_in(passages[i], quotation))
    return [passage for i, passage in enumerate(whole) if i not in dropped]


def _claiming(page: Page, passages: list[Passage], places: list[int], quotation: Span) -> list[int]:
    """Who tells of a quotation from outside, or its beginning that nobody claims: "I did not know. Others praised Esk."

    What is told within it is found again when its content is looked at.
    """
    closed = page.text[quotation.end - 1] in CLOSING
    outside = [i for i in places if passages[i].cue and not (closed and _is_within(passages[i], quotation))]
    return outside or [i for i in places if not passages[i].cue][:1]


def _is_within(passage: Passage, quotation: Span) -> bool:
    return all(quotation.covers(span) for span in (*passage.source, *passage.cue, *passage.content))


def _is_long(page: Page, quotation: Span) -> bool:
    first, last = page.sentence_at(quotation.start), page.sentence_at(quotation.end - 1)
    return first < last and quotation.end - quotation.start <= LONGEST


def _by_quotation(quotations: list[Span], passages: list[Passage]) -> dict[Span, list[int]]:
    found: dict[Span, list[int]] = {}
    for i, passage in enumerate(passages):
        for part in passage.content:
            at = bisect_right(quotations, part.start, key=lambda q: q.start) - 1
            if at >= 0 and part.start < quotations[at].end and i not in found.setdefault(quotations[at], []):
                found[quotations[at]].append(i)
    return found


def _may_claim(passage: Passage, quotation: Span) -> bool:
    """Whoever tells stands outside the marks, and has what opens or what closes the quotation, but not all of it."""
    if any(quotation.overlaps(span) for span in (*passage.cue, *passage.source)):
        return False
    held = [part for part in passage.content if quotation.covers(part)]
    touches = any(part.start <= quotation.start + 1 or part.end >= quotation.end - 1 for part in held)
    return touches and not any(part.covers(quotation) for part in held)


def _taking_in(page: Page, passage: Passage, quotation: Span) -> Passage:
    content = merge((*(part for part in passage.content if not quotation.covers(part)), quotation))
    return replace(passage, content=content, kind=kind_of(page, content))


def _lies_in(passage: Passage, quotation: Span) -> bool:
    return all(quotation.covers(part) for part in passage.content)
