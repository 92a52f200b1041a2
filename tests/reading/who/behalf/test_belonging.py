"""reading.who.behalf.belonging: whose an office is that a report names without its state."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import actor, last, read

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
    "Army_Radio": "organisation",
    "Tidewater_Ltd": "organisation",
    "Central_Bank": "organisation",
    "Torlandic": "demonym",
}
NORWAY = "Norway closed its ports. Norwegian ships stayed away, and Norway's neighbours waited. "


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        (NORWAY + "⟦Education Minister Ana Kolt⟧ said so.", "Norway"),
        (NORWAY + "⟦Lawmakers⟧ said so.", "Norway"),
        (NORWAY + "⟦The government⟧ said so.", "Norway"),
        (NORWAY + "⟦Several ministers⟧ said so.", "Norway"),
        (NORWAY + "⟦The Central Bank⟧ said so.", "Norway"),
        (
            "Tories and Lib Dems left the Commons. ⟦Foreign minister Ana Kolt⟧ said so in Whitehall.",
            "United Kingdom",
        ),
        ("The Knesset met, and Likud won. ⟦Health Minister Ana Kolt⟧ said so.", "Israel"),
        ("The GOP met, and House Republicans and Senate Democrats voted. ⟦Sen. Ana Kolt⟧ said so.", "United States"),
        ("⟦Education Minister Ana Kolt⟧ said so.", None),
        (NORWAY + "⟦Opposition leader Ana Kolt⟧ said so.", "opposition"),
        (NORWAY + "⟦City officials⟧ said so.", None),
        (NORWAY + "⟦School officials⟧ said so.", None),
        (NORWAY + "⟦The Torlandic envoy, Ana Kolt,⟧ said so.", None),
        (NORWAY + "⟦Former minister Ana Kolt⟧ said so.", None),
        (NORWAY + "⟦A docker, Ana Kolt,⟧ said so.", None),
        (NORWAY + "⟦Tidewater Ltd vice president Ana Kolt⟧ said so.", "Tidewater Ltd"),
        (NORWAY + "⟦Army Radio⟧ said so.", "Army Radio"),
        ("Norway and Poland and Latvia met. ⟦Prime Minister Ana Kolt⟧ said so.", None),
    ],
)
def test_an_office_is_of_the_state_that_the_report_is_about(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_how_likely_the_state_is_stands_with_it() -> None:
    _, found = read(NORWAY + "⟦Sen. Ana Kolt⟧ said so.", **NAMES)
    told_by = actor(found, "Ana Kolt").party_from or ""
    assert told_by.startswith("Norway, as the report tells it (0.")
