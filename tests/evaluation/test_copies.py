"""Unit: evaluation.copies, which plants rewrites of reports among them. All texts are made up by chance."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from onrecord.evaluation.copies import REWRITES, Rewrite, rewritten, score
from onrecord.model import Report
from tests.collating.test_copies import story


def reports(folder: Path, count: int) -> Path:
    lines = [
        json.dumps({"text": "\n".join(story(seed, 24)), "outlet": f"Outlet {seed % 7}", "published": "2024-09-12"})
        for seed in range(count)
    ]
    path = folder / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_planted_rewrites_fold_with_their_originals_alone(tmp_path: Path) -> None:
    found = score(reports(tmp_path, 60))
    assert sum(found.planted.values()) > 10
    assert found.f1 >= 0.95
    assert (found.wrong, found.native) == (0, ())


@pytest.mark.parametrize("how", REWRITES)
def test_the_same_rewrite_every_time(how: Rewrite) -> None:
    one = Report("\n".join(story(random.Random(1).randint(1, 9))), outlet="Courier")
    assert rewritten(one, how) == rewritten(one, how) != one


def test_no_report_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no report"):
        score(tmp_path)
