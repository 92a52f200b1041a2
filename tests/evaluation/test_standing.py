"""Tests onrecord.evaluation.standing: the verdicts that ship, and how they are counted."""

from __future__ import annotations

from typing import get_args

from onrecord.codebook import load
from onrecord.evaluation.standing import HALVES, NEW, VERDICTS, Judged, Score, count, read_judged
from onrecord.model import Stance
from onrecord.model.position import Passage, Position, Standing

JUDGED = read_judged()


def judged(verdict: str, start: int = 0) -> Judged:
    return Judged("a siege", "peace", "tuned", "a", start, start + 9, "talks", "accepts", verdict)


def made(start: int, *, thin: bool = False) -> tuple[Standing, list[tuple[str, int, int]]]:
    position = Position("Velmora", "talks", "accepts", None, 0.8, (), (), (Passage("r1", ()),), thin=thin)
    return Standing(position, (), ()), [("a", start, start + 9)]


def test_there_are_enough_verdicts() -> None:
    assert len(JUDGED) >= 2500
    assert len({one.negotiation for one in JUDGED}) >= 35


def test_no_negotiation_is_in_both_halves() -> None:
    tuned, held = ({one.negotiation for one in JUDGED if one.half == half} for half in HALVES)
    assert len(held) >= 8
    assert not tuned & held


def test_verdicts_are_on_stances_and_issues_of_their_codebook() -> None:
    issues = {name: {issue.id for issue in load(name).issues} for name in {one.codebook for one in JUDGED}}
    for one in JUDGED:
        assert one.stance in get_args(Stance) and one.verdict in VERDICTS
        assert one.issue in issues[one.codebook]


def test_each_position_counts_by_its_verdict() -> None:
    told = Score()
    count(told, [judged("right"), judged("wrong", 50), judged("wrong", 90)], [made(5), made(50, thin=True), made(200)])
    assert told.firm == {"right": 1, NEW: 1}
    assert told.thin == {"wrong": 1}
    assert told.gone == {"wrong": 1}


def test_positions_are_counted_by_confidence_too() -> None:
    told = Score()
    count(told, [judged("right")], [made(5)])
    assert {least: counted for least, counted in told.bands.items() if counted} == {0.8: {"right": 1}}
