"""The tests' own server: where PostgreSQL is missing they say so, and fail only where it is required."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record import server


def test_the_newest_programs_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("9", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(server, "DEBIAN", tmp_path)
    assert server.programs() == tmp_path / "17" / "bin"


def test_without_programs_the_test_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_REQUIRE", "")
    with pytest.raises(pytest.skip.Exception, match="apt-get install postgresql"):
        server.missing()


def test_where_it_is_required_a_missing_server_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_REQUIRE", "chromium,postgres")
    with pytest.raises(pytest.fail.Exception, match="apt-get install postgresql"):
        server.missing()
