"""Tests onrecord.reading.conditions.depending: a forecast is no condition."""

from __future__ import annotations

import pytest

from onrecord.codebook import Finder, load
from onrecord.model import Actor, ActorRef, Span, Statement, statement_id
from onrecord.model.weights import BIAS, chance_of, from_table
from onrecord.reading.conditions import find_conditions
from onrecord.reading.conditions.depending import shipped
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs, sentences

FIND = Finder(load("peace"))


def conditions_in(text: str, content: str) -> list[str]:
    blocks = paragraphs(text)
    page = Page(text, blocks, tuple(one for block in blocks for one in sentences(text, block)))
    start, cue = text.index(content), text.index("said")
    contents, cues = (Span(start, start + len(content)),), (Span(cue, cue + len("said")),)
    id_ = statement_id(text, (), cues, contents, "indirect")
    ruiz = ActorRef("Ana Ruiz", "Ana Ruiz", "person")
    said = Statement(id_, (), cues, contents, "indirect", "assertion", 1.0, ruiz, party="Velmora")
    at = text.index("Velmora")
    actors = [Actor("Velmora", "Velmora", "state", party="Velmora", mentions=(Span(at, at + len("Velmora")),))]
    return [one.span[0].text(text) for one in find_conditions(page, [said], FIND(text), actors)]


@pytest.mark.parametrize(
    "content",
    [
        "Velmora will stop the shelling if Torland frees the prisoners",
        "Velmora would lift the sanctions if Torland agrees to withdraw its troops",
        "Velmora will impose sanctions if Torland does not sign the truce",
        "Velmora will not sign the ceasefire until the hostages are released",
    ],
)
def test_what_a_party_waits_for_is_a_condition(content: str) -> None:
    assert conditions_in(f"Ruiz said {content}.", content)


@pytest.mark.parametrize(
    "content",
    [
        "children in Velmora could die if the famine is as bad as people think",
        "the truce in Velmora would be a better one if everybody was happy",
        "if Torland wants to ruin the truce with Velmora, that is its own decision",
    ],
)
def test_a_forecast_is_none(content: str) -> None:
    assert not conditions_in(f"Ruiz said {content}.", content)


def test_weights_add_up() -> None:
    weights = from_table("# a remark\n(always)\t-100\nkind:if\t200\n")
    assert chance_of({"kind:if", "unknown"}, weights) > 0.5 > chance_of(set(), weights)


def test_the_table_ships() -> None:
    assert BIAS in shipped()
