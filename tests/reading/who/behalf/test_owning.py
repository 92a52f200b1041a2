"""reading.who.behalf.owning: whose something is, by its own name."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Tide_League": "organisation",
    "Tide_League_leadership": "organisation",
    "Kolt_White_House": "organisation",
    "Oslo_White_House": "organisation",
    "Northern_Front": "organisation",
}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("The Tide League met. ⟦The Tide League leadership⟧ said so.", "Tide League"),
        ("Ana Kolt slept. ⟦The Kolt White House⟧ said so.", "United States"),
        ("⟦The Oslo White House⟧ said so.", "Oslo White House"),
        ("The Northern Front met. ⟦The Northern Front-run health office⟧ said so.", "Northern Front"),
        ("The Northern Front met. ⟦Rebels of the Northern Front⟧ said so.", "Northern Front"),
    ],
)
def test_a_part_speaks_for_the_whole(marked: str, party: str) -> None:
    assert last(marked, **NAMES).party == party
