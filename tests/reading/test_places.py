"""Places among many places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.places import lies_in


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(0, 60), st.integers(0, 6))
def test_agrees_with_looking_at_each(gaps: list[int], start: int, length: int) -> None:
    spans, at = list[Span](), 0
    for gap in gaps:
        spans.append(Span(at + gap, at + gap + 4))
        at += gap + 4
    one = Span(start, start + length)
    assert lies_in(spans, one) == any(span.covers(one) for span in spans if span.start <= one.start)
