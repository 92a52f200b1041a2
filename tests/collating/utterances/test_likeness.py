"""Unit: collating.utterances.likeness, what two wordings have in common word by word."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.utterances.likeness import contradict, longest_run, quoted_weight, telling, words_of
from tests.collating.utterances.wordings import wording


@pytest.mark.parametrize(
    ("one", "other", "contradicting"),
    [
        ("“We will not open the canal,”", "“We will open the canal,”", True),
        ("“We will not open the canal,”", "that the canal would not be opened", False),
        ("“We will not open the canal,”", "that she refused to open the canal", False),
        ("the boats left the channel, which was not open to fishermen", "the boats left the channel", False),
        ("“The offer is final,”", "“The offer isn't final,”", True),
        ("a second man was charged over the fire", "a third man was charged over the fire", True),
        ("the second lock was shut first", "the first lock was shut", False),
        ("at least 3,141 were killed, 215 of them since March", "at least 3,007 were killed, 198 since March", True),
        ("at least 3,141 were killed, 215 of them since March", "that 3,141 had been killed", False),
        ("some 3,000 were killed", "at least 2,970 were killed", False),
        ("the canal of 1998 leaks", "the canal leaks as in 2004", False),
    ],
)
def test_what_the_one_denies_or_counts_otherwise(one: str, other: str, contradicting: bool) -> None:
    assert contradict(words_of((one,)), words_of((other,))) is contradicting
    assert contradict(words_of((other,)), words_of((one,))) is contradicting


def test_words_in_both_quotations_weigh() -> None:
    one = wording("the council had handed the smugglers “a free harbour”", kind="mixed")
    other = wording("that they offered a “free harbour” to the smugglers", kind="mixed", report="b")
    assert quoted_weight(one, other) > 1


def test_a_name_in_two_long_quotations_weighs_nothing() -> None:
    one = wording("“The Harbour Board has asked nobody about the toll that the fishermen must pay from autumn on,”")
    other = wording("“Whoever has a boat should write to the Harbour Board before the winter and tell of the damage,”")
    assert quoted_weight(one, other) == 0


def test_what_says_next_to_nothing_tells_nothing() -> None:
    assert telling(words_of(("“Yes, it is,”",))) == []


def test_the_rarest_words_come_first() -> None:
    assert telling(words_of(("“People want the dredging to stop,”",)))[0] == "dredg"


@given(*2 * [st.lists(st.sampled_from("locks leak dam holds tide".split()), max_size=12).map(" ".join)])
def test_the_longest_run_is_that_of_difflib(one: str, other: str) -> None:
    x, y = words_of((one,)), words_of((other,))
    found = SequenceMatcher(None, x.order, y.order, autojunk=False).find_longest_match()
    assert longest_run(x, y) == found.size


def test_seconds_are_no_ordinal() -> None:
    assert words_of(("It takes 20 seconds to shut the second lock",)).ordinals == {"second"}
    assert not words_of(("It takes 20 seconds to shut the lock",)).ordinals
