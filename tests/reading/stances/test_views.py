"""Tests onrecord.reading.stances.views and .network: what the network is shown of a statement, and what it hears."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.model import Span, Spans, Statement, statement_id
from onrecord.reading.attribution.labels import NAME_TAGS
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.stances.network import shipped_network
from onrecord.reading.stances.views import CONTENT, CUE, MOST, SOURCE, View, Viewer
from onrecord.reading.stances.weights import CHOICES

TEXT = "Ana Ruiz of Velmora rejected the truce on Monday. The ferry sailed at noon."
TAGGED = Tagger()(lay_out(TEXT))


def span(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def said(source: str, cue: str, *content: str) -> Statement:
    spans: tuple[Spans, ...] = ((span(source),), (span(cue),), tuple(map(span, content)))
    return Statement(statement_id(TEXT, *spans, "indirect"), *spans, "indirect", "assertion", 1.0)


def view_of(statement: Statement) -> View:
    view = Viewer(TAGGED)(statement)
    assert view is not None
    return view


def test_a_view_has_the_words_of_the_statement_alone() -> None:
    view = view_of(said("Ana Ruiz", "rejected", "the truce"))
    assert view.parts.tolist() == [SOURCE, SOURCE, CUE, CONTENT, CONTENT]
    assert view.lower.shape == (5, TAGGED.hidden.shape[1])


def test_a_view_tells_the_kind_of_a_name() -> None:
    view = view_of(said("Ana Ruiz", "rejected", "the truce"))
    assert [NAME_TAGS[kind] for kind in view.names[:2]] == ["B-person", "I-person"]


def test_a_long_content_is_cut() -> None:
    whole = said("Ana Ruiz", "rejected", "the truce on Monday. The ferry sailed at noon.")
    assert len(view_of(whole).parts) <= MOST


def test_what_has_no_content_is_not_seen() -> None:
    one = said("Ana Ruiz", "rejected", "the truce")
    empty = Statement(one.id, one.source, one.cue, (), "indirect", "assertion", 1.0)
    assert Viewer(TAGGED)(empty) is None


def test_what_is_heard_are_chances_and_the_same_each_time() -> None:
    hear = shipped_network().on(TAGGED)
    first, again = (hear(said("Ana Ruiz", "rejected", "the truce")) for _ in range(2))
    assert first is not None and again is not None
    assert first.shape == (len(CHOICES),)
    assert np.exp(first).sum() == pytest.approx(1.0, abs=1e-4)
    assert np.array_equal(first, again)


def test_who_is_named_is_not_heard() -> None:
    network, view = shipped_network(), view_of(said("Ana Ruiz", "rejected", "the truce"))
    renamed = view.lower.copy()
    renamed[view.names > 0] = 7.0
    assert np.array_equal(network(view), network(View(renamed, view.parts, view.names)))
