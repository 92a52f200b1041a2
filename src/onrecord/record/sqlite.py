"""SQLite: one file, a write-ahead log, full-text search inside."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.record import schema
from onrecord.record.errors import RecordError

SEARCHES = ("report_text_search", "statement_search")
MAGIC = b"SQLite format 3\0"
WAIT_SECONDS = 60
PREPARED = 512  # statements kept as SQLite prepared them: a report needs some 350, with each number of values

# Full: a commit is on the disk before it is called one, so a power cut loses nothing either, not only `kill -9`.
PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA cache_size=-131072",
    # Pages that every report changes are brought home once for many reports.
    "PRAGMA wal_autocheckpoint=32000",
    # What grew while somebody read for long is given back.
    "PRAGMA journal_size_limit=134217728",
    "PRAGMA secure_delete=ON",
)

CAUSES = {
    "disk is full": ("the disk is full; what was saved before is kept", "make room and add again"),
    "readonly database": ("it cannot be written", "check the permissions of the file and its folder"),
    "database is locked": (f"another program has been writing to it for {WAIT_SECONDS} s", "try again"),
    "disk I/O error": ("the disk does not take or give the data", "check the disk and the space on it"),
    "malformed": ("the file is damaged", "bring it back from a copy, or add the reports to a new record"),
    "not a database": ("not an SQLite file", "name another file with --record"),
    "unable to open": ("it cannot be opened", "check that its folder exists and may be written"),
}


class Sqlite:
    """One SQLite file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.place = str(path)
        self.path = path
        self.writable = _may_write(path) and not read_only
        self.engine = sa.create_engine(
            "sqlite+pysqlite://",
            creator=self._connect,
            poolclass=sa.pool.QueuePool,
            execution_options={"onrecord_begin": "BEGIN"},
        )
        sa.event.listen(self.engine, "connect", self._prepare)
        sa.event.listen(self.engine, "begin", _begin)

    def _connect(self) -> sqlite3.Connection:
        # A reader beside a writer must see its log, for which SQLite keeps a file of its own beside it.
        mode = "rwc" if _may_write(self.path) else "ro" if _has_log(self.path) else "ro&immutable=1"
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(
            address,
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=PREPARED,
        )

    def _prepare(self, connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        if self.writable:
            connection.execute("PRAGMA journal_mode=WAL")
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if not self.writable:
            connection.execute("PRAGMA query_only=ON")

    def exists(self) -> bool:
        """Raises RecordError for a folder, a missing folder, or a file of another kind."""
        if self.path.is_dir():
            raise RecordError(self.place, "a folder, not a record", f"try --record {self.place}/onrecord.db")
        if not self.path.parent.is_dir():
            raise RecordError(self.place, "its folder does not exist", f"mkdir {self.path.parent}")
        if not self.path.exists():
            return False
        try:
            with self.path.open("rb") as file:
                start = file.read(len(MAGIC))
        except OSError as error:
            raise RecordError(self.place, f"it cannot be read: {error.strerror}") from error
        if start and start != MAGIC:
            raise RecordError(self.place, *CAUSES["not a database"])
        return bool(start)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """`BEGIN IMMEDIATE` takes the write lock before the first read, so that nothing read here can change."""
        writer = self.engine.execution_options(onrecord_begin="BEGIN IMMEDIATE")
        with writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with self.engine.connect() as connection:
            yield connection

    def report_words(self, words: str) -> sa.ColumnElement[bool]:
        return schema.report_text.c.n.in_(_matching("report_text_search", words))

    def statement_words(self, words: str) -> sa.ColumnElement[bool]:
        return schema.statement.c.n.in_(_matching("statement_search", words))

    def faults(self, connection: sa.Connection) -> Iterator[str]:
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield f"integrity: {line}"
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"{table}: row {row} names what is not in {parent}"
        if self.writable:
            yield from filter(None, map(self._index_fault, SEARCHES))

    def _index_fault(self, index: str) -> str | None:
        """FTS5 compares its index with the texts only when told so in an INSERT, which changes nothing."""
        try:
            with self.writing() as connection:
                connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - our own names
        except sa.exc.DatabaseError as error:
            return f"{index}: the search index is out of step with the texts ({error.orig})"
        return None

    def scrub(self) -> None:
        with self.writing() as connection:
            for index in SEARCHES:
                connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608 - our own names
        with closing(self._connect()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def explain(self, error: sa.exc.DBAPIError) -> tuple[str, str | None] | None:
        said = str(error.orig)
        return next((cause for sign, cause in CAUSES.items() if sign in said), None)


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["onrecord_begin"])


def _may_write(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _matching(index: str, words: str) -> sa.Select[tuple[int]]:
    """Row numbers from an FTS5 index. Each word goes in quotation marks, so that none is taken for an operator."""
    quoted = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
    search = sa.table(index, sa.column("rowid", sa.Integer))
    if not quoted:
        return sa.select(search.c.rowid).where(sa.false())
    return sa.select(search.c.rowid).where(sa.literal_column(index).op("MATCH")(sa.bindparam(None, quoted)))
