"""States that no gazetteer lists, told by how the report speaks of them; and what stands for a state."""

from __future__ import annotations

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE

STYLES = frozenset("republic kingdom federation emirate sultanate principality duchy union commonwealth empire".split())
OF_A_STATE = frozenset(
    """president prime foreign defence defense government parliament army minister ministry king queen premier leader
    envoy ambassador chancellor troops forces military delegation""".split()
)


def is_state(cast: Cast, entity: Entity) -> bool:
    """'the Republic of Ruvania', 'Ruvania's foreign ministry': a place that has what only states have."""
    words = cast.words
    if entity.unlisted:
        return True
    if any(word in STYLES for word in entity.name.lower().split()):
        return True
    for _, end in entity.mentions:
        if end < len(words) and words.words[end] in POSSESSIVE and OF_A_STATE & set(words.lower[end + 1 : end + 3]):
            return True
    stem = entity.name.lower()[: max(4, len(entity.name) - 2)]
    peoples = [one for one in cast.entities if one.kind == "people" and one.name.lower().startswith(stem)]
    return any(one.place is None or _has_an_office(cast, one) for one in peoples)


def _has_an_office(cast: Cast, people: Entity) -> bool:
    words = cast.words
    return any(end < len(words) and words.lower[end] in OF_A_STATE for _, end in people.mentions)


def as_state(cast: Cast, number: int) -> int:
    """'Oslo' stands for the state of which it is the seat, where that is told of too; so does its government."""
    one = cast.entities[number]
    if one.kind == "place" and one.place is not None and one.place.kind == "seat":
        return cast.state_of.get(one.place.code, number)
    if one.kind == "organisation" and one.name.endswith(" government"):
        place = gazetteer().find(one.name.removesuffix(" government"))
        return cast.state_of.get(place.code, number) if place is not None else number
    return number
