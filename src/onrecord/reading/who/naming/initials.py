"""One body under two names: 'NCB' and 'the National Coast Board', 'the Mar' and 'the Maritime Police', 'StatNor'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from onrecord.reading.who.wording.nouns import ROLES

if TYPE_CHECKING:
    from onrecord.reading.who.naming.entities import Cast, Entity
    from onrecord.reading.who.wording.words import Words

SMALL = frozenset("of for and the on in to at a an de la du des & s".split())
CLIPPED = re.compile(r"[A-Z][a-z]{2,}")
MIXED = re.compile(r"(?:[A-Z][a-z]+){2,}")
LETTERS = re.compile(r"[A-Z]{2,8}(?:-[a-z]{2})?")
LONGEST = 10  # words of a name in full
LONGEST_CLIPPED = 4  # letters of "the Met"
FEWEST = 3  # letters in brackets


def called_short(words: Words, bodies: Sequence[tuple[int, int]], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where initials, or the beginning, of one of these names stand though no tagger found them: 'NCB', 'the Mar'."""
    full = {words.words[first:end] for first, end in bodies if end - first > 1}
    letters = {"".join(word[0] for word in name if word[0].isupper()) for name in full}
    for first, end in defined(words, {at for body in bodies for at in range(*body)}):
        letters.add(words.words[end + 1])
        yield first, end
    firsts = [name[0] for name in full]
    for at in words.capitals if full else ():
        word = words.words[at]
        clipped = words.lower[at - 1] == "the" and any(_is_clipped(word, first) for first in firsts) if at else False
        if not taken[at] and (clipped or (len(word) > 2 and word in letters)):
            yield at, at + 1


def defined(words: Words, named: Set[int]) -> Iterator[tuple[int, int]]:
    """The full names before bracketed initials, of which a tagger found a part: 'the [National] Coast Board (NCB)'."""
    for opens, mark in enumerate(words.words[:-2]):
        if mark != "(" or words.words[opens + 2] != ")" or not LETTERS.fullmatch(words.words[opens + 1]):
            continue
        letters = words.words[opens + 1].replace("-", "").upper()
        if len(letters) < FEWEST:
            continue
        for first in range(opens - 2, max(-1, opens - LONGEST), -1):
            if _is_name(words, first, opens) and _are_initials(letters, words.words[first:opens]):
                if named & {*range(first, opens), opens + 1} and ROLES.isdisjoint(words.lower[first:opens]):
                    yield first, opens
                break


def join_initials(cast: Cast) -> None:
    """Bodies that are called by initials, or by the beginnings of their words, become those that are named in full.

    In brackets right after a name the letters need only begin its words; elsewhere they must be all its initials.
    """
    _bracketed(cast)
    bodies = [one for one in cast.entities if one.kind == "organisation" and _told(cast, one)]
    full = [one for one in bodies if " " in one.name]
    for short in [one for one in bodies if " " not in one.name]:
        meant = [one for one in full if _may_be_short_for(cast, short, one)]
        if len(meant) == 1:
            _join(cast, short, meant[0])


def _told(cast: Cast, one: Entity) -> bool:
    return (one.number,) in cast.of_name


def _may_be_short_for(cast: Cast, short: Entity, full: Entity) -> bool:
    name, words = short.name.replace(".", ""), _plain(full.name)
    if LETTERS.fullmatch(name):
        return any(_are_initials(name.replace("-", "").upper(), words[skip:]) for skip in _skipped(words))
    if MIXED.fullmatch(name):
        parts = CLIPPED.findall(name)
        big = [word for word in words if word not in SMALL]
        return len(parts) == len(big) and all(map(_begins, parts, big))
    return len(words) > 1 and _is_clipped(name, words[0]) and _after_the(cast, short)


def _begins(part: str, word: str) -> bool:
    """'Stats' of 'Statistics'."""
    return word[:2] == part[:2] and word != part and _within(part, word)


def _is_clipped(name: str, word: str) -> bool:
    return bool(CLIPPED.fullmatch(name)) and len(name) <= LONGEST_CLIPPED and word.startswith(name) and word != name


def _after_the(cast: Cast, one: Entity) -> bool:
    places = [cast.names[number].first for number, of in enumerate(cast.of_name) if of == (one.number,)]
    return all(at > 0 and cast.words.lower[at - 1] == "the" for at in places)


def _plain(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", name.replace("’s", "").replace("'s", "")) if word]


def _skipped(words: Sequence[str]) -> Iterator[int]:
    """With all words, or without a state's name before them: 'DHS' of 'the U.S. Department of ...'."""
    yield 0
    if len(words) > 2:
        yield 1


def _are_initials(letters: str, words: Sequence[str]) -> bool:
    """Whether each word with a capital gives one letter, and each small one a letter or none."""
    if not letters or not words:
        return not letters and all(word in SMALL for word in words)
    word = words[0]
    takes = word[0].upper() == letters[0] and _are_initials(letters[1:], words[1:])
    return takes or (word in SMALL and _are_initials(letters, words[1:]))


def _bracketed(cast: Cast) -> None:
    """'the National Coast Board (NCB)': the name begins where its words begin with the letters.

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions". Of a name that
    stands right before, the letters may leave out words: 'the Coast Harbour Safety Phase Board (CHB)'.
    """
    words = cast.words
    for number, name in enumerate(cast.names):
        first, end, of = name.first, name.end, cast.of_name[number]
        if first < 2 or end >= len(words) or words.words[first - 1] != "(" or words.words[end] != ")":
            continue
        called = words.words[first].replace(".", "")
        if end - first != 1 or len(of) != 1 or cast.entities[of[0]].kind not in ("organisation", "person"):
            continue
        letters = called.replace("-", "").upper()
        full = _named_before(cast, letters, first - 1) if LETTERS.fullmatch(called) else None
        if full is not None and of[0] != full.number:
            _join(cast, cast.entities[of[0]], full)


def _named_before(cast: Cast, letters: str, end: int) -> Entity | None:
    """The body whose name ends at this word and whose words begin with these letters."""
    words, number = cast.words, cast.name_at[end - 1]
    of = cast.of_name[number] if number >= 0 else ()
    known = cast.entities[of[0]] if len(of) == 1 else None
    if known is not None and known.kind != "organisation":
        return None
    starts = range(end - 2, max(-1, end - LONGEST), -1)
    within = (at for at in starts if _is_name(words, at, end) and _are_initials(letters, words.words[at:end]))
    start = next(within, None)
    if start is None:
        bigs = "".join(word[0] for word in _plain(known.name) if word[0].isupper()) if known else ""
        return known if known and len(bigs) > 2 and bigs[0] == letters[0] and _within(letters, bigs) else None
    if known is None:
        return cast.new("organisation", words.printed(start, end))
    if start < cast.names[number].first and all(cast.name_at[at] < 0 for at in range(start, cast.names[number].first)):
        known.name = words.printed(start, end)
    return known


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a name may begin here: with a capital, and without marks up to its end."""
    named = words.words[start:end]
    return named[0][0].isupper() and all(word[0].isalnum() or word in ("&", "'s", "’s") for word in named)


def _within(letters: str, bigs: str) -> bool:
    rest = iter(bigs)
    return all(letter in rest for letter in letters)


def _join(cast: Cast, short: Entity, full: Entity) -> None:
    """All names of the one become names of the other."""
    for number, of in enumerate(cast.of_name):
        if short.number in of:
            cast.of_name[number] = tuple(full.number if one == short.number else one for one in of)
    full.outlet = full.outlet or short.outlet
