"""Passages: what the tagger found in a page, as spans of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model import Kind, Span, Spans
from onrecord.reading.attribution.decoding import Run, best_tags, runs, transitions
from onrecord.reading.attribution.labels import ROLE_TAGS
from onrecord.reading.attribution.linking import Linked, link
from onrecord.reading.attribution.pieces import Words
from onrecord.reading.attribution.tagger import Floats, Tagged
from onrecord.reading.page import Page

WORD = re.compile(r"\w+")
POINTING = frozenset("it them him her his the a an to of what that this these those so".split())
# "The offer was conveyed by envoys": that something was told, and not what.
TELLING = frozenset(
    "offer announcement statement statements comment comments remark remarks message messages interview post news "
    "letter speech word words question questions answer video footage image images".split()
)
MAY_FOLLOW = transitions(ROLE_TAGS)
LEAST = 0.05  # below it more passages are wrong than right, on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement before anybody asked who, when and on what.

    `words` are the numbers of the cue's words, or of the content's where there is no cue: they tell the type of the
    attribution; none where the page's setting shows the passage. `score` is in 0..1, not calibrated. `within` is the
    place of the enclosing passage in the page's list.
    """

    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    score: float
    words: tuple[int, int]
    within: int | None = None

    @property
    def is_tagged(self) -> bool:
        return self.words[0] < self.words[1]


def find_passages(page: Page, tagged: Tagged) -> list[Passage]:
    """The outermost passages of a page, in the order of their text."""
    found = _runs(tagged.roles)
    passages = [_passage(page, tagged.words, linked) for linked in link(tagged, found)]
    whole = _resumed(page, sorted(passages, key=lambda p: (p.content[0], p.cue)))
    return [passage for passage in whole if passage.score >= LEAST and says_something(page, passage)]


def says_something(page: Page, passage: Passage) -> bool:
    """Whether a content has a word of its own: "he wants it" and a lone "the" tell nothing that could be shown."""
    words = [word.lower() for part in passage.content for word in WORD.findall(part.text(page.text))]
    silent = POINTING if passage.kind == "direct" else POINTING | TELLING
    return any(word not in silent for word in words)


def _runs(scores: Floats) -> list[Run]:
    return runs(best_tags(scores, ROLE_TAGS, MAY_FOLLOW), scores, ROLE_TAGS)


def _passage(page: Page, words: Words, linked: Linked) -> Passage:
    source = (to_span(words, linked.source),) if linked.source else ()
    cue = (to_span(words, linked.cue),) if linked.cue else ()
    parts = (part for run in linked.contents for part in _parts(page, words, run, linked.cue))
    content = merge(tuple(to_quotation(page, part) for part in parts))
    telling = linked.cue or linked.contents[0]
    return Passage(source, cue, content, kind_of(page, content), linked.score, (telling.start, telling.end))


def _resumed(page: Page, passages: list[Passage]) -> list[Passage]:
    """A quotation that nobody claims goes on with the one of the sentence before it.

    “We burn doors,” said Mirko, a teacher, who did not want his family name printed. “Then the chairs.”
    """
    out: list[Passage] = []
    for passage in passages:
        before = out[-1] if out else None
        if before and not passage.cue and passage.kind == "direct" and _follows(page, before, passage):
            out[-1] = replace(before, content=merge((*before.content, *passage.content)))
        else:
            out.append(passage)
    return out


def _follows(page: Page, before: Passage, after: Passage) -> bool:
    """Whether a quotation opens the sentence after another's cue, in the same paragraph."""
    if not before.cue or before.kind == "indirect":
        return False
    start, cue = after.content[0].start, page.sentence_at(before.cue[-1].start)
    opens = 0 < page.sentence_at(start) <= cue + 1 and page.sentences[page.sentence_at(start)].start == start
    return opens and page.paragraph_at(start) == page.paragraph_at(before.cue[-1].start)


def _parts(page: Page, words: Words, run: Run, cue: Run | None) -> Iterator[Span]:
    """A content that is no quotation stays in one paragraph: a headline does not run on into the line below it."""
    paragraph = words.paragraph[run.start : run.end].tolist()
    cuts = [run.start + i for i in range(len(paragraph)) if not i or paragraph[i] != paragraph[i - 1]]
    home = int(words.paragraph[cue.start]) if cue else -1
    home = home if home in paragraph else paragraph[0]
    for start, end in pairwise([*cuts, run.end]):
        span = Span(words.spans[start].start, words.spans[end - 1].end)
        if words.paragraph[start] == home or any(quotation.overlaps(span) for quotation in page.quotations):
            yield span


def to_span(words: Words, run: Run) -> Span:
    return Span(words.spans[run.start].start, words.spans[run.end - 1].end)


def to_quotation(page: Page, content: Span) -> Span:
    """Takes in the quotation marks beside a content, and the rest of a quotation that it has most of."""
    start, end = content
    for quotation in page.quotations:
        if quotation.start >= end + 1:
            break
        shared = min(end, quotation.end) - max(start, quotation.start)
        if shared >= 0.6 * (quotation.end - quotation.start):
            start, end = min(start, quotation.start), max(end, quotation.end)
    return Span(start, end)


def merge(parts: Spans) -> Spans:
    """In order, those that touch or overlap made one."""
    out: list[Span] = []
    for part in sorted(parts):
        if out and part.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, part.end))
        else:
            out.append(part)
    return tuple(out)


def kind_of(page: Page, content: Spans) -> Kind:
    """Direct when every letter lies within quotation marks, indirect when none does, else mixed."""
    inside = outside = False
    for part in content:
        at = part.start
        for quotation in page.quotations:
            if quotation.overlaps(part):
                inside = True
                outside |= _has_letters(page.text, at, min(quotation.start, part.end))
                at = max(at, quotation.end)
        outside |= _has_letters(page.text, at, part.end)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _has_letters(text: str, start: int, end: int) -> bool:
    return start < end and any(c.isalnum() for c in text[start:end])


def renumbered(passages: list[Passage], order: list[int]) -> list[Passage]:
    """The same passages in another order, `within` pointing to where the enclosing one stands now."""
    place = {old: new for new, old in enumerate(order)}
    return [replace(p, within=None if p.within is None else place[p.within]) for p in (passages[old] for old in order)]
