"""`collating.sides`: for whom an actor spoke from which day to which."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.sides import EVER, interval, sides
from onrecord.model import Judgement
from onrecord.model.edtf import bounds
from onrecord.model.sides import HeldParty, ToldParty

GOVERNMENT, OPPOSITION, COMMISSION = "Government of Norland", "Salt Party", "Orla River Commission"


def told(*days: tuple[str, str] | tuple[str, str, int]) -> list[ToldParty]:
    return [ToldParty(f"2024-{one[0]}", one[1], one[2] if len(one) == 3 else 1) for one in days]


def set_party(party: str | None, days: str | None = None, at: int = 1, undone: bool = False) -> Judgement:
    when = f"2025-01-0{at}T00:00:00+00:00"
    return Judgement("set-party", "form-1", days, party, "user", "I know", when, undone_at=when if undone else None)


def shown(held: tuple[HeldParty, ...]) -> list[str]:
    return [
        f"{'' if one.first == EVER[0] else one.first}..{'' if one.last == EVER[1] else one.last} {one.party}"
        for one in held
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], [], id="nobody tells"),
        pytest.param([("01-05", GOVERNMENT), ("06-01", GOVERNMENT)], [], id="one party for all days"),
        pytest.param(
            [("01-05", GOVERNMENT), ("02-01", GOVERNMENT), ("06-01", OPPOSITION), ("07-01", OPPOSITION)],
            [f"..2024-05-31 {GOVERNMENT}", f"2024-06-01.. {OPPOSITION}"],
            id="a minister goes over to the opposition",
        ),
        pytest.param(
            [("01-05", "Norland"), ("02-01", "Norland"), ("03-01", COMMISSION), ("04-01", COMMISSION, 4)],
            ["..2024-02-29 Norland", f"2024-03-01.. {COMMISSION}"],
            id="a negotiator becomes envoy of a joint body",
        ),
        pytest.param(
            [("01-05", GOVERNMENT), ("02-01", OPPOSITION, 7), ("03-01", GOVERNMENT), ("04-01", GOVERNMENT)],
            [],
            id="one day's slip, copied by many, changes nothing",
        ),
        pytest.param(
            [("01-05", GOVERNMENT), ("06-01", OPPOSITION)],
            [],
            id="one report each: a slip of one of them is likelier",
        ),
        pytest.param([("01-05", GOVERNMENT), ("01-05", OPPOSITION)], [], id="one report each, on one day"),
        pytest.param(
            [("01-05", GOVERNMENT), ("02-01", GOVERNMENT), ("06-01", OPPOSITION)], [], id="the last alone is no change"
        ),
        pytest.param(
            [
                *(("01-05", GOVERNMENT), ("01-15", GOVERNMENT), ("01-25", GOVERNMENT)),
                *(("03-01", OPPOSITION), ("03-15", OPPOSITION), ("04-01", OPPOSITION), ("04-15", OPPOSITION)),
                *(("06-01", GOVERNMENT), ("07-01", GOVERNMENT), ("08-01", GOVERNMENT)),
            ],
            [f"..2024-02-29 {GOVERNMENT}", f"2024-03-01..2024-05-31 {OPPOSITION}", f"2024-06-01.. {GOVERNMENT}"],
            id="over and back",
        ),
    ],
)
def test_what_reports_tell_day_by_day(days: list[tuple[str, str]], expected: list[str]) -> None:
    assert shown(sides(told(*days), [])) == expected


def test_each_row_says_who_judged_and_why() -> None:
    held = sides(told(("01-05", "Norland", 2), ("02-01", "Norland"), ("03-01", "Velmora", 3), ("04-01", "Velmora")), [])
    assert [(one.judge, one.score, one.why) for one in held] == [
        ("reports", 1.0, "told by 3 reports of 2024-01-05 to 2024-02-01"),
        ("reports", 1.0, "told by 4 reports of 2024-03-01 to 2024-04-01"),
    ]


def test_reports_that_tell_otherwise_are_counted() -> None:
    days = told(("01-05", "Norland", 2), ("01-05", "Velmora"), ("02-01", "Norland"), ("03-01", "Velmora", 3))
    held = sides([*days, *told(("01-20", "Norland"), ("04-01", "Velmora"))], [])
    assert held[0].why == "told by 4 reports of 2024-01-05 to 2024-02-01; 1 of those days otherwise"
    assert held[0].score == 0.8


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ([set_party("Velmora", "2024-03-01/..")], ["2024-03-01.. Velmora"]),
        ([set_party(None, "2024-03-01/2024-03-31")], ["2024-03-01..2024-03-31 None"]),
        (
            [set_party("Velmora", "2024-03-01/.."), set_party("Torland", "2024-06-01/..", 2)],
            ["2024-03-01..2024-05-31 Velmora", "2024-06-01.. Torland"],
        ),
        ([set_party("Velmora", "2024-03-01/.."), set_party("Torland", None, 2)], []),
        ([set_party("Torland"), set_party("Velmora", "2024-03-01/..", 2)], ["2024-03-01.. Velmora"]),
        ([set_party("Velmora", "2024-03-01/..", undone=True)], []),
    ],
)
def test_what_a_person_judged_of_some_days(judged: list[Judgement], expected: list[str]) -> None:
    assert shown(sides(told(("01-05", "Norland"), ("09-01", "Norland")), judged)) == expected


def test_a_persons_days_cut_those_of_the_reports() -> None:
    days = told(("01-05", "Norland"), ("02-01", "Norland"), ("06-01", "Velmora"), ("07-01", "Velmora"))
    held = sides(days, [set_party("Velmora", "2024-05-02/2024-06-10")])
    assert shown(held) == ["..2024-05-01 Norland", "2024-05-02..2024-06-10 Velmora", "2024-06-11.. Velmora"]
    assert [one.judged for one in held] == [False, True, False]


@pytest.mark.parametrize(
    ("since", "until", "written"),
    [
        (None, None, None),
        ("2024-03-01", None, "2024-03-01/.."),
        (None, "2024-03", "../2024-03-31"),
        ("2024", "2025", "2024-01-01/2025-12-31"),
    ],
)
def test_an_interval_of_days(since: str | None, until: str | None, written: str | None) -> None:
    assert interval(since, until) == written
    assert written is None or bounds(written)


@pytest.mark.parametrize(("since", "until"), [("soon", None), ("2024-03-01", "2024-02-01")])
def test_what_is_no_interval_is_refused(since: str | None, until: str | None) -> None:
    with pytest.raises(ValueError, match=r"not a day|is before"):
        interval(since, until)


DAYS = st.integers(1, 28).map(lambda day: f"2024-02-{day:02}")
TOLD = st.builds(ToldParty, DAYS, st.sampled_from(["Norland", "Velmora", "Torland"]), st.integers(1, 9))


@given(st.lists(TOLD, max_size=40), st.randoms())
def test_no_order_matters_and_no_day_has_two(days: list[ToldParty], random: Random) -> None:
    held = sides(days, [])
    random.shuffle(days)
    assert sides(days, []) == held
    assert all(one.last < other.first for one, other in pairwise(held))
