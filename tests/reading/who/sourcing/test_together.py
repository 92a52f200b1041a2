"""reading.who.sourcing.together: several who are told of by one noun."""

from __future__ import annotations

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import read

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
    "Max_Vell": "person",
    "Kolt": "person",
    "Harbour_Steel": "organisation",
    "Norsel_Line": "organisation",
}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Norway and Chile met in May. ⟦The two sides⟧ agreed to go on.", ["Norway", "Chile"]),
        ("Norwegian and Chilean envoys met. ⟦Both countries⟧ said it went well.", ["Norway", "Chile"]),
        ("In a letter from Norway, Chile and Peru, ⟦the countries⟧ asked for calm.", ["Norway", "Chile", "Peru"]),
        ("At the Chile-Norway summit ⟦both sides⟧ promised more.", ["Chile", "Norway"]),
        (
            "President Ana Kolt and Prime Minister Oleh Drach wrote to Chancellor Max Vell. "
            "⟦The three leaders⟧ said they would not wait.",
            ["Ana Kolt", "Oleh Drach", "Max Vell"],
        ),
        ("Harbour Steel will buy Norsel Line. ⟦The two companies⟧ said so.", ["Harbour Steel", "Norsel Line"]),
        (
            "Norway left the talks with Chile. Norway and Chile had met. Peru lent Norway and Chile a hall. "
            "⟦Both sides⟧ thanked it.",
            ["Norway", "Chile"],
        ),
        ("Norway, Chile and Peru wrote to Japan. ⟦The governments⟧ asked for calm.", ["Norway", "Chile", "Peru"]),
        ("⟦The leaders of Norway, Chile and Peru⟧ asked for calm.", ["Norway", "Chile", "Peru"]),
        ("⟦The foreign ministers of Norway and Chile, old rivals,⟧ met.", ["Norway", "Chile"]),
        (
            "Norway, Chile and Peru wrote to Japan. Japan slept. ⟦The three governments⟧ asked for calm.",
            ["Norway", "Chile", "Peru"],
        ),
        ("A letter came from Norway, Chile and Peru. ⟦The three leaders⟧ wrote it.", ["Norway", "Chile", "Peru"]),
        (
            "A letter by the leaders of Norway, Chile and Peru, ⟦which⟧ condemned the dam, came.",
            ["Norway", "Chile", "Peru"],
        ),
        ("Norway, Chile and Peru, ⟦which⟧ has a dam and wants another, met.", ["Peru"]),
        ("Norway and Chile, ⟦which⟧ want a dam, met.", ["Norway", "Chile"]),
        ("Credit is gone where Norway and Chile are concerned. ⟦They⟧ said so.", ["Norway", "Chile"]),
    ],
)
def test_the_members_are_named(text: str, members: list[str]) -> None:
    assert [one.name for one in read(text, **NAMES)[1].readings[-1].speakers] == members


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Chile and Peru met. ⟦Both sides⟧ agreed.",
        "Norway left. ⟦The two countries⟧ said nothing more.",
        "Ana Kolt and Oleh Drach met. ⟦Two officials⟧ said so.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    speaker = read(text, **NAMES)[1].readings[-1].speaker
    assert speaker is not None
    assert speaker.type == "unnamed"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Ana Kolt and Oleh Drach met on Monday. ⟦They⟧ want a truce.", ["Ana Kolt", "Oleh Drach"]),
        ("Norway, Chile and Peru signed. ⟦They⟧ want a truce.", ["Norway", "Chile", "Peru"]),
        (
            "President Ana Kolt and Prime Minister Oleh Drach came. ⟦The two leaders⟧ smiled. "
            "What do the two leaders mean when ⟦they⟧ say so?",
            ["Ana Kolt", "Oleh Drach"],
        ),
    ],
)
def test_they_are_several(text: str, members: list[str]) -> None:
    assert [one.name for one in read(text, **NAMES)[1].readings[-1].speakers] == members
