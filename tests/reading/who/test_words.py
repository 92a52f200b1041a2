"""The words of a page: which of some spans each word follows or stands in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.who.wording.words import cut, inside, numbered

TEXT = "Norr said so. The U.S. envoy’s ferry left at 9, and Kolt stayed."
SPANS = st.lists(st.integers(0, len(TEXT)), max_size=8, unique=True).map(
    lambda edges: [Span(*pair) for pair in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)]
)


def test_words_and_marks_are_slices_of_the_text() -> None:
    words = cut(TEXT)
    assert [TEXT[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == list(words.words)
    assert words.words[4:9] == ("The", "U.S.", "envoy", "’s", "ferry")


@given(SPANS)
def test_each_word_has_the_last_span_that_starts_by_it(spans: list[Span]) -> None:
    words = cut(TEXT)
    assert numbered(words, spans) == [sum(span.start <= start for span in spans) - 1 for start in words.starts]


@given(SPANS)
def test_a_word_is_inside_where_a_span_holds_its_beginning(spans: list[Span]) -> None:
    words = cut(TEXT)
    assert inside(words, spans) == [any(one.start <= start < one.end for one in spans) for start in words.starts]
