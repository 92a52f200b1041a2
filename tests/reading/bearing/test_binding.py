"""Tests onrecord.reading.bearing.binding: where an issue stands beside the words that show a stance."""

from __future__ import annotations

import pytest

from onrecord.codebook import Finder, load
from onrecord.model import IssueStance, Span, Stance, Statement, statement_id
from onrecord.model.weights import odds_of
from onrecord.reading.bearing.binding import MOSTLY, Binding, bound, key, shipped
from onrecord.reading.layout import lay_out

FIND = Finder(load("peace"))
TEXT = "Ana Ruiz said that Velmora rejected the truce after the sanctions on grain. Nobody else spoke of a truce."


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def marks(issue: str, shown: str, named: str, text: str = TEXT, does: Stance = "rejects") -> frozenset[str]:
    content = (span(text, text[text.index("Velmora") : text.index(". Nobody")]),)
    key = statement_id(text, (), (span(text, "said"),), content, "indirect")
    held = IssueStance(issue, does, 0.9, (span(text, shown), span(text, named)))
    statement = Statement(key, (), (span(text, "said"),), content, "indirect", "assertion", 1.0, stances=(held,))
    return Binding(lay_out(text), FIND(text)).marks(statement, held)


def test_an_issue_that_follows_the_act_at_once_is_marked_so() -> None:
    found = marks("ceasefire", "rejected", "truce")
    assert {"side:behind", "bt:none", "nearest", "dist:behind:1"} <= found


def test_an_issue_behind_a_word_that_opens_the_background_is_marked_so() -> None:
    found = marks("sanctions", "rejected", "sanctions")
    assert {"side:behind", "bt:after", "farther"} <= found


def test_how_much_of_the_report_is_about_it_is_told() -> None:
    assert {"often:1", "count:1"} <= marks("ceasefire", "rejected", "truce")
    assert {"often:0", "count:0"} <= marks("sanctions", "rejected", "sanctions")


def test_an_issue_that_only_another_sentence_names_has_no_place() -> None:
    assert marks("prisoners", "rejected", "truce") == {"i:prisoners", "noplace"}


def test_the_object_of_the_verb_is_likelier_than_the_background() -> None:
    far = "Ana Ruiz said that Velmora rejected wool, as its people had asked in the dry week of the truce. Nobody else."
    near, off = marks("ceasefire", "rejected", "truce"), marks("ceasefire", "rejected", "truce", far)
    assert odds_of(near, shipped()) > odds_of(off, shipped())


@pytest.mark.parametrize("heard", [0.0, 0.2, 0.5, 1.0])
def test_what_was_heard_counts_less_where_the_issue_is_unlikely(heard: float) -> None:
    assert bound(heard, MOSTLY - 1) < bound(heard, MOSTLY) < bound(heard, MOSTLY + 1)
    assert bound(heard, MOSTLY) == pytest.approx(min(max(heard, 0.005), 0.995))


def test_the_key_tells_the_weights() -> None:
    assert len(key()) == 16
