"""Long lists in short pieces, because databases limit how many values one question may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa

T = TypeVar("T")

CHUNK = 500


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def rows_where(
    connection: sa.Connection, query: sa.Select[T], column: sa.ColumnElement[str], values: Iterable[str]
) -> Iterator[T]:
    """The single values of all rows in which the column has one of the values."""
    for chunk in chunks(values):
        yield from connection.scalars(query.where(column.in_(chunk)))
