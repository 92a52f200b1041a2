"""Tests onrecord.evaluation.positions: the labels that ship, and how they are counted."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.codebook import load
from onrecord.evaluation.positions import Score, agreement, read_annotations
from onrecord.model import Stance

ANNOTATIONS = read_annotations()


def test_there_are_enough_labels_from_enough_negotiations() -> None:
    assert len(ANNOTATIONS) >= 1200
    assert len({one.negotiation for one in ANNOTATIONS}) >= 5
    assert any(one.codebook == "trade" for one in ANNOTATIONS)


def test_labels_are_stances_and_issues_of_their_codebook() -> None:
    for one in ANNOTATIONS:
        assert one.stance is None or one.stance in get_args(Stance)
        assert {*one.issues} <= {issue.id for issue in load(one.codebook).issues}
        assert len(one.sha256) == 64 and one.content


def test_the_second_pass_is_the_one_in_the_guide() -> None:
    score = agreement(ANNOTATIONS)
    assert score.stances.total() == 130
    same = sum(count for (one, other), count in score.stances.items() if one == other)
    assert round(same / 130, 2) == 0.82


def test_f1_counts_hits_and_misses() -> None:
    score = Score()
    score.add(("accepts", ("talks",)), ("accepts", ("talks", "prisoners")))
    score.add(("accepts", ("talks",)), (None, ()))
    assert score.stance_f1("accepts") == (pytest.approx(2 / 3), 2)
    assert score.issue_f1(["talks"]) == pytest.approx(2 / 3)
    assert score.issue_f1(["talks", "prisoners"]) == pytest.approx(0.5)
