"""Parquet files, one a table, with spans and lists as such; what a column means stands in its metadata."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.views.exports.contents import Contents
from onrecord.views.exports.fields import Field, Row, Table, nested
from onrecord.views.exports.placing import ExportError
from onrecord.views.exports.tables_across import FAMILIES

if TYPE_CHECKING:
    import pyarrow
    import pyarrow.parquet

AT_ONCE = 5_000


def write_parquet(contents: Contents, folder: Path) -> None:
    """Raises ExportError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise ExportError("parquet", "pyarrow is not installed", "pip install 'onrecord[parquet]'")
    for family in FAMILIES:
        with ExitStack() as stack:
            files = {table.name: _File(table, folder, stack) for table in family.tables}
            for name, row in family.rows(contents):
                files[name].add(row)
                contents.step()
            for file in files.values():
                file.flush()


class _File:
    """A table as it is written, so many rows at once."""

    def __init__(self, table: Table, folder: Path, stack: ExitStack) -> None:
        import pyarrow.parquet

        self._table, self._schema, self._rows = table, _schema(table), list[Row]()
        writer = pyarrow.parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._writer = stack.enter_context(writer)

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == AT_ONCE:
            self.flush()

    def flush(self) -> None:
        import pyarrow

        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [
                pyarrow.array([nested(field, value) for value in column], type=_type(field))
                for field, column in zip(self._table.fields, columns, strict=True)
            ]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
            self._rows.clear()


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow

    fields: Iterable[pyarrow.Field] = (
        pyarrow.field(field.name, _type(field), metadata={"description": field.means}) for field in table.fields
    )
    return pyarrow.schema(list(fields), metadata={"description": table.means})


def _type(field: Field) -> pyarrow.DataType:
    import pyarrow

    span = pyarrow.struct([("start", pyarrow.int32()), ("end", pyarrow.int32())])
    return {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "spans": pyarrow.list_(span),
        "list": pyarrow.list_(pyarrow.string()),
    }[field.type]
