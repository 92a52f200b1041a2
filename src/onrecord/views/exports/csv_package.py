"""CSV files as a Frictionless data package: the tables, and `datapackage.json` with what every column means."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from onrecord.model.jsonform import Json, JsonObject
from onrecord.views.exports.contents import Contents
from onrecord.views.exports.fields import Field, Row, Table, plain
from onrecord.views.exports.tables_across import FAMILIES

# With the apostrophe itself among them, the rule can be turned round: what begins with one lost one.
QUOTED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
ESCAPE = "A text that begins with = + - @ ', a tab or the end of a line has one apostrophe put before it: take it off."


def write_csv(contents: Contents, folder: Path) -> None:
    """One file a table. Cells hold the characters as they are, but for the apostrophe that `escaped` puts."""
    resources: list[Json] = []
    for family in FAMILIES:
        with ExitStack() as stack:
            files = {
                table.name: _File(table, stack.enter_context((folder / f"{table.name}.csv").open("wb")))
                for table in family.tables
            }
            for name, row in family.rows(contents):
                files[name].add(row)
                contents.step()
        resources += (file.resource() for file in files.values())
    package: JsonObject = {
        "$schema": PROFILE,
        "name": "onrecord",
        "title": "Who is on record saying what, under which conditions, according to whom",
        "description": ESCAPE,
        "sources": [{"title": contents.software}],
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def escaped(text: str) -> str:
    """The text as no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(QUOTED) else text


def unescaped(cell: str) -> str:
    """The text again, from a cell."""
    return cell.removeprefix("'")


class _File:
    """A table as it is written: counts its bytes and rows."""

    def __init__(self, table: Table, file: BinaryIO) -> None:
        self._table, self._file = table, file
        self._hash, self._bytes, self._rows = hashlib.sha256(), 0, 0
        self._writer = csv.writer(self, lineterminator="\n")
        self._writer.writerow(field.name for field in table.fields)

    def write(self, text: str) -> None:
        """What the writer of CSV calls, once a row."""
        line = text.encode("utf-8")
        self._hash.update(line)
        self._bytes += len(line)
        self._file.write(line)

    def add(self, row: Row) -> None:
        cells = (plain(field, value) for field, value in zip(self._table.fields, row, strict=True))
        self._writer.writerow(_cell(value) for value in cells)
        self._rows += 1

    def resource(self) -> JsonObject:
        table = self._table
        return {
            "name": table.name,
            "type": "table",
            "description": table.means,
            "path": f"{table.name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": self._bytes,
            "hash": f"sha256:{self._hash.hexdigest()}",
            "rows": self._rows,
            "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n"},
            "schema": {
                "fields": [_described(field) for field in table.fields],
                **_key(table),
                "foreignKeys": list(_foreign(table.fields)),
                "missingValues": [""],
            },
        }


def _key(table: Table) -> JsonObject:
    """The key, where it is of plain values: a list is none that readers of packages could compare."""
    lists = {field.name for field in table.fields if field.type in ("spans", "list")}
    return {} if lists & set(table.key) else {"primaryKey": list(table.key)}


def _cell(value: str | int | float | bool | None) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escaped(value) if isinstance(value, str) else value


def _described(field: Field) -> JsonObject:
    return {"name": field.name, "type": TYPES.get(field.type, "array"), "description": field.means}


def _foreign(fields: Iterable[Field]) -> Iterable[Json]:
    for field in fields:
        if field.refers:
            yield {"fields": [field.name], "reference": {"resource": field.refers, "fields": ["id"]}}
