"""reading.who.holding.unmarked: bodies in the words of a role that no tagger marked."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {"Ana_Kolt": "person", "Oleh_Drach": "person", "Harbour_Steel": "organisation"}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("The port is shut. On Monday Norsel chairman ⟦Ana Kolt⟧ said so.", "Norsel"),
        ("The Tide Freedom Caucus chair ⟦Ana Kolt⟧ said so.", "Tide Freedom Caucus"),
        ("⟦Ana Kolt⟧, chairwoman of the GdW's dock section, said so.", "GdW"),
        ("⟦Ana Kolt⟧, a spokeswoman for NISK, said so.", "NISK"),
        ("Union leader ⟦Ana Kolt⟧ said so.", None),
        ("Opposition leader ⟦Ana Kolt⟧ said so.", "opposition"),
        ("Fisheries Minister ⟦Ana Kolt⟧ said so.", None),
        ("⟦Ana Kolt⟧, director of Harbour Affairs, said so.", None),
    ],
)
def test_a_chief_speaks_for_the_body_before_or_behind_his_office(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


@pytest.mark.parametrize("word", ["Tory", "Liberal Democrat"])
def test_a_partys_leader_speaks_for_its_members(word: str) -> None:
    names: dict[str, Label] = {**NAMES, word.replace(" ", "_"): "demonym"}
    assert last(f"It rained. {word} leader ⟦Ana Kolt⟧ said so.", **names).party == word


def test_a_firm_taken_for_a_person_is_who_its_vice_president_speaks_for() -> None:
    marked = "⟦Ana Kolt⟧, Norsel senior vice president of sales, said so."
    assert last(marked, **NAMES, Norsel="person").party == "Norsel"


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Harbour Steel lost money. It rained. The chief financial officer ⟦Ana Kolt⟧ said so.", "Harbour Steel"),
        ("Harbour Steel lost money. It rained, co-founder ⟦Ana Kolt⟧ said.", "Harbour Steel"),
        ("Harbour Steel lost money. Chief executive ⟦Ana Kolt⟧ of Norsel said so.", "Norsel"),
        ("Harbour Steel lost money. The police officer ⟦Ana Kolt⟧ said so.", None),
    ],
)
def test_a_firms_officer_speaks_for_the_firm_told_of_before(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES, Norsel="organisation").party == party


def test_what_is_told_of_by_which_is_a_firm() -> None:
    marked = "Marsh Lane, which builds homes, lost money. Chief executive ⟦Ana Kolt⟧ said so."
    assert last(marked, **NAMES, Marsh_Lane="person").party == "Marsh Lane"


def test_an_envoy_to_a_body_may_be_named_later() -> None:
    marked = "⟦Norway's envoy to the United Nations⟧ said so. It rained. ⟦Ana Kolt⟧ said no."
    assert last(marked, **NAMES).party == "Norway"


def test_the_watchdog_may_be_a_commission() -> None:
    marked = "The Harbour Complaints Commission met. ⟦The watchdog⟧ said so."
    found = last(marked, Harbour_Complaints_Commission="organisation").speaker
    assert found is not None and found.name == "Harbour Complaints Commission"
