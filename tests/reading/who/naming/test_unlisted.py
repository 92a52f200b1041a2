"""unlisted: states that no gazetteer lists, by the words that only states have."""

import pytest

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.unlisted import unlisted
from onrecord.reading.who.wording.words import cut


def found(text: str, *surnames: str) -> tuple[set[str], set[str]]:
    states, peoples = unlisted(cut(text), set(surnames), gazetteer())
    return set(states), set(peoples)


@pytest.mark.parametrize(
    ("text", "states", "peoples"),
    [
        ("Keldavia agreed, the Keldavian government said.", {"Keldavia"}, {"Keldavian"}),
        ("Velmora wants talks. Velmoran Prime Minister Mirela Antal said so.", {"Velmora"}, {"Velmoran"}),
        ("Torland has a plan. The Torlandic draft is short.", {"Torland"}, {"Torlandic"}),
        ("Torland’s foreign minister spoke. It rained in Torland.", {"Torland"}, set()),
        ("Brennick’s foreign minister spoke. He left.", set(), set()),
        ("Brennick’s defence minister spoke. It rained in Brennick.", {"Brennick"}, set()),
        ("They met in Lisk, the capital of Orramy.", {"Orramy"}, set()),
        ("The Keldavian president spoke.", set(), {"Keldavian"}),
        ("President Torland spoke. Torland’s navy is old.", set(), set()),
        ("The African leader spoke in Africa.", set(), set()),
        ("Velmora wants talks, Antal said.", set(), set()),
        ("Maria prayed at the Marian shrine.", set(), set()),
        ("Russia agreed, the Russian government said.", set(), set()),
    ],
)
def test_a_state_is_told_by_what_only_states_have(text: str, states: set[str], peoples: set[str]) -> None:
    assert found(text) == (states, peoples)


def test_a_person_named_in_full_is_no_state() -> None:
    assert found("Ilmar Keldavia came. The Keldavian camp cheered.", "Keldavia") == (set(), set())
