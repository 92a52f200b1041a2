"""Tests onrecord.collating.thin: which acts alone make a poor position."""

from __future__ import annotations

import pytest

from onrecord.collating.said import Said
from onrecord.collating.thin import is_thin
from onrecord.model import ActorRef, IssueStance, Span, Stance, Statement


def held(text: str, stance: Stance, *words: str) -> IssueStance:
    return IssueStance("talks", stance, 0.8, tuple(sorted(_place(text, one) for one in words)))


def said(text: str, cue: str, content: str, *done: IssueStance) -> Said:
    speaker = ActorRef("ruiz", "Ana Ruiz", "person")
    statement = Statement(
        "s", (), (_place(text, cue),), (_place(text, content),), "indirect", "assertion", 1.0, speaker, stances=done
    )
    return Said("r", statement, "Velmora", "2024-09-12", text=text)


def _place(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance", "words"),
    [
        ("Velmora rejected the talks.", "rejected", "the talks", "rejects", ("rejected", "talks")),
        ("Velmora said it was ready for talks.", "said", "it was ready for talks", "accepts", ("ready for", "talks")),
        ("Velmora said the talks must begin.", "said", "the talks must begin", "demands", ("talks", "must")),
    ],
)
def test_plain_words(text: str, cue: str, content: str, stance: Stance, words: tuple[str, ...]) -> None:
    done = held(text, stance, *words)
    assert not is_thin(said(text, cue, content, done), done)


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance", "words"),
    [
        # What would be a no stands inside of the words.
        ("Velmora said the talks were no use.", "said", "the talks were no use", "rejects", ("talks", "no use")),
        # They stand in two sentences.
        ("Velmora said the talks go on. It must have the port.", "said", "the talks go on. It must have the port",
         "demands", ("talks", "must")),
        # Only the cue tells that anything is done.
        ("Velmora said it went well.", "said", "it went well", "accepts", ("said",)),
        # A list stands between act and issue.
        ("Velmora is ready to sell grain, cloth, and the oil that came before the talks.", "is ready",
         "to sell grain, cloth, and the oil that came before the talks", "accepts", ("ready", "talks")),
    ],
)  # fmt: skip
def test_thin_words(text: str, cue: str, content: str, stance: Stance, words: tuple[str, ...]) -> None:
    done = held(text, stance, *words)
    assert is_thin(said(text, cue, content, done), done)


def test_several_things_done_at_once() -> None:
    text = "Velmora said it was ready for talks and must have the port."
    ready, must = held(text, "accepts", "ready for", "talks"), held(text, "demands", "must", "talks")
    assert is_thin(said(text, "said", "it was ready for talks and must have the port", ready, must), ready)
