"""reading.who.behalf.crowds: sources without a name, and whose they are."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Dockers_Union": "organisation",
    "Harbour_Bank": "organisation",
    "Morning_Post": "organisation",
}
NORWAY = "Norway closed its ports. Norwegian ships stayed away, and Norway's neighbours waited. "


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Norwegian authorities⟧ said so.", "Norway"),
        ("Polish authorities slept. ⟦Norwegian authorities⟧ said so.", "Norway"),
        ("Polish authorities slept. ⟦Local authorities⟧ said so.", None),
        ("⟦Norwegian state media⟧ said so.", "Norway"),
        ("⟦Norwegian media⟧ said so.", None),
        ("Oslo's state media slept. ⟦Norwegian media⟧ said so.", None),
        ("⟦Harbour Bank investors⟧ said so.", None),
        ("⟦Norwegian customs data⟧ showed it.", "Norway"),
        ("⟦Analysts at Harbour Bank⟧ said so.", "Harbour Bank"),
        ("⟦Harbour Bank analysts⟧ said so.", "Harbour Bank"),
        ("⟦Norwegian analysts⟧ said so.", None),
        ("⟦A Morning Post journalist⟧ said so.", "Morning Post"),
        ("The Dockers Union met. ⟦A spokesperson for the union⟧ said so.", "Dockers Union"),
        ("The Dockers Union met. ⟦Union sources⟧ said so.", "Dockers Union"),
        ("⟦Union sources⟧ said so.", None),
        (NORWAY + "⟦The prime minister's spokesperson⟧ said so.", "Norway"),
        (NORWAY + "⟦A spokesperson⟧ said so.", None),
        ("Harbour Bank raised its fees. ⟦A spokesperson⟧ said so.", "Harbour Bank"),
        ("Harbour Bank raised its fees. Nobody had asked. Rain fell. ⟦A spokesperson⟧ said so.", None),
        ("⟦Ana Kolt's lawyer⟧ said so.", "Ana Kolt"),
        ("Norway's president, Ana Kolt, slept. ⟦Kolt's foreign policy adviser⟧ said so.", "Norway"),
        ("⟦Norway's UN envoy⟧ said so.", "Norway"),
        ("⟦Authorities in Norway⟧ said so.", "Norway"),
        ("⟦Experts in Norway⟧ said so.", None),
        ("Chile waits. Chile hopes. ⟦Health Ministry officials in Norway⟧ said so.", "Norway"),
        ("Norway will shut its ports, ⟦its trade minister⟧ said.", "Norway"),
        ("The talks between Chile and Norway failed. ⟦Norway's critics⟧ said so.", None),
    ],
)
def test_a_crowd_speaks_for_what_is_named_with_it(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party
