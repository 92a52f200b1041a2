"""standing.lately, and the answers to proposals: what is asked of a part of the record is what all of it would give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import pipeline, standing
from onrecord.record import Filter, Record, open_record
from tests.test_standing import MANY, PlainReader

ASKED = (Filter(), Filter(party="Velmora"), Filter(issue="ceasefire"), Filter(party="Keldavia", issue="ceasefire"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path: Path = tmp_path_factory.mktemp("lately") / "many.db"
    with open_record(path, create=True) as record:
        list(pipeline.add(record, MANY, load_reader=PlainReader))
        yield record


@pytest.mark.parametrize("wanted", ASKED)
def test_a_small_record_is_told_wholly(many: Record, wanted: Filter) -> None:
    found = standing.lately(many, wanted)
    assert found.since is None
    assert set(found.positions) == set(standing.positions(many, wanted))
    assert {one.id for one in found.changes} == {one.id for one in standing.changes(many, wanted)}


@pytest.mark.parametrize("wanted", ASKED)
def test_of_a_large_one_the_latest(many: Record, wanted: Filter) -> None:
    found = standing.lately(many, wanted, most=6)
    assert found.since is not None
    every = [one.position for one in standing.positions(many, wanted)]
    lately = {one.id for one in every if one.as_of and one.as_of >= found.since}
    assert {one.position.id for one in found.positions} == lately
    assert 0 < len(lately) < len(every)


def test_what_was_before_goes_on_from_there(many: Record) -> None:
    last = standing.lately(many, most=6)
    before = standing.lately(many, Filter(until=last.since), most=6)
    days = [one.position.as_of or "" for one in before.positions]
    assert last.since and before.since and before.since < last.since
    assert max(days) == last.since


def test_the_answers_to_proposals_are_those_of_the_whole_record(many: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    few = standing.proposals(many)
    monkeypatch.setattr(standing, "_on_proposals", lambda _: None)
    assert few == standing.proposals(many)
    assert any(one.answers for one in few)
