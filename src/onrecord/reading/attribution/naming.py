"""Names, from the same look at the words that finds the statements."""

from __future__ import annotations

from typing import cast

from onrecord.model import Span
from onrecord.reading.attribution.decoding import best_tags, runs, transitions
from onrecord.reading.attribution.labels import NAME_TAGS
from onrecord.reading.attribution.tagger import Tagged
from onrecord.reading.who.naming.names import Label, NameSpan

MAY_FOLLOW = transitions(NAME_TAGS)


def tagged_names(tagged: Tagged) -> list[NameSpan]:
    """The names of a page, in order, none overlapping another."""
    path = best_tags(tagged.names, NAME_TAGS, MAY_FOLLOW)
    spans = tagged.words.spans
    return [
        NameSpan(Span(spans[run.start].start, spans[run.end - 1].end), cast("Label", run.label), run.score)
        for run in runs(path, tagged.names, NAME_TAGS)
    ]
