"""Tests onrecord.collating.firmness: how firmly something is put."""

from __future__ import annotations

import pytest

from onrecord.collating.firmness import strength


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("the guns must leave the river", 1),
        ("Velmora will not accept foreign guards", 1),
        ("we won’t sign it", 1),
        ("Velmora might take part", -1),
        ("it would like to see the ports reopened", -1),
        ("the guns left the river", 0),
        ("it hopes that the guns must leave", 0),
        ("the war will not come back", 0),
    ],
)
def test_words_that_bind_or_soften(text: str, firm: int) -> None:
    assert strength(text) == firm
