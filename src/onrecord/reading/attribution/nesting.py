"""Statements within statements: "Norr noted that the king had acknowledged the debt" holds the king's as well."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.model import Span, Spans
from onrecord.reading.attribution.decoding import Run, best_tags, runs
from onrecord.reading.attribution.labels import ROLE_TAGS
from onrecord.reading.attribution.passages import MAY_FOLLOW, Passage, kind_of, to_span
from onrecord.reading.attribution.tagger import Tagged
from onrecord.reading.page import Page

# Whoever speaks of his own saying or thinking ("I think", "we told them") makes one statement, not two.
OWN = frozenset("i we you us me my our".split())
LEAST = 0.5


def inner_passages(page: Page, tagged: Tagged, outer: list[Passage]) -> Iterator[Passage]:
    """Passages inside the outer ones' contents; `within` is the enclosing passage's place in `outer`."""
    scores = tagged.inner
    starts = np.array([span.start for span in tagged.words.spans])
    found = runs(best_tags(scores, ROLE_TAGS, MAY_FOLLOW), scores, ROLE_TAGS)
    if not any(run.label == "cue" for run in found):
        return
    for place, passage in enumerate(outer):
        for part in passage.content:
            first, last = np.searchsorted(starts, [part.start, part.end])
            inside = [run for run in found if first <= run.start and run.end <= last]
            for triple in _joined(tagged, inside):
                made = _passage(page, tagged, *triple, within=place)
                if _stands(page.text, made):
                    yield made


def _joined(tagged: Tagged, inside: list[Run]) -> Iterator[tuple[Run, Run, Run]]:
    """Each cue with the nearest source and the nearest content of its sentence, the content rather behind it."""
    sentence = tagged.words.sentence
    for cue in (run for run in inside if run.label == "cue"):
        near = [run for run in inside if sentence[run.start] == sentence[cue.start]]
        source = min((r for r in near if r.label == "source"), key=lambda r: _distance(cue, r, behind=3), default=None)
        content = min(
            (r for r in near if r.label == "content"), key=lambda r: _distance(cue, r, behind=0), default=None
        )
        if source and content:
            yield source, cue, content


def _distance(cue: Run, run: Run, behind: int) -> int:
    return run.start - cue.end + behind if run.start >= cue.end else cue.start - run.end + 3 - behind


def _passage(page: Page, tagged: Tagged, source: Run, cue: Run, content: Run, *, within: int) -> Passage:
    spans: list[Spans] = [(to_span(tagged.words, run),) for run in (source, cue, content)]
    score = min(source.score, cue.score, content.score)
    return Passage(spans[0], spans[1], spans[2], kind_of(page, spans[2]), score, (cue.start, cue.end), within)


def _stands(text: str, passage: Passage) -> bool:
    source: Span = passage.source[0]
    return passage.score >= LEAST and source.text(text).lower() not in OWN
