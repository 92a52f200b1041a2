"""Indexes by key and day: what shares a key with something new, and may be of its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from onrecord.model.edtf import YEARLESS
from onrecord.record.chunks import chunks
from onrecord.record.driving import ask_threes

# Of what was said or printed within so many days an index knows the last; what took longer is near to every day.
FEW_DAYS = 10
EVER = ""
BACK, BEHIND = "/", "0"  # what parts a day from how long it took; what sorts behind that
Days = tuple[str | None, str | None]
Shared = tuple[int, str, str]  # a key, and the id and the day of what stands under it


def both_known(days: Days) -> tuple[str, str]:
    """The days, if both are known; else none. A day without its year ("December 2", undated) is not known."""
    first, last = days
    if not (first and last) or YEARLESS.match(first) or YEARLESS.match(last):
        return EVER, EVER
    return first, last


def few(days: Days) -> tuple[str, str]:
    """The days, if they are few and known; else none."""
    first, last = both_known(days)
    return (EVER, EVER) if last == EVER or shifted(first, FEW_DAYS) < last else (first, last)


def indexed_day(days: Days) -> str:
    """Under which day something of these days stands in an index."""
    return few(days)[1]


def indexed_days(days: Days) -> str:
    """The same with how many days before the first of them was, unless it is the same: "2024-03-07/6"."""
    first, last = few(days)
    return last if first == last else f"{last}{BACK}{(date.fromisoformat(last) - date.fromisoformat(first)).days}"


def days_indexed(told: str) -> Days:
    """The days that stand so in an index; unknown where they are many, or nothing tells."""
    last, _, back = told.partition(BACK)
    return (shifted(last, -int(back)) if back else last, last) if last else (None, None)


def shifted(day: str, days: int) -> str:
    """The day so many days off; the day itself where there is none such."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day


def days_between(one: Days, other: Days) -> int:
    """Days between the two at the least; 0 where they may be of one day, or nothing tells."""
    (a, b), (c, d) = one, other
    if not (a and b and c and d) or (a <= d and c <= b):
        return 0
    later, earlier = (a, d) if a > d else (c, b)
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


class Index:
    """A table of keys: which rows stand under a key, by the last of the days on which each may be, at most `spread`."""

    def __init__(self, key: sa.Column[int], day: sa.Column[str], of: sa.Column[str], spread: int = FEW_DAYS) -> None:
        under = sa.select(key.label("key"), of.label("id"), day.label("day")).where(
            key.in_(sa.bindparam("keys", expanding=True))
        )
        then = under.where(day >= sa.bindparam("first"), day <= sa.bindparam("last"))
        self._spread, self._ever = spread, under
        self._then = sa.union_all(under.where(day == EVER), then)

    def sharing(self, connection: sa.Connection, keys: Iterable[int], days: Days, slack: int) -> Iterator[Shared]:
        """Which of these keys the rows share that stand under them and may be within `slack` of the days, with the id
        and the day of each.

        Some may be up to `spread` further away; without days, all are told.
        """
        first, last = both_known(days)
        edges = (
            {}
            if last == EVER
            else {"first": shifted(first, -slack), "last": shifted(last, slack + self._spread) + BEHIND}
        )
        question = self._then if edges else self._ever
        for some in chunks(keys):
            yield from ask_threes(connection, question, {"keys": some, **edges})
