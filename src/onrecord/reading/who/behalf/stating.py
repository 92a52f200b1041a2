"""States named in words: by their own name, by their people's, and by what is theirs."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE, Name
from onrecord.reading.who.naming.states import is_state
from onrecord.reading.who.naming.unlisted import NO_STATES
from onrecord.reading.who.sourcing.joints import JOINTS
from onrecord.reading.who.wording.nouns import STATE_BODIES
from onrecord.reading.who.wording.words import Words

# The last words of houses that stand for those who govern in them, under their own name: capitals stand for the state.
HOUSES = frozenset(
    """house palace street hill office kremlin elysee élysée d'orsay rosada chigi planalto knesset whitehall
    berlaymont""".split()
)


def is_a_house(words: Words, name: Name) -> bool:
    """'The White House', 'the Kremlin': not 'Moscow'."""
    return words.lower[name.end - 1] in HOUSES


def governments(cast: Cast, first: int, end: int) -> tuple[str, ...]:
    """The codes of 'the Norlandic government' and 'the Norlandic and Sarovian governments', which are the states."""
    lower = cast.words.lower
    start = first + 1 if lower[first] in ARTICLES else first
    found: list[str] = []
    at = start
    while at < end - 1:
        number = cast.name_at[at]
        name = cast.names[number] if number >= 0 else None
        if name is not None and name.place is not None and name.place.kind == "people":
            found.append(name.place.code)
            at = name.end
        elif lower[at] in JOINTS and found:
            at += 1
        else:
            return ()
    whole = lower[end - 1] == "government" if len(found) == 1 else lower[end - 1] == "governments"
    return tuple(found) if whole and lower[first] not in ("a", "an") else ()


def code_in(words: Words, first: int, end: int, start: int) -> str | None:
    """The state whose people or name stand in these words, or right before `start` in the possessive."""
    table = gazetteer()
    for at in range(first, end):
        found = table.match(words.words, at)
        if not found or found[0] > max(end, start) or found[1].kind not in ("state", "union", "people", "seat"):
            continue
        if at >= start or found[0] == start or (found[0] == start - 1 and words.words[found[0]] in POSSESSIVE):
            return found[1].code
    return None


def is_state_body(words: Words, first: int, end: int) -> bool:
    """Whether the words, or the one after them, have a noun for what belongs to a state: 'Norlandic army'."""
    return any(noun in STATE_BODIES for noun in words.lower[first : min(end + 1, len(words))])


def named_state(cast: Cast, body: Entity) -> str | None:
    """The state whose name stands in a body's own: 'the Norlandic Foreign Ministry'."""
    for first, end in body.mentions:
        code = code_in(cast.words, first, end, first)
        if code and is_state_body(cast.words, first, end):
            return gazetteer().states[code]
    return None


def unlisted_in(cast: Cast, first: int, end: int) -> Iterator[str]:
    """States that no gazetteer lists, by their own or their people's name in these words."""
    for at in range(first, end):
        number = cast.name_at[at]
        if number < 0 or cast.names[number].place is not None:
            continue
        name = cast.names[number]
        if name.label == "demonym" and (state := namesake(cast, cast.words.printed(name.first, name.end))):
            yield state
        for one in cast.of_name[number]:
            if cast.entities[one].kind == "place" and is_state(cast, cast.entities[one]):
                yield cast.entities[one].name


def namesake(cast: Cast, demonym: str) -> str | None:
    """The place in the text from whose name a people's name is made: 'Ruvania' for 'Ruvanian'.

    'European leaders' speak for no place that is called after Europe.
    """
    if demonym.lower() in NO_STATES:
        return None
    stem = demonym.lower()[: max(4, len(demonym) - 4)]
    of_a_body: str | None = None
    for entity in cast.entities:
        if entity.kind in ("place", "state", "organisation"):
            for word in entity.name.split():
                if word.lower().startswith(stem) and word.lower() != demonym.lower():
                    if entity.kind != "organisation":
                        return entity.name
                    owner = word.removesuffix("'s").removesuffix("’s")
                    of_a_body = of_a_body or (entity.name if owner == word else owner)
    return of_a_body
