"""reading.who.naming.namesakes: Georgia and Georgia."""

import pytest

from tests.reading.who.marked import last


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Tbilisi waits. ⟦Georgia⟧ said so.", "Georgia"),
        ("Russia and Armenia wait. ⟦Georgia's foreign minister Ana Kolt⟧ said so.", "Georgia"),
        ("Voters in Ohio and Texas wait in Atlanta. ⟦Georgia⟧ said so.", "United States"),
        ("Ohio and Texas agreed. ⟦Georgia governor Ana Kolt⟧ said so.", "United States"),
        ("⟦Georgia⟧ said so.", None),
    ],
)
def test_what_stands_around_tells_which(marked: str, party: str | None) -> None:
    assert last(marked, Ana_Kolt="person").party == party


def test_where_nothing_tells_both_are_named() -> None:
    reading = last("⟦Georgia⟧ said so.")
    assert reading.speaker is None
    assert len(reading.candidates) == 2
