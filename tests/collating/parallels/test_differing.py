"""Unit: collating.parallels.differing, which tells what reports have otherwise in sentences that tell one thing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.collating.parallels.differing import disagreements
from onrecord.collating.parallels.pairing import Laid, Parallel
from onrecord.collating.parallels.sentences import Sentence
from onrecord.model.disagreement import Disagreement
from tests.collating.parallels.story import report


def between(*lines: str) -> list[Disagreement]:
    """What the first sentences of reports have otherwise, if each tells one thing with the next."""
    reports = [report(f"Paper{at}", line) for at, line in enumerate(lines)]
    firsts: list[Sentence] = [each[0] for each in reports]
    pairs = [Parallel(one, other, 0.9) for one, other in pairwise(firsts)]
    return list(disagreements(Laid.of(reports), pairs))


def test_another_figure_of_the_same_is_serious() -> None:
    (found,) = between(
        "In all 93 trucks with flour reached the island of Norr on Tuesday.",
        "The island of Norr was reached by 120 trucks with flour, as its mayor counted.",
    )
    assert (found.kind, found.weight, found.why) == ("number", "serious", "93 / 120")


@pytest.mark.parametrize(
    "other",
    [
        "More than 90 trucks with flour, barley and lamp oil came to the island of Norr.",
        "On Monday 140 trucks with flour reached the island of Norr, its mayor wrote in the evening.",
        "Of the 93 trucks with flour 12 trucks reached the island of Norr, its mayor wrote.",
    ],
)
def test_figures_that_may_both_be_right(other: str) -> None:
    told = between("In all 93 trucks with flour reached the island of Norr on Tuesday morning.", other)
    assert told
    assert all(one.kind == "wording" for one in told)


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        (
            "Keldavia will lower its toll on salt by the spring, the envoy of the canal towns wrote.",
            "Keldavia may lower its toll on salt before the harvest, a clerk of the canal towns wrote.",
            "slight",
        ),
        (
            "The envoy called the toll on salt “a heavy chain on the delta”, and left by boat.",
            "The envoy called the toll on salt “a heavy yoke on the delta”, and went home by coach.",
            "slight",
        ),
        (
            "The envoy of the canal towns has left the palace by a back door before supper.",
            "The envoy of the canal towns has quit the palace through the kitchen after dusk.",
            "trifling",
        ),
    ],
)
def test_other_words_weigh_by_what_they_change(one: str, other: str, weight: str) -> None:
    (found,) = between(one, other)
    assert (found.kind, found.weight) == ("wording", weight)


def test_what_is_left_out_is_nothing() -> None:
    whole = "The envoy of the canal towns left the palace by a back door before supper, two guards at her side."
    assert not between(whole, "The envoy of the canal towns left the palace by a back door before supper.")


def test_what_only_a_third_ties_stays_out() -> None:
    one = "In all 93 trucks with flour reached the island of Norr on Tuesday."
    other = "The island of Norr was reached by 120 trucks with flour, as its mayor counted."
    far = "The mayor of the capital counted votes in the old theatre until the lamps went out."
    (found,) = between(one, other, far)
    assert [place.text for place in found.readings] == [one, other]


def test_several_reports_make_one_disagreement_with_all_places() -> None:
    lines = (
        "In all 93 trucks with flour reached the island of Norr on Tuesday.",
        "The island of Norr was reached by 120 trucks with flour, as its mayor counted.",
        "The island of Norr had 140 trucks with flour, as the guild of millers counted.",
    )
    (found,) = between(*lines)
    assert [one.text for one in found.readings] == list(lines)
