"""States and unions of states, their people, capitals and seats of power; bodies, provinces, outlets; given names.

Facts only, kept as tables beside this file and read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from onrecord.reading.who.wording.words import cut

PlaceKind = Literal["state", "union", "people", "seat", "body", "province"]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Place:
    """A name that leads to a state or union: `state` is its English name in CLDR."""

    kind: PlaceKind
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`by_first` finds names by their first word, longest first; `outlets` are folded to lower case."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], Place], ...]]
    states: dict[str, str]
    outlets: frozenset[str]

    def match(self, words: tuple[str, ...], at: int) -> tuple[int, Place] | None:
        """The longest name that starts at this word: where it ends, and what it is."""
        for name, place in self.by_first.get(words[at], ()):
            if words[at : at + len(name)] == name:
                return at + len(name), place
        return None

    def find(self, name: str) -> Place | None:
        words = cut(name).words
        found = self.match(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    states = {code: name for code, _, name, *_ in _rows("states.tsv", "\t")}
    names: dict[tuple[str, ...], Place] = {}
    for kind, code, name in _names():
        names.setdefault(cut(name).words, Place(kind, code, states[code]))
    by_first: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for words, place in names.items():
        by_first.setdefault(words[0], []).append((words, place))
    ordered = {word: tuple(sorted(some, key=lambda one: -len(one[0]))) for word, some in by_first.items()}
    outlets = frozenset(name.lower() for (line,) in _rows("outlets.txt", None) for name in _listed(line))
    return Gazetteer(ordered, states, outlets)


def code_of(state: str) -> str:
    """The code of a state by its English name; a state that is not listed goes by its name."""
    return _codes().get(state, state)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {name: code for code, name in gazetteer().states.items()}


@lru_cache(maxsize=1)
def given_genders() -> dict[str, str]:
    """The usual gender ("m", "f") of given names, in lower-case ASCII. Names borne by both are not there."""
    rows = (row for row in _rows("given.tsv", "\t"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=1)
def signs() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Names of offices, houses and parties that few states have, by their first word, longest first: words, codes."""
    codes: dict[tuple[str, ...], list[str]] = {}
    for code, names in _rows("signs.txt", "|"):
        for one in _listed(names):
            codes.setdefault(cut(one).words, []).append(code)
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for words, of in sorted(codes.items(), key=lambda one: (-len(one[0]), one[0])):
        found.setdefault(words[0], []).append((words, tuple(of)))
    return {word: tuple(some) for word, some in found.items()}


def _names() -> Iterator[tuple[PlaceKind, str, str]]:
    states = list(_rows("states.tsv", "\t"))
    for code, kind, name, others, *_ in states:
        for one in (name, *_listed(others)):
            yield ("union" if kind == "union" else "state"), code, one
    for code, _, _, _, people, seats, _ in states:
        for one in _listed(seats):
            yield "seat", code, one
        for one in _listed(people):
            yield "people", code, one
            if one[-2:] not in ("se", "sh", "ch", "ss", "an's"):
                yield "people", code, f"{one}s"
    for name, code in _rows("bodies.txt", "|"):
        yield "body", code, name
    for code, provinces in _rows("provinces.txt", "|"):
        for one in _listed(provinces):
            yield "province", code, one
    for code, *_, cities in states:
        for one in _listed(cities):
            yield "province", code, one


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _rows(table: str, separator: str | None) -> Iterator[tuple[str, ...]]:
    text = files(__name__).joinpath(table).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split(separator)) if separator else (line,)
