"""Unit: record.driving: statements made once and given to the driver answer as SQLAlchemy would, in both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from onrecord.record import open_record
from onrecord.record.chunks import AMONG, among
from onrecord.record.driving import ask, ask_first, ask_singles, put, write, write_plain
from onrecord.record.schema import collated, form_key, report

KEPT = {"characters": 1, "words": 1, "version": 1, "versions": 1}
_THOSE = sa.select(report).where(among(report.c.id)).order_by(report.c.id)
_IDS = sa.select(report.c.id).where(among(report.c.id)).order_by(report.c.id)
_OF = sa.select(report.c.id, report.c.is_primary).where(
    report.c.outlet == sa.bindparam("outlet"), report.c.sha256.in_(("a", "b"))
)
_MOVED = sa.update(report).where(report.c.id == sa.bindparam("of")).values(outlet=sa.bindparam("to"), words=7)
_DROPPED = sa.delete(report).where(among(report.c.id))


@pytest.fixture
def connection(address: str) -> Iterator[sa.Connection]:
    """Three reports, of which the second is primary."""
    with open_record(address, create=True) as record, record.writing_connection() as connection:
        told = [{"id": id, "sha256": id, "outlet": "Gazette", "is_primary": id == "b", **KEPT} for id in "abc"]
        write(connection, report, told)
        yield connection


@pytest.mark.parametrize("wanted", [["a"], ["a", "c"], ["a", "b", "c"], ["c", "b", "x", "y", "a"], []])
def test_however_many_values_are_asked_for_each_row_is_told_once(connection: sa.Connection, wanted: list[str]) -> None:
    assert ask_singles(connection, _IDS, {AMONG: wanted}) == sorted(set(wanted) & set("abc"))


def test_rows_are_as_sqlalchemy_gives_them(connection: sa.Connection) -> None:
    asked = {AMONG: ["a", "b"]}
    assert [dict(row._mapping) for row in ask(connection, _THOSE, asked)] == [
        dict(row._mapping) for row in connection.execute(_THOSE, asked)
    ]
    assert [row.is_primary for row in ask(connection, _THOSE, asked)] == [False, True]


def test_values_that_a_question_has_itself_stay(connection: sa.Connection) -> None:
    assert [row.id for row in ask(connection, _OF, {"outlet": "Gazette"})] == ["a", "b"]


def test_a_value_that_is_not_given_is_no_null(connection: sa.Connection) -> None:
    with pytest.raises((KeyError, sa.exc.StatementError)):
        ask(connection, _OF)


def test_nothing_found_is_null(connection: sa.Connection) -> None:
    assert ask_first(connection, _THOSE, {AMONG: ["x"]}) is None


def test_changes_are_put_once_for_each_of_the_values(connection: sa.Connection) -> None:
    put(connection, _MOVED, {"of": "a", "to": "Herald"}, {"of": "c", "to": "Courier"})
    found = ask(connection, _THOSE, {AMONG: ["a", "b", "c"]})
    assert [(row.outlet, row.words) for row in found] == [("Herald", 7), ("Gazette", 1), ("Courier", 7)]


def test_what_is_dropped_is_gone(connection: sa.Connection) -> None:
    put(connection, _DROPPED, {AMONG: ["a", "c", "x"]})
    assert ask_singles(connection, _IDS, {AMONG: ["a", "b", "c"]}) == ["b"]


def test_columns_may_be_told_in_any_order(connection: sa.Connection) -> None:
    write(connection, collated, [{"key": "first", "part": "one"}])
    assert connection.execute(sa.select(collated.c.key).where(collated.c.part == "one")).scalar() == "first"


def test_no_rows_are_nothing_to_write(connection: sa.Connection) -> None:
    write(connection, collated, [])
    write_plain(connection, form_key, [])
    assert connection.scalar(sa.select(sa.func.count()).select_from(collated)) == 0


def test_faults_are_those_of_sqlalchemy(connection: sa.Connection) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        write(connection, report, [{"id": "a", "sha256": "a", "is_primary": False, **KEPT}])
