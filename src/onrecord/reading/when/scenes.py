"""Scenes: sentences in which the reporter tells of a day, beside what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Date, Span, Spans, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.attaching import NOT_THEN, Passage, anchor

HOURS_AFTER = re.compile(
    r"\b(?:hours|minutes|moments|shortly|soon|immediately|right|just)\s(?:after|before)\s", re.IGNORECASE
)
# "an October 31 exit date"
NAMES_A_THING = re.compile(r"\b(?:an?|its|his|her|their)\s$")
DIGIT = re.compile(r"\d")
# Who died on a day, or was born on it, said nothing of what is quoted.
LIVES = re.compile(r"\b(?:died|dies|dead|death|killed|born|birthday|funeral|buried|obituary)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence (by index) that opens a day: the day with its evidence, or the place after which the statement stands
    whose day it shares ("hours after she said ...")."""

    sentence: int
    said: tuple[str, Spans] | None
    after: int | None = None


def scenes(page: Page, passages: Sequence[Passage], dates: Sequence[Date]) -> list[Scene]:
    """In the order of the text. A date within a statement, or in the sentence that tells who made one, opens none."""
    inside = sorted(part for passage in passages for part in passage.content)
    taken = {page.sentence_at(anchor(passage).start) for passage in passages}
    found: list[Scene] = []
    for date in dates:
        span = date.span[0]
        if lies_in(inside, span) or not edtf.day_of(date.value):
            continue
        sentence = page.sentence_at(span.start)
        if sentence < 0 or sentence in taken or NOT_THEN.search(page.text, max(0, span.start - 16), span.start):
            continue
        if NAMES_A_THING.search(page.text, max(0, span.start - 8), span.start) and DIGIT.search(span.text(page.text)):
            continue
        if LIVES.search(page.text, page.sentences[sentence].start, page.sentences[sentence].end):
            continue
        if not found or found[-1].sentence != sentence:
            found.append(Scene(sentence, (date.value, date.span)))
    dated = {scene.sentence for scene in found}
    for m in HOURS_AFTER.finditer(page.text):
        sentence = page.sentence_at(m.start())
        if sentence >= 0 and sentence not in dated and not lies_in(inside, Span(*m.span())):
            found.append(Scene(sentence, None, m.end()))
    return sorted(found, key=lambda scene: scene.sentence)
