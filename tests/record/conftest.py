"""Both stores for the tests: each test that takes `address` runs over SQLite and over PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from onrecord.record import Record, open_record
from tests.record import server
from tests.record.fake import JUDGING


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running server. Without one the test is skipped, unless ONRECORD_REQUIRE names postgres."""
    programs = server.programs()
    if programs is None:
        why = "PostgreSQL is not installed (apt-get install postgresql)"
        if "postgres" in os.environ.get("ONRECORD_REQUIRE", ""):
            pytest.fail(why)
        pytest.skip(why)
    with server.running(programs) as address:
        yield address


@pytest.fixture
def postgres_address(postgres: str) -> str:
    """A database of the test's own."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"{postgres}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{postgres}{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "talks.db")
    found: str = request.getfixturevalue("postgres_address")
    return found


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """An empty record."""
    with open_record(address, create=True) as made:
        made.prepare(JUDGING)
        yield made
