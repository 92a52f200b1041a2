"""From scores to spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from onrecord.reading.attribution.decoding import best_tags, runs, transitions
from onrecord.reading.attribution.labels import ROLE_TAGS

MAY_FOLLOW = transitions(ROLE_TAGS)


def scores_for(*tags: str, sure: float = 0.9) -> np.ndarray:
    out = np.full((len(tags), len(ROLE_TAGS)), (1 - sure) / (len(ROLE_TAGS) - 1), np.float32)
    for i, tag in enumerate(tags):
        out[i, ROLE_TAGS.index(tag)] = sure
    return np.log(out)


def labels(scores: np.ndarray) -> list[tuple[str, int, int]]:
    return [(r.label, r.start, r.end) for r in runs(best_tags(scores, ROLE_TAGS, MAY_FOLLOW), scores, ROLE_TAGS)]


def test_a_run_begins_at_b_and_goes_on_with_i() -> None:
    found = labels(scores_for("B-source", "B-cue", "B-content", "I-content", "B-content"))
    assert found == [("source", 0, 1), ("cue", 1, 2), ("content", 2, 4), ("content", 4, 5)]


@pytest.mark.parametrize("tags", [("O", "I-content", "I-content"), ("I-cue", "O", "O"), ("B-cue", "I-source", "O")])
def test_no_span_is_entered_in_its_middle(tags: tuple[str, ...]) -> None:
    path = best_tags(scores_for(*tags), ROLE_TAGS, MAY_FOLLOW)
    names = ["O", *(ROLE_TAGS[i] for i in path)]
    assert all(after[0] != "I" or before[2:] == after[2:] for before, after in pairwise(names))


def test_a_run_scores_the_mean_chance_of_its_label() -> None:
    scores = scores_for("B-cue", "I-cue", sure=0.8)
    (run,) = runs(best_tags(scores, ROLE_TAGS, MAY_FOLLOW), scores, ROLE_TAGS)
    assert run.score == pytest.approx(0.8 + 0.2 / 6, abs=1e-4)


def test_nothing_gives_nothing() -> None:
    assert labels(np.zeros((0, len(ROLE_TAGS)), np.float32)) == []
