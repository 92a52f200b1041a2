"""placing: an export's folder is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.views.exports import ExportError
from onrecord.views.exports.placing import placed


def test_a_new_or_empty_folder_takes_the_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "deep/er"):
        with placed(tmp_path / name) as part:
            (part / "a.csv").write_text("a")
        assert [path.name for path in (tmp_path / name).iterdir()] == ["a.csv"]


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="--force"), placed(tmp_path):
        raise AssertionError
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_force_replaces_it(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").write_text("old")
    with placed(folder, force=True) as part:
        (part / "new.csv").write_text("new")
    assert [path.name for path in folder.iterdir()] == ["new.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").write_text("old")
    with pytest.raises(RuntimeError), placed(folder, force=True) as part:
        (part / "new.csv").write_text("new")
        raise RuntimeError
    assert [path.name for path in folder.iterdir()] == ["old.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    with pytest.raises(ExportError, match="not a folder"), placed(tmp_path / "a", force=True):
        raise AssertionError


def test_force_never_replaces_what_must_be_kept(tmp_path: Path) -> None:
    record = tmp_path / "onrecord.db"
    record.write_text("all of it")
    with pytest.raises(ExportError, match="would go with it"), placed(tmp_path, force=True, kept=[record]):
        raise AssertionError
    assert record.read_text() == "all of it"
