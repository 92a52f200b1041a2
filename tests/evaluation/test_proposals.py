"""Tests onrecord.evaluation.proposals: the labels that ship, and how they are counted."""

from __future__ import annotations

from onrecord.codebook import load
from onrecord.collating.proposals import Named
from onrecord.evaluation.proposals import Marked, judged, read_labelled
from onrecord.model import Maker, Proposal, Span

LABELLED = read_labelled()
TORLAND = Maker("Torland", "Torland")


def named(report: str, start: int, *, marks: tuple[str, ...] = ("30-day",), makers: tuple[Maker, ...] = ()) -> Named:
    return Named(report, "2024-09-12", Proposal((Span(start, start + 5),), "truce", "truce", marks, (), makers))


def mark(report: str, start: int, key: str | None = "truce", maker: str | None = None) -> Marked:
    return Marked("a siege", report, Span(start, start + 5), key, maker)


def test_there_are_enough_labels_from_enough_negotiations() -> None:
    marks = [one for each in LABELLED for one in each.marks]
    assert len(marks) >= 75
    assert len({one.negotiation for one in marks}) >= 14


def test_labels_name_codebooks_and_places() -> None:
    for one in LABELLED:
        load(one.codebook)
        assert len(one.sha256) == 64 and all(mark.span.end > mark.span.start for mark in one.marks)


def test_what_is_found_missed_and_wrong_is_counted() -> None:
    told = judged(
        [named("r1", 0), named("r1", 50), named("r2", 9)], [mark("r1", 2), mark("r1", 80), mark("r2", 9, None)]
    )
    assert (told.wanted, told.found, told.wrong) == (2, 1, 2)


def test_makers_are_counted_where_they_are_told() -> None:
    told = judged([named("r1", 0, makers=(TORLAND,)), named("r2", 0)], [mark("r1", 0, maker="Torland"), mark("r2", 0)])
    assert (told.makers, told.makers_right, told.makers_invented) == (1, 1, 0)


def test_pairs_that_are_one_are_counted() -> None:
    other = named("r3", 0, marks=("10-day",))
    told = judged([named("r1", 0), named("r2", 0), other], [mark("r1", 0), mark("r2", 0), mark("r3", 0)])
    assert (told.pairs, told.pairs_joined, told.pairs_wrong) == (3, 1, 0)
