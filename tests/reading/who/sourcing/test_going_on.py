"""reading.who.resolving: who "he" is right after somebody's words."""

import pytest

from onrecord.model import Span
from onrecord.reading.who import resolve
from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import Passage, page, speakers

NAMES: dict[str, Label] = {"Ana_Kolt": "person", "Oleh_Drach": "person", "Ivan_Brodsky": "person", "Brodsky": "person"}


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("⟦Brodsky adviser Oleh Drach⟧ called it a pause. ⟦He⟧ told the radio so.", "Oleh Drach"),
        ("Ivan Brodsky met Oleh Drach. ⟦Drach⟧ said so. “It holds,” ⟦he⟧ added.", "Oleh Drach"),
        ("Ana Kolt met Oleh Drach. ⟦Kolt⟧ called his answer odd. “I came for more,” ⟦she⟧ said.", "Ana Kolt"),
        ("⟦Oleh Drach⟧ said so. ⟦He himself⟧ wrote it.", "Oleh Drach"),
        ("⟦Foreign Minister Oleh Drach⟧ left Prime Minister Ivan Brodsky. ⟦The minister⟧ said so.", "Oleh Drach"),
        ("⟦Oleh Drach, 46, a docker,⟧ said so. Then ⟦Oleh, 20, a cook,⟧ spoke.", "Oleh"),
        ("⟦Ana Kolt's assessment⟧ said so. Oleh Drach left. ⟦He⟧ said no.", "Oleh Drach"),
    ],
)
def test_whoever_spoke_before_goes_on(marked: str, speaker: str) -> None:
    assert speakers(marked, **NAMES)[-1] == speaker


def test_a_son_and_his_father_are_two() -> None:
    marked = "President Oleh Drach rests. ⟦Oleh Drach Jr.⟧ said he might run. ⟦President Drach⟧ said no."
    assert speakers(marked, Oleh_Drach="person", Drach="person") == ["Oleh Drach Jr.", "Oleh Drach"]


@pytest.mark.parametrize(
    "marked",
    [
        "Norway will pay, ⟦its president⟧ said on Monday. “We always pay,” ⟦Ana Kolt⟧ told reporters.",
        "⟦Ana Kolt⟧ spoke in Oslo. ⟦The president⟧ went on to ask why.",
        "⟦The Norwegian president⟧ agreed. “We do,” ⟦Ana Kolt⟧ said.",
        "⟦Norway's leader⟧ agreed. “We do,” ⟦General Ana Kolt⟧ said.",
        "⟦A Norwegian aid chief⟧ has said it is late. “It is,” ⟦Ana Kolt⟧ said.",
    ],
)
def test_an_office_without_a_name_and_a_name_without_an_office_are_one(marked: str) -> None:
    assert speakers(marked, **NAMES) == ["Ana Kolt", "Ana Kolt"]


def test_the_anonymous_official_is_not_the_next_minister() -> None:
    marked = "⟦An official⟧ said so. ⟦Finance minister Oleh Drach⟧ said no. ⟦His lawyer⟧ agreed."
    assert speakers(marked, **NAMES) == ["official", "Oleh Drach", "His lawyer"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kolt said the lock was shut.\n\n“You will not get through.”", "Kolt"),
        ("Kolt said the lock was shut. “You will not get through.”", "Kolt"),
        ("Kolt said the lock was shut. It rained. “You will not get through.”", None),
        ("Kolt said the lock was shut. On the wall stood “You will not get through.”", None),
    ],
)
def test_words_in_quotation_marks_right_behind_bear_out_what_was_said(text: str, speaker: str | None) -> None:
    at = text.index("“")
    said = Passage((Span(0, 4),), (Span(5, 9),), (Span(10, 27),))
    quoted = Passage((), (), (Span(at, len(text)),))
    found = resolve(page(text), [], [said, quoted]).readings[1].speaker
    assert (found.name if found else None) == speaker
