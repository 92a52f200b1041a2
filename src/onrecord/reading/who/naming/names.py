"""Names: what a tagger found, mended, and what it overlooked, found again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span
from onrecord.reading.who.gazetteer import Gazetteer, Place, gazetteer, given_genders
from onrecord.reading.who.naming.initials import called_short
from onrecord.reading.who.naming.persons import (
    SUFFIXES,
    after_a_title,
    is_no_name,
    looks_like_a_person,
    person_after_title,
    with_given_name,
    with_suffix,
)
from onrecord.reading.who.naming.surnames import is_plain_word, is_surname
from onrecord.reading.who.naming.unlisted import unlisted
from onrecord.reading.who.naming.widening import (
    Found,
    after_portfolios,
    before_and,
    going_on,
    is_a_body,
    is_a_thing,
    is_before,
    is_between,
    is_many,
    is_of_an_office,
    known_by_one_name,
    owns_as_bodies_do,
    parted,
    recurring,
    widened,
    without_rank,
)
from onrecord.reading.who.wording.nouns import BODIES, FORMER, HONORIFICS, MODIFIERS, ROLES
from onrecord.reading.who.wording.words import Words

Label = Literal["person", "organisation", "place", "demonym"]
ARTICLES = frozenset(("the", "a", "an"))
Rules = Callable[[str, Set[str]], bool]
POSSESSIVE = frozenset(("'s", "’s", "' s", "’ s"))
OF_PORTFOLIOS = frozenset("ministry department".split())


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name as a tagger gives it. `confidence` is in 0..1."""

    span: Span
    label: Label
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name, mended: words `[first, end)` without title, article, possessive. `place` is set for gazetteer names.

    `unlisted`: the name of a state that no gazetteer lists.
    """

    first: int
    end: int
    label: Label
    place: Place | None = None
    unlisted: bool = False


def find_names(words: Words, tagged: Sequence[NameSpan], rules: Rules = lambda word, told: False) -> list[Name]:
    """The names of a page, in order, none overlapping another. `rules` says whether a word is the surname of somebody
    who heads one of the states of these codes, which the page tells of: "the [Kolt] plan" is no body's."""
    table = gazetteer()
    taken = [False] * len(words)
    names: list[Name] = []
    for name in _mended(words, tagged, table):
        if not any(taken[name.first : name.end]):
            taken[name.first : name.end] = [True] * (name.end - name.first)
            names.append(name)
    names = [_whole(words, name, taken) for name in _by_majority(words, names)]
    names = _as_bodies(words, _again(words, _not_within(names), taken))
    surnames = _surnames(words, names)
    states, peoples = unlisted(words, surnames, table)
    told = _told(words, table)
    names = [
        _as_unlisted(words, _relabelled(words, name, surnames, lambda word: rules(word, told)), states, peoples)
        for name in names
    ]
    names += _unlisted_elsewhere(words, taken, states, peoples)
    alone = [words.words[name.first] for name in names if name.label == "person" and name.end - name.first == 1]
    names += _overlooked(words, taken, surnames | known_by_one_name(alone), table)
    return sorted(names, key=lambda name: name.first)


def _whole(words: Words, name: Name, taken: list[bool]) -> Name:
    """'[the Ministry of Fisheries], Salt and Harbours' and 'the Prime Minister's [Office]', in full."""
    if name.label != "organisation":
        return name
    first, end = name.first, name.end
    if end - first == 1 and words.lower[first] in BODIES and first > 1 and words.words[first - 1] in POSSESSIVE:
        while first > 1 and is_of_an_office(words, first - 1):
            first -= 1
        first = name.first if words.words[first] in POSSESSIVE else first  # "Norland's Parliament"
    first = before_and(words, first, end, taken)
    if OF_PORTFOLIOS & set(words.lower[name.first : name.end]):
        end = after_portfolios(words, end)
    if name.place is None and first and words.lower[first - 1] in ("of", "for", "at", "from", "the"):
        end = going_on(words, end, taken)
    taken[first:end] = [True] * (end - first)
    return Name(first, end, name.label, name.place)


def _again(words: Words, names: list[Name], taken: list[bool]) -> list[Name]:
    """The names, with a body's name in full wherever its words stand: '[Norsel] Line said' after 'the Norsel Line'."""
    bodies = [(name.first, name.end) for name in names if name.label == "organisation" and name.place is None]
    places = [*recurring(words, bodies), *called_short(words, bodies, taken)]
    found = [Name(*place, "organisation") for place in places]
    for name in found:
        taken[name.first : name.end] = [True] * (name.end - name.first)
    return _not_within(sorted([*names, *found], key=lambda name: (name.first, -name.end)))


def _as_bodies(words: Words, names: list[Name]) -> list[Name]:
    """'Norsel' is a body where 'Norsel's shareholders' or 'Norsel Line' stands, though the tagger took it for a person.

    Not where somebody bears the name, in full or with a title.
    """
    long = [name for name in names if name.end - name.first > 1]
    people = {words.words[surname_at(words, name)] for name in long if name.label == "person"}
    bodies = {words.words[one.first : one.end] for one in long if one.label == "organisation" and one.place is None}
    firsts = Counter(body[0] for body in bodies)
    alone = [name for name in names if name.label == "person" and name.end - name.first == 1]
    people |= {words.words[name.first] for name in alone if after_a_title(words, name.first)}
    owners = {words.words[name.first] for name in alone if owns_as_bodies_do(words, name.end)}
    things = {
        words.words[one.first : one.end]
        for one in names
        if one.label == "person" and (is_a_thing(words, one.end) or is_many(words, one.first, one.end, people))
    }
    told = (owners | {word for word, count in firsts.items() if count == 1}) - people
    told = {word for word in told if word.lower() not in given_genders()}
    return [
        Name(name.first, name.end, "organisation")
        if name.label == "person"
        and (
            words.words[name.first : name.end] in things
            or (name.end - name.first == 1 and words.words[name.first] in told)
        )
        else name
        for name in names
    ]


def _not_within(names: list[Name]) -> list[Name]:
    """Without those that a name before them has taken in."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.first, -name.end)):
        if not kept or name.first >= kept[-1].end:
            kept.append(name)
    return kept


def _mended(words: Words, tagged: Sequence[NameSpan], table: Gazetteer) -> Iterator[Name]:
    for one in sorted(tagged, key=lambda name: (name.span, name.label)):
        first, end = words.range(one.span)
        yield from _cut_at_possessives(words, first, end, one.label, table)


def _cut_at_possessives(words: Words, first: int, end: int, label: Label, table: Gazetteer) -> Iterator[Name]:
    """'Norland's Ana Kolt' is two names."""
    at = first
    while at < end:
        stop = next((i for i in range(at, end) if words.words[i] in POSSESSIVE), end)
        if label == "organisation" and stop > at and stop < end - 1:
            stop = end
        if stop > at:
            yield from _trimmed(words, at, stop, label if stop >= end - 1 or label == "place" else "place", table)
        at = stop + 1


def _trimmed(words: Words, first: int, end: int, label: Label, table: Gazetteer) -> Iterator[Name]:
    lower = words.lower
    if (cut := next((at for at in range(first, end) if is_between(words, first, at, end)), None)) is not None:
        yield from _trimmed(words, first, cut, label, table)
        yield from _trimmed(words, cut + 1, end, label, table)
        return
    while first < end and is_before(lower[first]):
        first += 1
    while end > first and not words.words[end - 1][0].isalnum() and lower[end - 1] != ".":
        end -= 1
    if end - first > 2 and lower[end - 1] == lower[end - 2]:
        end -= 1  # "Ana Kolt Kolt": a page prints a link's words twice
    if end - first > 1 and lower[end - 1] in ("of", "for", "and"):
        end = _with_the_rest(words, end)
    if label == "organisation":
        end = without_rank(words, first, end)
    if first >= end or (label != "organisation" and not any(w[0].isupper() for w in words.words[first:end])):
        return
    if label == "person" and (" ".join(lower[first:end]) in table.outlets or is_a_body(words, first, end)):
        label = "organisation"
    if label != "person" and (wider := widened(words, first, end, table)):
        yield _listed(wider)
        return
    if label != "person" and end - first == 1 and table.match(words.words, first) is None:
        first = with_given_name(words, first)
    if label == "person" or looks_like_a_person(words, first, end, table):
        yield from _person(words, first, end, table)
        return
    found = table.match(words.words, first)
    if found and found[0] == end:
        yield _listed((first, end, found[1]))
        return
    if label == "organisation" and (parts := tuple(parted(words, first, end, table))):
        yield from map(_listed, parts)
        return
    if label in ("place", "demonym") and found and found[0] < end and lower[found[0]] in ROLES:
        yield Name(first, found[0], label, found[1])
        return
    yield Name(first, end, label)


def _listed(found: Found) -> Name:
    first, end, place = found
    label: Label = "demonym" if place.kind == "people" else "organisation" if place.kind == "body" else "place"
    return Name(first, end, label, place)


def _with_the_rest(words: Words, end: int) -> int:
    """'the Union of [Harbour Masters]': what belongs to a name that breaks off; or where it ends without 'of'."""
    at = end + 1 if end < len(words) and words.lower[end] == "the" else end
    stop = at
    while stop < len(words) and words.words[stop][0].isupper() and words.words[stop].isalpha():
        if words.lower[stop] in ROLES:
            break
        stop += 1
    return stop if stop > at else end - 1


def _person(words: Words, first: int, end: int, table: Gazetteer) -> Iterator[Name]:
    """A person without the title that the tagger took for a part of the name: 'Norlandic President Ana Kolt'."""
    lower = words.lower
    while first < end - 1:
        found = table.match(words.words, first)
        if found and found[0] < end and (found[1].kind in ("people", "body") or "." in words.words[first]):
            yield Name(first, found[0], "demonym" if found[1].kind == "people" else "organisation", found[1])
            first = found[0]
        elif (
            lower[first] in ROLES
            or lower[first] in HONORIFICS
            or lower[first] in MODIFIERS
            or lower[first] in FORMER
            or lower[first] == "."
        ):
            first += 1
        else:
            break
    end = next((at for at in range(first + 1, end) if is_no_name(words, at)), end)
    while end - first > 2 and lower[end - 1] in MODIFIERS:
        end -= 1  # "Ana Kolt Conservative"
    last = table.match(words.words, end - 1) if end - first > 2 and first and lower[first - 1] == "by" else None
    if last is not None and last[1].kind == "state":
        end -= 1  # "By Ana Kolt Norway said": the text runs on right behind a byline
    found = table.match(words.words, first)
    if found and found[0] == end:
        yield Name(first, end, "demonym" if found[1].kind == "people" else "place", found[1])
    elif lower[first] not in ROLES or end - first > 1:
        yield Name(with_given_name(words, first), with_suffix(words, end), "person")


def _by_majority(words: Words, names: list[Name]) -> list[Name]:
    """One word, one label: what a tagger calls a person most of the time is a person all of the time."""
    told: dict[str, Counter[Label]] = defaultdict(Counter)
    for name in names:
        if name.place is None and name.end - name.first == 1:
            told[words.words[name.first]][name.label] += 1
            if after_a_title(words, name.first):
                told[words.words[name.first]]["person"] += 100
    mixed = {word: labels.most_common(1)[0][0] for word, labels in told.items() if len(labels) > 1}
    return [
        Name(name.first, name.end, mixed[words.words[name.first]])
        if name.place is None and name.end - name.first == 1 and words.words[name.first] in mixed
        else name
        for name in names
    ]


def _surnames(words: Words, names: Sequence[Name]) -> set[str]:
    """The last words of the full names of persons: what they are called afterwards, with or without 'al-'."""
    last = {
        words.words[surname_at(words, name)]
        for name in names
        if name.label == "person" and surname_at(words, name) > name.first
    }
    return last | {word[3:] for word in last if word[:3].lower() in ("al-", "el-") and word[3:4].isupper()}


def surname_at(words: Words, name: Name) -> int:
    """The word that is the surname: the last that is no 'Jr.'."""
    at = name.end - 1
    while at > name.first and (words.lower[at].rstrip(".") in SUFFIXES or not words.words[at][0].isalnum()):
        at -= 1
    return at


def _relabelled(words: Words, name: Name, surnames: set[str], rules: Callable[[str], bool]) -> Name:
    """A surname that was taken for a place or an organisation is its bearer's: 'Kolt said'.

    One that the page gives to nobody must head a state that is told of.
    """
    if name.label == "person" or name.end - name.first > 1:
        return name
    word, known = words.words[name.first], name.place is not None
    administers = not known and name.end < len(words) and words.words[name.end] == "administration"
    heads = not known and name.label == "organisation" and rules(word)
    if is_surname(word, surnames) or administers or heads:
        return Name(name.first, name.end, "person")
    return name


def _told(words: Words, table: Gazetteer) -> frozenset[str]:
    """The codes of the states that a page tells of, by whichever name of the gazetteer."""
    found = (table.match(words.words, at) for at in words.capitals)
    return frozenset(one[1].code for one in found if one is not None)


def _as_unlisted(words: Words, name: Name, states: frozenset[str], peoples: frozenset[str]) -> Name:
    """A state that no tagger knows, taken for a person: 'Ruvania said'."""
    if name.end - name.first == 1 and name.place is None:
        word = words.words[name.first]
        if word in states:
            return Name(name.first, name.end, "place", unlisted=True)
        if word in peoples:
            return Name(name.first, name.end, "demonym")
    return name


def _unlisted_elsewhere(
    words: Words, taken: list[bool], states: frozenset[str], peoples: frozenset[str]
) -> Iterator[Name]:
    for at in words.capitals if states or peoples else ():
        word = words.words[at]
        if not taken[at] and (word in states or word in peoples):
            taken[at] = True
            yield Name(at, at + 1, "place" if word in states else "demonym", unlisted=word in states)


def _overlooked(words: Words, taken: list[bool], surnames: set[str], table: Gazetteer) -> Iterator[Name]:
    """Names that no tagger found: of the gazetteer, surnames of people named in full, and people after a title."""
    all_words, next_free = words.words, 0
    for at in words.capitals:
        if taken[at] or at < next_free:
            continue
        word = all_words[at]
        found = table.match(all_words, at)
        if found and not any(taken[at : found[0]]):
            yield _listed((at, found[0], found[1]))
            next_free = found[0]
        elif is_surname(word, surnames) and not is_plain_word(words, at, titled=after_a_title(words, at)):
            yield Name(at, at + 1, "person")
        elif (next_free := person_after_title(words, taken, at)) > at:
            yield Name(at, next_free, "person")
