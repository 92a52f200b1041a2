"""Unit: evaluation.utterances_read, which counts utterances that were read by how sure they are told to be."""

from __future__ import annotations

from dataclasses import replace

from onrecord.evaluation.utterances import Place
from onrecord.evaluation.utterances_read import HELD_OUT, Judged, read_judged, score
from onrecord.model import Span
from tests.views.charts.rows import utterance

JUDGED = Judged((Place("a" * 64, (Span(3, 9),)), Place("b" * 64, (Span(0, 7),))), True, "", 1)


def test_each_verdict_has_two_reports_or_more() -> None:
    assert all(len({place.text for place in one.places}) > 1 for one in read_judged())


def test_what_is_wrong_is_told_of_the_wrong_ones_alone() -> None:
    assert all(one.right == (not one.kind) for one in read_judged())


def test_it_counts_by_half_and_by_how_sure_it_is() -> None:
    row = replace(utterance(), confidence=0.95)
    wrong = replace(JUDGED, right=False, kind="day", drawn=HELD_OUT)
    found = score([(JUDGED, row), (wrong, replace(row, confidence=0.4)), (JUDGED, None)])
    assert (found["tuned"].sure[True], found["tuned"].bands[0.9][True], found["tuned"].other[True]) == (1, 1, 1)
    assert (found["held out"].doubtful[False], found["held out"].bands[0.0][False]) == (1, 1)
