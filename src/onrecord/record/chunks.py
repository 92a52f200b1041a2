"""Long lists in short pieces, because databases limit how many values one question may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa

from onrecord.record.driving import ask, ask_singles, write_plain

T = TypeVar("T")

CHUNK = 500
AMONG = "among"


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


def among(column: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """A condition of a question that is made once and put often, by `rows_among` or `singles`.

    To make a question costs about as much as to answer it.
    """
    return column.in_(sa.bindparam(AMONG, expanding=True))


def rows_among(
    connection: sa.Connection, question: sa.Select[tuple[object, ...]], values: Iterable[str]
) -> Iterator[sa.Row[tuple[object, ...]]]:
    """All rows that a question about `among` some values finds."""
    for chunk in chunks(values):
        yield from ask(connection, question, {AMONG: chunk})


def singles(connection: sa.Connection, question: sa.Select[T], values: Iterable[str]) -> Iterator[T]:
    """The same for a question of one column."""
    for chunk in chunks(values):
        yield from ask_singles(connection, question, {AMONG: chunk})


def keep_keys(connection: sa.Connection, table: sa.Table, rows: Iterable[tuple[int | str, ...]]) -> None:
    """Writes rows of plain values, in the order of the table's columns, into a table of keys.

    In their order, so that what lies together in the table is written together.
    """
    write_plain(connection, table, sorted(rows))


@cache
def into(table: sa.Table) -> sa.Insert:
    """The one statement by which rows are written into a table."""
    return sa.insert(table)
