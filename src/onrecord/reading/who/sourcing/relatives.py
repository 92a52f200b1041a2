"""What 'which' and 'who' stand for: the noun phrase right before them, with or without a comma or brackets."""

from __future__ import annotations

from onrecord.reading.who.holding.roles import ENDS, PREPOSITIONS
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nominals import DETERMINERS
from onrecord.reading.who.wording.nouns import KNOWN, singular

LONGEST = 7  # words of the phrase
BEFORE_NOUNS = frozenset("and or that to including such like especially particularly even also than as".split())
CLOSING = frozenset(',)"”-–—')
BRACKETED = 4  # words within brackets


def phrase_before(cast: Cast, at: int) -> tuple[int, int] | None:
    """The words `[first, end)` of the phrase that ends before the relative pronoun at `at`."""
    words, end = cast.words.words, at
    while end > 0 and words[end - 1] in CLOSING:
        end -= 1
        if words[end] == ")":
            end = next((opens for opens in range(end - 1, max(0, end - BRACKETED), -1) if words[opens] == "("), end)
    first = end
    while first > max(0, end - LONGEST) and _belongs(cast, first - 1):
        first -= 1
        if cast.words.lower[first] in DETERMINERS and cast.name_at[first] < 0:
            break
    return (first, end) if first < end else None


def _belongs(cast: Cast, at: int) -> bool:
    word, lower = cast.words.words[at], cast.words.lower[at]
    if cast.name_at[at] >= 0 or word in POSSESSIVE:
        return True
    return word[0].isalnum() and lower not in ENDS | PREPOSITIONS | BEFORE_NOUNS


def may_speak(cast: Cast, first: int, end: int) -> bool:
    """Whether the phrase ends in a name, or in a noun for people or bodies."""
    word = cast.words.lower[end - 1]
    return cast.name_at[end - 1] >= 0 or word in KNOWN or singular(word) is not None


def are_many(cast: Cast, end: int, at: int) -> bool:
    """'conservatives who': a plural noun with 'who' right behind it, which no name is."""
    word = cast.words.words[end - 1]
    plural = word.islower() and len(word) > 3 and (singular(word) is not None or word.endswith("s"))
    return end == at and cast.name_at[end - 1] < 0 and plural
