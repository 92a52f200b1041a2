"""Keys of full names: two that are alike meet under one, and the hundreds that only bear one surname do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onrecord.collating.spelling import (
    SHORT_SURNAME,
    SHORTEST_MISSPELLED,
    TWICE_MISSPELLED,
    VOWELS,
    given_groups,
    sound,
    spelled,
)


class FullKeys(NamedTuple):
    """Under which keys a full name stands, and under which it looks for others."""

    stands: frozenset[str]
    sought: frozenset[str]

    def meet(self, other: FullKeys) -> bool:
        return not self.sought.isdisjoint(other.stands)


@dataclass
class _Found:
    """Keys found so far; most are sought where they stand."""

    stands: set[str] = field(default_factory=set)
    sought: set[str] = field(default_factory=set)

    def shared(self, *keys: str) -> None:
        self.stands.update(keys)
        self.sought.update(keys)


@lru_cache(maxsize=16384)
def full_keys(name: str) -> FullKeys:
    """The keys by which a full name finds others like it, misspelled or otherwise transliterated.

    A name of two words whose first is no known given name may have its surname first, and is found so as well.
    """
    words, sounds = spelled(name).words, spelled(name).sounds
    found = _Found()
    if not words:
        return FullKeys(frozenset(), frozenset())
    found.shared(f"w:{''.join(sorted(''.join(sounds)))}")  # the same words in another order, or run together
    for word, its_sound in zip(words[:-1], sounds[:-1], strict=True):
        groups = given_groups(word)
        _by_group(found, groups, its_sound, sounds[-1])
        _by_given_name(found, word, _kept(sounds[-1]), known=bool(groups), loose=len(words) > 2)
    if len(words) == 2 and not given_groups(words[0]):
        _by_group(found, given_groups(words[1]), sounds[1], sounds[0])
        for kept in {_kept(sounds[0]), _consonants(sounds[0])}:
            _by_given_name(found, words[1], kept, known=False)
    return FullKeys(frozenset(found.stands), frozenset(found.sought))


def _by_group(found: _Found, groups: frozenset[int], its_sound: str, family: str) -> None:
    """A given name in any language, with how the surname begins or ends, or with what it keeps when misspelled."""
    for group in map(str, groups) if groups else (its_sound,):
        found.shared(f"g:{group}:{family[:3]}", f"e:{group}:{family[-3:]}", f"k:{group}:{_kept(family)}")


def _by_given_name(found: _Found, word: str, kept: str, *, known: bool, loose: bool = False) -> None:
    """How a given name sounds or begins, with what the surname keeps.

    An initial, and one of several given names (`loose`), looks for all that begin so and is found by them. Of two
    given names that are both known a misspelling tells nothing: so a known one looks for unknown ones alone.
    """
    its_sound = sound(word)
    found.shared(f"v:{its_sound}:{kept}")
    for begins in {f"{word[:1]}:{kept}", f"{its_sound[:1]}:{kept}"}:
        found.stands.add(f"b:{begins}")
        found.sought.add(f"i:{begins}")
        if loose or len(word) == 1:
            found.stands.add(f"i:{begins}")
            found.sought.add(f"b:{begins}")
    for part in _parts(its_sound):
        found.stands.add(f"m{'k' if known else 'u'}:{part}:{kept}")
        found.sought |= {f"m{one}:{part}:{kept}" for one in ("u" if known else "ku")}


def _parts(its_sound: str) -> Iterator[str]:
    """Of two given names that begin alike, a letter apart, some part is the same: the first letter and the last, or all
    but the end. Of two letters apart in a long one maybe the first letter alone.
    """
    length = len(its_sound)
    if length >= SHORTEST_MISSPELLED:
        yield f"{its_sound[0]}-{its_sound[-1]}"
        yield f"{its_sound[: length - 2]}*"
        yield f"{its_sound[: length - 3]}*"
    if length >= TWICE_MISSPELLED:
        yield its_sound[0]


def _kept(family: str) -> str:
    """What two surnames that are alike have in common: short ones all letters, long ones the consonants."""
    return "".join(sorted(family)) if len(family) <= SHORT_SURNAME else _consonants(family)


def _consonants(its_sound: str) -> str:
    return "".join(sorted(VOWELS.sub("", its_sound))) or its_sound
