"""Unit: evaluation.utterances, which scores joined wordings against pairs that people judged."""

from __future__ import annotations

import pytest

from onrecord.evaluation.utterances import Pair, Place, of_wordings, read_pairs
from onrecord.model import Span
from tests.collating.utterances.wordings import wording

OPENED = "“We will open the canal to grain ships before the winter sets in,”"
SAID = {
    "one": [wording(OPENED, report="one")],
    "two": [wording("that they would open the canal to grain ships before winter", report="two", kind="indirect")],
    "three": [wording("“Nobody has asked the fishermen about the toll,”", report="three")],
}


def place(text: str) -> Place:
    return Place(text, SAID[text][0].spans)


@pytest.mark.parametrize(
    ("other", "same", "counted"),
    [
        ("two", True, {"hits": 1}),
        ("two", False, {"wrong": 1}),
        ("three", True, {"missed": 1}),
        ("three", False, {}),
    ],
)
def test_each_pair_counts_once(other: str, same: bool, counted: dict[str, int]) -> None:
    score = of_wordings([Pair(place("one"), place(other), same)], SAID)
    found = {name: getattr(score, name) for name in ("hits", "wrong", "missed") if getattr(score, name)}
    assert found == counted


def test_a_place_where_nothing_is_read_is_not_joined() -> None:
    elsewhere = Place("two", (Span(500, 540),))
    score = of_wordings([Pair(place("one"), elsewhere, True)], SAID)
    assert (score.missed, score.unread) == (1, 1)


def test_precision_recall_and_f1() -> None:
    pairs = [Pair(place("one"), place("two"), True), Pair(place("one"), place("three"), True)]
    score = of_wordings(pairs, SAID)
    assert (score.precision, score.recall, round(score.f1, 2)) == (1.0, 0.5, 0.67)


def test_a_pair_may_stand_for_many() -> None:
    pairs = [
        Pair(place("one"), place("two"), True, drawn=8, stands_for=2.5),
        Pair(place("one"), place("three"), True, drawn=8, stands_for=7.5),
    ]
    score = of_wordings(pairs, SAID, weighed=True)
    assert (score.hits, score.missed, score.recall) == (2.5, 7.5, 0.25)


def test_the_judged_pairs_can_be_read() -> None:
    pairs = read_pairs()
    assert len(pairs) > 100
    assert {pair.same for pair in pairs} == {True, False}


def test_some_pairs_are_held_out() -> None:
    pairs = read_pairs()
    held_out = {place.text for pair in pairs if pair.held_out for place in (pair.one, pair.other)}
    assert sum(pair.held_out for pair in pairs) > 100
    assert held_out
