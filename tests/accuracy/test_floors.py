"""The floors: on invented reports that a person annotated, the reader does as well as it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluation.floors import Suite, faults, hash_of, load, measured
from onrecord.evaluation.gold import read_gold

HERE = Path(__file__).parent
HELD = [suite for suite in load(HERE / "floors.json") if suite.place(HERE, None)]


@pytest.mark.parametrize("suite", HELD, ids=lambda suite: suite.name)
def test_no_measure_falls_below_its_floor(suite: Suite) -> None:
    data = HERE / suite.data
    found = list(faults(suite, measured(suite, data), hash_of(data), "make floors"))
    assert not found, "\n".join(found)


def test_what_was_annotated_stands_in_the_reports() -> None:
    golds = list(read_gold(HERE / "reports"))
    for gold in golds:
        for statement in gold.annotations[0].statements:
            assert statement.content, gold.report.path
    assert sum(len(gold.annotations[0].statements) for gold in golds) > 100


@pytest.mark.parametrize("suite", load(HERE / "floors.json"), ids=lambda suite: suite.name)
def test_every_floor_was_measured(suite: Suite) -> None:
    assert suite.data_hash and suite.model_hash, "make floors DATA=folder-of-the-corpora"
    assert all(one.why for one in suite.lowered)
