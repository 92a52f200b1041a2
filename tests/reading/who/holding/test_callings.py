"""One person with two callings, and an office that is no name."""

from __future__ import annotations

import pytest

from onrecord.model import Report
from onrecord.reading.reader import load

READ = load()


def speakers_of(text: str) -> list[tuple[str, ...]]:
    return [tuple(actor.name for actor in s.speakers) for s in READ(Report(text)).statements]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Max Vell, a potter and the head of the Esk jury, said that the bowl was a marvel.", ("Max Vell",)),
        ("Orla Sund, a river pilot and adviser on Velmora, explained that the truce would hold.", ("Orla Sund",)),
        ("Max Vell, an author, and Orla Sund, an analyst, said that the book was a marvel.", ("Max Vell", "Orla Sund")),
    ],
)
def test_what_a_person_is_called_makes_no_second_one(text: str, speakers: tuple[str, ...]) -> None:
    assert speakers_of(text) == [speakers]


def test_an_office_is_nobodys_name() -> None:
    text = (
        "MOSK, May 21. Norland may build faster, Norlandic Deputy Prime Minister Olek Sund wrote on his channel.\n\n"
        "On Monday, the Deputy Prime Minister met the council. “I expect that we will build faster,” he said.\n\n"
        "The deputy prime minister noted that the north has waited for years."
    )
    assert speakers_of(text) == [("Olek Sund",)] * 3


def test_two_who_spoke_together_go_on_as_they() -> None:
    text = (
        "Both Norland and Velmora have condemned plans to build the dam.\n\n"
        "Last week, they called the dam “a wall against neighbours”."
    )
    assert speakers_of(text) == [("Norland", "Velmora")] * 2
