"""reading.who.holding.employers: whom somebody works for who speaks by his own knowledge."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import actor, last, read

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
    "Harbour_Bank": "organisation",
    "Tide_Institute": "organisation",
    "Dockers_Union": "organisation",
    "Morning_Post": "organisation",
    "Harbour_Lights": "organisation",
    "European_Council": "organisation",
}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Ana Kolt⟧, a senior analyst at Harbour Bank, said so.", "Harbour Bank"),
        ("⟦Harbour Bank analyst Ana Kolt⟧ said so.", "Harbour Bank"),
        ("⟦Ana Kolt⟧, Harbour Bank's chief rates strategist, said so.", "Harbour Bank"),
        ("⟦Ana Kolt⟧, chief Norwegian economist at the Tide Institute, said so.", "Tide Institute"),
        ("⟦Ana Kolt⟧, an expert on the law of the sea at the Tide Institute, said so.", "Tide Institute"),
        ("⟦Ana Kolt⟧, an editor of the Morning Post, said so.", None),
        ("⟦Ana Kolt⟧, a correspondent for the Morning Post, said so.", "Morning Post"),
        ("⟦Ana Kolt⟧, an expert on the Dockers Union, said so.", None),
        ("⟦Harbour Lights star Ana Kolt⟧ said so.", None),
        ("⟦Ana Kolt⟧, a fellow at the European Council on Tides, said so.", None),
        ("⟦Ana Kolt⟧, an analyst from Norway, said so.", None),
        ("⟦Ana Kolt⟧, a strategist at Oleh Drach, said so.", "Oleh Drach"),
        ("⟦Ana Kolt⟧, the founder of Oleh Drach, said so.", "Oleh Drach"),
        ("⟦Ana Kolt⟧, founder and CEO of shipping firm Norsel, said so.", "Norsel"),
        ("⟦Ana Kolt⟧, president and CEO of Harbour Bank, said so.", "Harbour Bank"),
        ("⟦Ana Kolt⟧, a friend of Oleh Drach, said so.", None),
        ("⟦Ana Kolt⟧, a historian and lecturer at the Tide Institute, said so.", "Tide Institute"),
        ("⟦Ana Kolt⟧, head of freight, tolls and locks at Harbour Bank, said so.", "Harbour Bank"),
        ("Harbour Bank left. ⟦The bank's chief economist, Ana Kolt,⟧ said so.", "Harbour Bank"),
        ("Harbour Bank left. ⟦The company's vice president, Ana Kolt,⟧ said so.", "Harbour Bank"),
    ],
)
def test_the_party_is_the_body_that_a_role_is_held_at(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_the_words_of_the_role_are_kept() -> None:
    _, found = read("⟦Harbour Bank analyst Ana Kolt⟧ said so.", **NAMES)
    assert actor(found, "Ana Kolt").party_from == "“Harbour Bank analyst”"
