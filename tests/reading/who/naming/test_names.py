"""reading.who.naming.names: names mended, and names overlooked."""

import pytest

from onrecord.model import Span
from onrecord.reading.who.gazetteer import gazetteer, given_genders
from onrecord.reading.who.naming.names import Label, NameSpan, find_names
from onrecord.reading.who.wording.words import cut


def names(text: str, *tagged: tuple[str, Label]) -> list[tuple[str, str]]:
    words = cut(text)
    spans = [NameSpan(Span(text.index(name), text.index(name) + len(name)), label) for name, label in tagged]
    return [(words.printed(one.first, one.end), one.label) for one in find_names(words, spans)]


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("President Ana Kolt left", ("President Ana Kolt", "person"), [("Ana Kolt", "person")]),
        ("the Dockers Union left", ("the Dockers Union", "organisation"), [("Dockers Union", "organisation")]),
        ("Ana Kolt's aide left", ("Ana Kolt's", "person"), [("Ana Kolt", "person")]),
        ("Norway left", ("Norway", "organisation"), [("Norway", "place")]),
        ("By Ana Kolt Norway left", ("Ana Kolt Norway", "person"), [("Ana Kolt", "person"), ("Norway", "place")]),
        ("Norway left", ("Norway", "person"), [("Norway", "place")]),
        ("Norwegian left", ("Norwegian", "place"), [("Norwegian", "demonym")]),
        ("Oleh Drach / Олег Драч left", ("Oleh Drach / Олег Драч", "organisation"), [("Oleh Drach", "person")]),
        ("Qorvin Blent's comment left", ("Qorvin Blent's", "person"), [("Qorvin Blent", "person")]),
        ("Ana Kolt principal economist left", ("Ana Kolt principal economist", "person"), [("Ana Kolt", "person")]),
        ("Ana Kolt Conservative left", ("Ana Kolt Conservative", "person"), [("Ana Kolt", "person")]),
        (
            "the Ministry of Salt, Fish and Local Harbours left",
            ("Ministry of Salt", "organisation"),
            [("Ministry of Salt, Fish and Local Harbours", "organisation")],
        ),
        (
            "the Prime Minister's Office left",
            ("Office", "organisation"),
            [("Prime Minister's Office", "organisation")],
        ),
        (
            "the Union of Harbour Masters left",
            ("Union of", "organisation"),
            [("Union of Harbour Masters", "organisation")],
        ),
        ("South Korean officials left", ("Korean", "demonym"), [("South Korean", "demonym")]),
        ("the Shin Bet left", ("Shin", "person"), [("Shin", "person")]),
        ("the Shin Bet left", ("Shin", "organisation"), [("Shin Bet", "organisation")]),
        ("the Norwegian U.N. envoy", ("Norwegian U.N.", "organisation"), [("Norwegian", "demonym"), ("U.N.", "place")]),
        ("the Polish Fish Trade Minister", ("Polish Fish Trade", "organisation"), [("Polish", "demonym")]),
        ("the Polish Supreme Leader", ("Polish Supreme", "organisation"), [("Polish", "demonym")]),
        ("Marsh Lane Studios left", ("Marsh Lane Studios", "person"), [("Marsh Lane Studios", "organisation")]),
        ("Radio Blent left", ("Radio Blent", "person"), [("Radio Blent", "organisation")]),
        ("the broadcaster KTR left", ("KTR", "person"), [("KTR", "organisation")]),
        (
            "president of Blentfirst Strategy, left",
            ("Blentfirst", "organisation"),
            [("Blentfirst Strategy", "organisation")],
        ),
        (
            "Oleh Drach R - Ana Kolt left",
            ("Oleh Drach R - Ana Kolt", "person"),
            [("Oleh Drach R", "person"), ("Ana Kolt", "person")],
        ),
        ("Ana Kolt Kolt left", ("Ana Kolt Kolt", "person"), [("Ana Kolt", "person")]),
        ("Remarks by Ana Kolt Aboard a Ferry", ("Ana Kolt Aboard", "person"), [("Ana Kolt", "person")]),
        (
            "Norway's Oleh Drach left",
            ("Norway's Oleh Drach", "person"),
            [("Norway", "place"), ("Oleh Drach", "person")],
        ),
    ],
)
def test_a_slip_of_the_tagger_is_mended(text: str, tagged: tuple[str, Label], found: list[tuple[str, str]]) -> None:
    assert names(text, tagged)[: len(found)] == found


def test_a_surname_taken_for_a_place_is_its_bearers() -> None:
    found = names("Ana Kolt left. Kolt spoke.", ("Ana Kolt", "person"))
    assert found == [("Ana Kolt", "person"), ("Kolt", "person")]


def test_a_surname_in_a_headline_of_capitals_is_its_bearers() -> None:
    found = names("KOLT WARNS Ana Kolt left.", ("KOLT", "organisation"), ("Ana Kolt", "person"))
    assert found == [("KOLT", "person"), ("Ana Kolt", "person")]


def test_a_person_after_a_title_needs_no_tagger() -> None:
    assert ("Qorvin Blent", "person") in names("The spokesman Qorvin Blent left.")


def test_the_gazetteer_knows_states_people_and_seats() -> None:
    table = gazetteer()
    found = {name: table.find(name) for name in ("U.S.", "Norwegians", "Kremlin", "Türkiye", "Turkey")}
    assert {name: place.state for name, place in found.items() if place} == {
        "U.S.": "United States",
        "Norwegians": "Norway",
        "Kremlin": "Russia",
        "Türkiye": "Turkey",
        "Turkey": "Turkey",
    }


def test_given_names_borne_by_both_are_left_out() -> None:
    assert given_genders()["maria"] == "f"
    assert "taylor" not in given_genders()


def test_words_are_slices_of_the_text() -> None:
    text = "The U.S. won't pay Mr. O’Brien's 30-day bill."
    words = cut(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == list(words.words)
    assert {"U.S.", "won't", "O’Brien", "'s", "30-day"} <= set(words.words)


def test_a_body_is_named_in_full_wherever_its_words_stand() -> None:
    text = "The Norsel Line voted. Norsel Line left."
    words = cut(text)
    spans = [NameSpan(Span(4, 15), "organisation"), NameSpan(Span(23, 29), "person")]
    found = [words.printed(one.first, one.end) for one in find_names(words, spans)]
    assert found == ["Norsel Line", "Norsel Line"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norsel's shareholders left. Norsel said so.", "organisation"),
        ("Norsel's wife left. Norsel said so.", "person"),
        ("Mr Norsel's employees left. Norsel said so.", "person"),
    ],
)
def test_who_has_shareholders_is_no_person(text: str, label: Label) -> None:
    words = cut(text)
    at = [i for i, word in enumerate(words.words) if word == "Norsel"]
    spans = [NameSpan(words.span(i, i + 1), "person") for i in at]
    assert {one.label for one in find_names(words, spans)} == {label}


def test_whoever_goes_by_one_name_is_called_so_elsewhere() -> None:
    words = cut("Korvin said so. Then Korvin left. It rained, Korvin says.")
    spans = [NameSpan(Span(0, 6), "person"), NameSpan(Span(21, 27), "person")]
    assert [one.label for one in find_names(words, spans)] == ["person"] * 3
