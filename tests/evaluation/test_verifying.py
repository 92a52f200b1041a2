"""Unit: evaluation.verifying, which quotes transcripts faithfully and otherwise, and counts the verdicts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from onrecord.evaluation.verifying import ALTERED, FAITHFUL, lines, score
from tests.collating.test_copies import WORDS


def transcript(seed: int) -> str:
    chance = random.Random(seed)
    turns = []
    for n in range(24):
        said = f"{' '.join(chance.choices(WORDS, k=14))} or {n + 3} boats".capitalize()
        turns.append(f"{('GOVERNOR VOSS', 'MS TANN')[n % 2]}: {said}.")
    return "\n\n".join(turns)


def test_what_is_planted_is_caught_and_what_is_faithful_is_not_accused(tmp_path: Path) -> None:
    for seed in range(4):
        (tmp_path / f"{seed}.txt").write_text(transcript(seed), encoding="utf-8")
    found = score(tmp_path)
    assert found.share(ALTERED) == (24, 24)
    assert found.share(FAITHFUL) == (12, 12)
    assert dict(lines(found))["faithful quotations accused"] == 0


def test_no_transcript_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry stayed in the harbour. Nobody said why.", encoding="utf-8")
    with pytest.raises(ValueError, match="no transcript"):
        score(tmp_path)
