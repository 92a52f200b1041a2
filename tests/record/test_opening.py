"""Opening a record: what is none is refused in one clear line, what is old brought up to date, two may come at once."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord.model import Report
from onrecord.record import Record, RecordError, open_record, schema, upgrading
from onrecord.record.dump import dump
from onrecord.record.opening import seam_for
from tests.record.conftest import Copies
from tests.record.fake import load, many
from tests.record.keeping import JUDGING, keep

NOBODY = 65534
VERSIONS = Path(upgrading.__file__).parent / "migrations" / "versions"


def refused(target: str | Path, *, create: bool = False) -> str:
    with pytest.raises(RecordError) as told:
        open_record(target, create=create)
    return str(told.value)


def test_a_record_that_is_not_there_is_not_made_by_asking(address: str) -> None:
    assert "there is no record (`onrecord add` makes one)" in refused(address)


def test_a_new_record_is_empty_and_sound(address: str) -> None:
    with open_record(address, create=True) as record:
        assert record.counts().reports == 0
        assert list(record.check()) == []


def test_opening_twice_is_opening_once(address: str) -> None:
    with open_record(address, create=True), open_record(address, create=True) as record:
        assert list(record.reports()) == []


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"Talks resumed on Thursday.", "not an SQLite file"),
        (b"\x00" * 5000, "not an SQLite file"),
        (b"", "there is no record"),
        (b"SQLite format 3\x00 and no more", "not an SQLite file"),
    ],
)
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, content: bytes, cause: str) -> None:
    file = tmp_path / "talks.db"
    file.write_bytes(content)
    assert refused(file).startswith(f"{file}: {cause}")
    assert file.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, create=True).startswith(f"{tmp_path}: a folder, not a record")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "its folder does not exist" in refused(tmp_path / "nowhere" / "talks.db", create=True)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "accounts.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE account (id INTEGER)")
        other.commit()
    assert "a database, but of another program" in refused(file, create=True)


def test_a_newer_record_is_refused(address: str) -> None:
    with open_record(address, create=True):
        pass
    seam = seam_for(address)
    with seam.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    assert "made by a newer onrecord (schema 9999" in refused(address)


@pytest.mark.parametrize("older", upgrading.SCHEMAS[:-1])
def test_an_older_record_is_brought_up_to_date(address: str, older: str) -> None:
    seam = seam_for(address)
    with seam.writing() as connection:
        upgrading.upgrade(connection, to=older)
    seam.engine.dispose()
    with open_record(address) as record, record.reading_connection() as connection:
        assert upgrading.schema_of(connection) == upgrading.NEWEST
        record.prepare(JUDGING)
        assert keep(record, *many(2)) == ["added", "added"]
        assert list(record.check()) == []


def test_every_schema_has_its_migration() -> None:
    files = sorted(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))
    assert tuple(files) == upgrading.SCHEMAS


def test_the_migrations_make_the_tables_that_the_code_knows(address: str) -> None:
    with open_record(address, create=True) as record, record.reading_connection() as connection:
        options = {"include_object": lambda item, name, kind, found, like: "_search" not in str(name)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []


def test_a_url_of_another_database_is_refused() -> None:
    assert "no database that a record can be in" in refused("mysql://localhost/talks")


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    told = refused("postgresql://ada:secret@127.0.0.1:1/talks")
    assert "the server does not answer" in told
    assert "secret" not in told


def test_two_may_make_a_record_at_once(tmp_path: Path) -> None:
    file = tmp_path / "talks.db"

    def make(_: int) -> int:
        with open_record(file, create=True) as record:
            record.prepare(JUDGING)
            return record.counts().reports

    with ThreadPoolExecutor(6) as several:
        assert list(several.map(make, range(6))) == [0] * 6


def test_two_may_add_at_once(address: str, copies: Copies) -> None:
    with open_record(address, create=True) as record:
        record.prepare(JUDGING)

    def add(reports: list[Report]) -> None:
        with open_record(address) as record:
            keep(record, *reports)

    with ThreadPoolExecutor(3) as several:
        list(several.map(add, [many(12), many(12, start=6), list(reversed(many(18)))]))
    with open_record(address) as record, open_record(copies("sqlite")) as alone:
        keep(alone, *many(18))
        assert list(dump(record)) == list(dump(alone))
        assert list(record.check()) == []


def limit_pages(record: Record, more: int) -> None:
    """Stands for a disk with room for so many pages more."""
    with record.reading_connection() as connection:
        engine, pages = connection.engine, connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    sa.event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages + more}"))
    engine.dispose()


def test_a_full_disk_is_told_and_loses_nothing(copies: Copies) -> None:
    address = copies("sqlite")
    with open_record(address) as record:
        keep(record, *many(3))
        with record._seam.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        sa.event.listen(
            record._seam.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages + 2}")
        )
        record._seam.engine.dispose()
        with pytest.raises(RecordError, match="the disk is full; what was saved before is kept"):
            keep(record, *many(60))
        kept = record.counts().reports
        assert 3 <= kept < 60
        assert list(record.check()) == []
    with open_record(address) as record:
        keep(record, *many(60))
        assert record.counts().reports == 60


@contextmanager
def not_writable(folder: Path) -> Iterator[None]:
    """A folder that may be read only; root, who may write everything, is nobody meanwhile."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    for parent in folder.parents[:3]:
        parent.chmod(0o755)
    if is_root := os.geteuid() == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)


def test_what_may_not_be_written_can_be_read(tmp_path: Path, copies: Copies) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    with open_record(copies("sqlite")) as record:
        keep(record, *many(1))
    shutil.copy(record.place, folder / "talks.db")
    with not_writable(folder), open_record(folder / "talks.db") as record:
        assert record.counts().reports == 1
        assert list(record.check()) == []
        with pytest.raises(RecordError, match=r"talks.db: it cannot be written \(check the permissions"):
            keep(record, *many(2))


def test_a_record_cannot_be_made_where_nothing_can(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    with not_writable(folder):
        assert "it cannot be written" in refused(folder / "talks.db", create=True)


def test_reading_goes_on_while_others_write(record: Record) -> None:
    keep(record, *many(3))
    rows = record.statements()
    next(rows)
    keep(record, *many(9))
    assert len(list(rows)) == 5


def test_the_reader_of_the_tests_is_pure() -> None:
    one = many(1)[0]
    assert load()(one) == load()(one)
