"""Asides: what a page prints at the foot of its report and is no part of it, told by how little it hangs on the report.

"The harbour stays shut. Ada Roe took the stand on Monday, a court hears. Bakers in Esk raise prices again." Teasers of
other stories and notes on writers read like prose and end in full stops, so no phrase tells them; but they bring words
and names that the report has not, take up nothing with "he" or "but", and stand together at the foot. A logistic score
over such marks for each of the last sentences (`asides_marks.py`; `asides.tsv` has the weights, a mark and its weight
in hundredths a line, fitted by `python -m training.asides`); cut off is the end of the page whose scores make the
greatest sum, if that is great enough.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Span, Spans
from onrecord.model import weights as tables
from onrecord.model.weights import Weights, odds_of
from onrecord.reading.asides_marks import marks

MOST = 10  # sentences at the foot that are looked at
BODY = 5  # sentences that a report must have before its asides; of less nothing can be told
COST = 3.0  # what all that is cut off must score together
FIRST = 0.5  # what the first of it must score: a report's own last sentence is the likeliest to be lost
FEWEST = 2  # sentences: of one alone little can be told
# Pages that disclaim what they link to print up to five teasers of other stories above it, more often than others.
TEASES = re.compile(
    r"not responsible for (?:the )?contents? (?:of|on) (?:external|other|third[- ]party|linked) (?:web ?)?sites", re.I
)
TEASERS, LIKELIER = 5, 2.5
HANGS = frozenset(("opens:takes up", "opens:goes on", "opens:quotation"))
NONE = -99.0


def asides(text: str, sentences: Spans, taken: Spans, *, weights: Weights | None = None) -> Spans:
    """The sentences at the foot of the page that are no part of its report, in order; empty where none surely are.

    `sentences` are the page's, `taken` what is furniture already and unread: both in order.
    """
    prose, first = foot(sentences, taken)
    if len(prose) <= first:
        return ()
    table = shipped() if weights is None else weights
    teases = TEASES.search(text, prose[-1].end) is not None
    scores = scored(marks(text, prose, first, taken, sentences[-1].end), table, teases=teases)
    return tuple(prose[first + cut(scores, teases=teases) :])


def foot(sentences: Spans, taken: Spans) -> tuple[Spans, int]:
    """The page's prose, and from which sentence of it on it is asked whether it is an aside."""
    prose = tuple(one for one in sentences if not _is_taken(one, taken))
    return prose, max(BODY, len(prose) - MOST)


def cut(scores: Sequence[float], *, teases: bool = False) -> int:
    """From which sentence on the sum of the scores is greatest; behind the last one where no sum is great enough."""
    fewest, most, least = (1, TEASERS, 0.0) if teases else (FEWEST, len(scores), FIRST)
    best, at, total = COST, len(scores), 0.0
    for many in range(1, min(most, len(scores)) + 1):
        total += scores[-many]
        if total > best and scores[-many] > least and many >= fewest:
            best, at = total, len(scores) - many
    return at


def scored(each: Iterable[frozenset[str]], weights: Weights, *, teases: bool) -> list[float]:
    """The scores of sentences by their marks. Where teasers are likely, what takes up the report is still none."""
    if not teases:
        return [odds_of(found, weights) for found in each]
    return [NONE if found & HANGS else odds_of(found, weights) + LIKELIER for found in each]


def shipped() -> Weights:
    """The weights that ship in the package."""
    return tables.shipped("onrecord.reading", "asides.tsv")


def key() -> str:
    """A hash of the weights, which a reading's key takes in."""
    return tables.key_of("onrecord.reading", "asides.tsv")


def _is_taken(sentence: Span, taken: Spans) -> bool:
    at = bisect_right(taken, sentence.start, key=lambda span: span.start) - 1
    return at >= 0 and taken[at].covers(sentence)
