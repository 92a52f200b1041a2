"""People and bodies named by a noun: "the envoy", "a senior Norlandic official", "residents", "the ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.reading.who.holding.roles import ENDS, PREPOSITIONS, is_role
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nouns import (
    BODIES,
    DOCUMENTS,
    IRREGULAR,
    KNOWN,
    MODIFIERS,
    PEOPLE,
    PLURAL_PEOPLE,
    ROLES,
    singular,
)
from onrecord.reading.who.wording.words import Words

NominalKind = Literal["person", "people", "body", "document"]
DEFINITE = frozenset("the this that these those".split())
OWNED = frozenset("his her their its my our your whose".split())
INDEFINITE = frozenset(
    """a an one two three four five six seven eight nine ten some several many most few another other all both no every
    any each dozens hundreds thousands more various certain multiple numerous""".split()
)
DETERMINERS = DEFINITE | OWNED | INDEFINITE
PREFIXES = frozenset({"deputy", "chief"})  # offices in themselves, and the first word of others
LONGEST = 8  # words from the determiner to the noun
AGENTS = ("ists", "eers", "ians", "crats")  # whom no list names: "the arsonists"
PLURALS = (
    frozenset(IRREGULAR)
    | PLURAL_PEOPLE
    | frozenset(
        plural
        for noun in KNOWN
        for plural in (f"{noun}s", f"{noun[:-1]}ies", f"{noun}es")
        if singular(plural) == noun and plural not in KNOWN
    )
)
NOUNS = KNOWN | PLURALS


@dataclass(frozen=True, slots=True)
class Nominal:
    """Words `[first, end)`, its noun in the singular where it has one. `owner`: the word of whoever it belongs to."""

    first: int
    end: int
    head: int
    noun: str
    kind: NominalKind
    many: bool
    definite: bool
    owner: int | None = None


def nominal_at(words: Words, name_at: Sequence[int], first: int, limit: int) -> Nominal | None:
    """The noun phrase that begins with this word, a determiner, a modifier or its noun, and ends before `limit`."""
    lower = words.lower
    start = first + 1 if lower[first] in DETERMINERS else first
    head = -1
    stop = min(limit, start + LONGEST)
    owner = first if lower[first] in OWNED else None
    for at in range(start, stop):
        word = lower[at]
        if words.words[at] in POSSESSIVE:
            owner, head = at - 1, -1
            continue
        if at > start and at + 1 < stop and _is_of_many(words, at):
            head = -1
            continue
        if not word[0].isalnum() or (word in PREPOSITIONS or word in ENDS) or word in DETERMINERS - {"other", "two"}:
            break
        if word in PREFIXES and at + 1 < stop and (lower[at + 1] in MODIFIERS or lower[at + 1] in ROLES):
            continue  # "the deputy prime minister"
        if word in NOUNS or word.endswith(AGENTS) or ("-" in word and is_role(word)):
            head = at
        elif head >= 0:
            break
    if head < 0 or (head + 1 < len(words) and words.words[head + 1] in POSSESSIVE):
        return None
    return _made(words, name_at, first, head, owner)


def _is_of_many(words: Words, at: int) -> bool:
    """The mark of "the teachers' union", where no quotation ends."""
    before, after = words.words[at - 1], words.words[at + 1]
    close = words.ends[at - 1] == words.starts[at]
    return words.words[at] in ("'", "’") and close and before[-1] == "s" and before.islower() and after in BODIES


def _made(words: Words, name_at: Sequence[int], first: int, head: int, owner: int | None) -> Nominal | None:
    following = name_at[head + 1] if head + 1 < len(name_at) else -1
    if following >= 0 and following != name_at[head]:
        return None
    word = words.lower[head]
    many = word in PLURALS or (word not in NOUNS and word.endswith(AGENTS))
    noun = (singular(word) or word) if many else word
    definite = words.lower[first] in DEFINITE or owner is not None
    return Nominal(first, head + 1, head, noun, _kind(noun, word, many), many, definite, owner)


def _kind(noun: str, word: str, many: bool) -> NominalKind:
    if noun in DOCUMENTS:
        return "document"
    if noun in BODIES and not many and not (noun in ROLES or noun in PEOPLE):
        return "body"
    return "people" if many or word in PLURAL_PEOPLE else "person"
