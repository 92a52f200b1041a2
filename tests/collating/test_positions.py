"""Tests onrecord.collating.positions: positions out of statements, whatever their order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.positions import in_force, positions
from onrecord.collating.said import Said
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


def test_what_another_of_the_party_hangs_it_on_limits_no_yes() -> None:
    other = said("accepts", report="r2")
    kolt = replace(other, statement=replace(other.statement, speaker=ActorRef("kolt", "Mara Kolt", "person")))
    held = positions([kolt, said("accepts-conditionally", conditions=(condition(9),))])
    assert {one.stance for one in held} == {"accepts", "accepts-conditionally"}


@pytest.mark.parametrize(("one", "other"), [("Ana Kolt Jr.", "Ana Kolt"), ("Kim", "Kim Jong Un")])
def test_what_the_same_one_hangs_it_on_limits_the_yes_however_named(one: str, other: str) -> None:
    yes, limited = (said("accepts", report="r2"), said("accepts-conditionally", conditions=(condition(9),)))
    named = [
        replace(each, statement=replace(each.statement, speaker=ActorRef(name, name, "person")))
        for each, name in ((yes, one), (limited, other))
    ]
    assert {each.stance for each in positions(named)} == {"accepts-conditionally"}


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


def test_a_thin_answer_takes_the_place_of_no_other_but_stands_beside_it() -> None:
    held = positions([said("rejects", "2024-09-01"), said("accepts", "2024-09-12", report="r2")])
    later = tuple(replace(one, thin=one.stance == "accepts") for one in held)
    assert {one.stance for one in in_force(later, "2024-09-30")} == {"rejects", "accepts"}
    earlier = tuple(replace(one, thin=one.stance == "rejects") for one in held)
    assert {one.stance for one in in_force(earlier, "2024-09-30")} == {"accepts"}


def test_of_several_thin_answers_the_newest_alone_stands_beside_what_is_told_firmly() -> None:
    told = [said("rejects", "2024-01-10"), said("accepts", "2024-03-10", report="r2")]
    told.append(said("accepts-conditionally", "2024-09-10", report="r3", conditions=(condition(3),)))
    held = tuple(replace(one, thin=one.stance != "rejects") for one in positions(told))
    assert [one.stance for one in in_force(held, "2024-06-30")] == ["rejects", "accepts"]
    assert [one.stance for one in in_force(held, "2024-12-31")] == ["rejects", "accepts-conditionally"]


def test_where_all_is_told_thinly_the_newest_is_in_force() -> None:
    held = positions([said("rejects", "2024-01-10"), said("accepts", "2024-03-10", report="r2")])
    assert [one.stance for one in in_force([replace(one, thin=True) for one in held], "2024-12-31")] == ["accepts"]


def test_two_thin_answers_of_one_week_stand_side_by_side_after_what_is_told_firmly() -> None:
    told = [said("undecided", "2024-01-10"), said("rejects", "2024-03-10", report="r2")]
    held = positions([*told, said("accepts", "2024-03-12", report="r3")])
    thin = [replace(one, thin=one.stance != "undecided") for one in held]
    assert [one.stance for one in in_force(thin, "2024-12-31")] == ["undecided", "rejects", "accepts"]


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


def reading_of(utterance: str, stance: Stance, *, report: str, day: str = "2024-09-12", told: bool = True) -> Said:
    one = said(stance, day, report=report)
    return replace(one, told=told, parts=((utterance, one.statement.content),))


def test_readings_of_one_utterance_make_one_position() -> None:
    told = [reading_of("u1", stance, report=report) for stance, report in (("demands", "r1"), ("proposes", "r2"))]
    (one,) = positions([*told, reading_of("u1", "demands", report="r3")])
    assert one.stance == "demands"
    assert [passage.report for passage in one.evidence] == ["r1", "r2", "r3"]


def test_an_utterance_is_of_the_day_that_most_reports_tell() -> None:
    late = reading_of("u1", "accepts", report="r1", day="2024-09-14", told=False)
    (one,) = positions([late, reading_of("u1", "accepts", report="r2", day="2024-09-12")])
    assert one.as_of == "2024-09-12"


def test_a_reading_whose_words_show_no_stance_is_evidence_too() -> None:
    silent = Passage("r2", (Span(30, 40),), "r2-30")
    (one,) = positions([reading_of("u1", "accepts", report="r1")], {"u1": [silent]})
    assert silent in one.evidence


def test_a_reading_that_has_the_condition_limits_the_others() -> None:
    limited = replace(reading_of("u1", "accepts-conditionally", report="r2"), conditions=(condition(9),))
    (one,) = positions([reading_of("u1", "accepts", report="r1"), limited])
    assert (one.stance, len(one.conditions)) == ("accepts-conditionally", 1)


def test_what_the_speaker_adds_later_on_limits_the_yes() -> None:
    yes = said("accepts", report="r1", at=0)
    but = said("demands", report="r1", at=50)
    limit = Condition((Span(52, 54),), (Span(52, 53),), but.statement.id, "Velmora", ("ceasefire",))
    held = positions([yes, replace(but, conditions=(limit,))])
    assert [one.stance for one in held] == ["accepts-conditionally", "demands"]
    assert held[0].conditions == (Passage("r1", (Span(52, 54),), but.statement.id),)


def test_a_limit_to_something_else_does_not() -> None:
    yes, but = said("accepts", report="r1", at=0), said("demands", report="r1", at=50, issue="prisoners")
    limit = Condition((Span(52, 54),), (Span(52, 53),), but.statement.id, "Velmora", ("prisoners",))
    assert "accepts" in [one.stance for one in positions([yes, replace(but, conditions=(limit,))])]


def test_what_another_does_in_its_words_the_teller_does_not() -> None:
    outer = said("accepts", report="r1", party="Torland")
    inner = replace(said("accepts", report="r1", at=2), own=True)
    held = replace(outer.statement.stances[0], evidence=(Span(3, 4),))
    outer = replace(outer, statement=replace(outer.statement, stances=(held,)))
    inner = replace(inner, statement=replace(inner.statement, within=outer.statement.id))
    assert [one.party for one in positions([outer, inner])] == ["Velmora"]


def test_a_faint_guess_is_no_position() -> None:
    one = said("proposes")
    faint = replace(one.statement, stances=(replace(one.statement.stances[0], confidence=0.4),))
    assert positions([replace(one, statement=faint)]) == ()


def test_about_a_day_and_that_day_are_one() -> None:
    held = positions([said("accepts", "2024-09-12~"), said("accepts", "2024-09-12", report="r2")])
    assert stances(held) == [("ceasefire", "accepts", "2024-09-12")]


def test_a_yes_to_one_proposal_does_not_contest_a_no_to_another() -> None:
    def on(proposal: str, stance: Stance, report: str) -> Said:
        one = said(stance, report=report)
        held = replace(one.statement.stances[0], proposal=proposal)
        return replace(one, statement=replace(one.statement, stances=(held,)))

    held = positions([on("30-day truce", "accepts", "r1"), on("10-day truce", "rejects", "r2")])
    assert [(one.proposal, one.contested) for one in held] == [("30-day truce", False), ("10-day truce", False)]


def test_who_contradicts_is_named() -> None:
    lind = ActorRef("lind", "Petra Lind", "person")
    no = said("rejects", report="r2")
    held = positions([said("accepts"), replace(no, statement=replace(no.statement, speaker=lind))])
    assert [[one.speakers for one in each.against] for each in held] == [[("Petra Lind",)], [("Ana Ruiz",)]]


SPOKEN = [
    reading_of("u1", "accepts", report="r1"),
    reading_of("u1", "accepts-conditionally", report="r2", day="2024-09-13", told=False),
    reading_of("u1", "rejects", report="r3"),
    reading_of("u2", "rejects", report="r3"),
    replace(reading_of("u2", "demands", report="r4"), conditions=(condition(9),)),
    said("accepts", "2024-09-12~", report="r5"),
]


@given(st.permutations(SPOKEN))
def test_the_order_of_readings_does_not_matter(order: list[Said]) -> None:
    assert positions(order) == positions(SPOKEN)
