"""Sentences with their statements marked, so that tests read like a paper: "[Marn] {said} <that talks go on>."

`[source]`, `{cue}` and `<content>` stand in the text; where one sentence has two statements, `|` parts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span, Spans
from onrecord.reading.page import Page
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs, sentences
from onrecord.reading.transcripts import turns

MARK = re.compile(r"[\[\]{}<>|]")
KIND = {"[": "source", "{": "cue", "<": "content"}


@dataclass(frozen=True)
class Marked:
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


def page_of(text: str) -> Page:
    lines = paragraphs(text)
    every = tuple(s for line in lines for s in sentences(text, line))
    return Page(text, lines, every, quotations(text, lines), turns=turns(text, lines))


def marked(text: str) -> tuple[Page, list[Marked]]:
    """The page of the plain text, and a passage for each line or part of one that has marks."""
    plain, passages = "", list[Marked]()
    for part in re.split(r"(?<=\n)|(?=\|)", text):
        found: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        opened: list[tuple[str, int]] = []
        for piece in re.split(r"([\[\]{}<>|])", part):
            if piece in KIND:
                opened.append((KIND[piece], len(plain)))
            elif MARK.fullmatch(piece):
                if piece != "|":
                    kind, start = opened.pop()
                    found[kind].append(Span(start, len(plain)))
            else:
                plain += piece
        if any(found.values()):
            passages.append(Marked(**{kind: tuple(spans) for kind, spans in found.items()}))
    return page_of(plain), passages
