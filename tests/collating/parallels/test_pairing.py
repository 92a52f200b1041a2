"""Unit: collating.parallels.pairing, which finds the sentences of two reports that tell one thing."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.collating.parallels.pairing import Laid, parallels
from onrecord.collating.parallels.sentences import Sentence
from onrecord.collating.parallels.signals import signals, weights
from tests.collating.parallels.story import ELSE, report

VESSELS = "The delta pact will be reviewed after six harvests and could then be extended for another sixteen."
EXTEND = "The two ports agreed to a review of the delta pact every six harvests that would extend it for sixteen more."


def beside(*reports: list[Sentence]) -> set[frozenset[str]]:
    """The pairs, without what the papers have in common anyway."""
    found = ({pair.one.text, pair.other.text} for pair in parallels(Laid.of(reports)))
    return {frozenset(pair) for pair in found if not any(text.startswith(line[:30]) for text in pair for line in ELSE)}


def test_one_thing_told_in_other_words() -> None:
    assert beside(report("Courier", VESSELS), report("Mirror", EXTEND)) == {frozenset((VESSELS, EXTEND))}


@pytest.mark.parametrize(
    "other",
    [
        "The delta was still under water in the third week of the flood, said a pilot of the coastguard.",
        "Six people of the delta were brought to the hospital of Port Aldis.",
    ],
)
def test_another_thing(other: str) -> None:
    assert not beside(report("Courier", VESSELS), report("Mirror", other))


def test_reports_of_other_days_are_not_laid_side_by_side() -> None:
    assert not beside(report("Courier", VESSELS, day="2024-09-01"), report("Mirror", EXTEND))


def test_a_sentence_stands_with_one_of_each_other_report() -> None:
    told = beside(report("Courier", VESSELS), report("Mirror", EXTEND, VESSELS))
    assert told == {frozenset((VESSELS,))}


def test_nothing_within_one_report() -> None:
    assert not beside(report("Courier", VESSELS, EXTEND))


def test_the_order_of_the_reports_does_not_matter() -> None:
    every = [report("Courier", VESSELS), report("Mirror", EXTEND), report("Post", VESSELS)]
    assert len({frozenset(beside(*order)) for order in permutations(every)}) == 1


def test_each_signal_has_a_weight() -> None:
    laid = Laid.of([report("Courier", VESSELS), report("Mirror", EXTEND)])
    (one, other), _ = next(iter(laid.like.items()))
    found = signals(one, other, laid.words[one], laid.words[other], 0.0, frozenset())
    assert list(found) == list(weights())
