"""Unit: collating.utterances.surroundings, what else two reports share and what it says of two wordings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.collating.utterances.judging import Asked, asked, ties
from onrecord.collating.utterances.signals import weights
from onrecord.collating.utterances.surroundings import Pair, Surroundings
from onrecord.model import Span
from onrecord.model.utterance import Wording
from tests.collating.utterances.wordings import wording

OPENED = "“We will open the canal to grain ships before the winter sets in,”"
RETOLD = "that the canal would be open to ships by winter"
TOLLS = "“Nobody asked the fishermen about the toll on their nets,”"
ALONE = {"same speaker x whole": 0.3, "one day": 1.0}


def at(place: int, text: str, report: str) -> Wording:
    one = wording(text, report=report, kind="direct" if text[0] == "“" else "indirect")
    return replace(one, spans=(Span(place, place + len(text)),))


def question(one: Wording, other: Wording) -> Asked:
    found = asked(one, other, hopeless=-99.0)
    assert found is not None
    return found


def signals(pair: Pair, *others: Pair) -> dict[str, float]:
    return Surroundings.of([pair, *others]).signals(pair, ALONE)


A, B = at(100, OPENED, "a"), at(300, RETOLD, "b")
PAIR = question(A, B).pair
NEXT = question(at(200, TOLLS, "a"), at(400, TOLLS, "b")).pair
FAR = question(at(2000, TOLLS, "a"), at(400, TOLLS, "b")).pair


def test_each_signal_has_a_weight_and_each_weight_a_signal() -> None:
    assert signals(PAIR).keys() | question(A, B).signals.keys() == weights(together=True).keys()


def test_a_pair_near_by_speaks_for_it_and_one_far_off_does_not() -> None:
    assert signals(PAIR)["tied near by"] == signals(PAIR, FAR)["tied near by"] == 0.0
    assert signals(PAIR, NEXT)["tied near by"] > 0.9


def test_what_else_two_reports_share_counts_by_its_share_of_the_lesser_report() -> None:
    assert signals(PAIR)["tied elsewhere"] == 0.0
    assert signals(PAIR, NEXT)["tied elsewhere"] == pytest.approx(0.5)


def test_a_word_that_two_reports_have_throughout_tells_less() -> None:
    again = question(at(900, "the canal is old", "a"), at(900, "that canal again", "b")).pair
    assert signals(PAIR, again)["own words shared"] < signals(PAIR)["own words shared"]


def test_another_of_the_same_report_that_fits_better_is_a_rival() -> None:
    better = question(A, at(600, OPENED, "b")).pair
    assert signals(PAIR)["rival"] == 0.0
    assert signals(PAIR, better)["rival"] > 0.5


def test_which_report_comes_first_does_not_matter() -> None:
    one, other = [A, NEXT.a], [B, NEXT.b]
    assert ties(one, other) == ties(other, one) != []
