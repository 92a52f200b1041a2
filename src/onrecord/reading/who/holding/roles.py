"""Roles as printed beside a name: before it ("foreign minister Ana Kolt") and after ("Ana Kolt, a docker,")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE, Name
from onrecord.reading.who.wording.nouns import (
    BODIES,
    FAMILY,
    FORMER,
    HONORIFICS,
    MODIFIERS,
    PEOPLE,
    RELATIVES,
    ROLES,
    singular,
)
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

LONGEST_BEFORE = 10  # words
LONGEST_AFTER = 16
OWNERS = frozenset(("his", "her", "their", "its", "my", "our", "your"))
PREPOSITIONS = frozenset("of for at in to on with from under against over by".split())
ENDS = frozenset(
    """who which that said says say told tells and but while when as because since where is was were are has had have
    will would could can did does do he she they it whose after before during adding noting warning""".split()
)
ADJECTIVE = re.compile(r"^[a-z]{4,}(?:ian|cal|nal|ial|ral|ic|ary)$")
DASHES = frozenset("-–—")
STOPS = DASHES | frozenset(',.;:“”"‘’!?()«»[]*_>#|')
NOT_IN_A_ROLE = OWNERS | frozenset("than then also not more less as if so alongside beside besides like".split())
TITLED = frozenset("president premier minister chancellor king queen pm".split())  # no second role stands before them
STYLES = frozenset("sir dame lord lady dr mr mrs ms".split())
AUXILIARIES = frozenset("may might must shall should cannot do not telephoned met called asked told thanked".split())


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words `[first, end)`; `head` is the noun of the role. `owner` is the word of whoever it belongs to."""

    first: int
    end: int
    head: int
    former: bool = False
    owner: int | None = None


def is_role(word: str) -> bool:
    """Whether a lower-case noun is a role or another noun for one person."""
    return word in ROLES or word in PEOPLE or (word.split("-")[-1] in ROLES and "-" in word)


def is_kin(words: Words, role: RoleSpan) -> bool:
    """'The president's son' does not speak for the president's state."""
    return words.lower[role.head] in RELATIVES


def printed(words: Words, role: RoleSpan) -> str:
    return words.printed(role.first, role.end)


def is_a_lawmaker(words: Words, role: RoleSpan) -> bool:
    """Members of a parliament do not speak for the state: 'Senate Majority Leader', 'House Speaker'."""
    told = set(words.lower[role.first : role.end])
    return FAMILY.get(words.lower[role.head], ())[:1] == ("lawmaker",) or (
        bool({"senate", "house", "majority", "minority", "opposition", "parliamentary"} & told) and "white" not in told
    )


def roles_beside(
    words: Words, names: Sequence[Name], name_at: Sequence[int], name: Name, floor: int
) -> Iterator[RoleSpan]:
    """The roles printed beside one mention of a person. `floor` is the first word of its sentence."""
    before = _before(words, names, name_at, name.first, floor)
    if before:
        yield before
    start = before.first if before else _before_title(words, name.first)
    titled = before is not None and words.lower[before.head] in TITLED
    if not titled and (turned := _before_comma(words, name_at, start, floor, name.end)):
        yield turned
    if after := _after(words, name_at, name.end):
        yield after


def _before(words: Words, names: Sequence[Name], name_at: Sequence[int], at: int, floor: int) -> RoleSpan | None:
    """'[Norlandic foreign minister] Ana Kolt', '[Kremlin spokesman] ...', 'Kolt's [special envoy] ...'."""
    lower, first, head = words.lower, at, -1
    if at > 1 and words.words[at - 1] == "." and lower[at - 2] in HONORIFICS | ROLES:
        first = at - 1
    elif at - 1 > floor and lower[at - 1] in STYLES and is_role(lower[at - 2]):
        first = at - 1  # "Prime Minister Sir Oleh Drach"
    while first > floor and at - first < LONGEST_BEFORE:
        word, number = lower[first - 1], name_at[first - 1]
        if number >= 0 and names[number].label == "person":
            break
        if head < 0:
            if not (is_role(word) or word in HONORIFICS):
                break
            head = first - 1
        elif not (
            number >= 0
            or _is_modifier(words, first - 1)
            or _joins_roles(words, first - 1)
            or _is_a_field(words, names, name_at, first - 1)
        ):
            break
        first -= 1
    if head < 0:
        return _before_of(words, name_at, at, floor)
    if lower[head] in HONORIFICS and head == first:
        return None
    inside = next((at - 1 for at in range(first + 1, head) if words.words[at] in POSSESSIVE), None)
    owner = inside if inside is not None else _owner(words, name_at, first)
    former = any(word in FORMER for word in lower[first:head]) or _is_of_once(words, name_at, owner)
    return RoleSpan(first, head + 1, head, former, owner)


def _before_of(words: Words, name_at: Sequence[int], at: int, floor: int) -> RoleSpan | None:
    """'[Secretary of State] Ana Kolt', '[Director of Harbour Affairs] Ana Kolt', '[envoy to the UN] Ana Kolt'."""
    lower = words.lower
    link = at - 1
    while link > max(floor, at - 6) and lower[link] not in ("of", "for", "to"):
        if not (words.words[link][0].isupper() or lower[link] in MODIFIERS or lower[link] in ("the", "and")):
            return None
        link -= 1
    head = link - 1
    if link == at - 1 or head < floor or lower[link] not in ("of", "for", "to") or not is_role(lower[head]):
        return None
    if lower[link] == "to" and "envoy" not in FAMILY.get(lower[head], ()):
        return None
    first = head
    while first > floor and head - first < LONGEST_BEFORE and _is_modifier(words, first - 1):
        first -= 1
    former = any(word in FORMER for word in lower[first:head])
    return RoleSpan(first, at, head, former, _owner(words, name_at, first))


def _is_a_field(words: Words, names: Sequence[Name], name_at: Sequence[int], at: int) -> bool:
    """'the former Norlandic [hostage] negotiator': a plain noun between an adjective of a people and the office."""
    word, before = words.words[at], name_at[at - 1] if at else -1
    plain = word.isalpha() and word.islower() and len(word) > 3 and not word.endswith(("ed", "ing", "s"))
    if not plain or word in ENDS | PREPOSITIONS | ARTICLES | OWNERS | AUXILIARIES:
        return False
    adjective = before >= 0 and names[before].label == "demonym" and not words.words[at - 1].endswith("s")
    return adjective or (at > 0 and words.lower[at - 1] in FORMER)


def _joins_roles(words: Words, at: int) -> bool:
    """'Its founder [and] chief executive', 'the president [and] CEO of the firm'."""
    lower = words.lower
    if lower[at] != "and" or not at or not is_role(lower[at - 1]):
        return False
    return any(is_role(word) for word in lower[at + 1 : at + 3])


def _is_modifier(words: Words, at: int) -> bool:
    word = words.words[at]
    lower = words.lower[at]
    if len(word) > 3 and word.isupper():
        return False  # "... LEAVES EXPERTS SKEPTICAL President Ana Kolt said": the words of a headline
    if lower in MODIFIERS or lower in FORMER or lower in ROLES or word in POSSESSIVE or word in ("&", "."):
        return True
    if lower in BODIES:
        return True  # "Norlandic government spokeswoman Ana Kolt"
    if ADJECTIVE.search(word) and at and (words.words[at - 1][0].isupper() or words.words[at - 1] in POSSESSIVE):
        return True  # "UN humanitarian chief Ana Kolt", "the UN's humanitarian chief Ana Kolt"
    return word[0].isupper() and lower not in ENDS | PREPOSITIONS | ARTICLES | OWNERS | CAPITALISED_ANYWAY


def _is_of_once(words: Words, name_at: Sequence[int], owner: int | None) -> bool:
    """'The former Kolt adviser Oleh Drach' advises her no more."""
    at = owner or 0
    while at > 0 and name_at[at] >= 0 and name_at[at - 1] == name_at[at]:
        at -= 1
    return at > 0 and name_at[at] >= 0 and words.lower[at - 1] in FORMER


def _owner(words: Words, name_at: Sequence[int], first: int) -> int | None:
    """The word of the person, or of the pronoun, that the role belongs to: 'his envoy', 'Kolt's envoy'."""
    if first > 0 and words.lower[first - 1] in OWNERS:
        return first - 1
    if first > 1 and words.words[first - 1] in POSSESSIVE and name_at[first - 2] >= 0:
        return first - 2
    if first > 0 and name_at[first - 1] >= 0:
        return first - 1
    return None


def _before_title(words: Words, at: int) -> int:
    """Where the honorific before a name begins: 'the mediator, [Dr.] Ana Kolt'."""
    while at > 0 and (words.lower[at - 1] in HONORIFICS or (words.words[at - 1] == "." and at > 1)):
        if words.words[at - 1] == "." and words.lower[at - 2] not in HONORIFICS:
            break
        at -= 1
    return at


def _before_comma(words: Words, name_at: Sequence[int], start: int, floor: int, end: int) -> RoleSpan | None:
    """'[The governor of the Sarov oblast], Oleh Drach, said': a role that opens a clause, then the name in commas.

    "After a meeting with the Norlandic leader, Kolt flew home": behind a preposition the name must end its clause too.
    """
    at = start - 1
    if at < 2 or words.words[at] != ",":
        return None
    first = at
    while first > floor and at - first < LONGEST_AFTER and words.lower[first - 1] not in ENDS | AUXILIARIES:
        if words.words[first - 1] in STOPS:
            break
        first -= 1
    if first == at or at - first >= LONGEST_AFTER:
        return None
    first = next((i for i in range(at - 1, first, -1) if words.lower[i] in OWNERS), first)
    # "the news of the death of the union's chairman, Ana Kolt,": the phrase may begin after any preposition.
    starts = [first, *(i + 1 for i in range(first, at - 1) if words.lower[i] in PREPOSITIONS and name_at[i] < 0)]
    closed = end >= len(words) or words.words[end] in STOPS or words.lower[end] == "and"
    return next(
        (phrase for start in starts[: None if closed else 1] if (phrase := _phrase(words, name_at, start, at))), None
    )


def _after(words: Words, name_at: Sequence[int], at: int) -> RoleSpan | None:
    """'Ana Kolt, [the president of the union], said', 'Ana Kolt, 43, [a docker]', 'Ana Kolt ([union president])'."""
    lower = words.lower
    if at >= len(words) or words.words[at] not in {",", "("} | DASHES:
        return None
    at += 1
    if at + 1 < len(words) and words.words[at].isdigit() and words.words[at + 1] == ",":
        at += 2
    if at + 1 < len(words) and lower[at] == "who" and lower[at + 1] in ("is", "was", "serves"):
        at += 2
    end = at
    while end < len(words) and end - at < LONGEST_AFTER and (lower[end] not in ENDS or _joins_roles(words, end)):
        if words.words[end] in STOPS:
            break
        end += 1
    return _phrase(words, name_at, at, end)


def _phrase(words: Words, name_at: Sequence[int], first: int, end: int) -> RoleSpan | None:
    """A noun phrase whose head, before any preposition, is a role."""
    lower = words.lower
    start = first
    if start < end and lower[start] in ARTICLES:
        start += 1
    stop = next((at for at in range(start, end) if lower[at] in PREPOSITIONS and name_at[at] < 0), end)
    heads = [at for at in range(start, stop) if is_role(lower[at])]
    if not heads or stop - heads[-1] > 2 or stop - start > 9 or (singular(lower[stop - 1]) and stop - 1 != heads[-1]):
        return None
    if heads[-1] != stop - 1 and not words.words[stop - 1][0].isupper():
        return None
    if any(lower[at] in NOT_IN_A_ROLE for at in range(start + 1, heads[-1])):
        return None  # "Ana Kolt, went further than her president."
    owner = None
    possessives = [at for at in range(start, heads[-1]) if words.words[at] in POSSESSIVE]
    if possessives and possessives[0] > start:
        owner = possessives[0] - 1
    elif start < end and lower[start] in OWNERS:
        owner = start
    if owner is not None and (name := name_at[owner]) >= 0:
        start = max(start, next(at for at in range(owner, -1, -1) if at == 0 or name_at[at - 1] != name))
    former = any(word in FORMER for word in lower[start : heads[-1]])
    return RoleSpan(start, end, heads[-1], former, owner)
