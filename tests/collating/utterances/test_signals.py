"""Unit: collating.utterances.signals, what speaks for one act of speaking, and the trained judge of it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.utterances.likeness import words_of
from onrecord.collating.utterances.signals import (
    COSTLY,
    Who,
    at_best,
    chance,
    cheap_signals,
    costly_signals,
    most_hoped,
    weighed,
    weights,
)
from tests.collating.utterances.wordings import wording

ONE = wording("“We will open the canal to grain ships before the winter sets in,”")
OTHER = wording("that the canal would be opened “to grain ships”", report="b", kind="mixed")


def signals(who: Who) -> tuple[dict[str, float], dict[str, float]]:
    x, y = words_of(ONE.slices), words_of(OTHER.slices)
    return cheap_signals(x, y, ONE, OTHER, who, apart=0), costly_signals(x, y, ONE, OTHER, who)


def test_each_signal_has_a_weight_and_each_weight_a_signal() -> None:
    cheap, costly = signals("same")
    assert set(costly) == set(COSTLY)
    assert cheap.keys() | costly.keys() == weights().keys()


@pytest.mark.parametrize("who", ["same", "same side", "not told", "another"])
def test_no_more_is_hoped_for_than_the_costly_signals_can_bring(who: Who) -> None:
    _, costly = signals(who)
    assert weighed(costly) <= most_hoped(who)


def test_one_speaker_speaks_for_it_and_another_against() -> None:
    same, another = (chance(sum(map(weighed, signals(who)))) for who in ("same", "another"))
    assert 0 < another < same < 1


def test_the_order_of_the_two_does_not_matter() -> None:
    x, y = words_of(ONE.slices), words_of(OTHER.slices)
    forth = cheap_signals(x, y, ONE, OTHER, "same", apart=0)
    back = cheap_signals(y, x, OTHER, ONE, "same", apart=0)
    assert forth == pytest.approx(back)


WORDS = "we we will not open the canal to 40 grain ships “before” Voss winters they opened it".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@given(TEXTS, TEXTS, st.sampled_from(["same", "same side", "not told", "another"]), st.integers(0, 2), st.booleans())
def test_no_pair_comes_to_more_than_its_best(one: str, other: str, who: Who, apart: int, direct: bool) -> None:
    a, b = wording(one, kind="direct" if direct else "indirect"), wording(other, report="b", kind="mixed")
    for left, right in combinations((a, b, a), 2):
        x, y = words_of(left.slices), words_of(right.slices)
        if x.total and y.total:
            every = cheap_signals(x, y, left, right, who, apart=apart) | costly_signals(x, y, left, right, who)
            assert weighed(every) <= at_best(x, y, left, right, who, apart=apart) + 1e-9
