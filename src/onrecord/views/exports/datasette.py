"""For Datasette: the tables in one SQLite file with views and a search, and `metadata.json` for it and for the record.

The record itself opens in Datasette as it is; the metadata describe its tables and give it queries to begin with.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from onrecord.model.jsonform import Json, JsonObject
from onrecord.views.exports.contents import Contents
from onrecord.views.exports.fields import Row, Table, plain
from onrecord.views.exports.queries import HIDDEN, INDEXED, QUERIES, SEARCHED, TABLES, VIEWS
from onrecord.views.exports.tables import STATEMENTS
from onrecord.views.exports.tables_across import FAMILIES, every_table

NAME = "tables"
FILE, METADATA = f"{NAME}.db", "metadata.json"
FACETS = ("party", "stance", "kind", "speaker")
AFFINITY = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def write_datasette(contents: Contents, folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        tables = {table.name: table for table in every_table()}
        for table in tables.values():
            connection.execute(_create(table))
        for family in FAMILIES:
            for name, rows in groupby(family.rows(contents), key=lambda named: named[0]):
                insert = f"INSERT INTO {name} VALUES ({', '.join('?' * len(tables[name].fields))})"  # noqa: S608 - ours
                connection.executemany(insert, _values(tables[name], (row for _, row in rows), contents))
        for line in (*INDEXED, *SEARCHED, *(f"CREATE VIEW {name} AS {query}" for name, (_, query) in VIEWS.items())):
            connection.execute(line)
        connection.execute("COMMIT")
    text = json.dumps(_metadata(contents), ensure_ascii=False, indent=1) + "\n"
    (folder / METADATA).write_text(text, encoding="utf-8")


def _create(table: Table) -> str:
    columns = ", ".join(f'"{field.name}" {AFFINITY.get(field.type, "TEXT")}' for field in table.fields)
    key = f", PRIMARY KEY ({table.key[0]})" if len(table.key) == 1 else ""
    return f"CREATE TABLE {table.name} ({columns}{key})"


def _values(table: Table, rows: Iterator[Row], contents: Contents) -> Iterator[list[object]]:
    for row in rows:
        contents.step()
        yield [plain(field, value) for field, value in zip(table.fields, row, strict=True)]


def _metadata(contents: Contents) -> JsonObject:
    tables: dict[str, Json] = {table.name: _described(table) for table in every_table()}
    tables["statements"] = _described(STATEMENTS) | {"facets": list(FACETS), "sort": "said_on"}
    views: dict[str, Json] = {name: {"description": means} for name, (means, _) in VIEWS.items()}
    return {
        "title": "onrecord",
        "description": "Who is on record saying what, under which conditions, according to whom",
        "source": contents.software,
        "databases": {NAME: {"tables": tables | views}, _stem(contents): _of_record()},
    }


def _described(table: Table) -> JsonObject:
    return {"description": table.means, "columns": {field.name: field.means for field in table.fields}}


def _stem(contents: Contents) -> str:
    """By what Datasette calls a file: its name without the ending."""
    return Path(contents.record.place).stem


def _of_record() -> JsonObject:
    hidden: dict[str, Json] = {name: {"hidden": True} for name in HIDDEN}
    told: dict[str, Json] = {name: {"description": means} for name, means in TABLES.items()}
    queries: dict[str, Json] = {
        name: {"title": name.replace("_", " "), "description": means, "sql": query}
        for name, (means, query) in QUERIES.items()
    }
    return {"tables": told | hidden, "queries": queries}
