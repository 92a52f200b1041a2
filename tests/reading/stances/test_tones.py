"""Tests onrecord.reading.stances.tones: how pleasant words sound."""

from __future__ import annotations

import pytest

from onrecord.reading.stances.tones import lexicon, tone_features, tones


@pytest.mark.parametrize("word", ["brutal", "reckless", "betrayal"])
def test_unpleasant_words(word: str) -> None:
    assert lexicon()[word] < -1


@pytest.mark.parametrize("word", ["wonderful", "welcome", "progress"])
def test_pleasant_words(word: str) -> None:
    assert lexicon()[word] > 1


def test_a_denied_word_turns() -> None:
    assert tones("this is not safe".split())[-1] < 0


def test_words_without_a_tone_have_none() -> None:
    assert tones("the ferry to velmora".split()) == []


def test_features_count_both_sorts() -> None:
    found = set(tone_features("a brutal and reckless raid".split(), ["said"], "None", party=True, issues=False))
    assert {"ln:2", "lp:0", "lc:0"} <= found
