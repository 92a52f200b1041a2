"""Tests onrecord.evaluation.progress: how far a long scoring is."""

from __future__ import annotations

from io import StringIO

from onrecord.evaluation.progress import TIMES, told


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_goes_through_all_in_order() -> None:
    assert list(told(["a", "b"], "read", StringIO())) == ["a", "b"]


def test_prints_a_line_at_each_tenth_where_no_terminal_is() -> None:
    to = StringIO()
    list(told(range(100), "reports read", to))
    lines = to.getvalue().splitlines()
    assert len(lines) == TIMES
    assert lines[1] == "10 of 100 reports read"


def test_keeps_to_one_line_on_a_terminal() -> None:
    to = Terminal()
    list(told(range(3), "reports read", to))
    assert "\n" not in to.getvalue()
    assert to.getvalue().split("\r")[:3] == [f"{n} of 3 reports read" for n in range(3)]
    assert not to.getvalue().split("\r")[3].strip()


def test_tells_nothing_of_nothing() -> None:
    to = StringIO()
    assert list(told([], "reports read", to)) == []
    assert not to.getvalue()
