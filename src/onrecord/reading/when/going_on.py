"""Words that go on from those of the sentence before, and so were said on their day."""

from __future__ import annotations

import re

from onrecord.reading.page import Page
from onrecord.reading.when.attaching import anchor
from onrecord.reading.when.telling import Told, is_fresh

SAME_ONE = frozenset({"he", "she", "it", "they"})
# What was issued in the sentence before, and is quoted in this: not "a letter by Dorn", which may be another.
THE_STATEMENT = re.compile(
    r"(?:(?:the|that|this|their|its)\s(?:joint\s)?|a\sjoint\s)(?:statement|declaration|communiqu[e\u00e9])\b(?!\sof\s)",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\b(?:who|whom|whose|what|which|that|when|as|where|because|since)\s$")
GOES_ON = re.compile(r"(?:added|adding|continued|went on|concluded|specified)\b")


def goes_on(page: Page, one: Told, other: Told, published: str | None) -> bool:
    """Do the words of the sentence before go on? "He drew the map," he said; "It is old," she added; "We sail," the
    statement said."""
    if one.sentence - other.sentence != 1 or other.aspect != "said" or not is_fresh(other.said[0], published):
        return False
    passage, text = one.passage, page.text
    if page.paragraph_at(anchor(passage).start) > page.paragraph_at(anchor(other.passage).start) + 1:
        return False
    pronoun = bool(passage.source) and passage.source[0].text(text).lower() in SAME_ONE
    # "the dues, which it said had lapsed" says so of its own sentence's matter.
    if pronoun and ASIDE.search(text, max(0, passage.source[0].start - 12), passage.source[0].start):
        return False
    issued = any(THE_STATEMENT.match(part.text(text)) for part in passage.source[:1])
    return pronoun or issued or any(GOES_ON.match(cue.text(text)) for cue in passage.cue)
