"""Many reports out of few: real readings, varied so that they are not all copies, for the record's own cost.

Every word gives way to one of its own length, so all places stay where they are and nothing need be read again.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.model import Actor, ActorRef, Quantity, Reading, Report, Spans, Statement, identity, statement_id
from onrecord.model.edtf import bounds, interval

DAYS = 365
OUTLETS = 200
FIRST_DAY = date(2024, 1, 1)
CHANGED = 0.75
RENAMED = 0.5
COPIED = 0.05
# People are named as in real news: surnames as Zipf and Mandelbrot have it, the commonest borne by one in 300.
SURNAMES, COMMON = 20_000, 5  # of each length
CONSONANTS, VOWELS = "bcdfghjklmnprstvz", "aeiou"
WORD = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)|(?<![\w.,])\d{2,3}(?![\w.,])|(?<!\w)[A-Z]\w+(?!\w)")
Read = tuple[Report, Reading]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The texts' own words by their length, each as often as it stands there, and given names likewise; and the names
    that are changed."""

    words: dict[int, list[str]]
    given: dict[int, list[str]]
    names: frozenset[str]


def vocabulary(found: Sequence[Read]) -> Vocabulary:
    words: dict[int, list[str]] = defaultdict(list)
    given: dict[int, list[str]] = defaultdict(list)
    names: set[str] = set()
    for report, reading in found:
        for word in WORD.findall(report.text):
            if word[0].islower():
                words[len(word)].append(word)
        for first, *others in _people(reading):
            names.update(part for part in (first, *others) if len(part) > 3)
            if others:
                given[len(first)].append(first)
    return Vocabulary(dict(words), dict(given), frozenset(names))


def _people(reading: Reading) -> Iterator[list[str]]:
    """The names of all persons, each in its parts."""
    return (one.name.split() for one in reading.actors if one.type == "person" and one.name.strip())


def _families(reading: Reading) -> dict[str, str]:
    """Each part of a person's name with one that stands for all of those whose names have a part in common: so a person
    keeps the whole name or none of it, and "Voss" goes by what becomes of "Ilmar Voss"."""
    of: dict[str, str] = {}
    for parts in _people(reading):
        met = {of.get(part, part) for part in parts}
        head = min(met)
        of |= {part: head for part, was in of.items() if was in met} | dict.fromkeys(parts, head)
    return of


def varied(found: Sequence[Read], count: int, seed: int, first: int = 0) -> Iterator[Read]:
    """`count` readings, no two of one text but for some that another outlet copies; the same for the same seed.

    Those before the `first` are left out.
    """
    known = vocabulary(found)
    for number in range(first, count):
        chance = random.Random(f"{seed} {number}")
        copied = chance.randrange(number) if number and chance.random() < COPIED else number
        told = random.Random(f"{seed} {copied} told")
        report, reading = told.choice(found)
        outlet = f"Outlet {chance.randrange(OUTLETS)}"
        yield _varied(report, reading, known, told, outlet, f"https://outlets.example/{number}")


def _varied(report: Report, reading: Reading, known: Vocabulary, chance: random.Random, outlet: str, url: str) -> Read:
    change = _Change(known, chance, reading)
    text = WORD.sub(lambda word: change(word[0]), report.text)
    later = timedelta(days=(FIRST_DAY - _day(report, reading)).days + chance.randrange(DAYS))
    made = Report(text, title=report.title, outlet=outlet, url=url, language=report.language)
    made = replace(made, published=(_day(report, reading) + later).isoformat(), published_from="given")
    return made, _reading(reading, made, change, later)


def _day(report: Report, reading: Reading) -> date:
    printed = bounds(report.published or reading.published)
    return date.fromisoformat(printed[1]) if printed else FIRST_DAY


class _Change:
    """What becomes of each word of one report; a person is called otherwise everywhere, or nowhere."""

    def __init__(self, known: Vocabulary, chance: random.Random, reading: Reading) -> None:
        self._known, self._chance = known, chance
        self._names: dict[str, str] = {}
        self._families = _families(reading)
        self._surnames = {parts[-1] for parts in _people(reading)}
        self._renamed: dict[str, bool] = {}

    def __call__(self, word: str) -> str:
        if word[0].isupper():
            return self.name(word)
        if self._chance.random() >= CHANGED:
            return word
        if word.isdigit():
            return str(self._chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        return self._chance.choice(self._known.words.get(len(word), [word]))

    def name(self, word: str) -> str:
        if word not in self._known.names:
            return word
        if word not in self._names:
            family = self._families.get(word, word)
            renamed = self._renamed.setdefault(family, self._chance.random() < RENAMED)
            self._names[word] = self._other(word) if renamed else word
        return self._names[word]

    def _other(self, name: str) -> str:
        given = self._known.given.get(len(name), ())
        if given and name not in self._surnames:
            return self._chance.choice(given)
        rank = COMMON * ((SURNAMES + COMMON) / COMMON) ** self._chance.random() - COMMON
        return _name(len(name), int(rank))

    def whole(self, name: str) -> str:
        return " ".join(map(self.name, name.split()))


def _name(length: int, number: int) -> str:
    """The name of this number: consonants and vowels in turn."""
    chance = random.Random(f"{length} {number}")
    return "".join(chance.choice(VOWELS if at % 2 else CONSONANTS) for at in range(length)).title()


def _reading(reading: Reading, made: Report, change: _Change, later: timedelta) -> Reading:
    actors = {one.id: _actor(one, change, made.text) for one in reading.actors}
    refs = {id: one.ref() for id, one in actors.items()}

    def ref(one: ActorRef) -> ActorRef:
        return refs.get(one.id, one)

    ids = {one.id: statement_id(made.id, one.source, one.cue, one.content, one.kind) for one in reading.statements}
    return replace(
        reading,
        report=made.id,
        published=made.published,
        published_from="given",
        statements=tuple(_statement(one, ids, ref, later) for one in reading.statements),
        dates=tuple(replace(one, value=_later(one.value, later)) for one in reading.dates),
        quantities=tuple(_quantity(one, made.text) for one in reading.quantities),
        conditions=tuple(
            replace(one, statement=one.statement and ids.get(one.statement)) for one in reading.conditions
        ),
        actors=tuple(sorted(actors.values(), key=lambda one: one.mentions[:1])),
        events=tuple(replace(one, on=_later(one.on, later)) for one in reading.events),
    )


def _actor(one: Actor, change: _Change, text: str) -> Actor:
    roles = tuple(replace(role, name=_text(role.span, text)) for role in one.roles)
    name = change.whole(one.name) if one.type == "person" else one.name
    id = one.id if name == one.name else identity("actor", name, one.type, one.party)
    return replace(one, id=id, name=name, roles=roles)


def _text(spans: Spans, text: str) -> str:
    return " ".join(span.text(text) for span in spans)


def _statement(one: Statement, ids: dict[str, str], ref: Callable[[ActorRef], ActorRef], later: timedelta) -> Statement:
    return replace(
        one,
        id=ids[one.id],
        within=one.within and ids.get(one.within),
        speaker=one.speaker and ref(one.speaker),
        speakers=tuple(map(ref, one.speakers)),
        relayed_by=one.relayed_by and ref(one.relayed_by),
        candidates=(),
        said_on=one.said_on and _later(one.said_on, later),
    )


def _quantity(one: Quantity, text: str) -> Quantity:
    digits = _text(one.span, text)
    return replace(one, value=float(digits)) if digits.isdigit() else one


def _later(value: str, by: timedelta) -> str:
    days = bounds(value)
    try:
        return interval(*(date.fromisoformat(day) + by for day in days)) if days else value
    except OverflowError:
        return value
