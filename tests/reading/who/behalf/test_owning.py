"""reading.who.behalf.owning: whose something is, by its own name."""

from typing import ClassVar

import pytest

from onrecord.reading.who.behalf.owning import Owning
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.naming.names import Label, Name
from onrecord.reading.who.wording.words import Words, cut
from tests.reading.who.marked import last

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Tide_League": "organisation",
    "Tide_League_leadership": "organisation",
    "Kolt_White_House": "organisation",
    "Oslo_White_House": "organisation",
    "Northern_Front": "organisation",
}


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("The Tide League met. ⟦The Tide League leadership⟧ said so.", "Tide League"),
        ("Ana Kolt slept. ⟦The Kolt White House⟧ said so.", "United States"),
        ("⟦The Oslo White House⟧ said so.", "Oslo White House"),
        ("The Northern Front met. ⟦The Northern Front-run health office⟧ said so.", "Northern Front"),
        ("The Northern Front met. ⟦Rebels of the Northern Front⟧ said so.", "Northern Front"),
    ],
)
def test_a_part_speaks_for_the_whole(marked: str, party: str) -> None:
    assert last(marked, **NAMES).party == party


class Counting(Words):
    """Words that count how often a name of theirs is printed."""

    printings: ClassVar[list[int]] = []

    def printed(self, first: int, end: int) -> str:
        self.printings.append(first)
        return super().printed(first, end)


def test_of_many_parts_each_is_its_own_wholes_and_no_name_is_printed_anew_for_each() -> None:
    many = 500
    plain = cut(" ".join([f"Body{at} ." for at in range(many)] + [f"Body{at} leadership ." for at in range(many)]))
    words = Counting(plain.text, plain.starts, plain.ends, plain.words)
    names = [Name(2 * at, 2 * at + 1, "organisation") for at in range(many)]
    names += [Name(2 * many + 3 * at, 2 * many + 3 * at + 2, "organisation") for at in range(many)]
    cast = Cast(words, names, [-1] * len(words))
    for name in names:
        entity = cast.new("organisation", plain.printed(name.first, name.end))
        entity.mentions.append((name.first, name.end))
        cast.of_name.append((entity.number,))
    owning = Owning(cast, [0] * len(words), lambda at: None)
    wholes = [owning.whole_of(entity) for entity in cast.entities[many:]]
    assert [one.number for one in wholes if one is not None] == list(range(many))
    assert len(words.printings) <= 4 * many
