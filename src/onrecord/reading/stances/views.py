"""A statement as the network that hears what it does is shown it: the pieces of its sentence, and whose part each is.

Training and reading share this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from onrecord.model import Spans, Statement, envelope
from onrecord.reading.attribution.labels import NAME_TAGS
from onrecord.reading.attribution.pieces import CLS, SEP, Ints, Words
from onrecord.reading.attribution.tagger import Tagged

AROUND, CUE, CONTENT = 1, 2, 3
MOST = 96  # pieces of a view; what is longer is cut at its end
BEFORE = 24  # pieces of the sentence before
FARTHEST = 160  # words from the first to the last part; of what is farther apart only cue and content are shown
# Who is named must not settle a stance: BERT's pieces "person", "group", "country" and "national" stand for names.
STANDS_FOR = {"person": 2711, "organisation": 2177, "place": 2406, "demonym": 2120}


@dataclass(frozen=True)
class View:
    """`ids` [pieces] of the encoder's vocabulary; `parts` [pieces] tells cue, content and what stands around them, 0
    the sentence before, and marks."""

    ids: Ints
    parts: Ints


class Viewer:
    """Cuts views of statements out of one page as tagged. `pieces` are those of each of its `words`, names hidden."""

    def __init__(self, tagged: Tagged) -> None:
        self.words = tagged.words
        edges = np.array(tagged.words.spans, np.int64).reshape(-1, 2)
        self._starts, self._ends = edges[:, 0].copy(), edges[:, 1].copy()
        self.pieces = _without_names(tagged.words, tagged.names.argmax(axis=1))

    def __call__(self, statement: Statement) -> View | None:
        """Null where no word of the content was tagged."""
        content, cue = self.words_in(statement.content), self.words_in(statement.cue)
        if not len(content):
            return None
        mine = np.union1d(cue, content)
        first, last = int(mine[0]), int(mine[-1]) + 1
        begins = int(np.searchsorted(self.words.sentence, self.words.sentence[content[0]]))
        if last - first <= FARTHEST:
            mine = np.arange(min(first, begins), last)
        parts = np.where(np.isin(mine, content), CONTENT, np.where(np.isin(mine, cue), CUE, AROUND))
        shown = [self.pieces[word] for word in mine.tolist()]
        before = self.before(begins)
        ids = np.array([CLS, *before, SEP, *chain.from_iterable(shown)], np.int64)[:MOST]
        of = np.concatenate([np.zeros(len(before) + 2, np.int64), np.repeat(parts, list(map(len, shown)))])[:MOST]
        return View(ids, of)

    def words_in(self, spans: Spans) -> Ints:
        """The words of these places."""
        if not spans:
            return np.zeros(0, np.int64)
        left, right = envelope(spans)
        first = int(np.searchsorted(self._ends, left, side="right"))
        words = np.arange(first, int(np.searchsorted(self._starts, right)))
        inside = np.zeros(len(words), bool)
        for span in spans:
            inside |= (self._starts[words] < span.end) & (self._ends[words] > span.start)
        return words[inside]

    def before(self, begins: int) -> list[int]:
        """The last pieces of the sentence before the one that begins with this word."""
        if begins == 0:
            return []
        first = int(np.searchsorted(self.words.sentence, self.words.sentence[begins - 1]))
        return [piece for at in range(first, begins) for piece in self.pieces[at]][-BEFORE:]


def _without_names(words: Words, names: Ints) -> list[list[int]]:
    """The pieces of each word; of a name one that says of what kind it is."""
    pieces: list[int] = words.pieces.tolist()
    out = [pieces[first:end] for first, end in pairwise(words.first.tolist())]
    for at in np.flatnonzero(names).tolist():
        place, kind = NAME_TAGS[names[at]].split("-")
        goes_on = place == "I" and at > 0 and NAME_TAGS[names[at - 1]].endswith(kind)
        out[at] = [] if goes_on else [STANDS_FOR[kind]]
    return out
