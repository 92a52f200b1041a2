"""Tests onrecord.collating.proposals: which reports name the same proposal, whatever their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.proposals import Joined, Named, joined
from onrecord.model import Maker, Proposal, Span
from onrecord.model.proposal import ProposalKind

TORLAND, KELDAVIA = Maker("Torland", "Torland"), Maker("Keldavia", "Keldavia")


def named(
    name: str,
    report: str,
    day: str | None = "2024-09-12",
    *,
    kind: ProposalKind = "plan",
    marks: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    makers: tuple[Maker, ...] = (),
    made_on: str | None = None,
) -> Named:
    return Named(report, day, Proposal((Span(0, len(name)),), name, kind, marks, about, makers, made_on=made_on))


def groups(*every: Named) -> list[list[str]]:
    return [[member.report for member in one.members] for one in joined(every)]


def truce(report: str, day: str = "2024-09-12", *, number: str = "30-day", makers: tuple[Maker, ...] = ()) -> Named:
    return named(f"{number} truce", report, day, kind="truce", marks=(number,), makers=makers)


def test_other_wordings_with_one_mark_are_one() -> None:
    plan = named("Torland plan for a 30-day ceasefire", "r2", marks=("30-day",), about=("truce",), makers=(TORLAND,))
    assert groups(truce("r1", makers=(TORLAND,)), plan, truce("r3")) == [["r1", "r2", "r3"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (truce("r1"), truce("r2", number="10-day")),
        (truce("r1", makers=(TORLAND,)), truce("r2", makers=(KELDAVIA,))),
        (truce("r1", "2024-01-10"), truce("r2", "2024-09-12")),
        (truce("r1"), named("memorandum", "r2", kind="memorandum")),
        (
            named("2019 Aldmoor accords", "r1", kind="accord", marks=("2019", "aldmoor")),
            named("2021 Aldmoor accords", "r2", kind="accord", marks=("2021", "aldmoor")),
        ),
        (
            named("Torland plan", "r1", makers=(TORLAND,), about=("truce",)),
            named("Torland plan", "r2", makers=(TORLAND,), about=("energy",)),
        ),
    ],
)
def test_what_differs_is_not_one(one: Named, other: Named) -> None:
    assert len(groups(one, other)) == 2


def test_an_accord_is_the_same_after_years() -> None:
    accords = [
        named("2019 Aldmoor accords", "r1", "2019-05-02", kind="accord", marks=("2019", "aldmoor")),
        named("Aldmoor accords", "r2", "2024-09-12", kind="accord", marks=("aldmoor",)),
    ]
    assert groups(*accords) == [["r1", "r2"]]


def test_an_accord_goes_by_its_initials() -> None:
    long = named("River Valley Trade Agreement", "r1", kind="accord", marks=("river", "valley"))
    short = named("RVTA deal", "r2", kind="accord", marks=("rvta",))
    assert groups(long, short) == [["r1", "r2"]]


def test_an_accord_goes_by_a_slip_of_its_initials() -> None:
    right, slip = (named(f"{word} deal", word, kind="accord", marks=(word.lower(),)) for word in ("RVTA", "RTVA"))
    other = named("RVTQ deal", "r3", kind="accord", marks=("rvtq",))
    assert groups(right, slip, other) == [["RTVA", "RVTA"], ["r3"]]


@pytest.mark.parametrize(
    ("about", "together"),
    [
        (("with Velmora",), True),
        (("with Harland",), False),
        (("with Harland", "with Keldavia", "with Velmora"), False),
        (("for ports", "with Harland"), True),
        (("for prisoners", "with Velmora"), False),
        ((), True),
    ],
)
def test_plans_of_one_maker_are_one_where_what_for_or_with_whom_is(about: tuple[str, ...], together: bool) -> None:
    one = named("Torland proposal", "r1", makers=(TORLAND,), about=("for ports", "with Velmora"))
    other = named("Torland plan", "r2", makers=(TORLAND,), about=about)
    assert len(groups(one, other)) == (1 if together else 2)


def test_a_plan_with_a_name_takes_none_that_its_maker_alone_tells() -> None:
    plan = named("Torland Aldmoor plan", "r1", marks=("aldmoor",), makers=(TORLAND,))
    assert len(groups(plan, named("Torland proposals", "r2", makers=(TORLAND,)))) == 2


def test_a_leaders_plan_is_none_of_her_states_proposals() -> None:
    plan = named("Voss plan", "r1", makers=(Maker("Ilmar Voss", "Torland"),))
    assert len(groups(plan, named("Torland proposals", "r2", makers=(TORLAND,)))) == 2
    assert len(groups(plan, named("Torland plan", "r2", makers=(TORLAND,)))) == 1


def test_memoranda_of_other_parties_are_two() -> None:
    one = named("memorandum", "r1", kind="memorandum", about=("with Velmora",))
    other = named("memorandum of understanding", "r2", kind="memorandum", about=("with Aldmoor University",))
    assert len(groups(one, other, named("memorandum", "r3", kind="memorandum"))) == 3


def test_a_maker_alone_joins_the_one_proposal_of_that_maker() -> None:
    plan = named("Torland proposal", "r2", makers=(TORLAND,))
    assert groups(truce("r1", makers=(TORLAND,)), plan) == [["r1", "r2"]]


def test_what_could_be_either_of_two_is_neither() -> None:
    plan = named("Torland proposal", "r3", makers=(TORLAND,))
    two = truce("r1", makers=(TORLAND,)), truce("r2", number="10-day", makers=(TORLAND,))
    assert sorted(groups(*two, plan)) == [["r1"], ["r2"], ["r3"]]


def test_no_two_go_by_one_name() -> None:
    found = joined([truce("r1", "2024-01-10"), truce("r2", "2024-09-12")])
    assert [one.name for one in found] == ["30-day truce", "30-day truce (2024-09-12)"]


def test_it_goes_by_its_most_frequent_name() -> None:
    plan = named("ceasefire plan of 30 days", "r2", marks=("30-day",), about=("truce",))
    (one,) = joined([truce("r1"), plan, truce("r3")])
    assert one.name == "30-day truce"
    assert one.names == ("30-day truce", "ceasefire plan of 30 days")


def test_most_reports_tell_the_maker_and_the_day() -> None:
    both = (TORLAND, KELDAVIA)
    (one,) = joined(
        [
            truce("r1", makers=(TORLAND,)),
            truce("r2", makers=both),
            named("30-day truce", "r3", kind="truce", marks=("30-day",), makers=both, made_on="2024-09-10"),
        ]
    )
    assert one.makers == both
    assert (one.made_on, one.first_day) == ("2024-09-10", "2024-09-12")


MANY = [
    truce("r1", makers=(TORLAND,)),
    truce("r2"),
    truce("r3", "2024-11-01"),
    truce("r4", number="10-day", makers=(KELDAVIA,)),
    named("Torland proposal", "r5", makers=(TORLAND,)),
    named("Keldavia plan", "r6", None, makers=(KELDAVIA,)),
    named("memorandum", "r7", kind="memorandum"),
    named("2019 Aldmoor accords", "r8", kind="accord", marks=("2019", "aldmoor")),
    named("Aldmoor accords", "r9", kind="accord", marks=("aldmoor",)),
]


def known(found: tuple[Joined, ...]) -> list[tuple[str, str, tuple[Named, ...]]]:
    return [(one.id, one.name, one.members) for one in found]


@given(st.permutations(MANY))
def test_the_order_of_reports_does_not_matter(order: list[Named]) -> None:
    assert known(joined(order)) == known(joined(MANY))
