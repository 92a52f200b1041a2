"""The record's schema: which version it has, and how an older one becomes today's."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from onrecord.record.errors import RecordError

# Every schema there ever was, oldest first. A test compares it with the files under `migrations/versions`.
SCHEMAS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
)
NEWEST = SCHEMAS[-1]


def schema_of(connection: sa.Connection) -> str | None:
    """The record's schema, or null where there is none yet."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found


def refuse_strangers(connection: sa.Connection, place: str) -> str | None:
    """The schema. Raises RecordError where a newer onrecord made the record, or some other program did."""
    found = schema_of(connection)
    if found is not None and found not in SCHEMAS:
        raise RecordError(place, f"made by a newer onrecord (schema {found}, this one knows {NEWEST})", "update it")
    if found is None and sa.inspect(connection).get_table_names():
        raise RecordError(place, "a database, but of another program", "name another file with --record")
    return found


def upgrade(connection: sa.Connection, to: str = "head") -> None:
    """Brings the schema up to date inside the connection's transaction, which the caller holds locked."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "migrations").as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
