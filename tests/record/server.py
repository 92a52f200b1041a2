"""A PostgreSQL server for the tests: from Debian's package, on a free port, in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")


def programs() -> Path | None:
    """The folder of the newest `initdb`, Debian's or one on the path; null where there is none."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def missing() -> NoReturn:
    """Passes the test over with one line, or fails it where ONRECORD_REQUIRE names postgres."""
    why = "PostgreSQL is not installed (apt-get install postgresql)"
    if "postgres" in os.environ.get("ONRECORD_REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def running(bin_: Path) -> Iterator[str]:
    """Starts a server and gives its address; stops it at the end. PostgreSQL refuses to run as root."""
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgres-"))
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    data, port = folder / "data", _free_port()
    try:
        _run(
            [bin_ / "initdb", "--pgdata", data, "--auth=trust", "--username=onrecord", "-E", "UTF8", "--no-sync"], user
        )
        server = subprocess.Popen(
            [bin_ / "postgres", "-D", data, "-p", str(port), "-k", folder, "-h", "127.0.0.1", "-c", "fsync=off"],
            stdout=subprocess.DEVNULL,
            stderr=(folder / "log").open("wb"),
            user=user,
            cwd=folder,
            start_new_session=True,
        )
        try:
            _run([bin_ / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-t", "20"], user, tries=100)
            yield f"postgresql://onrecord@127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: the folder goes anyway
            server.wait(timeout=20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(user for user in UNPRIVILEGED if user in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(command: list[str | Path], user: str | None, tries: int = 1) -> None:
    for attempt in range(tries):
        done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
        if attempt + 1 < tries:
            time.sleep(0.1)
    raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")
