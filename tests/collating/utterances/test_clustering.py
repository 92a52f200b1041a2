"""Unit: collating.utterances.clustering, which makes utterances of wordings and ties."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.utterances.clustering import cluster
from onrecord.collating.utterances.judging import ties
from onrecord.model.utterance import Tie, Utterance, Wording
from tests.collating.utterances.wordings import wording

FULL = "“We agree with these offers to cease dredging along the river,”"
SHORT = "“We agree with these offers to cease dredging,”"
RETOLD = "that Keldavia agreed with these offers to stop dredging along the river"
POINTS = "“There are dues on the canal that we have to settle.”"
MERGED = "that he agreed with offers to cease dredging but dues on the canal had to be settled"

WORDINGS = st.builds(
    wording,
    st.sampled_from([FULL, SHORT, RETOLD, POINTS, MERGED, "“No deal without the canal,”"]),
    speaker=st.sampled_from(["Ilmar Voss", "Voss", None, "Ora Tann"]),
    day=st.sampled_from(["2024-09-12", "2024-09-13", "2024-11-02", None]),
    report=st.sampled_from("abcdef"),
    kind=st.sampled_from(["direct", "indirect", "mixed"]),
)


def utterances(wordings: list[Wording]) -> list[Utterance]:
    return cluster(wordings, ties(wordings, ()))


def test_the_most_complete_direct_wording_is_the_base() -> None:
    every = [
        wording(RETOLD, report="a", kind="indirect"),
        wording(SHORT, report="b"),
        full := wording(FULL, report="c"),
    ]
    (found,) = utterances(every)
    assert found.base == full.id


def test_a_wording_of_two_sentences_does_not_make_one_of_both() -> None:
    every = [wording(FULL, report="a"), wording(POINTS, report="b"), wording(MERGED, report="c", kind="indirect")]
    of = {each.wording: one.id for one in utterances(every) for each in one.members}
    assert of[every[0].id] != of[every[1].id]


def test_what_only_a_third_wording_has_in_common_is_parted() -> None:
    locks = "“The locks of the northern canal are leaking and nobody in the capital listens,”"
    dredging = "“The capital must pay for the dredging of the canal this winter,”"
    both = "that the locks of the northern canal are leaking and that the capital must pay for dredging this winter"
    every = [wording(locks, report="a"), wording(dredging, report="c"), wording(both, report="b", kind="indirect")]
    assert len(ties(every, ())) == 2
    of = {each.wording: one.id for one in utterances(every) for each in one.members}
    assert of[every[0].id] != of[every[1].id]


LEAKING = "“The locks of the northern canal are leaking, and the capital must pay,”"
BOTH = "that the locks of the northern canal are leaking and the grain cannot pass"
GRAIN = "that grain for the northern towns cannot pass the locks before the winter"


def of_a_chain(last: str) -> list[Wording]:
    """The first and the third are tied to the second only; the third is of this report."""
    told = [wording(BOTH, report="b", kind="indirect"), wording(GRAIN, report=last, kind="indirect")]
    return [wording(LEAKING, report="a"), *told]


def test_what_a_third_report_has_and_the_base_hardly_is_taken_out() -> None:
    every = of_a_chain("c")
    assert {(tie.a, tie.b) for tie in ties(every, ())} == {pair_of(every[1], other) for other in every[::2]}
    assert sorted(len(one.members) for one in utterances(every)) == [1, 2]


def test_a_second_sentence_of_the_same_report_may_be_less_near() -> None:
    assert len(utterances(of_a_chain("b"))) == 1


def test_what_a_person_tied_is_near_enough() -> None:
    every = of_a_chain("c")
    judged = Tie(1.0, *pair_of(every[0], every[2]), "judged by Ora Tann: one answer")
    (whole,) = cluster(every, [*ties(every, ()), judged])
    assert {each.why for each in whole.members if each.wording != every[1].id} == {judged.why}


def pair_of(one: Wording, other: Wording) -> tuple[str, str]:
    a, b = sorted((one.id, other.id))
    return a, b


@given(st.lists(WORDINGS, max_size=12, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(wordings: list[Wording], chance: random.Random) -> None:
    shuffled = list(wordings)
    chance.shuffle(shuffled)
    assert utterances(shuffled) == utterances(wordings)


@given(st.lists(WORDINGS, max_size=10, unique_by=lambda one: one.id), st.permutations("abcdef"))
def test_ties_found_report_by_report_are_those_found_at_once(wordings: list[Wording], order: list[str]) -> None:
    there: list[Wording] = []
    found: list[Tie] = []
    for report in order:
        fresh = [one for one in wordings if one.report == report]
        found += ties(fresh, there)
        there += fresh
    assert sorted(found) == ties(wordings, ())


@given(st.lists(WORDINGS, max_size=12, unique_by=lambda one: one.id))
def test_all_but_the_base_are_tied_to_another_of_their_utterance(wordings: list[Wording]) -> None:
    found = ties(wordings, ())
    for one in cluster(wordings, found):
        ids = {each.wording for each in one.members}
        tied = {id for tie in found if {tie.a, tie.b} <= ids for id in (tie.a, tie.b)}
        assert ids - {one.base} <= tied


@given(st.lists(WORDINGS, max_size=12, unique_by=lambda one: one.id))
def test_every_wording_is_in_one_utterance(wordings: list[Wording]) -> None:
    members = [each.wording for one in utterances(wordings) for each in one.members]
    assert sorted(members) == sorted(one.id for one in wordings)
