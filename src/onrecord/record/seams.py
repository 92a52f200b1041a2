"""What differs between SQLite and PostgreSQL, each behind one seam that is chosen once, when a record is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa


class Seam(Protocol):
    """One kind of database. `place` is its name as people may see it (no password)."""

    place: str
    engine: sa.Engine
    writable: bool

    def exists(self) -> bool:
        """Whether there is anything to open. Raises RecordError where there is, but it is no record."""

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """A transaction that no other writer shares, from its first word; committed at the end."""

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection that sees one state of the record as long as it is held."""

    def report_words(self, words: str) -> sa.ColumnElement[bool]:
        """Whether a row of `report_text` has all of these words."""

    def statement_words(self, words: str) -> sa.ColumnElement[bool]:
        """Whether a row of `statement` has all of these words."""

    def faults(self, connection: sa.Connection) -> Iterator[str]:
        """What the database itself finds wrong with its own files, keys and indexes."""

    def scrub(self) -> None:
        """Makes what was purged unreadable in the files, as far as the database can."""

    def explain(self, error: sa.exc.DBAPIError) -> tuple[str, str | None] | None:
        """Cause and remedy of a fault that a user can mend, or null where it is our own."""
