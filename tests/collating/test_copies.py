"""Unit: collating.copies, which tells copies of one story from others. All texts are made up by chance."""

from __future__ import annotations

import random

import pytest

from onrecord.collating.copies import COPIED, copied, origins, shingles

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


def test_copies_of_copies_have_one_origin_whatever_the_order() -> None:
    first, other = story(1), story(2)
    texts = {"a": first, "b": first[:10], "c": first[4:], "d": other}
    hashed = {id: shingles("\n".join(lines)) for id, lines in texts.items()}
    ranks = {"a": (1, "2024-09-13"), "b": (0, "2024-09-12"), "c": (1, "2024-09-12"), "d": (1, "2024-09-11")}
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    found = origins(hashed, pairs, ranks)
    assert found == {"a": "b", "b": "b", "c": "b", "d": "d"}
    assert origins(hashed, pairs[::-1], ranks) == found
