"""Unit: collating.utterances.splitting, which cuts statements into sentences."""

from __future__ import annotations

import pytest

from onrecord.collating.utterances.splitting import sentences
from onrecord.model import Kind, Span, Statement


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
