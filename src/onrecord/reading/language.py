"""The language of a report: a count of English words first, which settles most, and py3langid's model for the rest."""

from __future__ import annotations

import re
from importlib import import_module

# Common words of English that no other language written in Latin letters has among its own common ones.
ENGLISH = frozenset(
    """
    the and to that with it by from have has are not which this they their would been were said who but he she will
    his her its on as what when there than about after into could other more
    """.split()
)
WORD = re.compile(r"[^\W\d_]+")
WINDOW = 1500  # characters: three of them are looked at, at the start, the middle and the end
FEWEST = 60  # letters: fewer say little, so what was given counts
ENOUGH = 0.14  # of the words; English news has about 0.3, German and French under 0.03


def language_of(text: str, given: str | None = None) -> str | None:
    """ISO 639-1 (`en`), or null where there are no words to tell by.

    English is known by its words, whatever was given. For the rest what was given counts, but not `en`, which feeds say
    of all that they carry; then the model decides. A text too short to tell by has the language that was given.
    """
    told = given.lower().replace("_", "-").partition("-")[0] if given else None
    words = WORD.findall(_sample(text))
    if sum(map(len, words)) < FEWEST:
        return told or ("en" if _english(words) >= ENOUGH else None)
    if _english(words) >= ENOUGH:
        return "en"
    return told if told not in (None, "en") else _guessed(text)


def _sample(text: str) -> str:
    if len(text) <= 3 * WINDOW:
        return text
    middle = len(text) // 2
    return f"{text[:WINDOW]} {text[middle : middle + WINDOW]} {text[-WINDOW:]}"


def _english(words: list[str]) -> float:
    return sum(word.lower() in ENGLISH for word in words) / len(words) if words else 0.0


def _guessed(text: str) -> str:
    # Imported here: its model takes time to load, and few reports need it.
    classify = import_module("py3langid").classify
    return str(classify(_sample(text))[0])
