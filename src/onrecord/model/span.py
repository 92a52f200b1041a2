"""Spans: places in a report's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of one report's text."""

    start: int
    end: int

    def text(self, of: str) -> str:
        """The characters themselves: always `of[start:end]`."""
        return of[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def spans(pairs: Iterable[Iterable[int]]) -> Spans:
    """Spans from `[[start, end], ...]`, as JSON has them."""
    return tuple(Span(*pair) for pair in pairs)


def envelope(of: Spans) -> Span:
    """The least span that covers them all. Raises ValueError when there is none."""
    if not of:
        raise ValueError("no spans, so nothing covers them")
    return Span(min(s.start for s in of), max(s.end for s in of))
