"""Which readings of one utterance are one text that several papers print: a wire story's sentences amid others. Pure.

Whole copies are told report by report (`copies`). A paper that takes but some sentences of an agency is no copy of its
report, but has those sentences from nobody else. What tells is the narration around the words: two reporters in one
room print the same quotation, and no two write the same sentence around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.collating.copies import RUN
from onrecord.collating.utterances.surroundings import sentence_ends, sentences_around
from onrecord.model import Span, Statement, envelope

Narration = frozenset[tuple[str, ...]]

# To the end of the line where none closes it: a quotation of several paragraphs opens anew with each.
QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,1500}(?:[”\"»]|(?=\n)|$)|``.{0,1500}?(?:''|(?=\n)|$)")
WORD = re.compile(r"\w+")
# "The Norlandic foreign minister Ilmar Voss" is nobody's own sentence.
WRITTEN_SMALL = 3
# Of 81 pairs that were read 18 of 19 with so many were one text, and 4 of 62 with fewer.
ENOUGH = 6


class Passage(NamedTuple):
    """One report's own words around what was said, in all of its readings; `day` is when it appeared."""

    report: str
    day: str
    narration: Narration


def narration(text: str, statement: Statement) -> Narration:
    """All runs of four words outside quotations, hardly a name among them, in a statement's sentence and next to it."""
    around = sentences_around(envelope((*statement.source, *statement.cue, *statement.content)), sentence_ends(text))
    quoted = [Span(*found.span()) for found in QUOTED.finditer(text)]
    quoted += statement.content if statement.kind == "direct" else ()
    words: list[str] = []
    found: set[tuple[str, ...]] = set()
    for match in WORD.finditer(text, *around):
        if any(span.start <= match.start() < span.end for span in quoted):
            words.clear()
            continue
        words = [*words[1 - RUN :], match[0]]
        if len(words) == RUN and sum(word.islower() for word in words) >= WRITTEN_SMALL:
            found.add(tuple(word.lower() for word in words))
    return frozenset(found)


def repeated(passages: Sequence[Passage]) -> dict[str, str]:
    """Of each report that prints one text with others of these, the first of those, by day; but for the firsts.

    `passages` has one for each report. What two print in the same words, and a third with one of them, is one text.
    """
    groups = {one.report: {one} for one in passages}
    for one, other in combinations(passages, 2):
        if groups[one.report] is not groups[other.report] and len(one.narration & other.narration) >= ENOUGH:
            whole = groups[one.report] | groups[other.report]
            groups |= {each.report: whole for each in whole}
    firsts = {report: _first(group) for report, group in groups.items()}
    return {report: first for report, first in sorted(firsts.items()) if report != first}


def _first(group: Iterable[Passage]) -> str:
    return min(group, key=lambda one: (one.day, one.report)).report
