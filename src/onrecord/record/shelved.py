"""What took long to tell, kept with how often the record had been written to by then."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.record.chunks import into
from onrecord.record.schema_kept import kept, written
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that was kept, and how often the record had been written to when it was told."""

    value: str
    times: int


def times_written(record: Record) -> int:
    """How often the record was written to, by anybody; what is only kept does not count."""
    with record.reading_connection() as connection:
        return connection.scalar(sa.select(written.c.times)) or 0


def kept_text(record: Record, name: str) -> KeptText | None:
    with record.reading_connection() as connection:
        row = connection.execute(sa.select(kept).where(kept.c.name == name)).first()
        return KeptText(row.value, row.times) if row else None


def keep_text(record: Record, name: str, one: KeptText) -> None:
    """Keeps it, unless what is there was told later. Raises RecordError."""
    with record.writing_connection() as connection:
        there = connection.scalar(sa.select(kept.c.times).where(kept.c.name == name))
        if there is None or there <= one.times:
            connection.execute(sa.delete(kept).where(kept.c.name == name))
            connection.execute(into(kept), {"name": name, "times": one.times, "value": one.value})
