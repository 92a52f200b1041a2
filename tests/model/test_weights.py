"""Tests onrecord.model.weights: small trained tables, and what marks come to by them."""

from __future__ import annotations

import pytest

from onrecord.model.weights import as_table, chance_of, from_table, key_of, odds_of, shipped

TABLE = "# mark, and its weight x 100\n(always)\t-100\nnear\t250\n"
LIKELY = ("onrecord.collating", "likely.tsv")


def test_a_table_is_read_without_its_remarks_and_written_again() -> None:
    weights = from_table(TABLE)
    assert weights == {"(always)": -1.0, "near": 2.5}
    assert from_table(as_table(weights)) == weights


@pytest.mark.parametrize(("marks", "odds"), [((), -1.0), (("near",), 1.5), (("near", "never seen"), 1.5)])
def test_marks_that_are_not_known_count_nothing(marks: tuple[str, ...], odds: float) -> None:
    assert odds_of(marks, from_table(TABLE)) == odds


def test_odds_of_one_are_a_chance_of_a_half() -> None:
    assert chance_of((), {"(always)": 0.0}) == 0.5


def test_a_line_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        from_table("near 250\n")


def test_what_ships_has_a_key_of_its_own() -> None:
    assert "(always)" in shipped(*LIKELY)
    assert key_of(*LIKELY) != key_of("onrecord.reading", "asides.tsv")
