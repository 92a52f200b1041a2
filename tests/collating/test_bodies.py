"""Unit: collating.bodies, the names of states, organisations and groups."""

from __future__ import annotations

import pytest

from onrecord.collating.bodies import bodies_alike, folded_body, sound_of
from onrecord.model import ActorType, Form


def body(name: str, type: ActorType = "organisation") -> Form:
    return Form(name, name, type)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Norr Company", "norr"),
        ("the Norr Co. Ltd.", "norr"),
        ("The", "the"),
        ("HP Inc.", "hp inc"),
        ("the Norlandish military", "norlandish army"),
        ("Norlandish Armed Forces", "norlandish army"),
        ("Salvation Military", "salvation military"),
    ],
)
def test_the_name_of_a_company_goes_without_what_says_so(name: str, folded: str) -> None:
    assert folded_body(name) == folded


def test_a_long_name_is_known_in_another_spelling() -> None:
    assert sound_of("Harbour Zoning Board") == sound_of("Harbour Soning Board")
    assert bodies_alike(body("Harbour Zoning Board"), body("Harbour Soning Board"))[0] > 0.9


def test_a_state_is_known_by_its_letters_alone() -> None:
    assert bodies_alike(body("Norzlandia", "state"), body("Norslandia", "state"))[0] == 0
