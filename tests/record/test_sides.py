"""`record.parties`: for whom an actor spoke on the day, in every place where a party is told."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord import judging, pipeline, standing
from onrecord.model import Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.acts import Sides, acting_for, are_kept
from onrecord.record.dump import dump
from tests.record.conftest import Copies
from tests.record.fake import report, said
from tests.record.keeping import JUDGING, keep

GOVERNMENT, OPPOSITION = "Norland", "Salt Party"


def told(day: str, party: str | None, content: str, name: str = "Ada Voss") -> Report:
    """A report of one day in which somebody speaks, for a party or for none that it tells."""
    return report(
        f"Talks of {day}", said(name, content, party=party, day=day), published=day, published_from="given", path=day
    )


MINISTER = [
    told("2024-01-10", GOVERNMENT, "We accept the truce."),
    told("2024-02-10", GOVERNMENT, "The truce holds."),
    told("2024-02-20", None, "We accept it still."),
    told("2024-06-10", OPPOSITION, "The truce was a mistake."),
    told("2024-07-10", OPPOSITION, "It must end."),
    told("2024-07-20", None, "We accept no truce."),
]


def parties(record: Record, **wanted: str) -> list[tuple[str | None, str | None]]:
    return [(row.statement.said_on, row.party) for row in record.statements(Filter(**wanted))]


def test_a_minister_goes_over_to_the_opposition(record: Record) -> None:
    keep(record, *MINISTER)
    assert [party for _, party in parties(record)] == [GOVERNMENT] * 3 + [OPPOSITION] * 3
    assert [day for day, _ in parties(record, party=OPPOSITION)] == ["2024-06-10", "2024-07-10", "2024-07-20"]
    (actor,) = record.actors(Filter(party=OPPOSITION))
    assert [(one.party, one.first, one.last) for one in actor.sides] == [
        (GOVERNMENT, "0001-01-01", "2024-06-09"),
        (OPPOSITION, "2024-06-10", "9999-12-31"),
    ]
    assert {(one.actor.name, one.party, one.statements) for one in record.speakers() if one.actor} == {
        ("Ada Voss", GOVERNMENT, 3),
        ("Ada Voss", OPPOSITION, 3),
    }
    assert list(record.check()) == []


def test_a_negotiator_becomes_envoy_of_a_joint_body(record: Record) -> None:
    days = [("2024-01-10", "Torland"), ("2024-02-10", "Torland"), ("2024-05-01", "Orla Commission")]
    days += [("2024-06-01", "Orla Commission")]
    keep(record, *(told(day, party, f"Point {day}.", name="Cyra Maal") for day, party in days))
    keep(record, told("2024-06-15", None, "The commission decides.", name="Maal"))
    assert parties(record)[-1] == ("2024-06-15", "Orla Commission")


def test_positions_are_the_partys_that_was_spoken_for_then(record: Record) -> None:
    keep(record, *MINISTER)
    for wanted in (Filter(), Filter(party=GOVERNMENT), Filter(party=OPPOSITION)):
        found = {(one.position.party, one.position.as_of) for one in standing.positions(record, wanted)}
        expected = {(GOVERNMENT, "2024-01-10"), (GOVERNMENT, "2024-02-20"), (OPPOSITION, "2024-07-20")}
        assert found == {one for one in expected if wanted.party in (None, one[0])}


@pytest.mark.parametrize("party", [GOVERNMENT, OPPOSITION, "Torland"])
@pytest.mark.parametrize("judged", [None, "2024-02-01", "2024-07-15"])
def test_acts_are_found_by_the_party_of_their_day(record: Record, party: str, judged: str | None) -> None:
    keep(record, *MINISTER)
    if judged:
        judging.judge_actor(record, "set-party", "Ada Voss", value="Torland", because="so", days=(judged, None))
    with record.reading_connection() as connection:
        assert are_kept(connection)
        found = acting_for(connection, Sides.of(connection), [party], None, None)
    assert found == {row.statement.id for row in record.statements(Filter(party=party)) if row.statement.stance}


def test_a_person_sets_a_party_from_a_day_on_and_takes_it_back(record: Record) -> None:
    keep(record, *MINISTER[:3])
    record.prepare(pipeline.who_is_who())
    before = list(dump(record))
    done = judging.judge_actor(
        record, "set-party", "Ada Voss", value="Torland", because="she was sent", days=("2024-02-01", "2024-02-15")
    )
    assert not isinstance(done, pipeline.Fault)
    assert parties(record) == [("2024-01-10", GOVERNMENT), ("2024-02-10", "Torland"), ("2024-02-20", GOVERNMENT)]
    (actor,) = record.actors()
    ((judge, why, at),) = [(one.judge, one.why, one.judged_at) for one in actor.sides if one.judged]
    assert (judge, why) == ("user", "she was sent")
    assert at == done[0].judged_at
    record.recollate(JUDGING)
    assert parties(record, party="Torland") == [("2024-02-10", "Torland")]
    assert judging.undo_judgement(record, done[0].id)
    kept = [line for line in dump(record) if '"table": "judgement"' not in line]
    assert kept == before


def test_a_person_says_that_she_spoke_for_nobody_then(record: Record) -> None:
    keep(record, *MINISTER[:3])
    judging.judge_actor(record, "set-party", "Ada Voss", because="on leave", days=("2024-02-01", None))
    assert [party for _, party in parties(record)] == [GOVERNMENT, None, None]


def test_what_is_no_day_is_refused(record: Record) -> None:
    keep(record, *MINISTER[:1])
    done = judging.judge_actor(record, "set-party", "Ada Voss", value="X", because="so", days=("soon", None))
    assert isinstance(done, pipeline.Fault)
    assert "not a day" in done.cause


def test_no_order_of_reports_matters(copies: Copies) -> None:
    dumps = set()
    for order in list(permutations(MINISTER))[::71]:
        with open_record(copies("sqlite")) as record:
            record.prepare(JUDGING)
            keep(record, *order)
            dumps.add("\n".join(line for line in dump(record) if '"table": "sighting"' not in line))
            record.recollate(JUDGING)
            dumps.add("\n".join(line for line in dump(record) if '"table": "sighting"' not in line))
    assert len(dumps) == 1


def test_a_report_whose_day_is_mended_moves_with_it(record: Record) -> None:
    keep(record, *MINISTER[:2], *MINISTER[3:5])
    assert [len(one.sides) for one in record.actors()] == [2]
    record.withdraw(MINISTER[4].id, "a hoax", JUDGING)
    assert [len(one.sides) for one in record.actors()] == [0]


def test_what_most_reports_tell_overrules_what_one_makes_likely(record: Record) -> None:
    keep(
        record,
        told("2024-01-10", "Norland", "We accept the truce."),
        told("2024-01-11", "Norland", "It holds."),
        told("2024-01-12", "Velmora?", "It holds still."),
    )
    assert {party for _, party in parties(record)} == {"Norland"}
    assert len(parties(record, party="Norland")) == 3
    assert parties(record, party="Velmora") == []


def test_what_one_report_makes_likely_stands_where_no_other_tells_more(record: Record) -> None:
    keep(record, told("2024-01-12", "Velmora?", "It holds still."))
    assert parties(record, party="Velmora") == [("2024-01-12", "Velmora")]


@pytest.mark.parametrize(
    ("parties", "why"),
    [(("Norland?", "Norland"), "apposition"), (("Norland?", "Norland?"), "as the report tells it")],
)
def test_how_a_party_is_known_stands_with_it_and_words_before_what_is_only_likely(
    record: Record, parties: tuple[str, ...], why: str
) -> None:
    for number, party in enumerate(parties):
        keep(record, told(f"2024-01-1{number}", party, f"We accept {number} truces."))
    voss = next(one for one in record.actors() if one.name == "Ada Voss")
    assert [(one.text, one.why) for one in voss.parties] == [("Norland", why)]
