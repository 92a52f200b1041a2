"""reading.who.sourcing.describing: sources without a name of their own."""

from tests.reading.who.marked import last, speakers


def test_a_spokesman_of_another_body_is_another() -> None:
    marked = "⟦A Harbour Bank spokesman⟧ said so. ⟦The Tide Board spokesman⟧ denied it."
    assert speakers(marked, Harbour_Bank="organisation", Tide_Board="organisation") == [
        "Harbour Bank spokesman",
        "Tide Board spokesman",
    ]


def test_a_comma_within_a_name_ends_no_description() -> None:
    marked = "⟦A Ministry of Ports, Towns and Local Harbours spokesman⟧ said so."
    name = "Ministry_of_Ports,_Towns_and_Local_Harbours"
    assert last(marked, **{name: "organisation"}).party == "Ministry of Ports, Towns and Local Harbours"


def test_the_people_of_a_firm_are_not_the_firm() -> None:
    marked = "With ⟦Harbour Steel⟧ drivers threatening to strike, shops wait."
    assert speakers(marked, Harbour_Steel="organisation") == ["Harbour Steel drivers"]


def test_a_spokesman_for_the_council_is_not_that_of_whoever_was_told() -> None:
    marked = (
        "Sarov Town Council met. The council side waits, Ana Kolt told Tide Radio KM. "
        "⟦A spokesperson for the council⟧ said so."
    )
    found = last(marked, Sarov_Town_Council="organisation", KM="organisation", Ana_Kolt="person")
    assert found.party == "Sarov Town Council"
