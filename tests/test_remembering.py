"""What is computed across reports, kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from onrecord.cli import remembering
from onrecord.cli.remembering import MOST_KEPT, Remember, Remembered
from onrecord.record import Filter, open_record


class Counting:
    """Makes 1, 2, 3 ..., over a record that changes when told so."""

    def __init__(self) -> None:
        self.state = self.made = 0
        self.remember: Remember[int] = Remember(lambda: self.state)

    def make(self) -> int:
        self.made += 1
        return self.made

    def ask(self, asked: str = "positions") -> int:
        return self.remember.get(asked, self.make)


def test_is_made_once() -> None:
    one = Counting()
    assert [one.ask(), one.ask(), one.ask("coverage"), one.ask()] == [1, 1, 2, 1]


def test_is_made_anew_when_the_record_has_changed() -> None:
    one = Counting()
    one.ask()
    one.state += 1
    assert one.ask() == 2


def test_what_takes_long_is_shown_as_it_was_while_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    one, begun, go_on = Counting(), Event(), Event()

    def slowly() -> int:
        begun.set()
        go_on.wait(5)
        return one.make()

    monkeypatch.setattr(remembering, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembering, "REST", 0)
    one.ask()
    one.state += 1
    assert one.remember.get("positions", slowly) == 1
    assert begun.wait(5)
    go_on.set()
    assert soon(lambda: one.remember.get("positions", one.make) == 2)


def test_forgets_when_told_so() -> None:
    one = Counting()
    one.ask()
    one.remember.forget()
    assert one.ask() == 2


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    one = Counting()
    first = one.ask("first")
    for n in range(MOST_KEPT):
        one.ask(str(n))
        assert one.ask("first") == first
    assert one.ask("0") == one.made


def test_holds_nothing_of_what_fails_or_was_forgotten() -> None:
    one = Counting()
    with pytest.raises(ZeroDivisionError):
        one.remember.get("nothing", lambda: 1 // 0)
    one.ask()
    one.remember.forget()
    assert not one.remember._making


def soon(holds: Callable[[], bool]) -> bool:
    waiting = Event()
    return any(holds() or waiting.wait(0.02) for _ in range(200))


def test_questions_about_the_same_reports_lay_them_side_by_side_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Filter] = []
    monkeypatch.setattr(remembering, "side_by_side", lambda record, wanted: asked.append(wanted) or ())
    with open_record(tmp_path / "r.db", create=True) as record:
        told = Remembered(record, "auto")
        for wanted in (Filter(), Filter(speaker="Voss", limit=5), Filter(weight="slight"), Filter(outlet="Mirror")):
            assert not list(told.disagreements(wanted))
        assert asked == [Filter(), Filter(outlet="Mirror")]
        told.forget()
        assert not list(told.disagreements(Filter()))
    assert asked[2:] == [Filter()]
