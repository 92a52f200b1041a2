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
    assert len(JUDGED) >= 900
    assert len({one.negotiation for one in JUDGED}) >= 40


def test_no_negotiation_is_in_both_halves() -> None:
    tuned, held = ({one.negotiation for one in JUDGED if one.half == half} for half in HALVES)
    assert len(held) >= 8
    assert not tuned & held


def test_verdicts_are_on_stances_and_issues_of_their_codebook() -> None:
    for one in JUDGED:
        assert one.stance in get_args(Stance) and one.verdict in VERDICTS
        assert one.issue in {issue.id for issue in load(one.codebook).issues}


def test_each_position_counts_by_its_verdict() -> None:
    told = Score()
    count(told, [judged("right"), judged("wrong", 50), judged("wrong", 90)], [made(5), made(50, thin=True), made(200)])
    assert told.firm == {"right": 1, NEW: 1}
    assert told.thin == {"wrong": 1}
    assert told.gone == {"wrong": 1}
