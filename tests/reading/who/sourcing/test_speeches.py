"""reading.who.sourcing.speeches: 'I' and 'we' in a speech given in full, and elsewhere."""

from __future__ import annotations

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import speakers

NAMES: dict[str, Label] = {"Ana_Kolt": "person", "Oleh_Drach": "person"}


@pytest.mark.parametrize(
    "text",
    [
        "⟦Ana Kolt⟧ said so. The full text of her statement follows: Friends, ⟦we⟧ reject Oleh Drach's offer.",
        "Statement by H.E. Ms. Ana Kolt on the harbour. Thank you. Oleh Drach left. ⟦We⟧ want a truce.",
        "Statement by H.E. Ms. Ana Kolt on the harbour. Oleh Drach left. ⟦Mr. President⟧, it is late.",
    ],
)
def test_who_gives_the_speech_says_we(text: str) -> None:
    assert speakers(text, **NAMES)[-1] == "Ana Kolt"


def test_the_writers_own_we_is_nobody_told_of() -> None:
    assert speakers("⟦Ana Kolt⟧ said it was late. ⟦We⟧ wrote so before.", **NAMES) == ["Ana Kolt", None]


def test_a_quotation_that_nobody_closes_goes_on() -> None:
    text = "⟦Ana Kolt⟧ said it was late. `` It is over , and ⟦I⟧ want a truce ."
    assert speakers(text, **NAMES) == ["Ana Kolt", "Ana Kolt"]
