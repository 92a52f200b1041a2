"""reading.who.naming.widening: names that a tagger cut too short, or took for another kind."""

import pytest

from onrecord.model import Span
from onrecord.reading.who import resolve
from onrecord.reading.who.gazetteer.incumbents import parse
from onrecord.reading.who.naming.names import NameSpan
from tests.reading.who.marked import Passage, actor, last, page, speakers

TABLE = parse(
    [
        "Ana Kolt\t\tNO\tpresident\t2021\t",
        "Jan Vask\t\tHarbour League\tleader\t2021\t",
        "May Orm\t\tDockers\twhip (House)\t2021\t",
    ]
)


@pytest.mark.parametrize(
    ("marked", "tagged", "name"),
    [
        ("⟦The Sailors and Missing Crews Forum⟧ said so.", "Missing Crews Forum", "Sailors and Missing Crews Forum"),
        (
            "It is up to the Locks and Tides Committee. ⟦The Locks and Tides Committee⟧ said so.",
            "Tides Committee",
            None,
        ),
        ("The Pier and Tides Committee met. ⟦Tides Committee⟧ said so.", "Tides Committee", "Tides Committee"),
    ],
)
def test_what_stands_before_and_belongs_to_the_name(marked: str, tagged: str, name: str | None) -> None:
    assert speakers(marked, **{tagged.replace(" ", "_"): "organisation"}) == [name or "Locks and Tides Committee"]


def test_a_chair_is_not_that_of_the_last_word_of_a_committee() -> None:
    marked = "The House Locks and Tides Committee met. ⟦Locks and Tides Chairwoman Ana Kolt⟧ said so."
    assert (
        last(marked, Ana_Kolt="person", House_Locks_and_Tides_Committee="organisation").party
        == "House Locks and Tides Committee"
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It is said that the Tidewaters fired.", "Tidewaters", "organisation"),
        ("It is said that Tidewaters fired.", "Tidewaters", "person"),
        ("It is said that the Norrs met Ida Norr.", "Norrs", "person"),
    ],
)
def test_a_plural_behind_the_is_nobodys_name(text: str, name: str, kind: str) -> None:
    at = text.index(name)
    tagged = [NameSpan(Span(at, at + len(name)), "person")]
    if "Ida Norr" in text:
        tagged.append(NameSpan(Span(text.index("Ida"), text.index("Ida") + 8), "person"))
    found = resolve(page(text), tagged, [Passage((Span(at, at + len(name)),))], report="r")
    assert actor(found, name).type == kind


@pytest.mark.parametrize(
    ("before", "name", "home", "kind"),
    [
        ("Norway waits.", "Kolt", None, "person"),
        ("Norwegian ports wait.", "Kolt", None, "person"),
        ("The ports wait.", "Kolt", "NO", "person"),
        ("The ports wait.", "Kolt", None, "organisation"),
        ("Poland waits.", "Kolt", "LV", "organisation"),
        ("Norway waits.", "Kolta", None, "organisation"),
        ("Norway and the Harbour League wait.", "Vask", None, "organisation"),
        ("Norway waits.", "Orm", None, "organisation"),
    ],
)
def test_only_who_heads_a_state_that_is_told_of_is_no_body(before: str, name: str, home: str | None, kind: str) -> None:
    text = f"{before} What the {name} plan brings is open."
    at = text.index(name)
    tagged = [NameSpan(Span(at, at + len(name)), "organisation")]
    found = resolve(page(text), tagged, [Passage(())], report="r", home=home, incumbents=TABLE.on("2024-05-06"))
    assert actor(found, name).type == kind


def test_a_house_is_not_called_by_the_mark_of_whose_it_is() -> None:
    found = speakers("A bill waits in Norway 's Parliament. ⟦Parliament⟧ said so.", Parliament="organisation")
    assert found == ["Parliament"]


def test_a_town_of_the_gazetteer_is_nobody() -> None:
    text = "Shots fell near Khan Younis."
    found = resolve(page(text), [NameSpan(Span(16, 27), "person")], [Passage(())], report="r")
    assert [one.name for one in found.actors] == []


@pytest.mark.parametrize(
    ("marked", "tagged", "party"),
    [
        ("⟦Harbour Board Assistant Director Ana Kolt⟧ said so.", "Harbour Board Assistant", "Harbour Board"),
        ("⟦Harbour Board Deputy Associate Director Ana Kolt⟧ said so.", "Harbour Board Deputy Associate",
         "Harbour Board"),
        ("⟦Ana Kolt⟧, chief of Tide Assistant, said so.", "Tide Assistant", "Tide Assistant"),
    ],
)  # fmt: skip
def test_a_word_of_rank_belongs_to_the_title_behind_it(marked: str, tagged: str, party: str) -> None:
    assert last(marked, Ana_Kolt="person", **{tagged.replace(" ", "_"): "organisation"}).party == party
