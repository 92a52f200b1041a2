"""The words of a sentence as they compare: without endings, with the weight that tells how much each says.

Weights are inverse document frequencies of stems over news texts (`weights.tsv`, made by
training/utterances/weights.py); a stem that is not listed is rare, and weighs most. Words that translators use for one
another (`synonyms.txt`, by hand) count as nearly the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.model import weights as tables
from onrecord.model.weights import Weights

NAME_WEIGHT = 0.5
NUMBER_WEIGHT = 0.8
RARE = 1.0
LEAST = 0.02

# "Cease-fire" is one word with "ceasefire"; "root-cause" is two.
WORD = re.compile(
    r"\d[\d,]*(?:\.\d+)?%?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+|[-‐‑](?:fire|in|out|up|off|over|down)(?![^\W_]))*"
)
HYPHEN = re.compile(r"[-‐‑]")
ENDING = re.compile(r"['’]s?$")
NOT = re.compile(r"n['’]t$|^cannot$")
NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if value > 1
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100"}
IRREGULAR = {
    word: base
    for base, words in {
        "say": "said",
        "tell": "told",
        "go": "went gone",
        "take": "took taken",
        "give": "gave given",
        "make": "made",
        "come": "came",
        "see": "saw seen",
        "know": "knew known",
        "think": "thought",
        "hold": "held",
        "meet": "met",
        "begin": "began begun",
        "break": "broke broken",
        "lose": "lost",
        "win": "won",
        "fight": "fought",
        "send": "sent",
        "speak": "spoke spoken",
        "will": "would wo",
        "can": "could ca",
        "may": "might",
        "be": "is are was were been being am",
        "have": "has had having",
        "do": "does did done",
        "child": "children",
        "man": "men",
        "woman": "women",
        "person": "people",
    }.items()
    for word in words.split()
}


class Token(NamedTuple):
    """A word at `[start, end)` of the report's text: as printed, its stem, the word it stands for, its weight."""

    start: int
    end: int
    printed: str
    stem: str
    sense: str
    weight: float


class Read(NamedTuple):
    """A word without its place: as printed, its stem, the word it stands for, its weight."""

    printed: str
    stem: str
    sense: str
    weight: float


def reads(text: str) -> list[Read]:
    """The words of the text, whichever their places."""
    return [read for printed in WORD.findall(text) for read in read_word(printed)]


@lru_cache(maxsize=2048)
def tokens(text: str, start: int = 0) -> tuple[Token, ...]:
    """The words of the text, whose first character stands at `start` of its report."""
    found: list[Token] = []
    for match in WORD.finditer(text):
        begins, ends = start + match.start(), start + match.end()
        for read in read_word(match[0]):
            found.append(Token(begins, ends, *read))
            begins = ends
    return tuple(found)


@lru_cache(maxsize=16384)
def read_word(printed: str) -> tuple[Read, ...]:
    """A word as it compares; what denies is a word by itself, which stands behind it."""
    if printed[0].isdigit():
        number = printed.replace(",", "")
        return (Read(printed, number, number, NUMBER_WEIGHT),)
    lower = printed.lower().replace("’", "'")
    if negated := NOT.search(lower):
        return _by_stem(printed, lower[: negated.start()] or "can"), Read("", "not", "not", weight_of("not"))
    word = HYPHEN.sub("", ENDING.sub("", lower))
    if word in NUMBERS:
        return (Read(printed, NUMBERS[word], NUMBERS[word], NUMBER_WEIGHT),)
    if printed[0].isupper() and stem(word) not in weights():
        return (Read(printed, word, word, NAME_WEIGHT),)
    return (_by_stem(printed, word),)


def _by_stem(printed: str, word: str) -> Read:
    base = stem(word)
    return Read(printed, base, senses().get(base, base), weight_of(base))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its ending; a rough one (after Lovins 1968 and Porter 1980), alike for all forms of a word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 5)):
        if len(word) >= least and word.endswith(ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def weights() -> Weights:
    return tables.shipped("onrecord.collating.utterances", "weights.tsv")


def weight_of(stem: str) -> float:
    return max(LEAST, weights().get(stem, RARE))


@cache
def senses() -> dict[str, str]:
    """The first word of a line stands for all of them."""
    found: dict[str, str] = {}
    for line in (files(__package__) / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            words = [stem(word) for word in line.split()]
            found |= {word: words[0] for word in words if word not in found}
    return found
