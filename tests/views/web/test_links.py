"""views.web.links: which pieces of a text are the words of a quote."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.model.position import Passage, Quote
from onrecord.views.web.links import cited


def told(text: str, *quotes: str) -> list[tuple[str, bool]]:
    rows = [Quote(Passage("report-1", (Span(0, 1),)), one, None, None) for one in quotes]
    return [(piece, quote is not None) for piece, quote in cited(text, rows) if piece]


def test_words_of_a_quote_are_found_whatever_their_case() -> None:
    assert told("We sign If it pays.", "if it pays") == [("We sign ", False), ("If it pays", True), (".", False)]


@pytest.mark.parametrize("text", ["We sign ıf it pays.", "We sign İf it pays."])
def test_a_letter_that_only_looks_alike_is_no_fault(text: str) -> None:
    assert "".join(piece for piece, _ in told(text, "if it pays")) == text
