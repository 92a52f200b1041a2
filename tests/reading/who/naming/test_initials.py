"""reading.who.naming.initials: one body under two names."""

from __future__ import annotations

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import speakers

BODY: Label = "organisation"


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        (
            "The cut was planned by the Institute on Ports and Quays. It will grow, according to ⟦IPQ⟧.",
            "Institute on Ports and Quays",
            "IPQ",
        ),
        ("The Mosk-based Coast Agency spoke on Monday. Prices fell, ⟦the CA⟧ said.", "Mosk-based Coast Agency", "CA"),
        (
            "She runs the Harbour Food Security Phase Centre (HPC). ⟦The HPC⟧ warned of hunger.",
            "Harbour Food Security Phase Centre",
            "HPC",
        ),
        ("Prices rose, Statistics Norland said. Fuel fell, ⟦StatNor⟧ noted.", "Statistics Norland", "StatNor"),
        ("The Metropolitan Police held a man. The fire began at night, ⟦the Met⟧ said.", "Metropolitan Police", ""),
        ("The World Quay Office is alarmed. Two ships sank, according to ⟦WQO⟧.", "World Quay Office", ""),
        ("The ships of Norland's Harbour Board left. ⟦The HB⟧ denies it.", "Harbour Board", "HB"),
    ],
)
def test_a_body_is_called_by_its_fullest_name(text: str, full: str, short: str) -> None:
    names: dict[str, Label] = {full.replace(" ", "_"): BODY} | ({short: BODY} if short else {})
    assert speakers(text, **names) == [full.removeprefix("Mosk-based ")]


def test_initials_of_two_bodies_are_nobodys() -> None:
    text = "The National Coast Agency and the Northern Cargo Alliance met. It must be closed, ⟦the NCA⟧ said."
    names: dict[str, Label] = {"National_Coast_Agency": BODY, "Northern_Cargo_Alliance": BODY, "NCA": BODY}
    assert speakers(text, **names) == ["NCA"]


def test_a_name_that_is_printed_apart_is_closed_up() -> None:
    assert speakers("⟦South Korea 's navy⟧ said that it left .") == ["South Korea's navy"]
