"""Unit: model.identity, ids that begin with the id of what they are a part of."""

from __future__ import annotations

from onrecord.model import identity, identity_within


def test_the_id_of_a_part_begins_with_that_of_the_whole() -> None:
    whole = identity("report", "We agree.")
    one, other = (identity_within("statement", whole, place) for place in (1, 2))
    assert one != other
    assert {len(one), len(other)} == {len("statement-") + 16}
    assert {id.rpartition("-")[2][:6] for id in (whole, one, other)} == {whole.removeprefix("report-")[:6]}


def test_parts_of_two_wholes_are_two() -> None:
    assert identity_within("statement", "a", "bc") != identity_within("statement", "ab", "c")
