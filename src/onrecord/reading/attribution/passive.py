"""Passives of saying, in which the subject speaks: "Kolt was quoted as saying"; and what somebody was only asked."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, merge
from onrecord.reading.attribution.questions import IF
from onrecord.reading.page import Page

CITED = re.compile(
    r"(?:(?:was|were|is|are|has been|have been|had been|being)\s+(?:also\s+|later\s+|widely\s+)?)?"
    r"(?:cited|quoted|reported|heard|overheard|recorded)\b(?:\s+(?:by|in|on)\s[^,.;\u201c\u201d\"]{2,60}?)?\s+as\s+(?:saying|telling)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?:^|[,;:\u2014\u2013\u201d\"\u2019]\s*|\b(?:and|but|while|that|which)\s+)"
    r"((?:he|she|they|it|(?:the|a|an|one|two|some|its|his|her|their)\s+\w|[^\W\d_a-z])[^,;:\u2014\u2013\u201c\u201d\"]{0,120}?)"
    r"\s*(?:was|were|is|are|has been|have been|had been)?\s*$",
)
# "Asked whether the port would open, the mayor smiled."
ASKED = re.compile(r"(?:when |if )?(?:asked|questioned|pressed|quizzed)$", re.IGNORECASE)

# "Norr was asked if she would leave."
WAS_ASKED = re.compile(
    r"(?:was|were|is|are|been|being)\s+(?:\w+\s+)?(?:asked|questioned|pressed|quizzed)$", re.IGNORECASE
)


def with_subjects(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages, the subject of a passive being the source; without what nobody but a questioner said."""
    return [_told(page, passage) for passage in passages if not _is_asked(page, passage)]


def _told(page: Page, passage: Passage) -> Passage:
    if passage.source or not passage.cue or not passage.is_tagged:
        return passage
    cue = passage.cue[0]
    sentence = page.sentences[page.sentence_at(cue.start)]
    cited = CITED.search(page.text, max(sentence.start, cue.start - 12), sentence.end)
    if cited is None or cited.start() > cue.end:
        return passage
    before = page.text[sentence.start : min(cited.start(), cue.start)]
    found = SUBJECT.search(before)
    if found is None:
        return passage
    source = Span(sentence.start + found.start(1), sentence.start + len(before[: found.end(1)].rstrip()))
    content = merge(tuple(part for part in passage.content if not part.overlaps(source)))
    return replace(passage, source=(source,), content=content) if content else passage


def _is_asked(page: Page, passage: Passage) -> bool:
    if passage.source or not passage.cue or passage.kind == "direct":
        return False
    cue = passage.cue[0]
    following = next((part for part in passage.content if part.start >= cue.end), None)
    is_question = following is not None and IF.match(page.text, following.start) is not None
    if WAS_ASKED.match(cue.text(page.text)):
        return is_question
    opens = page.sentences[page.sentence_at(cue.start)].start >= cue.start - len("When ")
    asked = opens and ASKED.match(cue.text(page.text)) is not None
    return asked and (is_question or passage.kind == "indirect")
