"""Places among many places, found without looking at each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Span

DEEPEST = 3  # spans that may lie in one another


def lies_in(spans: Sequence[Span], span: Span) -> bool:
    """Does the span lie within one of the spans, which are in the order of the text?"""
    index = bisect_right(spans, span.start, key=lambda one: one.start)
    return any(one.covers(span) for one in spans[max(0, index - DEEPEST) : index])
