"""Bodies whose own name tells whose they are: 'the League leadership', 'the Kolt White House', 'Front-run offices'."""

from __future__ import annotations

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE

# What speaks for the body whose name stands before it.
PARTS = frozenset(
    "leadership delegation command headquarters hq negotiators negotiator side secretariat management bosses".split()
)
PEOPLE_OF = frozenset("rebels fighters militants insurgents forces troops leaders representatives members wing".split())
RUN_BY = ("-run", "-controlled", "-administered")


def state_within(cast: Cast, body: Entity) -> str | None:
    """The state of a listed body with which the name ends, behind somebody's: 'the Kolt [White House]'.

    Or of one that stands in it beside the state: 'Norland's [NIS] security service'.
    """
    if not body.mentions:
        return None
    words, table = cast.words, gazetteer()
    first, end = body.mentions[0]
    matched = [(at, found) for at in range(first, end) if (found := table.match(words.words, at)) is not None]
    codes = [place.code for _, (_, place) in matched if place.kind in ("state", "people")]
    for at, (stop, place) in matched:
        last = at > first and stop == end and place.kind in ("body", "seat") and _is_somebodys(cast, first, at)
        if stop <= end and (last or (place.kind == "body" and place.code in codes)):
            return place.state
    return None


def _is_somebodys(cast: Cast, first: int, end: int) -> bool:
    """Whether the words are the surname of a person of the report."""
    said = cast.words.words[first:end]
    told = {word for word in said if word not in POSSESSIVE and word[0].isupper()}
    return bool(told) and any(one.kind == "person" and one.name.split()[-1] in told for one in cast.entities)


def whole_of(cast: Cast, body: Entity) -> Entity | None:
    """Of which body it is a part: 'the [League] leadership', 'the [Front]-run health ministry'."""
    if not body.mentions:
        return None
    first, end = body.mentions[0]
    words, lower = cast.words.words, cast.words.lower
    start = first + 1 if lower[first] == "the" else first
    for at in range(start, end):
        if lower[at].endswith(RUN_BY):
            return _called(cast, " ".join((*lower[start:at], lower[at].rpartition("-")[0])))
    if start + 2 < end and lower[start] in PARTS | PEOPLE_OF and lower[start + 1] in ("of", "from"):
        of = start + 3 if lower[start + 2] == "the" else start + 2
        return _called(cast, cast.words.printed(of, end).lower()) if of < end else None
    stop = end - 1
    if lower[stop] not in PARTS:
        return None
    while stop > first and words[stop - 1] in POSSESSIVE:
        stop -= 1
    return _called(cast, cast.words.printed(start, stop).lower()) if start < stop else None


def _called(cast: Cast, name: str) -> Entity | None:
    """The body or state that the report knows by this name, in lower case."""
    for number, of in enumerate(cast.of_name):
        printed = cast.names[number]
        if len(of) == 1 and cast.words.printed(printed.first, printed.end).lower() == name:
            entity = cast.entities[of[0]]
            return entity if entity.kind in ("organisation", "state", "place") else None
    return None
