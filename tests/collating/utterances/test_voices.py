"""Unit: collating.utterances.voices, which tells who may have said an utterance."""

from __future__ import annotations

import pytest

from onrecord.collating.utterances.voices import Voice, undecided
from onrecord.model import ActorRef, ActorType


def voice(name: str, weight: float, *, party: str | None = "Keldavia", type: ActorType = "person") -> Voice:
    return Voice(ActorRef(name, name, type), party, weight)


@pytest.mark.parametrize(
    ("voices", "left"),
    [
        ([voice("Ilmar Voss", 0.9), voice("Ora Tann", 0.8, party="Norland")], ["Ilmar Voss", "Ora Tann"]),
        ([voice("Ilmar Voss", 0.9), voice("Ora Tann", 0.8)], ["Ilmar Voss", "Ora Tann"]),
        ([voice("Ilmar Voss", 1.8), voice("Ora Tann", 0.9, party="Norland")], []),
        ([voice("Ilmar Voss", 0.9), voice("Ora Tann", 0.1, party="Norland")], []),
        ([voice("Ilmar Voss", 0.9), voice("Minister Voss", 0.9)], []),
        ([voice("Ilmar Saeed Voss", 0.9), voice("Ilmar Saeid Foss", 0.9)], []),
        ([voice("Keldavia", 0.9, type="state"), voice("Ilmar Voss", 0.9)], []),
        ([voice("BCS", 0.9, party="BCS"), voice("Board of Canal Statistics", 0.9, party="the Board")], []),
        (
            [voice("Ora Tann", 0.6, party="Norland"), voice("Ilmar Voss", 0.5), voice("Minister Voss", 0.5)],
            ["Ilmar Voss", "Ora Tann"],
        ),
        ([voice("Ilmar Voss", 0.9), voice("Minister Voss", 0.8), voice("Ora Tann", 0.8, party="Norland")], []),
        (
            [voice("Ilmar Voss", 0.5), voice("Keldavia", 0.5, type="state"), voice("Ora Tann", 0.5)],
            ["Ilmar Voss", "Ora Tann"],
        ),
        ([voice("Keldavia", 0.9, type="state"), voice("Ilmar Voss", 0.9), voice("Ora Tann", 0.9)], []),
        ([voice("Ilmar Voss", 0.9)], []),
        ([], []),
    ],
)
def test_who_is_left_where_reports_are_at_odds(voices: list[Voice], left: list[str]) -> None:
    assert [one.name for one in undecided(voices)] == left


def test_the_shares_of_candidates_come_to_one() -> None:
    found = undecided([voice("Ilmar Voss", 0.9), voice("Ora Tann", 0.9, party="Norland")])
    assert [one.score for one in found] == [0.5, 0.5]


def test_the_names_of_one_person_are_weighed_together() -> None:
    found = undecided(
        [voice("Ora Tann", 0.6, party="Norland"), voice("Ilmar Voss", 0.45), voice("Minister Voss", 0.45)]
    )
    assert [(one.name, one.score) for one in found] == [("Ilmar Voss", 0.6), ("Ora Tann", 0.4)]


def test_one_whom_only_several_names_make_the_likeliest_is_not_alone() -> None:
    voss = [voice(name, 0.8) for name in ("Ilmar Voss", "Minister Voss", "Voss")]
    found = undecided([voice("Ora Tann", 0.9, party="Norland"), *voss])
    assert [one.name for one in found] == ["Ilmar Voss", "Ora Tann"]
