"""The bodies and the states that stand in the words of a role: 'the Norlandic envoy to the League'."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.who.behalf.stating import namesake
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.holding.roles import RoleSpan, is_a_lawmaker
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.states import is_state
from onrecord.reading.who.naming.unlisted import NO_STATES
from onrecord.reading.who.wording.nouns import FAMILY, MODIFIERS

HOUSES = frozenset("senate house parliament congress assembly".split())
GOVERN = frozenset("authorities officials official authority".split())
PANELS = frozenset("caucus committee subcommittee".split())  # whose chair speaks for them


def bodies_in(cast: Cast, role: RoleSpan) -> list[int]:
    """Organisations in the words of a role, and invented or unlisted states ('president of the Republic of X')."""
    found = []
    for at in range(role.first, role.end):
        number = cast.name_at[at]
        if number >= 0 and len(cast.of_name[number]) == 1:
            entity = cast.entities[cast.of_name[number][0]]
            words = cast.words.lower[cast.names[number].first : cast.names[number].end]
            if all(word in MODIFIERS for word in words) and (len(words) < 2 or words[-1] != "party"):
                continue
            if cast.words.lower[role.head] in ("minister", "secretary") and entity.place is None:
                continue  # "Education Minister", "minister for Legal Affairs": of no body called so
            if {"to", "against"} & set(cast.words.lower[role.head + 1 : at]):
                continue  # "the envoy to the League" is not the League's
            if _is_cut(cast, number, role) or _sends_to(cast, entity, role):
                continue
            if entity.kind == "organisation" and entity.number not in found:
                found.append(entity.number)
    return found


def names_go_on(cast: Cast, role: RoleSpan) -> bool:
    """'The leaders of Norland' before ', Sarovia and Velmora': more states follow than the role takes in."""
    lower, at = cast.words.lower, role.end
    if at + 1 >= len(lower) or lower[at] not in (",", "and") or cast.name_at[at - 1] < 0:
        return False
    names = [cast.names[number] if number >= 0 else None for number in (cast.name_at[at - 1], cast.name_at[at + 1])]
    return all(name is not None and name.place is not None and name.place.kind == "state" for name in names)


def sits_in_a_house(cast: Cast, role: RoleSpan) -> bool:
    """Members of a parliament whose state does not stand beside them; not its speaker, nor the chair of a committee."""
    if cast.words.lower[role.head] == "speaker" or any(places_in(cast, role)):
        return False
    if cast.words.lower[role.head] == "deputy" and role.owner is not None:
        return False  # "his deputy, Ana Kolt"
    names = [set(cast.entities[number].name.lower().split()) for number in bodies_in(cast, role)]
    if not is_a_lawmaker(cast.words, role) or any(PANELS & name for name in names):
        return False
    in_the_house = FAMILY.get(cast.words.lower[role.head], ())[:1] == ("lawmaker",)
    return in_the_house or not names or any(HOUSES & name for name in names)


def state_after(cast: Cast, role: RoleSpan, entity: Entity) -> str | None:
    """'President Ana Kolt of Norland'."""
    words, name_at = cast.words, cast.name_at
    end = next((end for first, end in entity.mentions if first == role.end), len(words))
    if end + 1 < len(words) and words.lower[end] == "of":
        number = name_at[end + 1]
        place = cast.names[number].place if number >= 0 else None
        if place is not None and place.kind in ("state", "union"):
            return place.state
    return None


def _is_cut(cast: Cast, number: int, role: RoleSpan) -> bool:
    """'Envoy for [Harbour] Affairs': a body's name that goes on behind its end is none."""
    words, end = cast.words, cast.names[number].end
    return role.head < end < role.end and words.words[end][0].isupper() and cast.name_at[end] < 0


def _sends_to(cast: Cast, body: Entity, role: RoleSpan) -> bool:
    """'the Norlandic U.N. envoy' speaks for Norland."""
    head = cast.words.lower[role.head]
    union = body.place is not None and body.place.code in ("EU", "UN")
    sent = "envoy" in FAMILY.get(head, ()) or head == "observer"
    return union and sent and any(place != body.name for place in places_in(cast, role))


def places_in(cast: Cast, role: RoleSpan) -> Iterator[str]:
    """The states whose names, peoples, seats or provinces stand in a role."""
    unlisted: list[str] = []
    for at in range(role.first, role.end):
        number = cast.name_at[at]
        if number < 0 or cast.names[number].first != at:
            continue
        name = cast.names[number]
        if name.place is not None:
            of = cast.of_name[number]
            place = cast.entities[of[0]].place if len(of) == 1 else None
            if not _is_topic(cast, role, at) and len(of) < 2:
                yield (place or name.place).state
        elif name.label == "demonym" and (state := namesake(cast, cast.words.printed(name.first, name.end))):
            yield state
        elif name.label == "place" and not _is_topic(cast, role, at):
            of = cast.of_name[number]
            places = [cast.entities[one] for one in of if cast.entities[one].name.lower() not in NO_STATES]
            unlisted += [one.name for one in places if is_state(cast, one)]
    yield from unlisted


def own_places(cast: Cast, role: RoleSpan) -> frozenset[str]:
    """The states in a role, without the union to which one is sent: of "Norland's UN envoy" Norland."""
    places = frozenset(places_in(cast, role))
    sent = "envoy" in FAMILY.get(cast.words.lower[role.head], ())
    unions = {gazetteer().states[code] for code in ("EU", "UN")}
    return places - unions if sent and places - unions else places


def seated(cast: Cast, role: RoleSpan) -> str | None:
    """Where officials govern: 'Health Ministry officials in [Norland]'."""
    at = role.head + 2
    if cast.words.lower[role.head] not in GOVERN or at >= role.end or cast.words.lower[at - 1] != "in":
        return None
    name = cast.names[cast.name_at[at]] if cast.name_at[at] >= 0 else None
    known = name is not None and name.place is not None and name.place.kind in ("state", "province", "seat")
    return name.place.state if name is not None and name.place is not None and known else None


def _is_topic(cast: Cast, role: RoleSpan, at: int) -> bool:
    """'envoy to Norland' and 'expert on Norland' do not speak for Norland, 'the authorities in Norland' do."""
    before = cast.words.lower[max(role.first, at - 3) : at]
    if cast.words.lower[role.head] in GOVERN and before[-1:] == ("in",) and at == role.head + 2:
        return False
    return at > role.head and any(word in ("to", "on", "against", "in", "with") for word in before)


def prints_state(cast: Cast, entity: Entity, state: str) -> bool:
    """Whether roles have its name: 'Norland's envoy, Ana Kolt', 'President Kolt of Norland'; not 'his envoy'."""
    called = (RoleSpan(first, end, end - 1) for first, end in entity.mentions)
    told = (*(role for role in entity.roles if not role.former), *called)
    return any(state in (*places_in(cast, role), state_after(cast, role, entity)) for role in told)
