"""One report met in several places: what is believed of it."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import permutations

import pytest

from onrecord.model import Report
from onrecord.pipeline import reading_key
from onrecord.record.folding import folded
from onrecord.record.merging import merged, sighting_id

BARE = Report("Talks resumed.", path="c.txt")
PAGE = replace(BARE, path="b.html", published="2024-09-13", published_from="page", title="Talks resume")
GIVEN = replace(BARE, path="d.csv", published="2024-09-12", published_from="given", author="Ada Voss")


def test_each_field_comes_from_the_place_that_knows_best() -> None:
    believed = merged([BARE, PAGE, GIVEN], {})
    assert (believed.published, believed.published_from) == ("2024-09-12", "given")
    assert (believed.title, believed.author, believed.path) == ("Talks resume", "Ada Voss", "d.csv")


def test_the_order_of_the_places_does_not_matter() -> None:
    assert len({merged(met, {}) for met in permutations([BARE, PAGE, GIVEN])}) == 1


def test_a_correction_stands_above_all_and_keeps_the_id() -> None:
    believed = merged([GIVEN], {"outlet": "River Watch", "published": "2024-10-01"})
    assert (believed.outlet, believed.published, believed.published_from) == ("River Watch", "2024-10-01", "given")
    assert believed.id == GIVEN.id


@pytest.mark.parametrize("field", ["path", "line", "key", "title", "author", "language", "published"])
def test_a_place_is_another_one_if_anything_of_it_differs(field: str) -> None:
    assert sighting_id(replace(BARE, **{field: "7"})) != sighting_id(BARE)


WHENCE = {"path", "line", "key", "page_sha256", "known_as"}


@pytest.mark.parametrize("field", [one.name for one in fields(Report)])
def test_the_reading_key_hashes_what_reading_may_look_at(field: str) -> None:
    changed = reading_key(replace(BARE, **{field: "7"}), "reader") != reading_key(BARE, "reader")
    assert changed == (field not in WHENCE - {"known_as"})


def test_the_reading_key_hashes_the_reader() -> None:
    assert reading_key(BARE, "reader 1") != reading_key(BARE, "reader 2")


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Ada VOSS", " ada voss "), ("Élan-Group", " elan group "), ("  ", "  "), ("Straße", " strasse ")],
)
def test_names_are_folded_to_plain_words(name: str, plain: str) -> None:
    assert folded(name) == plain
