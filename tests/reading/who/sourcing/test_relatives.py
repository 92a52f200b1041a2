"""reading.who.sourcing.relatives: what 'which' and 'who' stand for; and whose office a deputy's is."""

from __future__ import annotations

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import speakers

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
    "Drach": "person",
    "Harbour_Board": "organisation",
    "WQO": "organisation",
}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chile's navy, ⟦which⟧ warned the port, left.", "Chile's navy"),
        ("She asked the Harbour Board (HB), ⟦which⟧ said it was late.", "Harbour Board"),
        ("Two ships sank, according to WQO, ⟦which⟧ said more would.", "WQO"),
        ("Ana Kolt was stopped by conservatives ⟦who⟧ want more.", "conservatives"),
        ("They freed some, including priests ⟦who⟧ want more.", "priests"),
        ("Oleh Drach met Ana Kolt, ⟦who⟧ says it is over.", "Ana Kolt"),
    ],
)
def test_a_relative_pronoun_is_the_phrase_before_it(text: str, speaker: str) -> None:
    assert speakers(text, **NAMES) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chilean foreign minister Ana Kolt came. ⟦Chile's deputy foreign minister⟧ said so.", None),
        ("Deputy Prime Minister Ana Kolt met Prime Minister Oleh Drach. ⟦The prime minister⟧ said so.", "Oleh Drach"),
        ("Trade Minister Ana Kolt met Health Minister Oleh Drach. ⟦The trade minister⟧ said so.", "Ana Kolt"),
        ("Vice President Ana Kolt met President Oleh Drach. ⟦The vice president⟧ said so.", "Ana Kolt"),
        ("⟦Chilean PM⟧ says no. Chilean Prime Minister Ana Kolt met Oleh Drach.", "Ana Kolt"),
        ("Rep. Ana Kolt met Oleh Drach. ⟦The congresswoman⟧ said so.", "Ana Kolt"),
    ],
)
def test_an_office_is_that_of_who_holds_it(text: str, speaker: str | None) -> None:
    found = speakers(text, **NAMES)[-1]
    assert found == speaker if speaker else found not in ("Ana Kolt", None)


def test_a_lead_tells_the_office_and_the_next_sentence_the_name() -> None:
    text = (
        "⟦Chile's deputy foreign minister⟧ says the offer has come. "
        "⟦Ana Kolt, who is a member of the delegation,⟧ spoke on Monday."
    )
    assert speakers(text, **NAMES) == ["Ana Kolt"] * 2


@pytest.mark.parametrize(
    ("office", "held"),
    [
        ("A spokesperson for its harbour office", "spokesperson for the Chilean harbour office"),
        ("The president's hostage envoy", "special envoy for hostage affairs"),
    ],
)
def test_an_office_is_that_of_who_is_named_next_with_it(office: str, held: str) -> None:
    text = f"A boat has come, ⟦{office}⟧ said. Ana Kolt, {held}, told reporters more. Oleh Drach left."
    assert speakers(text, **NAMES) == ["Ana Kolt"]


def test_another_office_of_that_name_is_not() -> None:
    text = "A boat has come, ⟦a spokesperson for the port⟧ said. Ana Kolt, spokesperson for the army, told more."
    assert speakers(text, **NAMES) == ["spokesperson for the port"]


def test_a_foreign_minister_is_a_diplomat() -> None:
    text = "Chilean deputy foreign minister Ana Kolt met Oleh Drach. ⟦The Chilean diplomat⟧ said so."
    assert speakers(text, **NAMES) == ["Ana Kolt"]
