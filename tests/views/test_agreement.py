"""Tests onrecord.views.agreement: issues by parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.codebook import load
from onrecord.model import Stance
from onrecord.model.position import Passage, Position, Standing
from onrecord.views.agreement import agreement
from onrecord.views.positions import agreement_view

PEACE = load("peace")


def standing(party: str, issue: str, stance: Stance) -> Standing:
    return Standing(Position(party, issue, stance, "2024-09-12", 0.8, (), (), (Passage("r1", ()),)), (), ())


@pytest.mark.parametrize(
    ("velmora", "torland", "verdict"),
    [
        ("accepts", "accepts", "agreed"),
        ("accepts", "accepts-conditionally", "conditional"),
        ("accepts", "rejects", "contested"),
        ("demands", "rejects", "contested"),
        ("demands", "demands", "open"),
        ("accepts", None, "open"),
    ],
)
def test_verdicts(velmora: Stance, torland: Stance | None, verdict: str) -> None:
    rows = [standing("Velmora", "ceasefire", velmora), standing("Torland", "talks", "accuses")]
    if torland:
        rows.append(standing("Torland", "ceasefire", torland))
    assert agreement(rows, PEACE)[0].verdict == verdict


def test_the_answer_comes_first_and_blame_is_left_out() -> None:
    rows = [standing("Velmora", "talks", one) for one in ("accuses", "demands", "rejects")]
    (row,) = agreement(rows, PEACE)
    assert row.stances == (("rejects", "demands"),)


def test_a_threat_stands_beside_the_answer() -> None:
    (row,) = agreement([standing("Velmora", "talks", one) for one in ("threatens", "proposes")], PEACE)
    assert row.stances == (("proposes", "threatens"),)


def test_what_is_told_thinly_settles_nothing() -> None:
    plain, thin = standing("Velmora", "ceasefire", "accepts"), standing("Torland", "ceasefire", "rejects")
    thin = replace(thin, position=replace(thin.position, thin=True))
    (row,) = agreement([plain, thin], PEACE, thin=True)
    assert (row.stances, row.thin, row.verdict) == ((("accepts",), ("rejects",)), ("Torland",), "open")


def test_what_is_told_thinly_is_left_out_unless_it_is_asked_for() -> None:
    plain, thin = standing("Velmora", "ceasefire", "accepts"), standing("Torland", "monitoring", "rejects")
    thin = replace(thin, position=replace(thin.position, thin=True))
    assert [(row.issue, row.parties) for row in agreement([plain, thin], PEACE)] == [("ceasefire", ("Velmora",))]
    assert {row.issue for row in agreement([plain, thin], PEACE, thin=True)} == {"ceasefire", "monitoring"}


def test_a_yes_whose_condition_is_told_thinly_is_no_plain_one() -> None:
    plain, limited = (
        standing("Velmora", "ceasefire", "accepts"),
        standing("Velmora", "ceasefire", "accepts-conditionally"),
    )
    limited = replace(limited, position=replace(limited.position, thin=True))
    (row,) = agreement([plain, limited], PEACE)
    assert (row.stances, row.verdict) == ((("accepts-conditionally",),), "conditional")
    assert (row.thin, row.thin_stances(0)) == (("Velmora",), {"accepts-conditionally"})
    assert agreement([limited], PEACE) == ()


@pytest.mark.parametrize("thin", [False, True])
def test_of_a_cell_that_is_told_firmly_only_the_condition_is_marked_that_is_not(thin: bool) -> None:
    firm = [standing("Velmora", "ceasefire", one) for one in ("accepts", "demands")]
    limited = standing("Velmora", "ceasefire", "accepts-conditionally")
    faint = replace(limited, position=replace(limited.position, thin=True))
    (row,) = agreement([*firm, faint], PEACE, thin=thin)
    assert agreement_view(row.parties).flat(row)["Velmora"] == "accepts-conditionally (thin); demands"
    (row,) = agreement([*firm, faint, limited], PEACE, thin=thin)
    assert (row.thin, row.thin_stances(0)) == ((), frozenset())


def test_the_silent_are_there_with_nothing() -> None:
    talks, nuclear = standing("Velmora", "talks", "accepts"), standing("Torland", "ceasefire", "rejects")
    rows = agreement([talks, nuclear], PEACE)
    assert [(row.issue, row.stances) for row in rows] == [
        ("ceasefire", (("rejects",), ())),
        ("talks", ((), ("accepts",))),
    ]
    assert rows[1].held == ((), (talks,))


def test_who_is_told_of_firmly_stands_before_who_is_told_of_often_but_thinly() -> None:
    plain, thin = standing("Velmora", "ceasefire", "accepts"), standing("Torland", "ceasefire", "rejects")
    thin = replace(thin, position=replace(thin.position, thin=True, evidence=thin.position.evidence * 3))
    (row,) = agreement([thin, plain], PEACE, most=1)
    assert row.parties == ("Velmora",)


def test_who_holds_several_lines_stands_before_who_holds_one_that_is_told_often() -> None:
    often = standing("Torland", "ceasefire", "rejects")
    often = replace(often, position=replace(often.position, evidence=often.position.evidence * 3))
    lines = [standing("Velmora", issue, "accepts") for issue in ("ceasefire", "talks")]
    assert {row.parties for row in agreement([often, *lines], PEACE, most=1)} == {("Velmora",)}
