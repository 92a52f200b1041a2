"""Tests onrecord.collating.likely: what is told of an act, and how likely that makes a position."""

from __future__ import annotations

import pytest

from onrecord.collating.likely import chance, is_shown, marks, shipped
from onrecord.collating.said import Said
from onrecord.model import ActorRef, IssueStance, Span, Stance, Statement
from onrecord.model.weights import BIAS, chance_of, from_table


def act(text: str, cue: str, content: str, stance: Stance, *words: str, read: float = 0.95) -> tuple[Said, IssueStance]:
    held = IssueStance("talks", stance, 0.9, tuple(sorted(_place(text, one) for one in words)))
    speaker = ActorRef("ruiz", "Ana Ruiz", "person")
    source = _place(text, "Ruiz")
    statement = Statement(
        "s", (source,), (_place(text, cue),), (_place(text, content),), "indirect", "assertion", read, speaker,
        stances=(held,),
    )  # fmt: skip
    return Said("r", statement, "Velmora", "2024-09-12", text=text), held


def _place(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "words", "expected"),
    [
        ("Ruiz rejected the talks.", "rejected", "the talks", ("rejected", "talks"), "cue:some"),
        ("Ruiz said they rejected talks.", "said", "they rejected talks", ("rejected", "talks"), "cue:none"),
        ("Ruiz said no, and that, in a word, the talks end.", "said", "no, and that, in a word, the talks end",
         ("no", "talks"), "breaks:4"),
        ("Ruiz said the truce must hold.", "said", "the truce must hold", ("must", "truce"), "w:must"),
        ("Ruiz said she may reject talks.", "said", "she may reject talks", ("reject", "talks"), "b:may"),
        ("Judge Ana Ruiz said talks must go on.", "said", "talks must go on", ("must", "talks"), "r:judge"),
    ],
)  # fmt: skip
def test_marks(text: str, cue: str, content: str, words: tuple[str, ...], expected: str) -> None:
    assert expected in marks(*act(text, cue, content, "rejects", *words))


def test_what_stands_in_another_sentence_is_not_shown() -> None:
    text = "The talks went on past midnight. Ruiz said the raid on the mill was a crime."
    apart = act(text, "said", "the raid on the mill was a crime", "accuses", "talks", "crime")
    assert not is_shown(*apart)
    assert chance(*apart) == 0.0
    assert is_shown(*act("On the talks, Ruiz said no.", "said", "no", "rejects", "talks", "no"))


def test_what_the_sentence_before_names_is_shown_where_the_cue_is_the_act() -> None:
    text = "The draft has a clause on sanctions. Ruiz balked at such a clause."
    assert is_shown(*act(text, "balked at", "such a clause", "rejects", "sanctions", "balked"))


def test_a_chance_follows_from_the_weights() -> None:
    weights = from_table("# a remark\n(always)\t0\ntop\t-200\ncue:some\t200\n")
    assert chance_of(["top", "unheard of"], weights) < chance_of([], weights) < chance_of(["cue:some"], weights)
    assert chance_of([], weights) == 0.5


def test_what_ships_prefers_plain_words() -> None:
    plain = act("Ruiz is ready for talks.", "is ready", "for talks", "accepts", "ready", "talks")
    text = "Ruiz said the mill, the harvest, and all that was lost, mattered. They hope in vain for talks."
    faint = act(
        text, "said", "the mill, the harvest, and all that was lost, mattered", "proposes", "hope", "mill", read=0.3
    )
    assert chance(*plain) > 0.5 > chance(*faint)


def test_without_its_text_nothing_speaks_against_an_act() -> None:
    said, held = act("Ruiz said talks.", "said", "talks", "accepts", "talks")
    assert chance(Said("r", said.statement, "Velmora", None), held) == 1.0


def test_weights_are_on_marks_that_can_be() -> None:
    kinds = {"i", "w", "b", "s", "r", "cue", "breaks", "between", "place", "stance", "read", "settled", "known"}
    kinds |= {"stances", "limited", "speaker"}
    plain = {BIAS, "top", "limited", "proposal"}
    assert {mark for mark in shipped() if mark not in plain and mark.split(":")[0] not in kinds} == set()
