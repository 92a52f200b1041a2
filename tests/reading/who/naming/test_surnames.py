"""reading.who.naming.surnames: words that are surnames, and months."""

import pytest

from tests.reading.who.marked import last


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Prime Minister Ana May of Norway slept. ⟦May⟧ said so.", "Ana May"),
        ("Prime Minister Ana May of Norway slept. ⟦Mrs May⟧ said so.", "Ana May"),
        ("Prime Minister Ana May slept. In May the port shut. ⟦May⟧ wants it open.", "Ana May"),
    ],
)
def test_may_is_she(marked: str, speaker: str) -> None:
    told = last(marked, Ana_May="person").speaker
    assert told is not None and told.name == speaker
