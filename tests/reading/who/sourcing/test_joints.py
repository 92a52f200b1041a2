"""reading.who.sourcing.joints: sources that are two or more, and sources that only look so."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {
    "Women's_Chess_League": "organisation",
    "Union_of_Chess_Masters": "organisation",
    "Ministry_of_Fisheries,_Salt_and_Harbours": "organisation",
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
}


@pytest.mark.parametrize(
    ("marked", "joint"),
    [
        (
            "⟦The Women's Chess League (WCL) and the Union of Chess Masters (UCM)⟧ agreed.",
            ["Women's Chess League", "Union of Chess Masters"],
        ),
        ("⟦Norway, Poland, and Estonia⟧ agreed.", ["Norway", "Poland", "Estonia"]),
        ("⟦Norway and Poland⟧ agreed.", ["Norway", "Poland"]),
        ("⟦Ana Kolt and Oleh Drach⟧ agreed.", ["Ana Kolt", "Oleh Drach"]),
        ("⟦The Ministry of Fisheries, Salt and Harbours⟧ agreed.", ["Ministry of Fisheries, Salt and Harbours"]),
        ("⟦Secretary of State Ana Kolt and Minister of Defence Oleh Drach⟧ agreed.", ["Ana Kolt", "Oleh Drach"]),
        (
            "⟦Norwegian President Ana Kolt, and Polish Prime Minister Oleh Drach⟧ agreed.",
            ["Ana Kolt", "Oleh Drach"],
        ),
        ("⟦Harbour and Fisheries Minister Ana Kolt⟧ agreed.", ["Ana Kolt"]),
        ("⟦The trade and industry secretary Ana Kolt⟧ agreed.", ["Ana Kolt"]),
        ("⟦Norway and fighters in the Sarov hills⟧ agreed.", ["Norway", "fighters in the Sarov hills"]),
        ("⟦A docker and poet from Norway⟧ agreed.", ["docker and poet from Norway"]),
        ("⟦Norway, Poland and others⟧ agreed.", ["Norway", "Poland", "others"]),
        ("⟦Clean Rivers UK⟧ agreed.", ["Clean Rivers UK"]),
        ("⟦Officials from Norway and Poland⟧ agreed.", ["Officials from Norway and Poland"]),
    ],
)
def test_each_of_a_joint_source_speaks(marked: str, joint: list[str]) -> None:
    assert [one.name for one in last(marked, **NAMES).speakers] == joint
