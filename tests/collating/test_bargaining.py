"""Tests onrecord.collating.bargaining: who can take a position for a party."""

from __future__ import annotations

import pytest

from onrecord.collating.bargaining import is_introduced_as_onlooker, is_lawmaker, looks_on, speaks_for_party
from onrecord.collating.said import Said
from onrecord.model import ActorRef, ActorType, Span, Statement


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Velmora's state news agency", True), ("VelNews", True), ("The Aldmoor Times", True),
     ("Velmora Post", False), ("Lindholm Economics", True),
     ("University of Aldmoor", False), ("Velmora", False), ("Mill Workers' Union", False)],
)  # fmt: skip
def test_who_looks_on(name: str, expected: bool) -> None:
    assert looks_on(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, a Velmora expert at the University of Aldmoor, called it a victory.", True),
        ("So said Ana Ruiz, a former palace spokeswoman. Later, Ruiz left.", True),
        ("The policy analyst Ana Ruiz called it a victory.", True),
        ("Former Velmora ambassador Ana Ruiz called it a victory.", True),
        ("Ana Ruiz, a political scientist, called it a victory.", True),
        ("Prime minister Ana Ruiz, a former ambassador, called it a victory.", False),
        ("President Ana Ruiz, a former economist, called it a victory.", False),
        ("President Ana Ruiz, a former army officer, called it a victory.", False),
        ("Ana Ruiz met an expert.", False),
    ],
)
def test_whom_a_report_introduces_as_an_onlooker(text: str, expected: bool) -> None:
    assert is_introduced_as_onlooker(text, "Ana Ruiz") == expected


@pytest.mark.parametrize(
    ("kind", "side", "expected"),
    [("person", "Torland", False), ("person", "Velmora", True), ("person", None, True), ("state", "Torland", True)],
)
def test_a_person_whom_the_reports_put_on_another_side(kind: ActorType, side: str | None, expected: bool) -> None:
    speaker = ActorRef("a", "Ana Ruiz", kind)
    statement = Statement("s", (), (), (Span(0, 3),), "indirect", "assertion", 1.0, speaker)
    assert speaks_for_party(Said("r", statement, "Velmora", None, side=side)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ana Ruiz called it a disgrace.", True),
        ("Rep. Ana\nRuiz: “A disgrace.”", True),
        ("Ana Ruiz (D-Aldmoor) called it a disgrace. Ruiz left.", True),
        ("Ana Ruiz, an opposition lawmaker, called it a disgrace.", True),
        ("“A disgrace,” said the Labour MP Ana Ruiz.", True),
        ("Ana Ruiz, a member of parliament for Aldmoor, called it a disgrace.", True),
        ("Trade Representative Ana Ruiz called it a disgrace.", False),
        ("Sen. Ana Ruiz called it a disgrace. Secretary Ruiz must now defend it.", False),
        ("Former minister and senator Ana Ruiz called it a disgrace.", True),
        ("Ana Ruiz met a senator.", False),
    ],
)
def test_whom_a_report_calls_a_lawmaker(text: str, expected: bool) -> None:
    assert is_lawmaker(text, "Ana Ruiz") == expected


@pytest.mark.parametrize(("party", "expected"), [("Velmora", False), ("Mill Party", True)])
def test_a_lawmaker_speaks_for_no_state(party: str, expected: bool) -> None:
    speaker = ActorRef("a", "Ana Ruiz", "person")
    statement = Statement("s", (), (), (Span(0, 3),), "indirect", "assertion", 1.0, speaker)
    assert speaks_for_party(Said("r", statement, party, None, text="Sen. Ana Ruiz would not vote for it.")) == expected
