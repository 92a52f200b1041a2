"""A statement as the network is shown it that tells whether a stance bears on an issue.

That is the sentence, its parts, and where the issue and the words that show the stance stand, behind the names of both.

Training and reading share this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from tokenizers import Tokenizer

from onrecord.model import IssueHit, IssueStance, Span, Spans, Statement, envelope
from onrecord.reading.attribution.pieces import CLS, SEP, Ints
from onrecord.reading.page import Page
from onrecord.reading.stances.views import AROUND, BEFORE, CONTENT, CUE, Viewer

SOURCE, NAMED = 4, 5
ISSUE, SHOWS = 1, 2
FARTHEST = 220  # words from the first to the last part; of what is farther apart only the parts are shown
MOST = 112  # pieces of the sentence; of a longer one those around the issue
LONGEST = 40  # characters of words that show a stance; a whole content is marked as content


@dataclass(frozen=True)
class View:
    """`ids` [pieces] of the encoder's vocabulary; `parts` [pieces] tells source, cue, content and what stands around
    them; `marks` [pieces] where the issue is named, and which words show the stance."""

    ids: Ints
    parts: Ints
    marks: Ints


class BearingViewer:
    """Cuts views out of one page. `hits` are its places that touch issues, in order."""

    def __init__(self, page: Page, viewer: Viewer, hits: Sequence[IssueHit], tokenizer: Tokenizer) -> None:
        self._page = page
        self._viewer = viewer
        self._hits = hits
        self._tokenizer = tokenizer

    def __call__(self, statement: Statement, held: IssueStance) -> View | None:
        """Null where no word of the content was tagged, or the stance is on no issue."""
        if held.issue is None or not len(content := self._viewer.words_in(statement.content)):
            return None
        cue, source = self._viewer.words_in(statement.cue), self._viewer.words_in(statement.source)
        mine = np.union1d(np.union1d(cue, content), source)
        begins = self._begins(int(mine[0]))
        if int(mine[-1]) + 1 - begins <= FARTHEST:
            mine = np.arange(begins, int(mine[-1]) + 1)
        parts = np.select([np.isin(mine, one) for one in (content, cue, source)], [CONTENT, CUE, SOURCE], AROUND)
        marks = self._marks(mine, statement, held)
        pieces = [self._viewer.pieces[word] for word in mine.tolist()]
        counts = np.array([len(one) for one in pieces])
        ids = np.array(list(chain.from_iterable(pieces)), np.int64)
        parts, marks = np.repeat(parts, counts), np.repeat(marks, counts)
        ids, parts, marks = (one[_around(marks, parts)] for one in (ids, parts, marks))
        named, before = self._named(held), self._viewer.before(begins)[-BEFORE:]
        ahead = len(before) + 1
        return View(
            np.array([CLS, *named, SEP, *before, SEP, *ids], np.int64),
            np.array([NAMED] * (len(named) + 2) + [0] * ahead + parts.tolist(), np.int64),
            np.array([0] * (len(named) + 2 + ahead) + marks.tolist(), np.int64),
        )

    def _begins(self, word: int) -> int:
        """The first word of a word's sentence."""
        sentence = self._viewer.words.sentence
        return int(np.searchsorted(sentence, sentence[word]))

    def _named(self, held: IssueStance) -> list[int]:
        words = f"{held.issue} : {held.stance}".replace("-", " ")
        return list(self._tokenizer.encode(words, add_special_tokens=False).ids)

    def _marks(self, mine: Ints, statement: Statement, held: IssueStance) -> Ints:
        places = [one.span for one in self._within(statement) if one.issue == held.issue]
        shows = [one for one in held.evidence if one not in places and one.end - one.start < LONGEST]
        issue, shown = self._at(mine, places), self._at(mine, shows)
        return np.where(issue, ISSUE, np.where(shown, SHOWS, 0))

    def _at(self, mine: Ints, places: Spans | Sequence[Span]) -> Ints:
        found = np.zeros(len(mine), np.int64)
        for one in places:
            found |= np.isin(mine, self._viewer.words_in((one,)))
        return found

    def _within(self, statement: Statement) -> Sequence[IssueHit]:
        """What touches an issue in the statement's sentences."""
        start, end = envelope((*statement.source, *statement.cue, *statement.content))
        first, last = self._page.sentence_at(start), self._page.sentence_at(end - 1)
        left = min(start, self._page.sentences[first].start) if first >= 0 else start
        right = max(end, self._page.sentences[last].end) if last >= 0 else end
        return [one for one in self._hits if left <= one.span.start < right]


def _around(marks: Ints, parts: Ints) -> slice:
    """The pieces that are shown of a long sentence: those around what is marked, or else from the cue or content on."""
    if len(marks) <= MOST:
        return slice(None)
    marked = next((at for at in (np.flatnonzero(marks == ISSUE), np.flatnonzero(marks)) if len(at)), None)
    middle = int(np.flatnonzero((parts == CUE) | (parts == CONTENT))[0]) if marked is None else int(marked.mean())
    first = max(0, min(len(marks) - MOST, middle - MOST // 2))
    return slice(first, first + MOST)
