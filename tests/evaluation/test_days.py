"""Scoring the days of statements that were labelled."""

from __future__ import annotations

import pytest

from onrecord.evaluation.days import SETS, Labelled, Score, judged, read_labelled
from onrecord.model import Span, Spans, Statement

TEXT = "Ana Kolt said on Monday that the docks would open. The fleet sailed at noon."


def at(passage: str) -> Spans:
    return (Span(TEXT.index(passage), TEXT.index(passage) + len(passage)),)


def said(on: str | None) -> Statement:
    content = at("that the docks would open")
    return Statement("statement-1", at("Ana Kolt"), at("said"), content, "indirect", "assertion", 0.9, said_on=on)


@pytest.mark.parametrize(
    ("given", "wanted", "verdict"),
    [
        ("2031-03-13", "2031-03-13", "right"),
        ("2031-03-13~", "2031-03-13", "right"),
        ("2031-03", "2031-03-13", "wider"),
        ("2031-03-13", "2031-03", "within"),
        ("2031-03-14", "2031-03-13", "wrong"),
        ("2031-03-12", "../2031-03-12", "within"),
        ("2031-03-13", "../2031-03-12", "wrong"),
        (None, "2031-03-13", "missing"),
        (None, None, "left open"),
        ("2031-03-13", None, "a day that no report tells"),
        ("2031-03-13~", None, "about a day that no report tells"),
    ],
)
def test_a_day_is_judged_by_what_the_report_tells(given: str | None, wanted: str | None, verdict: str) -> None:
    assert judged(given, wanted) == verdict


def test_shares_are_of_the_days_given_where_one_is_told() -> None:
    score = Score()
    label = Labelled(at("Ana Kolt"), at("the docks would open"), "2031-03-10", "at random")
    for day in ("2031-03-10", "2031-03-11", None):
        score.add(TEXT, [label], [said(day)])
    score.add(TEXT, [label], [])
    lines = dict(score.lines())
    assert lines["given where one is told: share right"] == lines["given where one is told: share wrong"] == 0.5
    assert (lines["missing"], lines["not found"], lines["right, drawn at random"]) == (1, 1, 1)


def test_no_report_stands_in_both_sets() -> None:
    looked_at, held_out = (set(read_labelled()[name]) for name in SETS)
    assert looked_at and held_out and not looked_at & held_out
