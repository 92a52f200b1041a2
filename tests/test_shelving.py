"""cli.shelving and cli.remembering: what took long is kept in the record, and is what telling it anew gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from onrecord import pipeline, standing
from onrecord.cli import remembering
from onrecord.cli.remembering import Remembered
from onrecord.cli.shelving import PACKAGE, ROOMS, RULES, Shelf, rules
from onrecord.model import Report
from onrecord.model.change import Lately
from onrecord.reading.reader import load
from onrecord.record import EVERYTHING, Record, open_record
from onrecord.record.shelved import KeptText, keep_text, kept_text
from onrecord.sources import reports
from tests.test_remembering import soon

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """The examples, in which everything takes long."""
    monkeypatch.setattr(remembering, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(remembering, "REST", 0)
    with open_record(tmp_path / "talks.db", create=True) as record:
        list(pipeline.add(record, reports([str(EXAMPLES)]), load_reader=load))
        yield record


def opened(record: Record) -> Remembered:
    return Remembered(record, "auto", lambda: nullcontext(record))


def add_one(record: Record) -> None:
    told = Report(
        '"We accept the 60-day truce," the foreign minister of Keldavia said.', outlet="Gull", published="2024-10-02"
    )
    list(pipeline.add(record, [told], load_reader=load))


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("told anew")


def test_what_was_kept_is_what_telling_it_gives(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(record).keep_all()
    told = standing.leading(record), standing.lately(record), standing.proposals(record)
    for name in ("leading", "lately", "proposals"):
        monkeypatch.setattr(standing, name, refuse)
    again = opened(record)
    assert told == (again.leading(EVERYTHING), again.lately(EVERYTHING), again.proposals(EVERYTHING))
    assert told[0]
    assert told[2]
    assert not again.is_behind("leading", "lately", "proposals")


def test_after_a_report_came_it_is_shown_as_it_was_and_told_anew(record: Record) -> None:
    opened(record).keep_all()
    before = standing.leading(record)
    add_one(record)
    again = opened(record)
    assert again.leading(EVERYTHING) == before
    assert soon(lambda: not again.is_behind("leading"))
    assert again.leading(EVERYTHING) == standing.leading(record)


def test_who_corrects_something_sees_it_at_once(record: Record) -> None:
    one = opened(record)
    one.keep_all()
    add_one(record)
    one.forget()
    assert one.leading(EVERYTHING) == standing.leading(record)


def test_what_takes_no_time_is_not_kept(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "AT_ONCE_SECONDS", 60.0)
    opened(record).keep_all()
    assert kept_text(record, "leading") is None


@pytest.mark.parametrize(
    "value", ["", "7", "[]", '{"by": "onrecord 0.0.0", "value": [[], [], null]}', '{"value": null}', "{", "[" * 100_000]
)
def test_what_another_version_kept_is_not_shown(record: Record, value: str) -> None:
    keep_text(record, "lately", KeptText(value, 1))
    assert Shelf(record, "lately", Lately).found() is None


def test_what_has_another_shape_is_not_shown(record: Record) -> None:
    shelf = Shelf(record, "lately", Lately, lambda: nullcontext(record))
    shelf.keep(standing.lately(record), 1)
    assert shelf.found() is not None
    assert Shelf(record, "lately", tuple[str, ...]).found() is None
    held = kept_text(record, "lately")
    assert held is not None
    keep_text(record, "lately", KeptText(held.value.replace('"value":[', '"value":[1,'), 1))
    assert shelf.found() is None


@pytest.mark.parametrize("changed", ["standing.py", "collating/likely.py", "collating/likely.tsv", "record/acting.py"])
def test_what_other_rules_told_goes_by_another_key(tmp_path: Path, changed: str) -> None:
    for package in ("before", "after"):
        for name in ("standing.py", "collating/likely.py", "collating/likely.tsv", "record/acting.py"):
            path = tmp_path / package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("other" if (package, name) == ("after", changed) else "as it was", encoding="utf-8")
    assert rules(tmp_path / "before") != rules(tmp_path / "after")


def test_rules_are_found_where_they_lie() -> None:
    found = {path.name for room in ROOMS for path in (PACKAGE / room).rglob("*") if path.suffix in RULES}
    assert {"likely.tsv", "likely.py", "judge.tsv", "acting.py"} <= found
