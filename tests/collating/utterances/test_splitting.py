"""Unit: collating.utterances.splitting, which cuts statements into sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.collating.utterances.splitting import sentences, wordings
from onrecord.model import Kind, Reading, Span, Statement


def statement(text: str, *parts: str, kind: Kind = "direct") -> Statement:
    content = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    return Statement("s", (), (), content, kind, "assertion", 0.9)


@pytest.mark.parametrize(
    ("text", "parts", "found"),
    [
        (
            "“We agree,” she said. “But there is more.”",
            ["“We agree,”", "“But there is more.”"],
            [["“We agree,”"], ["“But there is more.”"]],
        ),
        ("“It will,” he said, “take time.”", ["“It will,”", "“take time.”"], [["“It will,”", "“take time.”"]]),
        ("“We agree. Nothing else matters.”", None, [["“We agree."], ["Nothing else matters.”"]]),
        ("“Mr. Voss agreed to it.”", None, [["“Mr. Voss agreed to it.”"]]),
        ("“Well,” he said, “I may go.”", ["“Well,”", "“I may go.”"], [["“Well,”", "“I may go.”"]]),
    ],
)
def test_sentences(text: str, parts: list[str] | None, found: list[list[str]]) -> None:
    cut = sentences(statement(text, *(parts or [text])), text)
    assert [[span.text(text) for span in spans] for spans in cut] == found


@pytest.mark.parametrize(
    ("said_on", "days"),
    [
        ("2024-09-12", ("2024-09-12", "2024-09-12")),
        ("2024-09-12~", ("2024-09-11", "2024-09-13")),
        (None, ("2024-09-08", "2024-09-14")),
    ],
)
def test_a_day_that_is_only_about_right_may_be_the_next(said_on: str | None, days: tuple[str, str]) -> None:
    text = "“We agree.”"
    reading = Reading(report="r", language="en", statements=(replace(statement(text, text), said_on=said_on),))
    (one,) = wordings(reading, text, "2024-09-14")
    assert (one.first, one.last) == days
