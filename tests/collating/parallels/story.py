"""Invented reports of one story, a sentence a line, as they are laid beside one another."""

from __future__ import annotations

import re

from onrecord.collating.parallels.sentences import Sentence, sentences_of
from onrecord.model import Quantity, Reading, Span

# What else the papers print of that day: a story of four sentences tells nothing about which words are common in it.
ELSE = (
    "The market in Brennick was closed on Monday for the funeral of the old harbour master.",
    "Rain fell on the lower terraces and washed two carts of barley into the canal.",
    "A choir of forty children sang in the square before the town hall in the evening.",
    "The ferry company has sold its last steamer to a museum in the hills.",
)


def report(name: str, *lines: str, day: str = "2024-09-12") -> list[Sentence]:
    """The sentences of a report in which each line is one; figures are of the word behind them."""
    text = "\n".join((*lines, *(f"{line[:-1]}, the {name} writes." for line in ELSE)))
    spans = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    figures = tuple(
        Quantity((Span(*found.span(1)),), float(found[1]), None, (Span(*found.span(2)),))
        for found in re.finditer(r"\b(\d+) ([a-z]+)", text)
    )
    return sentences_of(Reading(f"report-{name}", language="en", sentences=spans, quantities=figures), text, day)
