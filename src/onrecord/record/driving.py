"""Statements that are put for every report, given to SQLite's driver as they are.

SQLAlchemy takes longer to put one than SQLite to answer it. So it makes each once, for each number of values that it
asks for, and the driver puts it; in any other database SQLAlchemy puts it as always.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
Question = sa.Select[tuple[object, ...]]
DbRow = sa.Row[tuple[object, ...]]
Values = Mapping[str, object]
MADE = 2048  # statements, counting each number of values by itself
NOTHING: Values = {}


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement in SQL: the names of its values in their order, those that it has itself, and what each list of
    values becomes."""

    sql: str
    order: tuple[str, ...]
    own: Values
    lists: Mapping[str, Sequence[str]]

    def told(self, values: Values) -> list[object]:
        given = {**self.own, **values}
        for name, parts in self.lists.items():
            given |= zip(parts, _padded(_listed(values[name])), strict=True)
        return [given[name] for name in self.order]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns of an answer, and which of them are true or false, which SQLite has as 1 and 0."""

    columns: SimpleResultMetaData
    yes_or_no: tuple[int, ...]


def ask(connection: sa.Connection, question: Question, values: Values = NOTHING) -> Sequence[DbRow]:
    """All rows of the answer to a question that is made once, with names for its values."""
    driver = _driver(connection)
    if driver is None:
        return connection.execute(question, values).all()
    shape = _shape(question)
    found: list[tuple[object, ...]] = _answer(driver, connection, question, values)
    if shape.yes_or_no:
        found = [_told_yes_or_no(row, shape.yes_or_no) for row in found]
    rows: sa.Result[tuple[object, ...]] = IteratorResult(shape.columns, iter(found))
    return rows.all()


def ask_first(connection: sa.Connection, question: Question, values: Values = NOTHING) -> DbRow | None:
    """The first row, or null."""
    return next(iter(ask(connection, question, values)), None)


def ask_singles(
    connection: sa.Connection, question: sa.Select[T] | sa.CompoundSelect[T], values: Values = NOTHING
) -> Sequence[T]:
    """The same for a question of one column, of a text or a number."""
    driver = _driver(connection)
    if driver is None:
        return connection.scalars(question, values).all()
    found: list[tuple[T]] = _answer(driver, connection, question, values)
    return [row[0] for row in found]


def ask_threes(
    connection: sa.Connection, question: sa.Select[T, U, V] | sa.CompoundSelect[T, U, V], values: Values = NOTHING
) -> Sequence[tuple[T, U, V]]:
    """The same for a question of three columns."""
    driver = _driver(connection)
    if driver is None:
        return [(row[0], row[1], row[2]) for row in connection.execute(question, values)]
    found: list[tuple[T, U, V]] = _answer(driver, connection, question, values)
    return found


def put(connection: sa.Connection, statement: sa.UpdateBase, *values: Values) -> None:
    """Changes or deletes, once for each of the values."""
    driver = _driver(connection)
    for one in values or (NOTHING,):
        if driver is None:
            connection.execute(statement, one)
        else:
            made = _made_for(statement, connection.dialect, one)
            with _faults(connection, made.sql):
                driver.execute(made.sql, made.told(one))


def write(connection: sa.Connection, table: sa.Table, rows: Sequence[Values]) -> None:
    """Writes rows that all have the same columns."""
    if not rows:
        return
    driver = _driver(connection)
    if driver is None:
        connection.execute(_into(table), [dict(row) for row in rows])
        return
    sql, names = _written(table, frozenset(rows[0]), connection.dialect)
    with _faults(connection, sql):
        driver.executemany(sql, [[row[name] for name in names] for row in rows])


def write_plain(connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[int | str, ...]]) -> None:
    """Writes rows of plain values in the order of the table's columns."""
    driver = _driver(connection)
    if driver is None:
        names = table.columns.keys()
        write(connection, table, [dict(zip(names, row, strict=True)) for row in rows])
    elif rows:
        sql, _ = _written(table, frozenset(table.columns.keys()), connection.dialect)
        with _faults(connection, sql):
            driver.executemany(sql, rows)


def _driver(connection: sa.Connection) -> sqlite3.Connection | None:
    """The driver's own connection, within the transaction of ours; null where it is not SQLite's."""
    if not connection.in_transaction():
        connection.begin()
    own = connection.connection.driver_connection
    return own if isinstance(own, sqlite3.Connection) else None


def _answer(
    driver: sqlite3.Connection, connection: sa.Connection, question: sa.ClauseElement, values: Values
) -> list[T]:
    made = _made_for(question, connection.dialect, values)
    with _faults(connection, made.sql):
        found: list[T] = driver.execute(made.sql, made.told(values)).fetchall()
    return found


@contextmanager
def _faults(connection: sa.Connection, sql: str) -> Iterator[None]:
    """Faults as SQLAlchemy would raise them."""
    try:
        yield
    except sqlite3.Error as error:
        raise sa.exc.DBAPIError.instance(sql, None, error, sqlite3.Error, dialect=connection.dialect) from error


def _told_yes_or_no(row: tuple[object, ...], places: tuple[int, ...]) -> tuple[object, ...]:
    told = list(row)
    for place in places:
        told[place] = None if told[place] is None else bool(told[place])
    return tuple(told)


def _listed(values: object) -> Sequence[object]:
    return values if isinstance(values, list | tuple) else ()


def _padded(values: Sequence[object]) -> list[object]:
    """As many values as the next power of two, the last of them again and again: so few statements differ in number."""
    return [*values, *[values[-1]] * (_places(len(values)) - len(values))] if values else []


def _places(count: int) -> int:
    return 1 << (count - 1).bit_length() if count else 0


def _made_for(statement: sa.ClauseElement, dialect: sa.Dialect, values: Values) -> _Made:
    counts = [(name, _places(len(_listed(each)))) for name, each in values.items() if isinstance(each, list | tuple)]
    return _made(statement, dialect, tuple(counts))


@lru_cache(maxsize=MADE)
def _made(statement: sa.ClauseElement, dialect: sa.Dialect, counts: tuple[tuple[str, int], ...]) -> _Made:
    compiled = _compiled(statement, dialect)
    state = compiled.construct_expanded_state({**compiled.params, **{name: [""] * count for name, count in counts}})
    expanded = state.parameter_expansion
    lists = {name: expanded[name] for name, _ in counts}
    own = {name: value for name, value in compiled.params.items() if not compiled.binds[name].required}
    own |= {part: state.additional_parameters[part] for name in expanded.keys() - lists for part in expanded[name]}
    return _Made(state.statement, tuple(state.positiontup or ()), own, lists)


@lru_cache(maxsize=MADE)
def _compiled(statement: sa.ClauseElement, dialect: sa.Dialect) -> SQLCompiler:
    compiled = statement.compile(dialect=dialect)
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(f"no statement in SQL: {statement}")
    return compiled


@lru_cache(maxsize=MADE)
def _shape(question: Question) -> _Shape:
    columns = list(question.selected_columns)
    names = [column.key or "" for column in columns]
    yes_or_no = tuple(at for at, column in enumerate(columns) if isinstance(column.type, sa.Boolean))
    return _Shape(SimpleResultMetaData(names), yes_or_no)


@cache
def _written(table: sa.Table, names: frozenset[str], dialect: sa.Dialect) -> tuple[str, tuple[str, ...]]:
    """How rows of these columns are written, and in which order their values are told."""
    order = tuple(column.key for column in table.columns if column.key in names)
    return str(sa.insert(table).inline().compile(dialect=dialect, column_keys=order)), order


@cache
def _into(table: sa.Table) -> sa.Insert:
    return sa.insert(table)
