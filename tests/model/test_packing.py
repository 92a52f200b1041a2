"""model.packing: a row as JSON and back is the same row; what is none is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass, make_dataclass
from typing import Literal

import pytest

from onrecord.model import Span, Spans
from onrecord.model.packing import packed, shape, unpacked


@dataclass(frozen=True, slots=True)
class Ferry:
    name: str
    kind: Literal["car", "foot"]
    tons: float
    captain: str | None = None
    stops: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Line:
    ferries: tuple[Ferry, ...]
    runs: bool
    round_trip: tuple[Spans, int] | None = None


ELVA = Ferry("Elva", "car", 3.0, None, (Span(1, 4), Span(6, 9)))
LINE = Line((ELVA, Ferry("Moll", "foot", 0.5, "Voss")), True, ((Span(0, 2),), 7))


@pytest.mark.parametrize("line", [LINE, Line((), False)])
def test_comes_back_as_it_was(line: Line) -> None:
    assert unpacked(Line, json.loads(json.dumps(packed(line)))) == line


def test_tuples_of_rows_come_back() -> None:
    found = unpacked(tuple[Ferry, ...], json.loads(json.dumps(packed((ELVA,)))))
    assert found == (ELVA,)
    assert isinstance(found[0].stops[0], Span)


@pytest.mark.parametrize(
    "told",
    [
        None,
        "Elva",
        [],
        ["Elva", "car", 3.0, None],
        ["Elva", "barge", 3.0, None, []],
        ["Elva", "car", "3", None, []],
        ["Elva", "car", True, None, []],
        [1, "car", 3.0, None, []],
        ["Elva", "car", 3.0, 4, []],
        ["Elva", "car", 3.0, None, [[1]]],
        ["Elva", "car", 3.0, None, "14"],
        {"name": "Elva"},
    ],
)
def test_what_is_no_such_row_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match=r"no|fields"):
        unpacked(Ferry, told)


def test_what_is_no_row_is_not_packed() -> None:
    with pytest.raises(ValueError, match="set"):
        packed({1})


def test_another_field_is_another_shape() -> None:
    as_it_was = make_dataclass("Line", [("ferries", tuple[Ferry, ...]), ("runs", bool)])
    assert shape(as_it_was) != shape(Line)
    assert "captain" in shape(Line)
