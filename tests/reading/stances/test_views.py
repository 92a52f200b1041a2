"""Tests onrecord.reading.stances.views and .network: what the network is shown of a statement, and what it hears."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.model import Span, Spans, Statement, statement_id
from onrecord.reading.attribution.pieces import CLS, SEP
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.stances.network import shipped_network
from onrecord.reading.stances.views import CONTENT, CUE, MOST, STANDS_FOR, View, Viewer
from onrecord.reading.stances.weights import CHOICES

TEXT = "The ferry sailed at noon. Ana Ruiz of Velmora rejected the truce on Monday. Nobody else spoke."
TAGGER = Tagger()
TAGGED = TAGGER(lay_out(TEXT))


def said(text: str, source: str, cue: str, *content: str) -> Statement:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    spans: tuple[Spans, ...] = ((span(source),), (span(cue),), tuple(map(span, content)))
    return Statement(statement_id(text, *spans, "indirect"), *spans, "indirect", "assertion", 1.0)


def view_of(statement: Statement) -> View:
    view = Viewer(TAGGED)(statement)
    assert view is not None
    return view


def test_a_view_has_the_sentence_up_to_the_end_of_the_content_and_the_one_before() -> None:
    view = view_of(said(TEXT, "Ana Ruiz", "rejected", "the truce"))
    assert view.parts[-3:].tolist() == [CUE, CONTENT, CONTENT]
    first, mark = view.ids[0], view.ids.tolist().index(SEP)
    assert first == CLS and 0 < mark < len(view.ids) - 4
    assert not view.parts[: mark + 1].any()


def test_of_a_name_only_its_kind_is_shown() -> None:
    view = view_of(said(TEXT, "Ana Ruiz", "rejected", "the truce"))
    names = [one for one in view.ids.tolist() if one in STANDS_FOR.values()]
    assert len(names) == 2 and names[0] == STANDS_FOR["person"]


def test_who_is_named_is_not_heard() -> None:
    other = TEXT.replace("Ana Ruiz", "Joe Keld")
    views = [Viewer(TAGGER(lay_out(text)))(said(text, "of", "rejected", "the truce")) for text in (TEXT, other)]
    assert views[0] is not None and views[1] is not None
    assert np.array_equal(views[0].ids, views[1].ids)


def test_a_long_content_is_cut() -> None:
    text = "Ruiz said " + "the port and the road and the ferry and " * 30 + "the bridge were shut."
    view = Viewer(TAGGER(lay_out(text)))(said(text, "Ruiz", "said", text[10:-1]))
    assert view is not None
    assert len(view.ids) == MOST


def test_parts_far_apart_are_shown_without_what_lies_between() -> None:
    text = "Ruiz said no. " + "The ferry sailed at noon. " * 60 + "It was a bad plan."
    view = Viewer(TAGGER(lay_out(text)))(said(text, "Ruiz", "said", "no.", "It was a bad plan."))
    assert view is not None
    assert len(view.ids) < MOST


def test_what_has_no_content_is_not_seen() -> None:
    one = said(TEXT, "Ana Ruiz", "rejected", "the truce")
    empty = Statement(one.id, one.source, one.cue, (), "indirect", "assertion", 1.0)
    assert Viewer(TAGGED)(empty) is None


def test_what_is_heard_are_chances_and_the_same_each_time() -> None:
    hear = shipped_network().on(TAGGED)
    first, again = (hear(said(TEXT, "Ana Ruiz", "rejected", "the truce")) for _ in range(2))
    assert first is not None and again is not None
    assert first.shape == (len(CHOICES),)
    assert np.exp(first).sum() == pytest.approx(1.0, abs=1e-4)
    assert np.array_equal(first, again)


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("The union rejected the offer.", "rejected", "the offer", "rejects"),
        (
            "The rebels demanded that the army leave the valley.",
            "demanded",
            "that the army leave the valley",
            "demands",
        ),
        ("The ministry accused the rebels of breaking the truce.", "accused", "of breaking the truce", "accuses"),
    ],
)
def test_plain_words_are_heard(text: str, cue: str, content: str, stance: str) -> None:
    told = shipped_network().on(TAGGER(lay_out(text)))(said(text, "The", cue, content))
    assert told is not None
    assert CHOICES[int(told.argmax())] == stance
