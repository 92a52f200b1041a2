"""The "but" right behind a yes: a condition that trails a content belongs to it.

"Norr backs the truce, but not without a date"; "Sund is ready to stop, provided that the tolls go".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.page import Page

CONDITION = re.compile(
    r"[,;]?\s*(?:[\u2014\u2013-]+\s*)?"
    r"(?:but (?:not|only|never) (?:before|without|until|if|when|under|with|for)|(?:but )?only (?:if|when)|"
    r"provid(?:ed|ing)|(?:as|so) long as|on (?:the )?(?:sole )?condition|on the understanding|unless|subject to|"
    r"in (?:exchange|return) for)\b",
    re.IGNORECASE,
)
# Where the condition ends, if not with its sentence: at a dash, a quotation, or a clause that goes back to the teller.
END = re.compile(r"[\"\u201c\u201d\u2018\u2014\u2013]|,\s+(?:according|which|who|and|while|as)\b")


def with_conditions(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages, an unquoted content running on through the condition behind it, up to what is another's."""
    starts = sorted(span.start for p in passages for span in (*p.source, *p.cue, *p.content))
    return [_extended(page, passage, starts) if passage.is_tagged else passage for passage in passages]


def _extended(page: Page, passage: Passage, starts: list[int]) -> Passage:
    last = passage.content[-1]
    opening = CONDITION.match(page.text, last.end) if passage.kind != "direct" and passage.cue else None
    if opening is None:
        return passage
    following = bisect_left(starts, last.end)
    limit = min([page.sentences[page.sentence_at(last.end - 1)].end, *starts[following : following + 1]])
    stop = END.search(page.text, opening.end(), limit)
    end = len(page.text[: stop.start() if stop else limit].rstrip(" \n\t,;.!?"))
    return replace(passage, content=(*passage.content[:-1], Span(last.start, end))) if end > opening.end() else passage
