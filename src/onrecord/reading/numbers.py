"""Numbers as papers print them: "2,000", "1.5 billion", "two and a half", "tens of thousands", "a dozen"."""

from __future__ import annotations

import re

UNITS = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
# "tens of thousands" counts as ten thousand: the order of magnitude, as annotators write it.
VAGUE = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1_000}
VAGUE |= {"millions": 10**6, "billions": 10**9, "trillions": 10**12}

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_SCALE = "|".join(SCALES)
_VAGUE = "|".join(VAGUE)
_WORD = rf"(?:{_SMALL})(?:-(?:{_SMALL}))?"

# Written in words, from a word that is a number: "twenty-five", "three hundred and fifty thousand", "half a million".
WORDS = (
    rf"(?:(?:{_WORD})(?:(?:[ -](?:{_SCALE}))+(?:(?: and)? (?:{_WORD}))?)*(?: and a half)?"
    rf"|half an? (?:{_SCALE}|dozen)|(?:an? )?(?:few )?(?:{_SCALE})|(?:half-|a )?dozen"
    rf"|(?:{_VAGUE})(?: of (?:{_VAGUE}|{_SCALE}))?)"
)
# "1300", "2,000", "1.5"; never a part of a longer figure ("10:30", "F-16", "1.2.3").
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"

_DIGITS = re.compile(DIGITS)
_HALF = re.compile(r" and a half$")


def value_of(printed: str) -> float | None:
    """What a printed number means, scale included; null where it is none.

    >>> value_of("1.5 billion"), value_of("tens of thousands"), value_of("two and a half")
    (1500000000.0, 10000.0, 2.5)
    """
    lowered = " ".join(printed.lower().replace("\u00a0", " ").split())
    if m := _DIGITS.match(lowered):
        return _scaled(float(m.group().replace(",", "")), lowered[m.end() :].strip(" -"))
    return _in_words(lowered)


def _scaled(number: float, rest: str) -> float | None:
    for scale in rest.replace("-", " ").split():
        factor = SCALES.get(scale) or SHORT_SCALES.get(scale)
        if factor is None:
            return None
        number *= factor
    return round(number, 6)


def _in_words(lowered: str) -> float | None:
    plain = _HALF.sub("", lowered)
    half = 0.5 if plain != lowered else 0.0
    if plain.startswith("half"):
        rest = _in_words(re.sub(r"^half[ -](?:an? )?", "", plain))
        return None if rest is None else rest / 2
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[ -]+", plain):
        if word in ("and", "a", "an", "few", "of"):
            continue
        seen = True
        if word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        elif word in VAGUE:
            current = (current or 1) * VAGUE[word]
        else:
            return None
    return total + current + half if seen else None
