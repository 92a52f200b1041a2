"""reading.who.holding.regions: offices of a city or of a member state, and leaders of parties."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {"Ana_Kolt": "person", "Oleh_Drach": "person"}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Ohio Attorney General Ana Kolt⟧ said so.", "Ohio"),
        ("⟦Ana Kolt⟧, the governor of Ohio, said so.", "Ohio"),
        ("⟦The mayor of Warsaw, Ana Kolt,⟧ said so.", "Warsaw"),
        ("⟦Warsaw Mayor Ana Kolt⟧ said so.", "Warsaw"),
        ("⟦Ontario Premier Ana Kolt⟧ said so.", "Ontario"),
        ("⟦Kharkiv governor Oleh Drach⟧ said so.", "Ukraine"),
        ("⟦Republican Sen. Ana Kolt of Ohio⟧ said so.", "United States"),
        ("In the hall, ⟦Tidewater leader Ana Kolt⟧ said so.", "Tidewater"),
        ("⟦Free Tide leader Ana Kolt⟧ said so.", "Free Tide"),
        ("In the hall, ⟦Harbour Board Chairman Ana Kolt⟧ said so.", "Harbour Board"),
        ("⟦Rebel leader Ana Kolt⟧ said so.", None),
        ("In the hall, ⟦Opposition leader Ana Kolt⟧ said so.", "opposition"),
    ],
)
def test_the_party_is_the_region_or_the_party_led(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party
