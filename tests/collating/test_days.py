"""Unit: collating.days: when a report was published that shares utterances with dated ones."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.collating.days import from_siblings
from onrecord.model.dating import Shared


def shared(utterance: str, day: str, score: float = 0.9, report: str = "r1") -> Shared:
    return Shared(utterance, report, day, score)


@pytest.mark.parametrize(
    ("told", "own", "day"),
    [
        ([shared("u1", "2024-09-12")], None, "2024-09-12~"),
        ([shared("u1", "2024-09-12~")], None, "2024-09-12~"),
        # Both tell it, one recalls it in the next week: it was news when it was first told.
        ([shared("u1", "2024-09-12"), shared("u1", "2024-09-19", report="r2")], None, "2024-09-12~"),
        # An old quotation beside the news of the day.
        ([shared("u1", "2024-09-01"), shared("u2", "2024-09-12")], None, "2024-09-12~"),
        # One weak tie tells no day, two do.
        ([shared("u1", "2024-09-01"), shared("u2", "2024-09-12", 0.65)], None, "2024-09-01~"),
        ([shared("u1", "2024-09-12", 0.65), shared("u2", "2024-09-12", 0.65)], None, "2024-09-12~"),
        ([shared("u1", "2024-09-12", 0.65)], None, None),
        # Bounds that its own text sets.
        ([shared("u1", "2024-09-12"), shared("u2", "2024-09-20")], "2024-09-10/2024-09-15", "2024-09-12~"),
        ([shared("u1", "2024-09-12")], "2024-09-13/..", None),
        # Its dateline lacks the year alone.
        ([shared("u1", "2024-09-12")], "XXXX-09-13", "2024-09-13~"),
        ([shared("u1", "2024-09-12")], "XXXX-03-13", None),
        ([shared("u1", "2024-12-31")], "XXXX-01-01", "2025-01-01~"),
        ([shared("u1", "2024-09")], None, None),
        ([], None, None),
    ],
)
def test_a_report_is_of_the_day_of_the_newest_that_it_tells(
    told: list[Shared], own: str | None, day: str | None
) -> None:
    found = from_siblings(told, own)
    assert (found.published if found else None) == day


def test_the_belief_says_why() -> None:
    found = from_siblings(
        [shared("u1", "2024-09-12", 0.8), shared("u2", "2024-09-13", 0.7), shared("u3", "2024-09-01")]
    )
    assert found is not None
    assert (found.rule, found.score) == ("first told", 0.8)
    assert found.why == "shares 2 utterances that are first told on 2024-09-13"
    assert [one.utterance for one in found.evidence] == ["u1", "u2"]


def test_the_order_of_siblings_does_not_matter() -> None:
    told = [shared("u1", "2024-09-12"), shared("u1", "2024-09-12", report="r2"), shared("u2", "2024-09-14", 0.7)]
    assert len({str(from_siblings(order)) for order in permutations(told)}) == 1
