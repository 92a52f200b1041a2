"""Tests onrecord.reading.stances.cues on sentences as a paper would print them."""

from __future__ import annotations

import pytest

from onrecord.model import ActorRef, Span, Statement, statement_id
from onrecord.reading.stances.cues import cue_act
from onrecord.reading.stances.moves import Scene
from onrecord.reading.stances.signals import find_signals


def stance_of(text: str, cue: str, content: str, *, source: str = "Ruiz", touched: bool = True) -> str | None:
    def span(part: str) -> tuple[Span, ...]:
        return (Span(text.index(part), text.index(part) + len(part)),) if part else ()

    sources, cues, contents = span(source), span(cue), span(content)
    id_ = statement_id(text, sources, cues, contents, "indirect")
    speaker = ActorRef("ruiz", "Ruiz", "person")
    statement = Statement(id_, sources, cues, contents, "indirect", "assertion", 1.0, speaker, party="Velmora")
    low = text.lower()
    act = cue_act(Scene(low), statement, find_signals(low, *cues[0]), [], touched=touched)
    return act.stance if act else None


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("Ruiz vowed to shell and destroy the port.", "vowed", "to shell and destroy the port", "threatens"),
        ("Ruiz vowed to come to the valley's aid.", "vowed", "to come to the valley's aid", "proposes"),
        ("Ruiz vowed not to sign the pact.", "vowed", "not to sign the pact", "rejects"),
        ("Ruiz insisted that the truce must hold.", "insisted", "that the truce must hold", "demands"),
        ("Ruiz insisted that the league is adapting.", "insisted", "that the league is adapting", None),
        ("Ruiz suggested a meeting in the old mill.", "suggested", "a meeting in the old mill", "proposes"),
        ("Ruiz suggested that the king is a fool.", "suggested", "that the king is a fool", None),
        ("Ruiz is considering joining the talks.", "considering", "joining the talks", "undecided"),
        ("Ruiz considers the rebels a danger.", "considers", "the rebels a danger", None),
        ("Ruiz wants Torland to withdraw.", "wants", "Torland to withdraw", "demands"),
        ("Ruiz wants to meet the queen.", "wants", "to meet the queen", "proposes"),
        ("Ruiz denied that her troops had fired.", "denied", "that her troops had fired", "rejects"),
        ("Ruiz lamented the king's delay.", "lamented", "the king's delay", "accuses"),
        ("Ruiz balked at a meeting in the mill.", "balked at", "a meeting in the mill", "rejects"),
    ],
)
def test_a_verb_is_judged_by_what_follows(text: str, cue: str, content: str, stance: str | None) -> None:
    assert stance_of(text, cue, content) == stance


def test_a_passive_without_anybody_blames_nobody() -> None:
    text = "Ruiz was widely criticised for the delay of the talks."
    assert stance_of(text, "was widely criticised", "for the delay of the talks", source="") is None


def test_a_hope_that_touches_no_issue_is_no_offer() -> None:
    text = "Ruiz hopes for rain in the spring."
    assert stance_of(text, "hopes", "for rain in the spring", touched=False) is None
