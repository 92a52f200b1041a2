"""Places of one name: Georgia the state of the Caucasus, and Georgia in the United States."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.who.gazetteer import Place, gazetteer
from onrecord.reading.who.naming.names import Name
from onrecord.reading.who.wording.words import Words

TWICE = 2  # how much more must tell for one than for the other


@dataclass(frozen=True, slots=True)
class Twin:
    """A state, and the province of another state that is called like it; `near` are codes of the state's neighbours.

    The words, in lower case, are what stands around either.
    """

    code: str
    of: str
    near: frozenset[str]
    here: frozenset[str]
    there: frozenset[str]


TWINS = {
    "Georgia": Twin(
        "GE",
        "US",
        frozenset(("GE", "RU", "AM", "AZ")),
        frozenset("tbilisi abkhazia ossetia caucasus batumi".split()),
        frozenset("gov governor atlanta savannah senate senator congressional republican democrat county".split()),
    )
}


HALVES = {"North": "KP", "South": "KR"}


def half(words: Words, names: Sequence[Name], name: Name) -> str | None:
    """The code of 'the North' or 'the South', where the Korea of that name is told of, and no Sudan is."""
    code = HALVES.get(words.words[name.first])
    if code is None or name.end - name.first > 1 or not name.first or words.lower[name.first - 1] != "the":
        return None
    goes_on = name.end < len(words) and words.words[name.end][0].isupper()
    told = {one.place.code for one in names if one.place is not None}
    return code if code in told and not goes_on and not told & {"SD", "SS"} else None


def meant_by(words: Words, names: Sequence[Name], printed: str) -> tuple[Place, ...]:
    """What a name of two places means in this report: the state, the province, or both where nothing tells."""
    twin, states = TWINS[printed], gazetteer().states
    state = Place("state", twin.code, states[twin.code])
    province = Place("province", twin.of, states[twin.of])
    others = [name.place for name in names if name.place and words.printed(name.first, name.end) != printed]
    here = sum(place.code in twin.near for place in others) + sum(word in twin.here for word in words.lower)
    there = sum(place.code == twin.of and place.kind == "province" for place in others)
    there += sum(word in twin.there for word in words.lower)
    if here and here >= TWICE * there:
        return (state,)
    return (province,) if there and there >= TWICE * here else (state, province)
