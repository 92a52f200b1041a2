"""Questions that a teller repeats: what stands behind "asked if" is the asker's, and not the answerer's.

"“Never,” said Norr, replying to a question by a deckhand whether the port would shut": the deckhand asked that.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, kind_of
from onrecord.reading.page import Page

IF = re.compile(r"(?:(?:about|on|over|as\s+to)\s+)?(?:if|whether)\b", re.IGNORECASE)
WHO = r"[^,.;:\u201c\u201d\"]{2,60}?"
ANSWERED = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|ding)|in\s+(?:reply|response|answer)|answer(?:s|ed|ing)?)"
    r"(?:\s+to)?\s+"
    rf"(?:(?P<owner>{WHO})['\u2019]s\s+|(?:an?|the|one|another|his|her|their)\s+)?(?:[\w-]+\s+){{0,2}}(?P<cue>questions?)"
    rf"(?:\s+(?:(?:put|posed|asked)\s+)?(?:by|from|of)\s+(?P<asker>{WHO}))?(?:\s+(?:about|on|over|as\s+to))?\s*$",
    re.IGNORECASE,
)
LONGEST = 160  # characters


def with_askers(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages; a question that was answered is its asker's, or is left out where nobody is told of as one."""
    return [told for passage in passages if (told := _told(page, passage)) is not None]


def _told(page: Page, passage: Passage) -> Passage | None:
    if passage.kind == "direct" or not passage.cue:
        return passage
    asked = [found for part in passage.content if (found := _before(page, part)) is not None]
    if not asked:
        return passage
    # "Norr answered [a deckhand's questions over] [whether the port would shut]": both parts are the question.
    questions = [
        Span(found.start(), part.end) for found in asked for part in passage.content if part.start == found.end()
    ]
    rest = tuple(part for part in passage.content if not any(one.covers(part) for one in questions))
    if rest:
        return replace(passage, content=rest, kind=kind_of(page, rest))
    group = next((name for name in ("asker", "owner") if asked[0][name]), None)
    content = tuple(part for part in passage.content if part.start == asked[0].end())
    if group is None:
        return None
    return replace(passage, source=(Span(*asked[0].span(group)),), cue=(Span(*asked[0].span("cue")),), content=content)


def _before(page: Page, part: Span) -> re.Match[str] | None:
    """The words by which somebody answers a question, right before what was asked."""
    if IF.match(page.text, part.start) is None:
        return None
    opens = max(page.sentences[page.sentence_at(part.start)].start, part.start - LONGEST)
    return ANSWERED.search(page.text, opens, part.start)
