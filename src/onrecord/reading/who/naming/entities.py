"""Entities: the names of one report, grouped by whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import OSA

from onrecord.reading.who.gazetteer import Place, gazetteer, given_genders
from onrecord.reading.who.holding.roles import RoleSpan, roles_beside
from onrecord.reading.who.naming.initials import join_initials
from onrecord.reading.who.naming.names import ARTICLES, Name, surname_at
from onrecord.reading.who.naming.namesakes import TWINS, half, meant_by
from onrecord.reading.who.naming.persons import SUFFIXES
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, FEMALE, HONORIFICS, KIN, MALE, PRINTED
from onrecord.reading.who.wording.words import Words, plain

EntityKind = Literal["person", "organisation", "state", "people", "place", "unnamed"]
HEADS = frozenset("president premier chancellor king pm minister".split())
LEADING = HEADS | {"leader"}
ARTICLE = re.compile(r"^(?:al|el|as|ad|an|ar|at|az)[-\u2010\u2011](?=\w{3})")
BODIES_TOO = frozenset("front forum federation confederation".split())
CALLED_LIKE_OUTLETS = frozenset("times post journal herald tribune gazette news newspaper daily globe".split())
NEAR = 2  # paragraphs back in which a full name makes clear whose bare surname follows


@dataclass
class Entity:
    """Somebody or something named (or, if unnamed, described) in a report. `mentions` are ranges of words, in order.

    `named_by` is the person who turns out to be meant by a description; `unlisted` marks a state not in the gazetteer.
    """

    number: int
    kind: EntityKind
    name: str
    place: Place | None = None
    many: bool = False
    gender: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: list[RoleSpan] = field(default_factory=list)
    outlet: bool = False
    head: str = ""
    named_by: int | None = None
    unlisted: bool = False


@dataclass
class Cast:
    """All entities of a report. `of_name[i]` lists whose the i-th name may be: one, or several where it stays open."""

    words: Words
    names: list[Name]
    name_at: list[int]
    entities: list[Entity] = field(default_factory=list)
    of_name: list[tuple[int, ...]] = field(default_factory=list)
    state_of: dict[str, int] = field(default_factory=dict)
    twins: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def new(self, kind: EntityKind, name: str, place: Place | None = None) -> Entity:
        entity = Entity(len(self.entities), kind, name, place)
        self.entities.append(entity)
        return entity

    def state(self, code: str) -> Entity:
        """The entity that is the state (or union) of this code."""
        if code not in self.state_of:
            states = gazetteer().states
            kind: EntityKind = "organisation" if code in ("EU", "UN") else "state"
            self.state_of[code] = self.new(kind, states[code], Place("state", code, states[code])).number
        return self.entities[self.state_of[code]]


def gather(words: Words, names: list[Name], paragraph_of: Sequence[int], sentence_of: Sequence[int]) -> Cast:
    """Groups the names: persons by surname, organisations by name and initials, states by the gazetteer."""
    name_at = [-1] * len(words)
    for number, name in enumerate(names):
        name_at[name.first : name.end] = [number] * (name.end - name.first)
    cast = Cast(words, names, name_at, of_name=[()] * len(names))
    _People(cast, paragraph_of, sentence_of).gather()
    _bodies(cast)
    _places(cast)
    join_initials(cast)
    _no_outlets(cast)
    for number, name in enumerate(names):
        for entity in cast.of_name[number][:1]:
            if len(cast.of_name[number]) == 1:
                cast.entities[entity].mentions.append((name.first, name.end))
    return cast


def key_words(words: Words, name: Name) -> tuple[str, ...]:
    """The words of a name as they compare, without marks."""
    return tuple(plain(word) for word in words.words[name.first : name.end] if word[0].isalnum())


@dataclass
class _People:
    cast: Cast
    paragraph_of: Sequence[int]
    sentence_of: Sequence[int]
    by_surname: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[int, tuple[str, ...]] = field(default_factory=dict)
    full_at: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    apart: dict[str, int] = field(default_factory=dict)

    def gather(self) -> None:
        words, names = self.cast.words, self.cast.names
        people = [number for number, name in enumerate(names) if name.label == "person"]
        for number in people:
            if surname_at(words, names[number]) > names[number].first:
                self._full(number, key_words(words, names[number]))
        for number in people:
            if not self.cast.of_name[number]:
                self._set_apart(number, plain(words.words[names[number].first]))
        for number in people:
            if not self.cast.of_name[number]:
                self._short(number, plain(words.words[names[number].first]))
        for number in people:
            self._note(number)

    def _full(self, number: int, key: tuple[str, ...]) -> None:
        words, name = self.cast.words, self.cast.names[number]
        surname = _bare(plain(words.words[surname_at(words, name)]))
        for known in self.by_surname[surname]:
            if _one_person(key, self.keys[known]):
                if len(key) > len(self.keys[known]):
                    self.keys[known] = key
                    self.cast.entities[known].name = words.printed(name.first, name.end)
                break
        else:
            known = self.cast.new("person", words.printed(name.first, name.end)).number
            self.keys[known] = key
            self.by_surname[surname].append(known)
            self.by_given[key[0]].append(known)
        self.cast.of_name[number] = (known,)
        self.full_at[known].append(name.first)

    def _set_apart(self, number: int, word: str) -> None:
        """'President Kolt' before 'his wife, Ana Kolt,' is another, by whom the bare surname is meant from then on."""
        words, name = self.cast.words, self.cast.names[number]
        bearers = self.by_surname.get(word, [])
        titled = name.first > 0 and words.lower[name.first - 1] in HEADS
        if not titled or len(bearers) != 1 or word in self.apart:
            return
        at = self.full_at[bearers[0]][0]
        if name.first < at and not HEADS & self._titles(bearers[0]) and KIN & set(words.lower[max(0, at - 4) : at]):
            self.apart[word] = self.cast.new("person", words.printed(name.first, name.end)).number
            self.keys[self.apart[word]] = (word,)

    def _short(self, number: int, word: str) -> None:
        first = self.cast.names[number].first
        if word in self.apart and not FEMALE & set(self.cast.words.lower[max(0, first - 2) : first]):
            self.cast.of_name[number] = (self.apart[word],)
            return
        possible = self._of_suffix(number, self.by_surname.get(word) or self.by_surname.get(_bare(word)) or ())
        if not possible and not self._is_introduced(number):
            possible = self.by_given.get(word) or self._misspelled(word)
        if not possible:
            name = self.cast.names[number]
            entity = self.cast.new("person", self.cast.words.printed(name.first, name.end))
            self.keys[entity.number] = (word,)
            self.by_surname[word].append(entity.number)
            possible = [entity.number]
        self.cast.of_name[number] = tuple(possible) if len(possible) == 1 else self._which(number, possible)

    def _of_suffix(self, number: int, possible: Sequence[int]) -> list[int]:
        """'Kolt Jr.' is the Kolt who is called so, 'President Kolt' is not, where both stand in the report."""
        name = self.cast.names[number]
        suffix = _suffix(key_words(self.cast.words, name))
        if suffix:
            return [one for one in possible if _suffix(self.keys[one]) == suffix]
        before = self.cast.words.lower[name.first - 1] if name.first else ""
        elder = [one for one in possible if not _suffix(self.keys[one])]
        return elder if elder and before in HEADS else list(possible)

    def _is_introduced(self, number: int) -> bool:
        """'Oleh, 46, a docker,' is somebody new, and not Oleh Drach."""
        words, end = self.cast.words, self.cast.names[number].end
        if end + 2 >= len(words) or words.words[end] != ",":
            return False
        return words.words[end + 1].isdigit() or words.lower[end + 1] in ("a", "an")

    def _misspelled(self, word: str) -> list[int]:
        """A long surname with one letter wrong is its only neighbour's."""
        if len(word) < 6:
            return []
        near = [key for key in self.by_surname if key[0] == word[0] and OSA.distance(key, word, score_cutoff=1) == 1]
        return self.by_surname[near[0]] if len(near) == 1 else []

    def _which(self, number: int, possible: Sequence[int]) -> tuple[int, ...]:
        """Whose a bare surname is that several people bear; all of them where nothing tells."""
        name = self.cast.names[number]
        titled = self._by_title(name, possible)
        if len(titled) == 1:
            return tuple(titled)
        heads = [one for one in titled if LEADING & self._titles(one)]
        if len(heads) == 1:
            return tuple(heads)  # of a president's family, it is the president who goes by the surname alone
        here = self.paragraph_of[name.first]
        before = {one: [at for at in self.full_at[one] if at < name.first] for one in titled}
        lately = [one for one in titled if before[one] and here - self.paragraph_of[before[one][-1]] < NEAR]
        if len(lately) == 1:
            return tuple(lately)
        often = sorted(titled, key=lambda one: -len(self.full_at[one]))
        if len(self.full_at[often[0]]) >= 3 * len(self.full_at[often[1]]):
            return (often[0],)
        return tuple(often)

    def _by_title(self, name: Name, possible: Sequence[int]) -> list[int]:
        """Those whom 'Mrs.' or 'President' before the surname fits."""
        words = self.cast.words
        before = name.first - 1
        if before > 0 and words.words[before] == ".":
            before -= 1
        title = words.lower[before] if before >= 0 else ""
        if title in MALE or title in FEMALE:
            wanted = "m" if title in MALE else "f"
            fit = [one for one in possible if usual_gender(self.keys[one]) == wanted]
            return fit or list(possible)
        borne = [one for one in possible if title and title in self._titles(one)]
        return borne if len(borne) == 1 else list(possible)

    def _titles(self, entity: int) -> set[str]:
        words, names = self.cast.words, self.cast.names
        titles: set[str] = set()
        for number, of in enumerate(self.cast.of_name):
            if of == (entity,) and names[number].end - names[number].first > 1:
                titles |= {words.lower[role.head] for role in self._roles(names[number])}
        return titles

    def _roles(self, name: Name) -> list[RoleSpan]:
        floor = bisect_left(self.sentence_of, self.sentence_of[name.first])
        return list(roles_beside(self.cast.words, self.cast.names, self.cast.name_at, name, floor))

    def _note(self, number: int) -> None:
        """Roles and gender, as far as this mention tells them."""
        of, name = self.cast.of_name[number], self.cast.names[number]
        if len(of) != 1:
            return
        entity = self.cast.entities[of[0]]
        roles = self._roles(name)
        entity.roles += roles
        lower = self.cast.words.lower
        before = name.first - 2 if name.first > 1 and lower[name.first - 1] == "." else name.first - 1
        told = [lower[role.head] for role in roles] + ([lower[before]] if before >= 0 else [])
        if entity.gender is None or any(word in HONORIFICS for word in told):
            named = next((("m" if word in MALE else "f") for word in told if word in MALE or word in FEMALE), None)
            entity.gender = named or entity.gender or usual_gender(self.keys[of[0]])


def _bare(surname: str) -> str:
    """'Al-Kolt' and 'Kolt' are one surname to compare by."""
    return ARTICLE.sub("", surname) or surname


def _one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names of one surname, in one report, are one person's."""
    if _suffix(a) != _suffix(b):
        return False
    kept = len(a) - bool(_suffix(a)) - 1, len(b) - bool(_suffix(b)) - 1
    short, long = sorted((a[: kept[0]], b[: kept[1]]), key=len)
    if all(word in long for word in short):
        return True
    one, two = short[0], long[0]
    if len(one) >= 5 and one[0] == two[0] and OSA.distance(one, two, score_cutoff=1) == 1:
        return True
    return (len(one) == 1 or len(two) == 1) and one[0] == two[0]


def _suffix(key: tuple[str, ...]) -> str:
    """'jr' of 'Oleh Drach Jr.': a son and his father are two."""
    return key[-1] if len(key) > 1 and key[-1] in SUFFIXES else ""


def usual_gender(key: tuple[str, ...]) -> str | None:
    """By the given name, or else by a Slavic ending of the surname."""
    if len(key) == 1 and given_genders().get(key[0]) == "f":
        return "f"
    if len(key) > 1:
        for word in key[:-1]:
            for form in (word, word.removesuffix("y") + "iy", word.removesuffix("y") + "i"):
                if form in given_genders():
                    return given_genders()[form]
        if key[-1].endswith(("ova", "eva", "ina", "skaya", "ska")):
            return "f"
    return None


def _bodies(cast: Cast) -> None:
    """Organisations; initials in brackets, and a name's own last words, mean the same one."""
    words, table = cast.words, gazetteer()
    known: dict[tuple[str, ...], int] = {}
    for number, name in enumerate(cast.names):
        if name.label != "organisation":
            continue
        if name.place is not None and name.place.kind != "body":
            continue
        key = tuple(word for word in words.lower[name.first : name.end] if word[0].isalnum())
        entity = known.get(key)
        if entity is None:
            entity = _longer(words, name.first, key, known) if key else None
        if entity is None:
            entity = cast.new("organisation", words.printed(name.first, name.end), name.place).number
            called = words.lower[name.first - 1] if name.first else ""
            cast.entities[entity].outlet = " ".join(key) in table.outlets or _is_outlet(key) or called in PRINTED
        known[key] = entity
        for initials in _initials_after(words, name.end, key):
            known[initials] = entity
        cast.of_name[number] = (entity,)


def _no_outlets(cast: Cast) -> None:
    """'Norland Post' is called like an outlet; with a spokesman or negotiator of its own it is told of as a body."""
    called = {one.number for one in cast.entities if one.outlet and one.name.lower() not in gazetteer().outlets}
    roles = (role for person in cast.entities for role in person.roles) if called else ()
    for role in roles:
        if {"spokesman", "envoy"} & set(FAMILY.get(cast.words.lower[role.head], ())):
            named = {number for number in cast.name_at[role.first : role.head] if number >= 0}
            for entity in called & {one for number in named for one in cast.of_name[number]}:
                cast.entities[entity].outlet = False


def _is_outlet(key: tuple[str, ...]) -> bool:
    """'Norland Post' carries letters, where Norland is a state; the 'Sarov Post' prints them."""
    if key[-1] == "post" and gazetteer().find(" ".join(key[:-1]).title()) is not None:
        return False
    return "news" in key or key[-1] in CALLED_LIKE_OUTLETS


def _longer(words: Words, at: int, key: tuple[str, ...], known: dict[tuple[str, ...], int]) -> int | None:
    """The only organisation whose name ends in these words: 'Defence Ministry' after 'Norlandic Defence Ministry'.

    One word must be a noun for a body ("the Union"), or else begin the name: 'Norsel' of 'Norsel Line'.
    """
    longer = {other: entity for other, entity in known.items() if len(other) > len(key)}
    found: set[int] = set()
    if len(key) > 1 or key[0] in BODIES | BODIES_TOO:
        found = {entity for other, entity in longer.items() if other[-len(key) :] == key}
    elif not words.words[at].isupper():  # "DU" begins no "DU Harbour Board"
        found = {entity for other, entity in longer.items() if other[0] == key[0]}
    return found.pop() if len(found) == 1 else None


def _initials_after(words: Words, end: int, key: tuple[str, ...]) -> list[tuple[str, ...]]:
    if end + 2 < len(words) and words.words[end] == "(" and words.words[end + 2] == ")":
        initials = words.lower[end + 1]
        if len(initials) > 1 and words.words[end + 1].isupper() and initials[0] == key[0][0]:
            return [(initials,)]
    return []


def _places(cast: Cast) -> None:
    """States under their English names; other places under what is printed."""
    words = cast.words
    known: dict[tuple[str, ...], int] = {}
    for number, name in enumerate(cast.names):
        if cast.of_name[number] or name.label == "person":
            continue
        if name.place is not None and name.place.kind in ("state", "union"):
            printed = words.printed(name.first, name.end)
            cast.of_name[number] = _twins(cast, printed) if printed in TWINS else (cast.state(name.place.code).number,)
            continue
        if (code := half(words, cast.names, name)) is not None:
            cast.of_name[number] = (cast.state(code).number,)
            continue
        key = tuple(word for word in words.lower[name.first : name.end] if word not in ARTICLES)
        if key not in known:
            kind: EntityKind = "people" if name.label == "demonym" else "place"
            known[key] = cast.new(kind, words.printed(name.first, name.end), name.place).number
        cast.entities[known[key]].unlisted |= name.unlisted
        cast.of_name[number] = (known[key],)


def _twins(cast: Cast, printed: str) -> tuple[int, ...]:
    """The entities that 'Georgia' may be, once for a report."""
    if printed not in cast.twins:
        places = meant_by(cast.words, cast.names, printed)
        cast.twins[printed] = tuple(
            cast.state(place.code).number if place.kind == "state" else cast.new("place", printed, place).number
            for place in places
        )
    return cast.twins[printed]
