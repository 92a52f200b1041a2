"""`collating.name_keys`: names that are judged alike meet under a key, and hundreds of one surname do not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from onrecord.collating.actors import ENOUGH, cluster, compare
from onrecord.collating.name_keys import full_keys
from onrecord.model import Form

GIVEN = ("Jan", "Dmytro", "Oksana", "Ilmar", "Mirela", "Yevhen", "Bartholomeus", "Zora", "Elizaveta", "Boro")
FAMILY = ("Kolt", "Marn", "Zelenskyy", "Antal", "Vandermeer", "Lindqvist", "Abel", "Voss", "Tkachenko")
LETTERS = "abdehiklmnorstuvyz"


def form(name: str, party: str | None = None) -> Form:
    return Form(name + (party or ""), name, "person", party)


def slips(word: str, first: int) -> Iterator[str]:
    """The word with one letter dropped, put in, or swapped with the next, from the place `first` on."""
    for at in range(first, len(word)):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        yield from (head + letter + tail for letter in LETTERS[at % 3 :: 3])


def pairs() -> Iterator[tuple[str, str]]:
    """A full name, and the same with a slip in one word, or with an initial."""
    for given_name, family in product(GIVEN, FAMILY):
        for middle in ("", "Q. ", "Lee "):
            name = f"{given_name} {middle}{family}"
            yield from ((name, f"{one} {family}") for one in (*slips(given_name, 1), given_name[0]))
            yield from ((name, f"{given_name} {one}") for one in slips(family, 0))


def test_of_names_judged_alike_one_in_five_hundred_at_most_is_not_found() -> None:
    """A letter put in among the last three consonants of a short surname hides it: "Jan Antal", "Jan Antsal"."""
    alike = [pair for pair in pairs() if compare(*map(form, pair))[0] >= ENOUGH]
    missed = [pair for pair in alike if not full_keys(pair[0]).meet(full_keys(pair[1]))]
    assert len(alike) > 10_000
    assert len(missed) <= len(alike) / 500
    assert not [pair for pair in alike if full_keys(pair[0]).meet(full_keys(pair[1])) != _met_back(*pair)]


def _met_back(one: str, other: str) -> bool:
    return full_keys(other).meet(full_keys(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Kolt", "J. Kolt"),
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
        ("Ilmar Vandermeer", "Ilmer Vandermere"),
        ("Anna Maria Kolt", "Annamaria Kolt"),
        ("Kim Min Ho", "Min Ho Kim"),
        ("Bartholomeus Abel", "Bartolomaeus Abel"),
    ],
)
def test_other_spellings_are_found(one: str, other: str) -> None:
    assert full_keys(one).meet(full_keys(other)) or full_keys(other).meet(full_keys(one))


@pytest.mark.parametrize(("one", "other"), [("Zora Kolt", "Zlatko Kolt"), ("Hayali Abel", "Hilda Abel")])
def test_who_only_bears_the_surname_is_not_met(one: str, other: str) -> None:
    assert not full_keys(one).meet(full_keys(other))
    assert not full_keys(other).meet(full_keys(one))


def test_one_party_among_many_bearers_tells_a_bare_surname() -> None:
    bearers = [form(f"{name} Marn", f"Party {n}") for n, name in enumerate(GIVEN)]
    bare = form("Marn", "Party 3")
    (whose,) = [actor for actor in cluster([*bearers, bare]) if bare.id in {one.form for one in actor.members}]
    assert whose.id == "Ilmar MarnParty 3"
