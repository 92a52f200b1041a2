"""What the pages ask by: the query string's filter, a part of the rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.record import Filter
from onrecord.views.web.asked import Asked, Param, asked

Row = TypeVar("Row")

AT_ONCE = 50
MOST_PAGES = 100_000
PAGE = Param("page", "Which page of the rows.", {"type": "integer", "minimum": 1})


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """One page of rows: its number, and whether more follow. `total` is null where nobody counted."""

    rows: Sequence[Row]
    number: int
    more: bool
    total: int | None = None


def question(request: Request, params: Iterable[Param]) -> Asked:
    """What the address asks; names that are not known are passed over, as links from elsewhere add such."""
    return asked(request.query_params.multi_items(), params, strict=False)


def number(request: Request) -> int:
    """The page's number; 1 where none is told."""
    told = request.query_params.get("page", "1")
    if not told.isascii() or not told.isdigit() or not 1 <= int(told[:9]) <= MOST_PAGES:
        raise HTTPException(404, f"there is no page {told!r}")
    return int(told[:9])


def part(request: Request, of: Asked, fetch: Callable[[Filter], Iterable[Row]], size: int = AT_ONCE) -> Part[Row]:
    """The page that the request names, fetched with one row more than is shown, to tell whether more follow."""
    at = number(request)
    rows = list(islice(fetch(of.part(size + 1, (at - 1) * size)), size + 1))
    return Part(rows[:size], at, len(rows) > size)


def part_of(request: Request, rows: Sequence[Row], size: int = AT_ONCE) -> Part[Row]:
    """The page of rows that are all at hand."""
    at = number(request)
    total = len(rows) if size == AT_ONCE else None  # the pager counts pages of that size
    return Part(rows[(at - 1) * size : at * size], at, len(rows) > at * size, total)


def found(row: Row | None, what: str) -> Row:
    """The row, or the page that says that it is not there."""
    if row is None:
        raise HTTPException(404, f"no {what} of that id is in the record")
    return row
