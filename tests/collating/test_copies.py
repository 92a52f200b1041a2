"""Unit: collating.copies, which tells copies of one story from others. All texts are made up by chance."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from onrecord.collating.copies import COPIED, copied, credit, origins, pair, shingles
from onrecord.model import Furniture, FurnitureKind, Span
from onrecord.model.copying import Shingled, site_of

WORDS = (
    "the a of to in and that for with on by from at as it was were had has council river canal toll grain ship "
    "governor board talks winter islanders gunboats north south families harbour storm court vote minister envoy "
    "said offered refused opened closed asked paid waited promised warned early late new old more less first last few"
).split()
SPEECH = (
    "“We will open the canal to grain ships on the first of October, or it will not open at all, and I say so to all”"
)


def story(seed: int, sentences: int = 18) -> list[str]:
    chance = random.Random(seed)
    lines = [" ".join(chance.choices(WORDS, k=chance.randint(9, 22))).capitalize() + "." for _ in range(sentences)]
    return [*lines[:2], f"{SPEECH}, the governor said.", *lines[2:]]


def rewritten(lines: list[str], how: str, chance: random.Random) -> list[str]:
    if how == "trimmed":
        return lines[: len(lines) // 2]
    if how == "retitled":
        return ["A new headline for an old story", *lines]
    if how == "shuffled":
        return sorted(lines, key=lambda _: chance.random())
    fresh = story(chance.randint(10_000, 99_999))
    return [other if chance.random() < 0.4 else line for line, other in zip(lines, fresh, strict=True)]


@pytest.mark.parametrize("how", ["trimmed", "retitled", "shuffled", "partly rewritten"])
def test_planted_rewrites_are_found(how: str) -> None:
    chance = random.Random(7)
    found = [
        copied(shingles("\n".join(story(seed))), shingles("\n".join(rewritten(story(seed), how, chance)))) >= COPIED
        for seed in range(40)
    ]
    assert sum(found) >= 38


def test_independent_stories_with_one_speech_are_not_folded() -> None:
    texts = [shingles("\n".join(story(seed))) for seed in range(40)]
    assert not any(copied(a, b) >= COPIED for n, a in enumerate(texts) for b in texts[:n])


def page(id: str, lines: list[str], *, url: str | None = None, site: str | None = None) -> Shingled:
    return Shingled(id, shingles("\n".join(lines)), url, site or id)


def folded(pages: list[Shingled], ranks: dict[str, tuple[int, str, int]]) -> dict[str, str]:
    pairs = [found for a, b in combinations(pages, 2) if (found := pair(a, b))]
    return {one.report: one.origin for one in origins(pairs, ranks)}


def test_copies_of_copies_have_one_origin_whatever_the_order() -> None:
    first, other = story(1), story(2)
    pages = [page("a", first), page("b", first[:10]), page("c", first[4:]), page("d", other)]
    ranks = {"a": (1, "2024-09-13", 0), "b": (0, "2024-09-12", 0), "c": (1, "2024-09-12", 0), "d": (1, "2024-09-11", 0)}
    assert folded(pages, ranks) == folded(pages[::-1], ranks) == {"a": "b", "c": "b"}


def test_a_roundup_of_two_stories_does_not_make_them_one() -> None:
    one, two = story(1), story(2)
    pages = [page("a", one), page("b", two), page("roundup", [*one[:8], *two[:8]])]
    ranks = {"a": (0, "2024-09-12", 0), "b": (0, "2024-09-12", 0), "roundup": (0, "2024-09-13", 0)}
    found = folded(pages, ranks)
    assert found.keys() == {"roundup"}


STANDING = "Read more about the delta, the tolls, the harbour and all that the council did in the long dry summer"


def test_what_stands_beside_every_story_of_a_site_folds_none() -> None:
    beside = [f"{STANDING} of year {n}, told by our reporters on the river." for n in range(12)]
    one, two = ([*story(seed, 10), *beside] for seed in (1, 2))
    assert pair(page("a", one, site="x.example"), page("b", two, site="x.example")) is None


def test_two_states_of_one_page_are_one_story() -> None:
    lines, url = story(1), "https://x.example/1"
    again = [*lines[:9], *story(2)[9:]]
    assert pair(page("a", lines, url=url, site="x.example"), page("b", again, url=url, site="x.example"))


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.x.example/a", "x.example"),
        ("http://news.paper.co.uk/a", "paper.co.uk"),
        (None, "The Courier"),
        ("no address", "The Courier"),
    ],
)
def test_whose_page_it_is(url: str | None, site: str) -> None:
    assert site_of(url, "The Courier") == site


@pytest.mark.parametrize(
    ("line", "kind", "outlet", "credited"),
    [
        ("Agencies - Torland Press", "credit", "Courier", "Agencies - Torland Press"),
        ("Source: Meridian Press Agency", "credit", "Courier", "Source: Meridian Press Agency"),
        ("AP", "credit", "Courier", "AP"),
        ("MAREN (Meridian) -", "dateline", "Courier", "(Meridian)"),
        ("TESK, May 3. /TORLAND PRESS/.", "dateline", "Courier", "/TORLAND PRESS/"),
        ("MAREN (Meridian) -", "dateline", "Meridian Press Agency", None),
        ("Edited by: Ora Tann and her desk", "credit", "Courier", None),
        ("MAREN -", "dateline", "Courier", None),
    ],
)
def test_whom_a_report_credits(line: str, kind: FurnitureKind, outlet: str, credited: str | None) -> None:
    found = credit([Furniture(Span(0, len(line)), kind)], line, outlet)
    assert (found and found.text(line)) == credited
