"""reading.who.mentioning.subjects: whose "its" is in the tag of a sentence."""

import pytest

from tests.reading.who.marked import last


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Norway was reviewing its pact with Chile, according to ⟦its foreign minister⟧.", "Norway"),
        ("Norway will leave the talks with Chile, ⟦its foreign minister⟧ said.", "Norway"),
    ],
)
def test_it_is_the_subject(marked: str, party: str) -> None:
    assert last(marked).party == party
