"""reading.who.behalf.parties: on whose behalf somebody speaks."""

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import actor, last, read

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Oleh_Drach": "person",
    "Dockers_Union": "organisation",
    "OTSC": "organisation",
    "Tide_Court": "organisation",
    "Harbour_Court": "organisation",
    "Harbour_Bank": "organisation",
    "Morning_Post": "organisation",
    "Norland_Post": "organisation",
    "Norway_Post": "organisation",
    "UNICEF": "organisation",
    "Ruvania": "place",
    "Ruvanian": "demonym",
    "Sarov": "place",
    "Union": "organisation",
    "Europe": "place",
}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Kremlin spokesman Oleh Drach⟧ said so.", "Russia"),
        ("⟦U.S. President Ana Kolt⟧ said so.", "United States"),
        ("⟦The French foreign minister, Ana Kolt,⟧ said so.", "France"),
        ("⟦OTSC chief Ana Kolt⟧ said so.", "OTSC"),
        ("⟦Ana Kolt⟧, president of the Dockers Union, said so.", "Dockers Union"),
        ("⟦Harbour Bank chief executive Ana Kolt⟧ said so.", "Harbour Bank"),
        ("⟦Oleh Drach⟧, governor of the Kharkiv region, said so.", "Ukraine"),
        ("⟦Treasury Secretary Ana Kolt⟧ said so.", "United States"),
        ("⟦Ruvanian President Ana Kolt⟧ spoke in Ruvania.", "Ruvania"),
        ("⟦Ana Kolt⟧, the president of the Republic of Ruvania, spoke. Ruvania's army left.", "Ruvania"),
        ("⟦Former Norwegian minister Ana Kolt⟧ said so.", None),
        ("⟦Norwegian journalist Ana Kolt⟧ said so.", None),
        ("Norway fired. The Dockers Union fled. ⟦Ana Kolt, a spokeswoman for the military,⟧ said so.", "Norway"),
        ("⟦Former Norwegian hostage negotiator Ana Kolt⟧ said so.", None),
        ("⟦Norwegian hostage negotiator Ana Kolt⟧ said so.", "Norway"),
        ("⟦Ana Kolt, a senior member of the opposition Dockers Union,⟧ said so.", "Dockers Union"),
        ("Norway's president, Oleh Drach, slept. ⟦Drach's son Ana Kolt⟧ said so.", None),
        ("⟦Ana Kolt, an analyst at the political risk consultancy Harbour Bank,⟧ said so.", "Harbour Bank"),
        ("The European Union met. ⟦The bloc's trade chief Ana Kolt⟧ said so.", "European Union"),
        ("Hours before a meeting with the French leader, ⟦Ana Kolt⟧ said so.", None),
        ("She wrote of the death of the French leader, ⟦Ana Kolt,⟧ who said so.", "France"),
        ("⟦Ana Kolt, a Norway expert at a college,⟧ said so.", None),
        ("⟦Norway's ambassador to Poland, Oleh Drach,⟧ said so.", "Norway"),
        ("⟦A senior Norwegian official⟧ said so.", "Norway"),
        ("⟦A European diplomat⟧ said so.", None),
        ("⟦People familiar with the matter⟧ said so.", None),
        ("⟦Residents⟧ said so.", None),
        ("⟦The Russian Defense Ministry⟧ said so.", "Russia"),
        ("⟦The Norwegian army⟧ said so.", "Norway"),
        ("⟦Norway's foreign ministry⟧ said so.", "Norway"),
        ("⟦The Dockers Union⟧ said so.", "Dockers Union"),
        ("⟦The Pentagon⟧ said so.", "United States"),
        ("⟦The EU⟧ said so.", "European Union"),
        ("⟦The Morning Post⟧ said so.", None),
        ("⟦Norway Post⟧ said so.", "Norway Post"),
        ("Norway's president, Oleh Drach, slept. ⟦His deputy, Ana Kolt,⟧ said so.", "Norway"),
        ("⟦UNICEF⟧ said so.", "United Nations"),
        ("⟦The Rapid Coast Forces⟧ said so.", "Rapid Coast Forces"),
        ("Harbour Bank locked its doors. ⟦Management⟧ said so.", "Harbour Bank"),
        ("⟦Reuters⟧ said so.", None),
        ("⟦Norland Post spokesperson Ana Kolt⟧ said so.", "Norland Post"),
        ("⟦Norwegian ambassador to the Dockers Union Ana Kolt⟧ said so.", "Norway"),
        ("⟦UN humanitarian chief Ana Kolt⟧ said so.", "United Nations"),
        ("⟦Ana Kolt⟧, the high representative of the union for trade, said so.", "European Union"),
        ("⟦The Norwegian prime minister and foreign minister Ana Kolt⟧ said so.", "Norway"),
        ("⟦Ana Kolt⟧, an adviser with the Dockers Union, said so.", "Dockers Union"),
        ("Norland Post spokesperson Ana Kolt waited. ⟦The company⟧ said so.", "Norland Post"),
        ("⟦A Morning Post spokesman, Oleh Drach,⟧ said so.", "Morning Post"),
        ("⟦Morning Post reporter Ana Kolt⟧ said so.", "Morning Post"),
        ("⟦Ana Kolt of the Dockers Union⟧ said so.", "Dockers Union"),
        ("⟦Ana Kolt's spokesman, Oleh Drach,⟧ said so.", "Ana Kolt"),
        ("⟦A spokeswoman for Ana Kolt⟧ said so.", "Ana Kolt"),
        ("The Dockers Union met. ⟦The union's chairman, Oleh Drach,⟧ said so.", "Dockers Union"),
        ("The Dockers Union met. ⟦Its chairman, Oleh Drach,⟧ said so.", "Dockers Union"),
        ("⟦Norwegian government spokesman Oleh Drach⟧ said so.", "Norway"),
        ("Mrs. Kolt met ⟦her Norwegian counterpart, Oleh Drach,⟧ who said so.", "Norway"),
        ("⟦Norway's envoy, Dr. Oleh Drach,⟧ said so.", "Norway"),
        ("⟦The leaders of Norway and Poland⟧ said so.", None),
        ("⟦Lawyers for the Norwegian man⟧ said so.", None),
        ("⟦Norway's ambassador to the United Nations, Oleh Drach,⟧ said so.", "Norway"),
        ("⟦Norwegian U.N. envoy Oleh Drach⟧ said so.", "Norway"),
        ("⟦South Korean officials⟧ said so, in North Korea.", "South Korea"),
        ("Guns fell silent in Kharkiv, ⟦Governor Oleh Drach⟧ said.", "Ukraine"),
        ("Aid of the United Nations came, ⟦the military⟧ said.", None),
        ("In Norway's capital, ⟦the foreign ministry⟧ said so.", "Norway"),
        ("President Ana Kolt of Norway won. ⟦Her rival, Oleh Drach,⟧ said so.", None),
        ("⟦The vice president of Europe, Ana Kolt,⟧ said so.", None),
        ("The Dockers Union met. ⟦The Union⟧ said so.", "Dockers Union"),
        ("⟦Norwegian Prime Minister Sir Oleh Drach⟧ said so.", "Norway"),
        ("⟦The UN's humanitarian chief Ana Kolt⟧ said so.", "United Nations"),
        ("Rain fell after news by ⟦Norway's trade adviser, Ana Kolt,⟧ who said so.", "Norway"),
        ("⟦Norwegian Deputy Minister for Legal Affairs Ana Kolt⟧ said so.", "Norway"),
        ("⟦Palestinian ambassador Ana Kolt⟧ said so.", "Palestine"),
        ("⟦Norwegian lawmaker Ana Kolt⟧ said so.", "Norway"),
        ("⟦KCNA⟧ said so.", "North Korea"),
        ("The Tide Court met. ⟦Judge Ana Kolt⟧ said so.", "Tide Court"),
        ("The Tide Court and the Harbour Court met. ⟦Judge Ana Kolt⟧ said so.", None),
    ],
)
def test_the_party_follows_from_the_words(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_an_aide_speaks_for_whom_his_chief_does() -> None:
    marked = "U.S. President Ana Kolt waited. ⟦Kolt's special envoy to the Gulf, Oleh Drach,⟧ spoke."
    assert last(marked, **NAMES).party == "United States"


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Kolt adviser Oleh Drach", "United States"),
        ("Former Kolt adviser Oleh Drach", None),
        ("Kolt's campaign manager, Oleh Drach,", "Ana Kolt"),
        ("Oleh Drach, a spokesman for the Kolt campaign,", "Ana Kolt"),
    ],
)
def test_a_former_aide_speaks_for_nobody_and_a_campaign_for_the_candidate(who: str, party: str | None) -> None:
    assert last(f"U.S. President Ana Kolt waited. ⟦{who}⟧ spoke.", **NAMES).party == party


def test_the_state_of_a_role_comes_before_what_another_state_calls_so() -> None:
    assert last("⟦U.S. Defence Secretary Ana Kolt⟧ said so.", **NAMES).party == "United States"


def test_the_party_holds_for_every_mention_in_the_report() -> None:
    _, found = read("⟦Kolt⟧ said so. ⟦She⟧ left. Polish minister Ana Kolt is ill.", **NAMES)
    assert [one.party for one in found.readings] == ["Poland", "Poland"]


def test_which_words_tell_the_party_is_kept() -> None:
    _, found = read("⟦Kremlin spokesman Oleh Drach⟧ said so.", **NAMES)
    assert "Kremlin spokesman" in (actor(found, "Oleh Drach").party_from or "")


def test_roles_are_kept_as_printed() -> None:
    text, found = read("⟦Kremlin spokesman Oleh Drach⟧, a former minister, said so.", **NAMES)
    roles = actor(found, "Oleh Drach").roles
    assert [role.name for role in roles] == ["Kremlin spokesman", "former minister"]
    assert [role.span[0].text(text) for role in roles] == ["Kremlin spokesman", "former minister"]


def test_a_president_without_a_state_gets_the_one_at_whose_seat_he_is_met() -> None:
    marked = "Polish President Oleh Drach flew in. President Ana Kolt met him at the White House. ⟦Kolt⟧ said so."
    assert last(marked, **NAMES).party == "United States"


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Norway, Norway and Norway again: ⟦Prime Minister Ana Kolt⟧ said so.", "Norway"),
        ("Malta and Malta and Malta met the U.S.: ⟦Prime Minister Ana Kolt⟧ said so.", "Malta"),
        ("⟦President Ana Kolt⟧ waits. Envoy Oleh Drach flew to Warsaw to meet with Kolt, in Poland.", "Poland"),
        ("Norway, Norway and Norway again: ⟦President Ana Kolt⟧ said so.", None),
        ("Polish President Oleh Drach met his Latvian counterpart, ⟦Ana Kolt⟧.", "Latvia"),
        ("Poland and Latvia met Malta. The Polish president left. ⟦President Ana Kolt⟧ said so.", "Poland"),
        ("Poland and Poland and Poland: ⟦the organisation's president, Ana Kolt,⟧ said so.", None),
        ("Poland and Poland and Poland: ⟦Pope Oleh⟧ said so.", "Vatican City"),
    ],
)
def test_an_office_without_a_state_gets_the_only_one_that_has_it(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_the_administration_is_that_of_the_ruler_told_of_last() -> None:
    marked = "U.S. President Ana Kolt cut aid to Poland. ⟦The administration⟧ also left the talks."
    assert last(marked, **NAMES).party == "United States"


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("⟦Ana Kolt⟧, went further than her president.", []),
        ("She said she might telephone Poland's prime minister, ⟦Ana Kolt⟧.", ["Poland's prime minister"]),
        ("Last Wednesday Prime Minister ⟦Ana Kolt⟧ left.", ["Prime Minister"]),
        ("WHY NORWAY LEAVES EXPERTS SCEPTICAL President ⟦Ana Kolt⟧ left.", ["President"]),
        ("— ⟦Ana Kolt⟧, President of Norway ‘", ["President of Norway"]),
    ],
)
def test_a_role_is_no_clause_and_no_day(marked: str, roles: list[str]) -> None:
    _, found = read(marked, **NAMES)
    assert [role.name for role in actor(found, "Ana Kolt").roles] == roles


def test_a_chief_executive_speaks_for_the_only_company_beside_him() -> None:
    names: dict[str, Label] = {"Ana_Kolt": "person", "Harbour_Steel": "organisation", "Lowland_Mills": "organisation"}
    assert last("Harbour Steel sold a mill, ⟦CEO Ana Kolt⟧ said.", **names).party == "Harbour Steel"
    assert last("Harbour Steel sued Lowland Mills, ⟦CEO Ana Kolt⟧ said.", **names).party is None


def test_a_president_between_two_states_is_of_the_one_without_a_head() -> None:
    marked = (
        "President Ana Kolt agreed. President Oleh Drach sat in the White House, and Drach said so. "
        "An envoy went to Warsaw to meet with Kolt. It was Warsaw, and Poland, and the United States. ⟦Kolt⟧ said no."
    )
    assert last(marked, **NAMES).party == "Poland"


def test_a_vice_president_gets_no_state_by_guess() -> None:
    assert last("Poland, Poland and Poland: ⟦Vice President Ana Kolt⟧ said so.", **NAMES).party is None


@pytest.mark.parametrize("word", ["Union", "Council", "CFO"])
def test_a_bare_noun_is_no_party(word: str) -> None:
    assert last(f"⟦{word}⟧ said so.", **{word: "organisation"}).party is None


def test_a_president_is_of_the_only_state_told_of_though_no_gazetteer_lists_it() -> None:
    marked = "Ruvania's parliament met in Ruvania, and Ruvanian troops left. ⟦President Ana Kolt⟧ said so."
    assert last(marked, **NAMES).party == "Ruvania"


def test_its_minister_is_of_the_state_that_opens_the_sentence() -> None:
    marked = "Latvia wanted less. Poland asked for more, and ⟦its fish minister, Ana Kolt,⟧ said so."
    assert last(marked, **NAMES).party == "Poland"


def test_where_envoys_meet_is_nobodys_capital() -> None:
    marked = (
        "The envoys of both sides were to meet in Oslo. The talks in Oslo may wait. ⟦Prime Minister Ana Kolt⟧ said no."
    )
    assert last(marked, **NAMES).party is None


def test_a_state_that_opens_the_sentence_of_an_office_is_its_state() -> None:
    others = " Rain fell. Poland met Poland's neighbours. Poland waits for Poland. Polish boats left. Poland is calm."
    marked = "Norway left after ⟦Prime Minister Ana Kolt⟧ said so." + others
    assert last(marked, **NAMES).party == "Norway"


def test_a_towns_own_ministry_is_not_that_of_the_state_told_of_most() -> None:
    marked = "Norway struck. Norway left Sarov. Norway came back. ⟦The Sarov Health Ministry⟧ said so."
    assert last(marked, **{**NAMES, "Sarov_Health_Ministry": "organisation"}).party != "Norway"


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦A Norwegian security source⟧ said so.", "Norway"),
        ("⟦A Norwegian source⟧ said so.", None),
        ("⟦The leaders of Norway⟧, Poland and Estonia said so.", None),
    ],
)
def test_whom_sources_and_leaders_speak_for(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES).party == party


def test_the_president_of_the_same_sentence_is_who_is_named_in_it() -> None:
    marked = "A day before Ana Kolt lands, the Norwegian president waited. ⟦Kolt⟧ said so."
    assert last(marked, Ana_Kolt="person", Kolt="person").party == "Norway"


def test_whom_somebody_meets_is_not_himself() -> None:
    marked = "Ana Kolt met the Norwegian president. ⟦Kolt⟧ said so."
    assert last(marked, Ana_Kolt="person", Kolt="person").party is None


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("⟦Max Kolt⟧, the Ruvanian president's son, spoke in Ruvania.", None),
        ("⟦Max Kolt⟧, brother of the president of Norway, spoke in Oslo.", None),
        ("⟦Max Kolt⟧, the brother of Norway's army commander, spoke.", None),
        ("⟦The French president's widow⟧ said so.", None),
        ("⟦Max Kolt⟧, the Norwegian president's nephew and envoy, spoke.", "Norway"),
    ],
)
def test_a_relative_of_who_holds_an_office_holds_none(marked: str, party: str | None) -> None:
    assert last(marked, **NAMES, Max_Kolt="person").party == party
