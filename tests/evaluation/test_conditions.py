"""Tests onrecord.evaluation.conditions: the labels that ship, and how they are counted."""

from __future__ import annotations

from onrecord.codebook import load
from onrecord.evaluation.conditions import HALVES, Looked, Score, add, read_looked
from onrecord.model import Span

LOOKED = read_looked()
TEXT = "Velmora will sign if the port opens. It waits until the last gun is gone."
WHOLE = Looked("a siege", "peace", "tuned", "0" * 64, (Span(0, 36), Span(37, 72)), (Span(18, 35), Span(46, 71)))


def test_both_halves_hold_enough() -> None:
    for half in HALVES:
        assert sum(len(one.conditions) for one in LOOKED if one.half == half) >= 55


def test_no_negotiation_is_in_both_halves() -> None:
    tuned, held = ({one.negotiation for one in LOOKED if one.half == half} for half in HALVES)
    assert not tuned & held


def test_labels_lie_in_the_sentences_that_were_looked_at() -> None:
    for one in LOOKED:
        load(one.codebook)
        assert all(any(sentence.covers(mark) for sentence in one.sentences) for mark in one.conditions)


def test_hits_and_misses_are_counted() -> None:
    score = Score()
    add(score, TEXT, WHOLE, [Span(18, 35), Span(37, 45)])
    assert (score.wanted, score.found, score.hit) == (2, 2, 1)


def test_what_stands_elsewhere_does_not_count() -> None:
    score = Score()
    label = Looked("a siege", "peace", "tuned", "0" * 64, (Span(0, 36),), (Span(18, 35),))
    add(score, TEXT, label, [Span(18, 35), Span(46, 71)])
    assert (score.found, score.precision, score.recall, score.f1) == (1, 1.0, 1.0, 1.0)


def test_one_span_counts_once() -> None:
    score = Score()
    label = Looked("a siege", "peace", "tuned", "0" * 64, (Span(0, 36),), (Span(18, 26), Span(18, 35)))
    add(score, TEXT, label, [Span(18, 35)])
    assert score.hit == 1
