"""What belongs to a person's name, by its words: given names, titles, suffixes, and what no name has."""

from __future__ import annotations

from onrecord.reading.who.gazetteer import Gazetteer, given_genders
from onrecord.reading.who.wording.nouns import BODIES, HONORIFICS, ROLES
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
PREPOSITIONS = frozenset("of for at in to on with".split())
TITLES = HONORIFICS | frozenset("president senator sen gov governor rep secretary minister premier general".split())
# What a heading prints with a capital behind a name: "Remarks by President Kolt Aboard the Ferry".
NO_NAMES = CAPITALISED_ANYWAY | frozenset(
    "aboard during following amid ahead against over under about into advertisement newsletter".split()
)
LOWER_PARTS = frozenset("al el bin ibn bint de da di del der den van von la le du dos y ben abu".split())


def looks_like_a_person(words: Words, first: int, end: int, table: Gazetteer) -> bool:
    """A known given name and one or two more words: 'Ana Kolt', whatever the tagger took her for."""
    return (
        2 <= end - first <= 3
        and words.lower[first] in given_genders()
        and words.words[end - 1].isalpha()
        and table.match(words.words, first) is None
        and not any(word in BODIES or word in PREPOSITIONS or word == "and" for word in words.lower[first:end])
    )


def is_no_name(words: Words, at: int) -> bool:
    """'Ana Kolt principal economist', 'Ana Kolt Aboard': words that no name has."""
    word = words.words[at]
    small = word.isalpha() and word.islower() and len(word) > 3 and word not in LOWER_PARTS
    return small or words.lower[at] in NO_NAMES - CAPITALISED_ANYWAY


def with_given_name(words: Words, first: int) -> int:
    """Takes in a given name before a surname that the tagger found alone."""
    before = first - 1
    if before >= 0 and words.words[before][0].isupper() and words.lower[before] in given_genders():
        return before
    return first


def with_suffix(words: Words, end: int) -> int:
    """Where the name ends with the 'Jr.' that may follow it, behind a comma or not."""
    at = end + 1 if end < len(words) and words.words[end] == "," else end
    if at >= len(words) or words.lower[at].rstrip(".") not in SUFFIXES or not words.words[at][0].isupper():
        return end
    stop = at + 1 < len(words) and words.words[at + 1] == "." and words.lower[at] in ("jr", "sr")
    return at + 2 if stop else at + 1


def after_a_title(words: Words, first: int) -> bool:
    """'President Kolt', 'Mr. Kolt': who bears a title is a person, whatever the tagger says."""
    before = first - 2 if first > 1 and words.words[first - 1] == "." else first - 1
    return before >= 0 and words.words[before][0].isupper() and words.lower[before] in TITLES


def person_after_title(words: Words, taken: list[bool], at: int) -> int:
    """Where a person's name ends that starts here after a title or with a known given name; or `at`: there is none."""
    lower = words.lower
    before = at - 2 if at > 1 and lower[at - 1] == "." else at - 1
    titled = before >= 0 and (lower[before] in HONORIFICS or lower[before] in ROLES) and lower[at] not in ROLES
    end = at
    while end < len(words) and not taken[end] and _may_name(words, end, at):
        end += 1
    while end > at and not words.words[end - 1][0].isupper():
        end -= 1
    if lower[at] in CAPITALISED_ANYWAY or end == at or (end - at > 1 and lower[end - 1] in ROLES):
        return at  # "the Deputy Prime Minister" names an office, and nobody
    if (titled and before >= 0 and end - at <= 4) or (2 <= end - at <= 3 and lower[at] in given_genders()):
        return end
    return at


def _may_name(words: Words, at: int, first: int) -> bool:
    word = words.words[at]
    if word[0].isupper():
        return words.lower[at] not in NO_NAMES and not (len(word) > 3 and word.isupper())
    return at > first and words.lower[at] in LOWER_PARTS
