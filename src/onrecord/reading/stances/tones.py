"""How pleasant words sound, whatever they are about: blame without a word of blame is mostly told by its tone.

`tones.tsv` is the lexicon of VADER (Hutto and Gilbert 2014, MIT licence), without emoticons and slang of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

HEARD = 0.8  # from here on a word counts as pleasant or unpleasant
DENIED = -0.6  # "not safe" is unpleasant, but less so than "dangerous"
BACK = 3  # words before it in which a word may be denied
_NO = re.compile(r"(?:not|never|no|n['’]t|.*n['’]t|without)$")


@cache
def lexicon() -> dict[str, float]:
    """Words in lower case, and how pleasant they sound, from -4 to 4."""
    text = resources.files("onrecord.reading.stances").joinpath("tones.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if not line.startswith("# "))
    return {word: int(tone) / 10 for word, tone in pairs}


def tones(words: Sequence[str]) -> list[float]:
    """Those of the words that have one, in their order."""
    known, found = lexicon(), []
    for at, word in enumerate(words):
        tone = known.get(word)
        if tone is not None:
            denied = any(_NO.match(before) for before in words[max(0, at - BACK) : at])
            found.append(tone * DENIED if denied else tone)
    return found


def tone_features(
    content: Sequence[str], cue: Sequence[str], ruled: str, *, party: bool, issues: bool
) -> Iterable[str]:
    """How many pleasant and unpleasant words there are ("lp:", "ln:"), the best and the worst ("hi:", "lo:"), and their
    sum: alone, with who speaks of what, and with what the rules made of it."""
    heard = tones(content)
    total = sum(heard)
    yield f"lp:{min(3, sum(tone > HEARD for tone in heard))}"
    yield f"ln:{min(4, sum(tone < -HEARD for tone in heard))}"
    yield f"hi:{int(max(heard, default=0.0))}"
    yield f"lo:{int(min(heard, default=0.0))}"
    yield f"lt:{_within(total / 1.5, 5)}"
    yield f"ltp:{_within(total / 2.5, 3)}:{party:d}:{issues:d}"
    yield f"ltr:{_within(total / 2.5, 3)}:{ruled}"
    yield f"lc:{_within(sum(tones(cue)), 3)}"


def _within(value: float, most: int) -> int:
    return max(-most, min(most, round(value)))
