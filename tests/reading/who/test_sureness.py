"""`reading.who.sureness`: how sure a speaker is."""

from __future__ import annotations

import pytest

from onrecord.model import ActorType
from onrecord.reading.who.sureness import sureness


@pytest.mark.parametrize(
    ("kind", "score", "sure"),
    [
        ("person", 1.0, 0.97),
        ("person", 0.9, 0.93),
        ("person", 0.75, 0.73),
        ("organisation", 1.0, 0.85),
        ("unnamed", 0.9, 0.96),
    ],
)
def test_by_how_the_source_was_resolved(kind: ActorType, score: float, sure: float) -> None:
    assert sureness(kind, score) == sure
