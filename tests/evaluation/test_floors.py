"""Floors: they rise by themselves, and fall only with a reason, which is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.evaluation import floors
from onrecord.evaluation.floors import Suite, UnexplainedError, faults, hash_of, load, renewed, save
from onrecord.evaluation.tasks import TASKS, Line

SUITE = Suite("the talks", "toy", "reports", {"kind": 0.9}, data_hash="d0", model_hash="m0")


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file of floors beside data on which the task `toy` always scores 0.8."""

    def task(data: Path) -> Iterator[Line]:
        yield Line("kind", 0.8)
        yield Line("slip", "Norr for Varga")

    monkeypatch.setitem(TASKS, "toy", task)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "talks.txt").write_text("Norr said no.", encoding="utf-8")
    save(tmp_path / "floors.json", [SUITE])
    return tmp_path / "floors.json"


def test_a_figure_under_its_floor_is_named_with_what_renews_it() -> None:
    assert list(faults(SUITE, {"kind": 0.9}, "d0", "make floors")) == []
    (fault,) = faults(SUITE, {"kind": 0.8312}, "d0", "make floors")
    assert "the talks: kind is 0.8312, under its floor of 0.9" in fault
    assert 'make floors WHY="..."' in fault


def test_other_data_need_floors_of_their_own() -> None:
    (fault,) = faults(SUITE, {"kind": 0.95}, "d1", "make floors")
    assert "data changed" in fault


def test_a_floor_rises_to_a_little_under_the_figure() -> None:
    higher = renewed(SUITE, {"kind": 0.95}, "d1", "m1", why=None)
    assert (higher.floors["kind"], higher.data_hash, higher.model_hash) == (0.94, "d1", "m1")
    assert renewed(SUITE, {"kind": 0.905}, "d1", "m1", why=None).floors["kind"] == 0.9


def test_a_floor_falls_only_with_a_reason() -> None:
    with pytest.raises(UnexplainedError, match="would lower kind"):
        renewed(SUITE, {"kind": 0.8}, "d0", "m1", why=None)
    lower = renewed(SUITE, {"kind": 0.8}, "d0", "m1", why="the smaller model is twice as fast")
    assert lower.floors["kind"] == 0.79
    assert [(one.before, one.after, one.why) for one in lower.lowered] == [
        (0.9, 0.79, "the smaller model is twice as fast")
    ]


def test_the_command_checks_refuses_and_renews(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main([str(toy), "--check"]) == 1
    assert floors.main([str(toy)]) == 1
    assert "say why" in capsys.readouterr().err
    assert load(toy) == (SUITE,)
    assert floors.main([str(toy), "--why", "a harder fixture"]) == 0
    assert load(toy)[0].floors == {"kind": 0.79}
    assert floors.main([str(toy), "--check"]) == 0


def test_corpora_are_measured_where_they_lie(toy: Path) -> None:
    save(toy, [Suite("a corpus", "toy", "data/reports", {"kind": 0.9})])
    assert floors.main([str(toy), "--check"]) == 0
    assert floors.main([str(toy), "--check", "--data", str(toy.parent)]) == 1


def test_the_hash_changes_with_any_byte_and_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = hash_of(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    renamed = hash_of(tmp_path)
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    assert len({before, renamed, hash_of(tmp_path)}) == 3
