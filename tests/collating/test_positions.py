"""Tests onrecord.collating.positions: positions out of statements, whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.positions import Said, in_force, positions
from onrecord.model import ActorRef, Condition, IssueStance, Span, Stance, Statement
from onrecord.model.position import Passage, Position

RUIZ = ActorRef("ruiz", "Ana Ruiz", "person")


def said(
    stance: Stance,
    day: str | None = "2024-09-12",
    *,
    report: str = "r1",
    at: int = 0,
    issue: str | None = "ceasefire",
    party: str | None = "Velmora",
    conditions: tuple[Condition, ...] = (),
    own: bool = True,
) -> Said:
    content = (Span(at, at + 5),)
    statement = Statement(
        f"{report}-{at}", (), (), content, "indirect", "assertion", 1.0, RUIZ,
        stances=(IssueStance(issue, stance, 0.8),),
    )  # fmt: skip
    return Said(report, statement, party, day, conditions, own)


def condition(at: int) -> Condition:
    return Condition((Span(at, at + 3),), (Span(at, at + 1),), None, "Velmora")


def stances(held: tuple[Position, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(one.issue, one.stance, one.as_of) for one in held]


def test_one_position_from_many_reports() -> None:
    (one,) = positions([said("accepts", report="r1"), said("accepts", report="r2", at=7)])
    assert [passage.report for passage in one.evidence] == ["r1", "r2"]
    assert one.speakers == ("Ana Ruiz",)


def test_a_yes_with_a_condition_anywhere_is_conditional_everywhere() -> None:
    limited = said("accepts-conditionally", report="r2", conditions=(condition(9),))
    (one,) = positions([said("accepts", report="r1"), limited])
    assert one.stance == "accepts-conditionally"
    assert one.conditions == (Passage("r2", (Span(9, 12),), None),)
    assert len(one.evidence) == 2


def test_a_yes_of_another_day_stays_plain() -> None:
    held = positions([said("accepts", "2024-09-20"), said("accepts-conditionally", "2024-09-12", report="r2")])
    assert [one.stance for one in held] == ["accepts-conditionally", "accepts"]


def test_a_yes_without_a_day_is_taken_for_the_conditional_one() -> None:
    held = positions([said("accepts", None), said("accepts-conditionally", "2024-09-12", report="r2")])
    assert stances(held) == [("ceasefire", "accepts-conditionally", "2024-09-12")]


def test_nobody_takes_a_position_for_a_party_not_known() -> None:
    assert positions([said("accepts", party=None)]) == ()


def test_what_touches_no_issue_is_no_position() -> None:
    nothing = said("accepts", issue=None)
    assert positions([nothing]) == ()


def test_anothers_account_is_no_position() -> None:
    assert positions([said("accepts", own=False)]) == ()


def test_the_latest_answer_is_in_force() -> None:
    held = positions([said("rejects", "2024-09-01"), said("accepts", "2024-09-12", report="r2")])
    assert stances(in_force(held, "2024-09-30")) == [("ceasefire", "accepts", "2024-09-12")]
    assert stances(in_force(held, "2024-09-05")) == [("ceasefire", "rejects", "2024-09-01")]
    assert in_force(held, "2024-08-31") == ()


def test_a_demand_stands_beside_the_answer() -> None:
    held = positions([said("accepts", "2024-09-01"), said("demands", "2024-09-12", report="r2")])
    assert [one.stance for one in in_force(held, "2024-09-30")] == ["accepts", "demands"]


def test_a_yes_and_a_no_of_one_week_are_contested() -> None:
    held = positions([said("rejects", "2024-09-10"), said("accepts", "2024-09-12", report="r2")])
    assert [one.contested for one in held] == [True, True]
    assert [one.stance for one in in_force(held, "2024-09-30")] == ["rejects", "accepts"]


def test_a_later_no_contests_nothing() -> None:
    held = positions([said("accepts", "2024-09-10"), said("rejects", "2024-10-12", report="r2")])
    assert [one.contested for one in held] == [False, False]


MANY = [
    said("accepts"),
    said("accepts-conditionally", report="r2", conditions=(condition(3),)),
    said("accepts", None, report="r3"),
    said("rejects", "2024-09", report="r4"),
    said("demands", report="r5", issue="prisoners"),
    said("accepts", report="r6", party="Torland"),
]


@given(st.permutations(MANY))
def test_the_order_of_statements_does_not_matter(order: list[Said]) -> None:
    assert positions(order) == positions(MANY)
