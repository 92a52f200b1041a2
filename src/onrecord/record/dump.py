"""The whole record as sorted lines, to be compared: the same reports and judgements give the same lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa

from onrecord.record.chunks import CHUNK
from onrecord.record.schema import metadata
from onrecord.record.store import Record

# When something was added or judged differs from run to run; `n` only numbers rows for the search index.
# How often a record was written to, and what was kept meanwhile, tells nothing of its reports.
TABLES_LEFT_OUT = frozenset({"written", "kept"})
LEFT_OUT = frozenset({"added_at", "judged_at", "undone_at", "n"})


def dump(record: Record) -> Iterator[str]:
    """One JSON line a row, tables by name, rows by their content; the same from every database."""
    with record.reading_connection() as connection:
        every = (one for one in metadata.tables.values() if one.name not in TABLES_LEFT_OUT)
        for table in sorted(every, key=lambda one: one.name):
            kept = [column for column in table.columns if _is_kept(table, column)]
            query = sa.select(*kept).order_by(*(column.asc().nulls_first() for column in kept))
            for row in connection.execute(query, execution_options={"yield_per": CHUNK}):
                yield json.dumps({"table": table.name, **row._mapping}, ensure_ascii=False)


def _is_kept(table: sa.Table, column: sa.Column[object]) -> bool:
    """A judgement's id hashes its time, and is left out with it."""
    return column.name not in LEFT_OUT and not (table.name == "judgement" and column.name == "id")
