"""Tests onrecord.model.position: of whom most is told."""

from __future__ import annotations

import pytest

from onrecord.model.position import Passage, Position, most_told


def told(party: str, sure: float, *reports: str) -> Position:
    evidence = tuple(Passage(report, ()) for report in reports)
    return Position(party, "talks", "rejects", None, sure, (), (), evidence, thin=sure < 0.6)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ([told("Union", 0.4, "a")] * 7, [told("Radio", 0.8, "a")]),
        ([told("Union", 0.5, "a"), told("Union", 0.5, "b")], [told("Board", 0.9, "a"), told("Board", 0.9, "a")]),
        ([told("Union", 0.9, "a")], [told("Board", 0.7, "a")]),
    ],
    ids=["many hints before one plain line", "two reports before one", "the likelier before the other"],
)
def test_most_is_told_of(more: list[Position], less: list[Position]) -> None:
    assert most_told([*less, *more])[0] == "Union"


def test_of_equals_the_first_by_name() -> None:
    assert most_told([told("B", 0.8, "a"), told("A", 0.8, "a")]) == ("A", "B")
