"""Tests onrecord.evaluation.positions: the labels that ship, and how they are counted."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from onrecord.codebook import load
from onrecord.evaluation.labelled import read_annotations
from onrecord.evaluation.positions import Score, agreement, see, total
from onrecord.model import Stance

ANNOTATIONS = read_annotations()


def test_there_are_enough_labels_from_enough_negotiations() -> None:
    assert len(ANNOTATIONS) >= 5600
    assert len({one.negotiation for one in ANNOTATIONS}) >= 15
    assert any(one.codebook == "trade" for one in ANNOTATIONS)


def test_labels_are_stances_and_issues_of_their_codebook() -> None:
    for one in ANNOTATIONS:
        assert one.stance is None or one.stance in get_args(Stance)
        assert {*(one.issues or ())} <= {issue.id for issue in load(one.codebook).issues}
        assert len(one.sha256) == 64 and one.content


def test_acceptances_with_a_condition_are_labelled_in_enough_negotiations() -> None:
    limited = [one.negotiation for one in ANNOTATIONS if one.stance == "accepts-conditionally"]
    assert len(limited) >= 60
    assert len(set(limited)) >= 3


def test_the_second_pass_is_the_one_in_the_guide() -> None:
    score = agreement(ANNOTATIONS)
    assert score.stances.total() == 240
    same = sum(count for (one, other), count in score.stances.items() if one == other)
    assert round(same / 240, 2) == 0.84


def test_f1_counts_hits_and_misses() -> None:
    score = Score()
    score.add(("accepts", ("talks",)), ("accepts", ("talks", "prisoners")))
    score.add(("accepts", ("talks",)), (None, ()))
    assert score.stance_f1("accepts") == (pytest.approx(2 / 3), 2)
    assert score.issue_f1(["talks"]) == pytest.approx(2 / 3)
    assert score.issue_f1(["talks", "prisoners"]) == pytest.approx(0.5)


def test_statements_without_labelled_issues_do_not_count_for_issues() -> None:
    score = Score()
    score.add(("accepts", None), ("accepts", ("talks",)))
    assert not score.issues


def test_scores_add_up() -> None:
    one, other = Score(), Score()
    one.add(("accepts", ("talks",)), ("accepts", ("talks",)))
    other.add(("rejects", None), (None, ()))
    both = total([one, other])
    assert both.stances.total() == 2
    assert both.stance_micro() == pytest.approx(2 / 3)


def test_a_folder_without_the_reports_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="none of the labelled reports"):
        see(tmp_path, ANNOTATIONS)
