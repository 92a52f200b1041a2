"""Unit: record.nearness: what shares a key and may be of near days is found, whatever the days are known to be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.nearness import EVER, Days, Index, days_between, days_indexed, few, indexed_day, indexed_days

SLACK = 3
START = date(2031, 3, 1)
TABLE = sa.Table(
    "kept",
    sa.MetaData(),
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("of", sa.Text, primary_key=True),
)
INDEX = Index(TABLE.c.key, TABLE.c.day, TABLE.c.of)


def _days(start: int, length: int) -> Days:
    first = START + timedelta(days=start)
    return first.isoformat(), (first + timedelta(days=length)).isoformat()


days = st.one_of(
    st.builds(_days, st.integers(0, 60), st.integers(0, 25)),
    st.sampled_from([(None, None), ("2031-03-13", None)]),
)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (_days(0, 0), _days(0, 0), 0),
        (_days(0, 0), _days(1, 0), 1),
        (_days(0, 5), _days(3, 9), 0),
        (_days(0, 5), _days(9, 2), 4),
        ((None, None), _days(9, 2), 0),
        (("2031-03-01", None), _days(90, 2), 0),
    ],
)
def test_days_between(one: Days, other: Days, apart: int) -> None:
    assert days_between(one, other) == days_between(other, one) == apart


@given(days)
def test_an_index_tells_few_days_as_they_are(one: Days) -> None:
    told = days_indexed(indexed_days(one))
    assert told == (one if few(one) != (EVER, EVER) else (None, None))


@pytest.mark.parametrize("under", [indexed_day, indexed_days])
@given(kept=st.lists(days, max_size=12), new=days)
def test_no_near_one_is_missed(under: Callable[[Days], str], kept: list[Days], new: Days) -> None:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        TABLE.create(connection)
        rows = [{"key": 1, "day": under(one), "of": str(n)} for n, one in enumerate(kept)]
        if rows:
            connection.execute(sa.insert(TABLE), rows)
        found = {id for _, id, _ in INDEX.sharing(connection, [1, 2], new, SLACK)}
    engine.dispose()
    assert found >= {str(n) for n, one in enumerate(kept) if days_between(one, new) <= SLACK}


def test_a_row_is_told_once_for_each_key_that_it_shares() -> None:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        TABLE.create(connection)
        day = indexed_day(_days(0, 0))
        connection.execute(sa.insert(TABLE), [{"key": key, "day": day, "of": "a"} for key in (1, 2, 3)])
        assert list(INDEX.sharing(connection, [1, 2, 9], _days(2, 0), SLACK)) == [(1, "a", day), (2, "a", day)]
        assert list(INDEX.sharing(connection, [1, 2, 9], _days(40, 0), SLACK)) == []
    engine.dispose()


def test_a_day_without_its_year_is_near_to_every_day() -> None:
    assert few(("XXXX-12-02", "XXXX-12-02")) == (EVER, EVER)
