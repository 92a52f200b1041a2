"""Questions that somebody answers are the asker's, or nobody's."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.questions import with_askers
from onrecord.reading.layout import lay_out


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)


def told(text: str, cue: str, *content: str) -> list[tuple[list[str], list[str]]]:
    """Sources and contents once read, the source of all being Norr."""
    passage = Passage(spans(text, "Norr"), spans(text, cue), spans(text, *content), "indirect", 0.9, (1, 2))
    return [
        ([span.text(text) for span in one.source], [span.text(text) for span in one.content])
        for one in with_askers(lay_out(text), [passage])
    ]


@pytest.mark.parametrize(
    ("text", "cue", "asker"),
    [
        ("“Never,” said Norr, replying to a question by a deckhand if she would row.", "replying", "a deckhand"),
        ("“Never,” said Norr, responding to a deckhand’s question whether she would row.", "responding", "a deckhand"),
        ("Norr laughed, answering questions from Ora Tann about whether she would row.", "answering", "Ora Tann"),
    ],
)
def test_what_is_asked_is_the_askers(text: str, cue: str, asker: str) -> None:
    asked = text[text.index("if " if " if " in text else "whether") : -1]
    assert told(text, cue, asked) == [([asker], [asked])]


def test_the_cue_of_the_asker_is_the_question() -> None:
    text = "Norr laughed, replying to a question by a deckhand if she would row."
    parts = spans(text, "Norr"), spans(text, "replying"), spans(text, "if she would row")
    [one] = with_askers(lay_out(text), [Passage(*parts, "indirect", 0.9, (1, 2))])
    assert [span.text(text) for span in one.cue] == ["question"]


def test_what_nobody_is_told_to_have_asked_is_no_statement() -> None:
    assert not told("Norr laughed, replying to a question whether she would row.", "replying", "whether she would row")


def test_an_answer_stays_without_the_question() -> None:
    text = "In reply to a question about whether she would row, Norr said never again."
    assert told(text, "said", "whether she would row", "never again") == [(["Norr"], ["never again"])]


def test_the_words_of_asking_are_no_answer() -> None:
    text = "Norr responded to a deckhand's questions over whether she would row."
    parts = ("a deckhand's questions over", "whether she would row")
    assert told(text, "responded to", *parts) == [(["a deckhand"], ["whether she would row"])]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Norr asked whether she would row.", "asked"),
        ("Norr replied that she had a question, and asked whether she would row.", "asked"),
        ("Norr raised the question of whether she would row.", "raised"),
    ],
)
def test_whoever_asks_speaks(text: str, cue: str) -> None:
    assert told(text, cue, "whether she would row") == [(["Norr"], ["whether she would row"])]
