"""Both stores for the tests: each test that takes `address` runs over SQLite and over PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from onrecord.record import Record, open_record
from tests.record import server
from tests.record.keeping import JUDGING


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running server. Without one the test is skipped, unless ONRECORD_REQUIRE names postgres."""
    programs = server.programs()
    if programs is None:
        server.missing()
    with server.running(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made: nothing is there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "talks.db")
    base: str = request.getfixturevalue("postgres")
    name = f"bare_{uuid4().hex}"
    _create(base, name)
    return f"{base}{name}"


Copies = Callable[[str], str]


@pytest.fixture(scope="session")
def copies(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Gives the address of a new empty record of a kind. Each kind is made once, then copied."""
    folder = tmp_path_factory.mktemp("records")
    made: dict[str, str] = {}

    def copy(kind: str) -> str:
        name = f"talks_{uuid4().hex}"
        if kind == "sqlite":
            if kind not in made:
                made[kind] = _empty(str(folder / "empty.db"))
            shutil.copy(made[kind], folder / f"{name}.db")
            return str(folder / f"{name}.db")
        base: str = request.getfixturevalue("postgres")
        if kind not in made:
            _create(base, "empty")
            made[kind] = _empty(f"{base}empty")
        _create(base, f"{name} TEMPLATE empty")
        return f"{base}{name}"

    return copy


def _empty(address: str) -> str:
    with open_record(address, create=True) as made:
        made.prepare(JUDGING)
    return address


def _create(server: str, what: str) -> None:
    with psycopg.connect(f"{server}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {what}".encode())


@pytest.fixture(params=["sqlite", "postgres"])
def record(request: pytest.FixtureRequest, copies: Copies) -> Iterator[Record]:
    """An empty record."""
    with open_record(copies(request.param)) as made:
        yield made


@pytest.fixture
def other(copies: Copies) -> Iterator[Record]:
    """Another empty record, to compare with."""
    with open_record(copies("sqlite")) as made:
        yield made
