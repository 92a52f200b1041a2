"""Unit: evaluation.stories: how well stories keep groups of reports together and apart."""

from __future__ import annotations

from onrecord.evaluation.stories import affairs, of_groups

GROUP = {"r1": "1", "r2": "1", "r3": "2", "r4": "3"}


def test_stories_that_follow_the_groups_are_pure_and_complete() -> None:
    found = of_groups([("r1", "r2"), ("r3",), ("r4",)], GROUP, {})
    assert (found.purity, found.completeness, found.mixed, found.shattered) == (1, 1, (), ())


def test_a_story_of_two_affairs_is_impure() -> None:
    found = of_groups([("r1", "r2", "r3"), ("r4",)], GROUP, {"1": "river", "2": "ferry"})
    assert (found.purity, found.mixed) == (0.75, ("ferry, river",))


def test_groups_of_one_affair_may_be_one_story() -> None:
    assert of_groups([("r1", "r2", "r3"), ("r4",)], GROUP, {"1": "river", "2": "river"}).purity == 1


def test_a_group_in_two_stories_is_incomplete() -> None:
    found = of_groups([("r1",), ("r2",), ("r3",), ("r4",)], GROUP, {})
    assert (found.completeness, found.shattered) == (0.75, ("1",))


def test_every_group_that_is_listed_has_an_affair() -> None:
    assert all(affairs().values())
