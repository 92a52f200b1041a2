"""Unit: evaluation.utterances_read, which counts utterances that were read by how sure they are told to be."""

from __future__ import annotations

from dataclasses import replace

from onrecord.evaluation.utterances import Place
from onrecord.evaluation.utterances_read import Judged, Made, read_judged, score, told
from onrecord.model import Span
from onrecord.record import ReadingRow
from tests.views.charts.rows import utterance

JUDGED = Judged((Place("a" * 64, (Span(3, 9),)), Place("b" * 64, (Span(0, 7),))), True, "", 1)


def test_each_verdict_has_two_reports_or_more() -> None:
    assert all(len({place.text for place in one.places}) > 1 for one in read_judged())


def test_what_is_wrong_is_told_of_the_wrong_ones_alone() -> None:
    assert all(one.right == (not one.kind) for one in read_judged())


def test_it_counts_by_half_and_by_how_sure_it_is() -> None:
    row = replace(utterance(), confidence=0.95)
    wrong = replace(JUDGED, right=False, kind="day", held_out=True)
    doubtful = replace(row, confidence=0.4)
    found = score([Made(JUDGED, row, True), Made(wrong, doubtful, False), Made(JUDGED, None, True)])
    assert (found["tuned"].sure[True], found["tuned"].bands[0.9][True], found["tuned"].other[True]) == (1, 1, 1)
    assert (found["held out"].doubtful[False], found["held out"].bands[0.0][False]) == (1, 1)


A, B, C, D = (Place(letter * 64, (Span(3, 9),)) for letter in "abcd")
PARTED = Judged((A, B, C, D), False, "several", 1, out=(2, 3))


def test_a_part_of_what_is_right_is_right() -> None:
    whole = Judged((A, B, C), True, "", 1)
    assert (whole.told_of(_at(A, C)), whole.told_of(_at(A, D))) == (True, None)


def test_where_several_were_put_together_a_part_is_right_that_holds_but_those_of_the_base() -> None:
    assert [PARTED.told_of(_at(*part)) for part in ((A, B), (A, C), (C, D))] == [True, False, None]
    assert replace(PARTED, out=()).told_of(_at(A, B)) is None


def test_a_fault_that_is_not_one_of_joining_is_one_of_every_part() -> None:
    assert Judged((A, B, C), False, "day", 1).told_of(_at(A, B)) is False


def test_a_verdict_on_all_readings_goes_before_one_on_more() -> None:
    row = utterance(outlets=("Courier", "Mirror"))
    row = replace(row, readings=tuple(_of_text(one, text) for one, text in zip(row.readings, "ab", strict=True)))
    one, two = (Place(each.report.sha256, each.wording.spans) for each in row.readings)
    whole, more = Judged((one, two), True, "", 1), Judged((one, two, C), False, "day", 1)
    assert list(told([more, whole], [row])) == [Made(whole, row, True), Made(more, None, False)]


def _of_text(one: ReadingRow, letter: str) -> ReadingRow:
    return replace(one, statement=replace(one.statement, report=replace(one.report, sha256=letter * 64)))


def _at(*places: Place) -> frozenset[tuple[str, int]]:
    return frozenset((place.text, place.spans[0].start) for place in places)
