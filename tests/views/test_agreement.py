"""Tests onrecord.views.agreement: issues by parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.codebook import load
from onrecord.model import Stance
from onrecord.model.position import Passage, Position, Standing
from onrecord.views.agreement import agreement
from onrecord.views.agreement_table import (
    agreement_shape,
    agreement_view,
    cell,
    of_several_stories,
    reports_behind,
    told,
    who_is_left_out,
)
from onrecord.views.tables import in_few_words

PEACE = load("peace")


def standing(
    party: str, issue: str, stance: Stance, day: str | None = "2024-09-12", *, sure: float = 0.8, report: str = "r1"
) -> Standing:
    position = Position(party, issue, stance, day, sure, (), (), (Passage(report, ()),))
    return Standing(replace(position, thin=sure < 0.6), (), ())


def cells(*rows: Standing, thin: bool = False) -> list[str]:
    """What the table prints of the only issue, party by party."""
    (row,) = agreement(rows, PEACE, thin=thin)
    return [cell(row, at, in_few_words) for at in range(len(row.parties))]


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
    assert (
        agreement_view(row.parties).flat(row)["Velmora"]
        == "accepts-conditionally (thin) 2024-09-12; demands 2024-09-12"
    )
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


def test_the_newest_stance_stands_first_with_its_day() -> None:
    days: list[tuple[Stance, str | None]] = [
        ("accepts", "2024-09-12"), ("demands", "2024-09-20/2024-09-22"), ("threatens", None), ("proposes", "2024-09-14")
    ]  # fmt: skip
    assert cells(*(standing("Velmora", "talks", *one) for one in days)) == [
        "demands 2024-09-20/ 2024-09-22, proposes 2024-09-14, accepts 2024-09-12, threatens"
    ]


def test_a_cell_has_the_day_of_its_newest_words() -> None:
    rows = [standing("Velmora", "talks", "demands", day) for day in ("2024-09-14", "2024-09-20", "2024-09-12")]
    assert cells(*rows) == ["demands 2024-09-20"]


def test_what_is_doubtful_is_marked() -> None:
    assert cells(standing("Velmora", "talks", "demands", sure=0.65)) == ["demands (doubtful) 2024-09-12"]
    several = standing("Velmora", "talks", "demands", sure=0.3)
    several = replace(several, position=replace(several.position, thin=False))
    assert cells(several) == ["demands (doubtful) 2024-09-12"]


def test_who_is_told_of_thinly_alone_is_not_silent() -> None:
    firm, faint = standing("Torland", "talks", "rejects"), standing("Velmora", "talks", "rejects", sure=0.5)
    other = standing("Velmora", "ceasefire", "accepts")
    (_, row) = agreement([firm, faint, other], PEACE)
    assert (row.issue, row.withheld) == ("talks", ("Velmora",))
    assert dict(zip(row.parties, (cell(row, at) for at in range(2)), strict=True))["Velmora"] == "(thin)"
    assert agreement_shape(row)["parties"] == {"Torland": ["rejects"], "Velmora": []}


def test_a_side_that_is_heard_in_hints_has_a_column() -> None:
    hints = [standing("Dockers’ Union", one, "accuses", sure=0.4) for one in ("talks", "ceasefire", "territory")]
    plain, radio = standing("Harbour Board", "talks", "rejects", sure=0.9), standing("Radio Tesk", "talks", "accepts")
    rows = agreement([*hints, plain, radio], PEACE, most=2)
    assert rows[0].parties == ("Dockers’ Union", "Harbour Board")
    assert rows[0].left_out == ("Radio Tesk",)


def test_who_has_nothing_to_show_and_is_told_of_least_has_no_column() -> None:
    faint, plain = standing("Velmora", "talks", "rejects", sure=0.3), standing("Torland", "talks", "rejects")
    (row,) = agreement([faint, plain], PEACE)
    assert (row.parties, row.left_out) == (("Torland",), ("Velmora",))


def test_who_is_left_out_is_named() -> None:
    rows = agreement([standing(f"P{n}", "talks", "rejects", sure=0.9 - n / 100) for n in range(12)], PEACE, most=3)
    assert who_is_left_out(rows) == "P3, P4, P5, P6, P7, P8, P9, P10 and 1 more"
    assert who_is_left_out(rows, 2) == "P2, P3, P4, P5, P6, P7, P8, P9 and 2 more"
    assert who_is_left_out(()) is None


def test_each_stance_of_a_cell_leads_to_its_positions() -> None:
    older, newer = (standing("Velmora", "talks", "demands", day) for day in ("2024-09-12", "2024-09-14"))
    (row,) = agreement([older, newer], PEACE)
    assert [one.held for one in told(row, 0)] == [(newer, older)]
    held = agreement_shape(row)["held"]
    assert isinstance(held, dict)
    assert held["Velmora"] == [
        {"position": one.id, "stance": "demands", "as_of": one.as_of, "confidence": 0.8, "thin": False}
        for one in (newer.position, older.position)
    ]


def test_a_table_of_several_stories_says_so() -> None:
    here = [standing(party, "talks", "rejects", report="r1") for party in ("Velmora", "Torland")]
    there = standing("Dockers’ Union", "ceasefire", "accepts", report="r2")
    rows = agreement([*here, there], PEACE)
    assert reports_behind(rows) == {"r1", "r2"}
    line = of_several_stories(rows, {"r1": "story-1", "r2": "story-2"})
    assert line is not None
    assert line.endswith(
        "2 stories, which --story takes one by one: story-1 (Torland, Velmora), story-2 (Dockers’ Union)"
    )
    assert of_several_stories(rows, {"r1": "story-1", "r2": "story-1"}) is None
