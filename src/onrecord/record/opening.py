"""Opening a record: which database it is, whether it is one of ours, and of which age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from onrecord.record.errors import RecordError, ReportRefusedError
from onrecord.record.postgres import Postgres
from onrecord.record.seams import Seam
from onrecord.record.sqlite import Sqlite
from onrecord.record.upgrading import NEWEST, refuse_strangers, upgrade

_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+]+)://", re.IGNORECASE)


def seam_for(target: str | Path, *, read_only: bool = False) -> Seam:
    """The seam to a file or URL: the one place where the kind of database is chosen. Raises RecordError."""
    found = _URL.match(str(target))
    if found is None:
        return Sqlite(Path(target), read_only=read_only)
    scheme = found["scheme"].lower().partition("+")[0]
    if scheme == "sqlite":
        return Sqlite(Path(sa.make_url(str(target)).database or "onrecord.db"), read_only=read_only)
    if scheme in ("postgres", "postgresql"):
        return Postgres(re.sub(r"^[^:]+", "postgresql", str(target)), read_only=read_only)
    raise RecordError(f"{scheme}://...", "no database that a record can be in", "give a file, or postgresql://...")


def prepare(seam: Seam, *, create: bool) -> None:
    """Makes or upgrades the record where that is wanted and possible. Raises RecordError."""
    with clear_faults(seam):
        if not seam.exists() and not create:
            raise RecordError(seam.place, "there is no record", "`onrecord add` makes one")
        if seam.exists():
            with seam.reading() as connection:
                schema = refuse_strangers(connection, seam.place)
            if schema == NEWEST:
                return
            if schema is None and not create:
                raise RecordError(seam.place, "there is no record", "`onrecord add` makes one")
        if not seam.writable:
            raise RecordError(seam.place, "it cannot be written", "check the permissions of the file and its folder")
        with seam.writing() as connection:
            if refuse_strangers(connection, seam.place) != NEWEST:
                upgrade(connection)


@contextmanager
def clear_faults(seam: Seam) -> Iterator[None]:
    """Turns the database's faults that a user can mend into one clear line; our own faults pass as they are."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        explained = seam.explain(error)
        if explained is None and isinstance(error, sa.exc.IntegrityError | sa.exc.DataError):
            raise ReportRefusedError(f"the record does not take it: {error.orig}") from error
        if explained is None:
            raise
        raise RecordError(seam.place, *explained) from error
