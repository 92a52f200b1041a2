"""What the encoder saw of a statement: the rows of its words, half way up, with whose part each word is.

The tagger reads every word of a report anyway; the network that judges stances goes on from its third layer, for the
words of one statement alone. Training and reading share this file.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.model import Spans, Statement
from onrecord.reading.attribution.pieces import Ints
from onrecord.reading.attribution.tagger import Floats, Tagged

SOURCE, CUE, CONTENT = 1, 2, 3
MOST = 56  # words of a view; a longer content is cut at its end


@dataclass(frozen=True)
class View:
    """A row a word: `lower` [words, size] is what the third layer saw; `parts` tells source, cue and content; `names`
    the kind of name that it belongs to, or 0: who is named must not settle a stance.
    """

    lower: Floats
    parts: Ints
    names: Ints


class Viewer:
    """Cuts views of statements out of one page as tagged."""

    def __init__(self, tagged: Tagged) -> None:
        self._lower, self._names = tagged.lower, tagged.names.argmax(axis=1)
        self._starts = np.array([span.start for span in tagged.words.spans], np.int64)
        self._ends = np.array([span.end for span in tagged.words.spans], np.int64)

    def __call__(self, statement: Statement) -> View | None:
        """Null where no word of the content was tagged."""
        parts = np.zeros(len(self._starts), np.int64)
        for part, spans in ((CONTENT, statement.content), (SOURCE, statement.source), (CUE, statement.cue)):
            self._mark(parts, spans, part)
        content = np.flatnonzero(parts == CONTENT)
        if not len(content):
            return None
        around = np.flatnonzero((parts == SOURCE) | (parts == CUE))[:MOST]
        mine = np.sort(np.concatenate([around, content[: MOST - len(around)]]))
        return View(self._lower[mine], parts[mine], self._names[mine])

    def _mark(self, parts: Ints, spans: Spans, part: int) -> None:
        for span in spans:
            first = int(np.searchsorted(self._ends, span.start, side="right"))
            parts[first : int(np.searchsorted(self._starts, span.end))] = part
