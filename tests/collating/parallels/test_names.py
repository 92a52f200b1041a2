"""Unit: collating.parallels.names, which finds names that reports of a story spell in two ways."""

from __future__ import annotations

import pytest

from onrecord.collating.parallels.names import in_two_ways, spellings
from tests.collating.parallels.story import report


def told(one: str, other: str) -> list[tuple[str, str]]:
    return [(found.why, found.weight) for found in spellings([report("Courier", one), report("Mirror", other)])]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "The town was told by Ana Kovalová that the bridge was closed.",
            "The town was told by Ana Kovalova that the bridge was closed.",
            [("kovalova / kovalová", "trifling")],
        ),
        (
            "The town was told by Tamir Hadari that the bridge was closed.",
            "The town was told by Tamir Haddari that the bridge was closed.",
            [("hadari / haddari", "slight")],
        ),
        (
            "Then Korvenko left, and Korvenko came, and they asked Korvenko where Korvenko had been.",
            "Then they asked where Kovenko had been on the night of the flood.",
            [("korvenko / kovenko", "slight")],
        ),
    ],
)
def test_two_ways(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert told(one, other) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They went to Zelmora in the hills.", "They went with the Zelmorans in the hills."),
        ("They asked Ada Velkin about the toll.", "They asked Ada Delkin about the toll."),
        ("They asked Tamir Hadari about the toll.", "They asked Ruben Haddari about the toll."),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not told(one, other)


def test_one_report_does_not_disagree() -> None:
    both = "They asked Ana Kovalová about it, and then Ana Kovalova left."
    assert not list(spellings([report("Courier", both)]))
    assert not told(both, "They asked the envoy about it.")
    assert told(both, "They asked Ana Kovalova about it.")


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ("hadari / haddari", [{"hadari", "haddari"}]),
        ("Ana Kovalová / Ana Kovalova", [{"kovalová", "kovalova"}]),
        ("hadari / hadary / haddari", [{"hadari", "hadary"}, {"hadari", "haddari"}, {"hadary", "haddari"}]),
        ("Hadi Karam / Hadi al-Karam", []),
    ],
)
def test_what_is_spelled_in_two_ways(why: str, found: list[set[str]]) -> None:
    assert list(in_two_ways(why)) == found


def test_a_surname_kept_without_its_accents_is_known() -> None:
    story = [report("Courier", "They asked Tamir Hadári about it."), report("Mirror", "So Tamir Haddari was asked it.")]
    assert len(list(spellings(story))) == 1
    assert not list(spellings(story, in_two_ways("hadari / haddari")))


def test_what_is_known_is_not_told_again() -> None:
    story = [report("Courier", "They asked Tamir Hadari about it."), report("Mirror", "So Tamir Haddari was asked it.")]
    assert len(list(spellings(story))) == 1
    assert not list(spellings(story, [frozenset(("hadari", "haddari"))]))


def test_places_are_where_the_names_stand() -> None:
    texts = {"Courier": "They asked Tamir Hadari about it.", "Mirror": "So Tamir Haddari was asked about it."}
    (found,) = spellings([report(name, text) for name, text in texts.items()])
    for place in found.readings:
        (span,) = place.spans
        assert texts[place.report.removeprefix("report-")][span.start : span.end] == place.text
