"""reading.who.mentioning.bodies: "the ministry", "the company", "the forum", "the plant"."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import last, read, speakers

NAMES: dict[str, Label] = {
    "Harbour_Steel": "organisation",
    "Lowland_Mills": "organisation",
    "UAV": "organisation",
    "Ana_Kolt": "person",
    "Dockers_Union": "organisation",
    "Dockers_and_Sailors_Forum": "organisation",
    "Norwegian_Foreign_Ministry": "organisation",
    "Coastal_Aid_Agency": "organisation",
    "Sarov": "place",
    "Tidal_City_Council": "organisation",
    "Mercosur": "organisation",
    "Continental_Union": "organisation",
    "Medical_Union": "organisation",
    "NATO": "organisation",
    "Northern_Front": "organisation",
    "Labour": "organisation",
}


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Harbour Steel bought a mill. ⟦The company⟧ said so.", "Harbour Steel"),
        (
            "Harbour Steel's head resigned. He flew UAV models for UAV operators. ⟦The company⟧ said so.",
            "Harbour Steel",
        ),
        ("The Norwegian Foreign Ministry wrote. ⟦The ministry⟧ said so.", "Norwegian Foreign Ministry"),
        ("The Dockers and Sailors Forum met. ⟦The forum⟧ said so.", "Dockers and Sailors Forum"),
        ("The Coastal Aid Agency left. ⟦The aid agency⟧ said so.", "Coastal Aid Agency"),
        ("Harbour Steel struck. ⟦The Sarov-based group⟧ said so.", "Harbour Steel"),
        ("A drone hit the Sarov salt works plant. ⟦The plant⟧ said so.", "Sarov salt works plant"),
        ("⟦The company⟧ said so.", "company"),
        ("Harbour Steel met the Dockers Union. The Dockers Union left. ⟦The company⟧ said so.", "Harbour Steel"),
        ("They signed the Sarov peace agreement. ⟦The agreement⟧ said so.", "agreement"),
        ("They blamed the city council. The Tidal City Council met. ⟦The council⟧ said so.", "Tidal City Council"),
        ("The European Union is divided. ⟦The bloc⟧ said so.", "European Union"),
        ("The European Union met Mercosur. ⟦The bloc⟧ said so.", "bloc"),
        ("The Continental Union wrote to its member states. ⟦The bloc⟧ said so.", "Continental Union"),
        ("The Continental Union met. Norway and Poland left it. ⟦The bloc⟧ said so.", "Continental Union"),
        ("Ports wrote to the Continental Union. ⟦The bloc⟧ said so.", "bloc"),
        ("Nurses of Norway wrote to the Medical Union. ⟦The bloc⟧ said so.", "bloc"),
        ("Ships joined NATO. ⟦The alliance⟧ said so.", "NATO"),
        ("Fighters of the Northern Front left. ⟦The Front⟧ said so.", "Northern Front"),
        ("⟦The Harbour Steel company⟧ said so.", "Harbour Steel"),
    ],
)
def test_a_noun_means_the_body_told_of_before(marked: str, speaker: str) -> None:
    assert last(marked, **NAMES).speaker is not None
    assert speakers(marked, **NAMES)[-1] == speaker


def test_two_companies_told_of_alike_are_both_named() -> None:
    reading = last("A docker sued Harbour Steel over Lowland Mills. ⟦The company⟧ said so.", **NAMES)
    assert reading.speaker is None
    assert {one.name for one in reading.candidates} == {"Harbour Steel", "Lowland Mills"}


@pytest.mark.parametrize("marked", ["⟦The government⟧ said so.", "⟦The company⟧ said so.", "⟦Neither side⟧ said so."])
def test_a_common_noun_is_an_unnamed_source_and_no_party(marked: str) -> None:
    reading = last(marked)
    assert reading.speaker is not None and reading.speaker.type == "unnamed"
    assert reading.party is None


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Norway's troops crossed into Poland. ⟦The army⟧ said so.", "Norway"),
        ("Norway met Poland, and Poland met Norway. ⟦The army⟧ said so.", None),
        ("Norway is tired. ⟦Its defence ministry⟧ said so.", "Norway"),
        ("⟦The government in Warsaw⟧ said so.", "Poland"),
    ],
)
def test_a_state_body_speaks_for_the_state_that_stands_out(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_her_office_speaks_for_whom_she_does() -> None:
    _, found = read("Norwegian President Ana Kolt waits. ⟦Her office⟧ said so.", **NAMES)
    assert found.readings[0].party == "Norway"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Unite struck. Unite wants more. Norhaven City Council paid nothing. ⟦The union⟧ said so.", "Unite"),
        ("Unite struck against Norhaven City Council. ⟦The authority⟧ said no.", "Norhaven City Council"),
    ],
)
def test_a_union_and_an_authority_are_those_told_of(text: str, body: str) -> None:
    names: dict[str, Label] = {"Unite": "organisation", "Norhaven_City_Council": "organisation"}
    assert speakers(text, **names) == [body]


def test_a_lead_tells_the_body_by_its_noun_and_the_next_sentences_by_its_name() -> None:
    text = (
        "⟦A Velmoran baby goods company⟧ announced Tuesday that it will sell in Norway. Sundby makes carriers. "
        "Sundby has 300 shops. ⟦The company⟧ said it would hire. Sundby is loved."
    )
    assert speakers(text, Sundby="organisation") == ["Sundby", "Sundby"]


def test_companies_of_a_lead_are_not_one_that_is_named_later() -> None:
    text = "⟦Shipping companies⟧ said they would stop. Sundby has 300 ships. Sundby is loved. Sundby sank."
    assert speakers(text, Sundby="organisation") == ["Shipping companies"]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("North Korea and South Korea met. ⟦The North⟧ said so.", "North Korea"),
        ("North Korea fired a missile. ⟦The North⟧ said so.", "North Korea"),
        ("North Korea fired a missile. ⟦The South⟧ said so.", "South"),
        ("North Korea and South Korea met. ⟦The South⟧ said so.", "South Korea"),
        ("North Korea sent envoys to Sudan. ⟦The South⟧ said so.", "South"),
    ],
)
def test_half_a_land_is_a_state(marked: str, speaker: str) -> None:
    assert speakers(marked, North="demonym", South="demonym")[-1] == speaker


def test_a_union_of_two_trades_is_one_body() -> None:
    names: dict[str, Label] = {"Dockers": "organisation", "Cranemen's_Union": "organisation"}
    assert speakers("⟦The Dockers and Cranemen's Union⟧ said so.", **names) == ["Dockers and Cranemen's Union"]


def test_a_union_of_many_is_one_though_nobody_gave_it_a_name() -> None:
    assert last("⟦The teachers' union⟧ said so.").party == "teachers' union"


def test_whoever_is_inside_a_town_is_not_the_town() -> None:
    assert speakers("⟦Activists inside Sarov⟧ said so.", Sarov="place") == ["Activists inside Sarov"]


def test_an_office_of_two_names_is_one_bearer_s() -> None:
    assert speakers("⟦CEO and co-founder Ana Kolt⟧ said so.", Ana_Kolt="person") == ["Ana Kolt"]
