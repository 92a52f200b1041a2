"""Unit: collating.utterances.surroundings, what stands around a wording in its report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.utterances.surroundings import Surroundings, sentence_ends, sentences_around
from onrecord.model import Span

SAID = "“Nobody will dredge the delta,”"
TEXT = (
    "Herons nested late. The delta flooded twice in the delta’s wettest summer. "
    f"{SAID} said Mr. Voss of the harbour. A clerk wept. Gulls stole the sandwiches."
)


def around(text: str, said: str) -> tuple[frozenset[str], frozenset[str]]:
    at = text.index(said)
    return Surroundings.of(text).of_wording((said,), Span(at, at + len(said)))


def test_a_word_that_the_report_is_full_of_is_not_seldom() -> None:
    seldom, _ = around(TEXT, SAID)
    assert "dredg" in seldom
    assert "delta" not in seldom


def test_the_sentence_before_and_the_one_after_stand_beside_and_no_other() -> None:
    _, beside = around(TEXT, SAID)
    assert {"clerk", "voss", "harbour"} <= beside
    assert not {"heron", "gull", "sandwich"} & beside


def test_its_own_words_do_not_stand_beside_it() -> None:
    _, beside = around(TEXT, SAID)
    assert not {"dredg", "delta"} & beside


@pytest.mark.parametrize("text", ["He met Mr. Voss there", "the U.S. Navy left", "one line\nanother"])
def test_where_sentences_end(text: str) -> None:
    assert len(sentence_ends(text)) == 2 + text.count("\n")


@given(st.text(alphabet="ab. !?\nA", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_around_holds_what_was_said(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert sentences_around(Span(start, end), sentence_ends(text)).covers(Span(start, end))
