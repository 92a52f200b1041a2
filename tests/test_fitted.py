"""Tests training.fitted: no trained table is older than what it learned from, unless somebody said why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training import fitted
from training.fitted import KEPT, TABLES, Table, stale


def test_no_table_is_stale() -> None:
    found = stale(json.loads(KEPT.read_text(encoding="utf-8")))
    told = {name: f"fit it anew (python -m {_by(name)} DATA), then python -m training.fitted; changed: {changed}"
            for name, changed in found.items()}  # fmt: skip
    assert not told


def _by(name: str) -> str:
    return next(one.by for one in TABLES if one.name == name)


def test_tables_stand_in_the_order_in_which_they_are_fitted() -> None:
    order = [one.name for one in TABLES]
    for at, table in enumerate(TABLES):
        assert not {*table.before} & {*order[at:]}


def test_a_table_is_stale_when_its_labels_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitted, "ROOT", tmp_path)
    table = Table("weights.tsv", "training.weights", ("labels.jsonl",))
    (tmp_path / "labels.jsonl").write_text("one\n", encoding="utf-8")
    noted = {"weights.tsv": fitted.inputs(table)}
    assert not stale(noted, [table])
    (tmp_path / "labels.jsonl").write_text("one\ntwo\n", encoding="utf-8")
    assert stale(noted, [table]) == {"weights.tsv": ["labels.jsonl"]}


def test_a_table_that_was_never_noted_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitted, "ROOT", tmp_path)
    (tmp_path / "labels.jsonl").write_text("one\n", encoding="utf-8")
    assert stale({}, [Table("weights.tsv", "training.weights", ("labels.jsonl",))])
