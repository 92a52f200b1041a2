"""Statements within statements: where a second look is worth it, and what it may not find."""

from __future__ import annotations

import pytest

from onrecord.model import Report, Statement
from onrecord.reading.reader import load

READ = load()


def inner_of(text: str) -> list[tuple[str, str | None]]:
    """Each inner statement's speaker, and who relayed it."""
    return [
        (_speaker(s), s.relayed_by.name if s.relayed_by else None) for s in READ(Report(text)).statements if s.within
    ]


def _speaker(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker else ""


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Foreign Minister Ada Norr said that Velmora had rejected the ceasefire plan proposed by the mediators.",
            ("Velmora", "Ada Norr"),
        ),
        (
            "Norr told reporters that President Ilmar Voss had promised to withdraw the guns from the river bank.",
            ("Ilmar Voss", "Norr"),
        ),
    ],
)
def test_what_another_said_is_told_within(text: str, inner: tuple[str, str]) -> None:
    assert inner_of(text) == [inner]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Norr said on Monday that she hoped the two sides would agree to a truce before the winter.",
        "“I think we are doing very well with the river talks,” Ada Norr told reporters in the capital.",
        "Ada Norr said the bridge at Halden would reopen to lorries before the end of the month.",
    ],
)
def test_ones_own_saying_is_not_told_within(text: str) -> None:
    assert not inner_of(text)
