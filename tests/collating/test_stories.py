"""Unit: collating.stories: which earlier report a report goes on with, and the stories that come of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.collating.stories import features, follows, keys, stories
from onrecord.model import Actor, Furniture, Reading, Span
from onrecord.model.story import Placed

RIVER = "Ilmar Voss and Boro Lind haggled over gunboats, dredgers and the toll of the Velm estuary."
FERRY = "Cyra Maal urged dockers and stevedores to end the walkout that paralyses Norhaven's ferries."


def placed(report: str, text: str, day: str | None = "2024-09-12", outlet: str | None = None) -> Placed:
    names = [name for name in ("Ilmar Voss", "Boro Lind", "Cyra Maal", "Norhaven") if name in text]
    actors = tuple(Actor(name, name, "person", mentions=(Span(0, 1), Span(1, 2))) for name in names)
    reading = Reading(report, sentences=(Span(0, len(text)),), actors=actors)
    return Placed(report, day, outlet, features(reading, text, None))


FIRST = placed("r1", RIVER)
SECOND = placed(
    "r2", "Gunboats and dredgers hold the Velm estuary as Boro Lind meets Ilmar Voss over the toll.", "2024-09-14"
)
OTHER = placed("r3", FERRY, "2024-09-13")


def test_a_report_goes_on_with_an_earlier_one_like_it() -> None:
    step = follows(SECOND, [FIRST, OTHER])
    assert step is not None
    assert step.report == "r1"
    assert step.why == "lind, voss, dredger, estuary, toll"


@pytest.mark.parametrize(
    "near",
    [
        [OTHER],
        [replace(FIRST, day="2024-09-15")],
        [replace(FIRST, day="2024-07-01")],
        [replace(FIRST, day=None)],
        [],
    ],
)
def test_nothing_is_followed_that_is_other_later_or_long_past(near: list[Placed]) -> None:
    assert follows(SECOND, near) is None


def test_stories_are_kept_apart() -> None:
    again = placed("r4", FERRY.replace("urged", "begs"), "2024-09-16")
    assert sorted(stories([FIRST, SECOND, OTHER, again])) == [("r1", "r2"), ("r3", "r4")]


def test_the_order_of_reports_does_not_matter() -> None:
    every = [FIRST, SECOND, OTHER, placed("r0", RIVER, "2024-09-14"), placed("r9", FERRY, "2024-09-30")]
    assert len({tuple(sorted(stories(order))) for order in permutations(every)}) == 1


def test_one_name_in_common_makes_no_story() -> None:
    one = placed("r1", "Ilmar Voss opened the sluices.")
    other = placed("r2", "Ilmar Voss mourned a painter.", "2024-09-13")
    assert follows(other, [one]) is None


def test_the_outlets_own_furniture_tells_nothing() -> None:
    text = f"Subscribe for gunboats and dredgers.\n{FERRY}"
    banner = Span(0, text.index("\n"))
    reading = Reading(
        "r1", sentences=(banner, Span(banner.end + 1, len(text))), furniture=(Furniture(banner, "boilerplate"),)
    )
    assert not any("gunboat" in name for name, _ in features(reading, text, None))


@pytest.mark.parametrize(
    ("title", "apart"), [("Gunboats stay on the Velm", False), ("Painter mourned in Norhaven", True)]
)
def test_reports_of_one_outlet_need_titles_that_agree(title: str, apart: bool) -> None:
    reading = Reading("r1", sentences=(Span(0, len(RIVER)),))
    one = Placed("r1", "2024-09-12", "Courier", features(reading, RIVER, "Voss sends gunboats"))
    other = Placed("r2", "2024-09-14", "Courier", features(reading, RIVER, title))
    assert (follows(other, [one]) is None) == apart


def test_a_report_that_says_nothing_has_no_keys() -> None:
    assert keys(features(Reading("r1"), "", None)) == ()
