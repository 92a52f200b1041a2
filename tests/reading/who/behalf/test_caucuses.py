"""reading.who.behalf.caucuses: for which party leaders of houses and oppositions speak, and members under its name."""

import pytest

from onrecord.model import Span
from onrecord.reading.who import resolve
from onrecord.reading.who.gazetteer.incumbents import parse
from onrecord.reading.who.naming.names import Label, NameSpan
from tests.reading.who.marked import Passage, actor, last, page

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Harbour_Party": "organisation",
    "Tide_Democratic_Union": "organisation",
    "Norland": "place",
}
TABLE = parse(["Ana Kolt\t\tDemocrats\tleader (House)\t2021-10\t\n", "May Orm\t\tUS\tforeign minister\t2021\t\n"])


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦House Democratic leader Ana Kolt⟧ said so.", "Democrats"),
        ("⟦Senate GOP leader Ana Kolt⟧ said so.", "Republicans"),
        ("⟦U.S. House Speaker Ana Kolt ( D-OH )⟧ said so.", "Democrats"),
        ("⟦Senate Majority Leader Ana Kolt, R-Ohio,⟧ said so.", "Republicans"),
        ("⟦Senate Minority Whip Ana Kolt (D., Ohio)⟧ said so.", "Democrats"),
        ("⟦Senate Minority Leader Ana Kolt, an Ohio Democrat,⟧ said so.", "Democrats"),
        ("⟦House Speaker Ana Kolt⟧ said so.", "United States"),
    ],
)
def test_who_leads_a_house_speaks_for_the_party_that_is_printed(marked: str, party: str) -> None:
    assert last(marked, **NAMES).party == party


def test_a_caucus_may_end_a_text_without_a_stop() -> None:
    marked = "The tolls rise, said ⟦Ana Kolt⟧, the leader of the House Democrats"
    assert last(marked, **NAMES, House_Democrats="organisation").party == "Democrats"


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Two Republican senators⟧ said so.", "Republicans"),
        ("⟦GOP leaders⟧ said so.", "Republicans"),
        ("On Monday ⟦Republican senators⟧ said so.", "Republicans"),
        ("It rained. ⟦Senior Republican senators⟧ said so.", "Republicans"),
        ("The tolls rise, ⟦Georgia Republican lawmakers⟧ said.", "Republicans"),
        ("The tolls rise, ⟦North Carolina Democratic lawmakers⟧ said.", "Democrats"),
        ("The tolls rise, ⟦U.S. Democratic lawmakers⟧ said.", "Democrats"),
        ("The tolls rise, ⟦Senate Democratic leaders⟧ said.", "Democrats"),
        ("The tolls rise, ⟦Liberal Democrat MPs⟧ said.", None),
        ("⟦Social Democratic leaders⟧ said so.", None),
        ("The tolls rise, ⟦Christian Democratic lawmakers⟧ in Berlin said.", None),
        ("The tolls rise, ⟦Harbour Democratic lawmakers⟧ said.", None),
        ("The Harbour Party met. ⟦Some Harbour MPs⟧ said so.", "Harbour Party"),
        ("France waits. ⟦French lawmakers⟧ said so.", "France"),
        ("France waits. ⟦French Republican lawmakers⟧ said so.", "France"),
    ],
)
def test_members_told_of_under_a_party_speak_for_it(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Norway and France wait. ⟦Republican Sen. Ana Kolt of Ohio⟧ said so.", "Republicans"),
        ("Norway and France wait. ⟦Sen. Ana Kolt, an Ohio Democrat,⟧ said so.", "Democrats"),
        ("Norway and France wait. ⟦Sen. Ana Kolt, a Liberal Democrat,⟧ said so.", None),
        ("The United States waits. ⟦Sen. Ana Kolt, R-Ohio,⟧ said so.", "United States"),
    ],
)
def test_a_single_member_speaks_for_the_party_only_where_no_state_is_told(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Norway's opposition leader, Ana Kolt,⟧ said so.", "opposition of Norway"),
        ("⟦Norway's opposition leader⟧ said so.", "opposition of Norway"),
        ("⟦Norwegian opposition leader Ana Kolt⟧ said so.", "opposition of Norway"),
        ("⟦Opposition leader Ana Kolt of Norway⟧ said so.", "opposition of Norway"),
        ("⟦Ana Kolt, the leader of Norway's opposition,⟧ said so.", "opposition of Norway"),
        ("⟦Ana Kolt, leader of the Norwegian opposition,⟧ said so.", "opposition of Norway"),
        ("France waits. ⟦Opposition leader Ana Kolt⟧ said so.", "opposition"),
        ("⟦Ana Kolt, the leader of the opposition,⟧ said so.", "opposition"),
        ("⟦Ana Kolt, leader of the opposition Harbour Party,⟧ said so.", "Harbour Party"),
    ],
)
def test_an_opposition_does_not_speak_for_its_state(marked: str, party: str) -> None:
    assert last(marked, **NAMES).party == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("House Democrats met. Kolt said so.", "Democrats"),
        ("House Democrats met. House Speaker Ana Kolt said so.", "Democrats"),
        ("House Democrats met. Rep. Ana Kolt said so.", "Democrats"),
        ("The House met. Kolt said so.", None),
    ],
)
def test_the_table_tells_whose_caucus_it_is(text: str, party: str | None) -> None:
    at, name = (text.find("Ana Kolt"), "Ana Kolt") if "Ana Kolt" in text else (text.find("Kolt"), "Kolt")
    tagged = [NameSpan(Span(at, at + len(name)), "person"), NameSpan(Span(0, 15), "organisation")]
    tagged = tagged if "Democrats" in text else tagged[:1]
    found = resolve(page(text), tagged, [Passage(())], report="r", incumbents=TABLE.on("2024-05-06"))
    assert actor(found, name).party == party


def test_a_senator_holds_no_office_of_the_state_of_the_table() -> None:
    text = "Norway and France met. Sen. May Orm said so."
    tagged = [NameSpan(Span(text.find("May Orm"), text.find("May Orm") + 7), "person")]
    found = resolve(page(text), tagged, [Passage(())], report="r", incumbents=TABLE.on("2024-05-06"))
    assert actor(found, "May Orm").party is None


def test_whose_name_ends_like_a_places_adjective_leads_no_party_of_that_name() -> None:
    marked = "The Ostravian army waits. ⟦The Ostravian leader⟧ said so."
    assert last(marked, **NAMES, Ostravian="organisation").party != "Ostravian"
