"""PostgreSQL: one database for a team, by URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.errors import RecordError

# Any number will do, as long as every onrecord takes the same one: who holds it writes.
WRITER_LOCK = 7_269_283_465_102

CAUSES = {
    "53100": ("the server's disk is full; what was saved before is kept", "make room and add again"),
    "25006": ("the server takes no writes", "ask for the right to write, or for the primary server"),
    "42501": ("you may not write there", "ask its owner for the right"),
    "57P01": ("the server shut down; what was saved before is kept", "add again when it is back"),
    "3D000": ("there is no such database", "make it with createdb"),
}


class Postgres:
    """One PostgreSQL database."""

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        self.writable = not read_only
        told = {"options": "-c default_transaction_read_only=on"} if read_only else {}
        try:
            url = sa.make_url(address).set(drivername="postgresql+psycopg")
            self.engine = sa.create_engine(url, pool_pre_ping=True, connect_args=told)
        except sa.exc.ArgumentError as error:
            raise RecordError(address.partition("@")[2] or address, "not a database's URL") from error
        except ModuleNotFoundError as error:
            raise RecordError(url.render_as_string(), "needs psycopg", "pip install 'onrecord[postgres]'") from error
        self.place = url.set(drivername="postgresql").render_as_string(hide_password=True)

    def exists(self) -> bool:
        with self.engine.connect() as connection:
            return bool(sa.inspect(connection).get_table_names())

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """The lock is taken first, so that nothing read here can change; it goes with the transaction."""
        with self.engine.begin() as connection:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER_LOCK)))
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with self.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            yield connection

    def report_words(self, words: str) -> sa.ColumnElement[bool]:
        return _has_words(schema.report_text.c.text, words)

    def statement_words(self, words: str) -> sa.ColumnElement[bool]:
        return _has_words(schema.statement.c.text, words)

    def faults(self, connection: sa.Connection) -> Iterator[str]:
        """Keys are the server's own care; a constraint that was switched off shows as not validated."""
        rows = connection.execute(sa.text("SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY conname"))
        for (name,) in rows:
            yield f"{name}: the constraint is not validated"

    def scrub(self) -> None:
        """The server overwrites what was deleted at its next vacuum."""

    def explain(self, error: sa.exc.DBAPIError) -> tuple[str, str | None] | None:
        found = CAUSES.get(getattr(error.orig, "sqlstate", None) or "")
        if found is None and isinstance(error, sa.exc.OperationalError):
            return f"the server does not answer: {str(error.orig).splitlines()[0]}", "check the URL and the server"
        return found


def _has_words(text: sa.Column[str], words: str) -> sa.ColumnElement[bool]:
    """Words alone go to the server, so that nothing is taken for an operator; none of them matches nothing."""
    plain = " ".join(re.findall(r"\w+", words))
    query = sa.func.to_tsquery("simple", "") if not plain else _query(plain)
    return sa.func.onrecord_words(text).op("@@", is_comparison=True)(query)


def _query(plain: str) -> sa.ColumnElement[object]:
    return sa.func.plainto_tsquery(
        "simple", sa.func.array_to_string(sa.func.tsvector_to_array(sa.func.onrecord_words(plain)), " ")
    )
