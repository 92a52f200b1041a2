"""Captions: what stands right before a picture's credit tells of the picture, on the day that it was taken.

"Ada Roe, left, meets Jan Orm in Esk on Tuesday. (Tesk Images)" is no part of the report beside it. Of 50 sentences
before such credits, read by eye in the news of one day, 48 were captions. One in which somebody says something is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.model import Span, Spans
from onrecord.reading.run_in import NAMES_PICTURE, is_of_picture

MOST = 3  # sentences of a caption that has a paragraph to itself
TELLS = re.compile(
    r"\b(?:sa(?:id|ys?)|tells?|told|announce[ds]|add(?:s|ed)|warn(?:s|ed)|accord(?:ing)? to|call(?:s|ed) (?:on|for)|"
    r"accuse[ds]|den(?:ies|ied)|wr(?:ites?|ote)|claim(?:s|ed)|vow(?:s|ed)|state[ds]|insist(?:s|ed)|urge[ds]|"
    r"demand(?:s|ed)|alleges?|want(?:s|ed))\b",
    re.IGNORECASE,
)


def captions(text: str, paragraphs: Spans, sentences: Spans, quotations: Spans, credits: Spans) -> Iterator[Span]:
    """The sentences that are captions, in order. `sentences` end where furniture begins; `credits` are in order."""
    starts = [sentence.start for sentence in sentences]
    for credit in credits:
        line = paragraphs[max(0, bisect_right(paragraphs, credit.start, key=lambda span: span.start) - 1)]
        printed = credit.text(text)
        # An agency behind the last words of a paragraph has sent the words: "The lock is shut. (Tesk)"
        if not is_of_picture(printed) or (credit.end == line.end and not NAMES_PICTURE.search(printed)):
            continue
        at = bisect_right(starts, credit.start) - 1
        before = [one for one in sentences[max(0, at - MOST) : at] if _may_be(text, quotations, one)]
        if _stands_alone(starts, line, credit, at):
            yield from (one for one in before if line.covers(one))
        elif before and before[-1] == sentences[at - 1] and line.covers(before[-1]):
            yield from before[-1:]


def _stands_alone(starts: list[int], line: Span, credit: Span, at: int) -> bool:
    """Whether a paragraph is a caption from its first character to its credit."""
    return line.end == credit.end and at - bisect_right(starts, line.start) + 1 <= MOST and line.start > 0


def _may_be(text: str, quotations: Spans, sentence: Span) -> bool:
    at = bisect_right(quotations, sentence.start, key=lambda span: span.start)
    quoted = any(one.overlaps(sentence) for one in quotations[max(0, at - 1) : at + 1])
    return not quoted and not TELLS.search(text, *sentence)
