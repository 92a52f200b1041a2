"""Texts whose sources are marked by hand, read without a tagger."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Actor, Span, Spans
from onrecord.reading.page import Page
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs, sentences
from onrecord.reading.who import Resolved, SourceReading, resolve
from onrecord.reading.who.naming.names import Label, NameSpan


@dataclass(frozen=True)
class Passage:
    source: Spans
    cue: Spans = ()
    content: Spans = ()
    within: int | None = None


def page(text: str) -> Page:
    lines = paragraphs(text)
    return Page(text, lines, tuple(s for p in lines for s in sentences(text, p)), quotations(text, lines))


def read(marked: str, **names: Label) -> tuple[str, Resolved]:
    """Reads a text in which ⟦source⟧ brackets each source; `names` are words that a tagger found, and their labels."""
    text, sources, start = "", [], 0
    for char in marked:
        if char == "⟦":
            start = len(text)
        elif char == "⟧":
            sources.append(Span(start, len(text)))
        else:
            text += char
    tagged = []
    for name, label in names.items():
        word, at = name.replace("_", " "), -1
        while (at := text.find(word, at + 1)) >= 0:
            tagged.append(NameSpan(Span(at, at + len(word)), label))
    return text, resolve(page(text), tagged, [Passage((source,)) for source in sources], report="r")


def speakers(marked: str, **names: Label) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in read(marked, **names)[1].readings]


def last(marked: str, **names: Label) -> SourceReading:
    """How the last of the marked sources is read."""
    return read(marked, **names)[1].readings[-1]


def actor(found: Resolved, name: str) -> Actor:
    return next(one for one in found.actors if one.name == name)
