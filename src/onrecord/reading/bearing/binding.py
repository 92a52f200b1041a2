"""Whether a stance is on the issue that is named beside it, or this is a word of the background.

A logistic score over plain marks: where the issue stands beside the words that show the stance, what stands between,
which other issues are nearer, and how much of the report is about it. `binding.tsv` has the weights, a mark and its
weight in hundredths a line; `python -m training.positions.binding` fits them. No word is a mark: with them it was no
better on other negotiations.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import IssueHit, IssueStance, Span, Statement, envelope
from onrecord.model import weights as tables
from onrecord.model.weights import Weights
from onrecord.reading.page import Page
from onrecord.reading.words import lowered

TOP = 150  # characters in which a report says what it is about
_BREAK = re.compile(
    r"\b(?:after|since|while|which|who|whose|amid|during|despite|because|where|when|before|following|ahead of|than|as|"
    r"but|and|that|if|whether)\b|[;.?!,\"“”]"
)
MOSTLY = 1.7  # the log-odds of the issue of the stances that were learned from, in the mean
FAINT = 0.005  # what was heard is taken for no surer than this, either way


class Binding:
    """Tells the marks of the stances of one page. `hits` are its places that touch issues, in order."""

    def __init__(self, page: Page, hits: Sequence[IssueHit]) -> None:
        self._text = page.text
        self._low = lowered(page.text)
        self._page = page
        self._hits = hits
        self._starts = [one.span.start for one in hits]
        self._often = Counter(one.issue for one in hits)
        self._top = {one.issue for one in hits if one.span.start < TOP}

    def marks(self, statement: Statement, held: IssueStance) -> frozenset[str]:
        """What tells where the issue stands: `bt:` is what stands between it and the words that show the stance."""
        named = next((one for one in self._hits_in(held.evidence) if one.issue == held.issue), None)
        if named is None:
            return frozenset((f"i:{held.issue}", "noplace"))
        return frozenset((f"i:{held.issue}", *self._weight(named), *self._beside(statement, held, named)))

    def _hits_in(self, places: Iterable[Span]) -> Iterator[IssueHit]:
        for place in places:
            for one in self._hits[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]:
                if one.span == place:
                    yield one

    def _weight(self, named: IssueHit) -> Iterator[str]:
        """How much of the report is about it."""
        times = self._low.count(self._low[named.span.start : named.span.end])
        yield f"often:{bisect_right((2, 3, 5, 9), times)}"
        yield f"count:{bisect_right((2, 3, 5, 9, 15), self._often[named.issue])}"
        yield f"share:{bisect_right((0.05, 0.1, 0.2, 0.35, 0.6), self._often[named.issue] / len(self._hits))}"
        if named.issue in self._top:
            yield "top"
        if named.hint:
            yield "hint"
        if named.yields:
            yield "yields"

    def _beside(self, statement: Statement, held: IssueStance, named: IssueHit) -> Iterator[str]:
        place = named.span
        around = envelope(statement.content) if statement.content else place
        inside = self._hits[bisect_left(self._starts, around.start) : bisect_left(self._starts, around.end)]
        others = [one for one in inside if one.issue != named.issue]
        yield f"mine:{min(3, len(inside) - len(others))}"
        yield f"others:{min(3, len({one.issue for one in others}))}"
        far = (place.start - around.start) / max(1, around.end - around.start)
        yield f"far:{bisect_right((0, 0.15, 0.4, 0.7, 1), far)}"
        if any(one.span.overlaps(place) for one in others):
            yield "overlapped"
        act = next((one for one in held.evidence if one != place), None)
        if act is not None:
            yield from self._from(act, place, others)

    def _from(self, act: Span, place: Span, others: Sequence[IssueHit]) -> Iterator[str]:
        """How the issue stands to the words that show the stance."""
        side = "behind" if place.start >= act.start else "ahead"
        yield f"side:{side}"
        yield f"dist:{side}:{bisect_right((5, 15, 35, 70, 130), _apart(act, place))}"
        if others:
            nearest = min(_apart(act, one.span) for one in others)
            yield "nearest" if _apart(act, place) <= nearest else "farther"
        if side == "behind":
            breaks = {one.group() for one in _BREAK.finditer(self._low, act.end, max(act.end, place.start))}
            yield from (f"bt:{one}" for one in sorted(breaks) or ["none"])
        if self._page.sentence_at(act.start) != self._page.sentence_at(place.start):
            yield "another sentence"


def _apart(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def bound(heard: float, odds: float) -> float:
    """What was heard of a stance, 0..1, by how much likelier than of most its issue is the one."""
    heard = min(max(heard, FAINT), 1 - FAINT)
    return 1 / (1 + math.exp(-(math.log(heard / (1 - heard)) + odds - MOSTLY)))


def shipped() -> Weights:
    """The weights that ship in the package."""
    return tables.shipped("onrecord.reading.bearing", "binding.tsv")


def key() -> str:
    """A hash of the weights, which a reading's key takes in."""
    return tables.key_of("onrecord.reading.bearing", "binding.tsv")
