"""Parties of actors, by the reports that tell of them."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.record.parties import _most_told


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ({"Norland": 30, "Velmora": 3}, "Norland"),
        ({"Norland": 1}, "Norland"),
        ({"Norland": 2, "Velmora": 2}, None),
    ],
)
def test_the_party_that_most_reports_tell(told: dict[str, int], party: str | None) -> None:
    assert _most_told(Counter(told)) == party
