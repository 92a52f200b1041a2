"""`onrecord serve`: what it says where it cannot; what it shows is in views/web and browser."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.record import open_record


def serve(*options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["serve", *options])
    return done.exit_code, done.stderr.strip()


def test_no_record_is_said_in_one_line(tmp_path: Path) -> None:
    code, told = serve("--record", str(tmp_path / "talks.db"))
    assert code == 1
    assert told == f"onrecord: {tmp_path / 'talks.db'}: there is no record (`onrecord add` makes one)"


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    open_record(path, create=True).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = serve("--record", str(path), "--port", str(port))
    assert code == 1
    assert told.startswith(f"onrecord: 127.0.0.1:{port}: it cannot be listened at")
    assert "\n" not in told


@pytest.mark.parametrize("port", ["-1", "65536", "web"])
def test_no_port_is_a_wrong_use(port: str) -> None:
    assert serve("--port", port)[0] == 2
