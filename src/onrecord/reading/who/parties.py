"""On whose behalf somebody speaks: told by roles, by peoples' and states' names in them, and by whom one belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reading.who.entities import Cast, Entity
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.nouns import BODIES, FAMILY, OWN_VOICE, STATE_BODIES
from onrecord.reading.who.roles import OWNERS, RoleSpan
from onrecord.reading.who.states import is_state

# Offices that only one state calls so. Facts of common knowledge.
OFFICES = {
    "secretary of state": "US",
    "secretary of defense": "US",
    "secretary of the treasury": "US",
    "treasury secretary": "US",
    "defense secretary": "US",
    "commerce secretary": "US",
    "homeland security secretary": "US",
    "trade representative": "US",
    "speaker of the house": "US",
    "house speaker": "US",
    "white house": "US",
    "foreign secretary": "GB",
    "home secretary": "GB",
    "defence secretary": "GB",
    "chancellor of the exchequer": "GB",
    "downing street": "GB",
}
HEADS_OF_STATE = frozenset("president premier chancellor king queen emir sultan pm leader".split())
LONG_AGO = 120  # words
STATESMEN = frozenset("ruler minister envoy".split())


@dataclass(frozen=True, slots=True)
class Party:
    """The name of a party, and which words or rule told so."""

    name: str
    told_by: str


@dataclass
class Parties:
    """Finds each entity's party once. `party_of` is the only question."""

    cast: Cast
    sentence_of: Sequence[int]
    whose: Callable[[int], int | None] = lambda at: None
    _known: dict[int, Party | None] = field(default_factory=dict)
    _heads: dict[str, int] | None = None

    def party_of(self, entity: Entity) -> Party | None:
        if entity.number not in self._known:
            self._known[entity.number] = None
            self._known[entity.number] = self._find(entity)
        return self._known[entity.number]

    def _find(self, entity: Entity) -> Party | None:
        if entity.kind == "state":
            return Party(entity.name, "a state speaks for itself")
        if entity.outlet:
            return None
        if entity.kind == "place" or entity.kind == "people":
            return self._of_place(entity)
        if entity.kind == "organisation":
            return self._of_body(entity)
        if entity.kind == "unnamed":
            return self._of_unnamed(entity)
        return self._of_roles(entity) or self._of_office(entity)

    def _of_place(self, entity: Entity) -> Party:
        if entity.place is not None and entity.kind == "place":
            return Party(entity.place.state, f"“{entity.name}”")
        return Party(entity.name, "it speaks for itself")

    def _of_body(self, entity: Entity) -> Party:
        """'the Norlandic Defence Ministry' speaks for Norland, 'the Norlandic Dockers' Union' for itself."""
        if entity.place is not None and entity.place.kind == "body":
            return Party(entity.place.state, f"“{entity.name}”")
        for first, end in entity.mentions:
            code = self._code_in(max(0, first - 2), end, first)
            if code and self._is_state_body(first, end):
                return Party(gazetteer().states[code], f"“{self.cast.words.printed(first, end)}”")
            unlisted = next(self._unlisted_in(max(0, first - 2), end), None)
            if unlisted and self._is_state_body(first, end):
                return Party(unlisted, f"“{self.cast.words.printed(first, end)}”")
        if entity.head in STATE_BODIES and " " not in entity.name and entity.mentions:
            return self._told_before(entity) or Party(entity.name, "it speaks for itself")
        return Party(entity.name, "it speaks for itself")

    def _unlisted_in(self, first: int, end: int) -> Iterator[str]:
        """States that no gazetteer lists, by their own or their people's name in these words."""
        for at in range(first, end):
            number = self.cast.name_at[at]
            if number < 0 or self.cast.names[number].place is not None:
                continue
            name = self.cast.names[number]
            printed = self.cast.words.printed(name.first, name.end)
            if name.label == "demonym" and (state := self.namesake(printed)):
                yield state
            for one in self.cast.of_name[number]:
                if self.cast.entities[one].kind == "place" and is_state(self.cast, self.cast.entities[one]):
                    yield self.cast.entities[one].name

    def _told_before(self, entity: Entity) -> Party | None:
        """'The administration' is that of the ruler told of last, 'the government' that of the state told of last."""
        at = entity.mentions[0][0]
        rulers = entity.head in ("administration", "presidency")
        latest: tuple[int, Entity] | None = None
        for other in self.cast.entities:
            if other.kind == "person" and not (rulers and self._rules(other)) or other.kind not in ("person", "state"):
                continue
            if rulers and other.kind == "state":
                continue
            before = [first for first, _ in other.mentions if at - LONG_AGO < first < at]
            if before and (latest is None or before[-1] > latest[0]):
                latest = before[-1], other
        party = self.party_of(latest[1]) if latest else None
        return Party(party.name, f"{latest[1].name}, told of before it") if party and latest else None

    def _rules(self, person: Entity) -> bool:
        return any(self.cast.words.lower[role.head] in HEADS_OF_STATE for role in person.roles if not role.former)

    def _is_state_body(self, first: int, end: int) -> bool:
        nouns = self.cast.words.lower[first : min(end + 1, len(self.cast.words))]
        return any(noun in STATE_BODIES for noun in nouns)

    def _code_in(self, first: int, end: int, start: int) -> str | None:
        """The state whose people or name stand in these words, or right before `start` in the possessive."""
        words, table = self.cast.words, gazetteer()
        for at in range(first, end):
            if at < start and not (at + 1 < start and words.words[at + 1] in ("'s", "’s") or at == start - 1):
                continue
            found = table.match(words.words, at)
            if found and found[0] <= max(end, start) and found[1].kind in ("state", "union", "people", "seat"):
                return found[1].code
        return None

    def _of_unnamed(self, entity: Entity) -> Party | None:
        """'a senior Norlandic official' speaks for Norland, 'residents' and 'a Norlandic analyst' for themselves."""
        if not entity.mentions:
            return None
        families = FAMILY.get(entity.head, ())
        if (
            entity.head in BODIES
            or (families and not OWN_VOICE & set(families))
            or entity.head in ("troops", "authorities", "forces", "officials")
        ):
            for first, end in entity.mentions:
                head = end - 1
                role = RoleSpan(first, end, head, owner=None)
                if party := self._of_role(role, entity):
                    return party
        return None

    def _of_roles(self, entity: Entity) -> Party | None:
        """By the roles as printed, present ones first."""
        roles = [role for role in entity.roles if not role.former]
        own = [r for r in roles if not OWN_VOICE & set(FAMILY.get(self.cast.words.lower[r.head], ()))]
        for role in own:
            if party := self._of_role(role, entity):
                return party
        return None

    def _of_role(self, role: RoleSpan, entity: Entity) -> Party | None:
        printed = self.cast.words.printed(role.first, role.end)
        told_by = f"“{printed}”"
        for number in self._bodies_in(role):
            body = self.cast.entities[number]
            if body.number != entity.number and not body.outlet and (party := self.party_of(body)):
                return Party(party.name, told_by)
        if role.owner is not None and (of := self._owner(role.owner)) is not None and of.number != entity.number:
            if of.kind == "person" and (party := self.party_of(of)):
                return Party(party.name, f"{told_by} of {of.name}")
            if of.kind in ("state", "organisation", "place") and (party := self.party_of(of)):
                return Party(party.name, told_by)
        for place in self._places_in(role):
            return Party(place, told_by)
        lowered = printed.lower()
        for office, code in OFFICES.items():
            if office in lowered:
                return Party(gazetteer().states[code], told_by)
        return None

    def _bodies_in(self, role: RoleSpan) -> list[int]:
        """Organisations in the words of a role, and invented or unlisted states ('president of the Republic of X')."""
        found = []
        for at in range(role.first, role.end):
            number = self.cast.name_at[at]
            if number >= 0 and len(self.cast.of_name[number]) == 1:
                entity = self.cast.entities[self.cast.of_name[number][0]]
                if entity.kind == "organisation" and entity.number not in found:
                    found.append(entity.number)
        return found

    def _places_in(self, role: RoleSpan) -> Iterator[str]:
        """States of the states, peoples, seats and provinces in a role; the first noun phrase tells more than the rest."""
        unlisted: list[str] = []
        for at in range(role.first, role.end):
            number = self.cast.name_at[at]
            if number < 0 or self.cast.names[number].first != at:
                continue
            name = self.cast.names[number]
            if name.place is not None:
                if not self._is_topic(role, at):
                    yield name.place.state
            elif name.label == "demonym" and (state := self.namesake(self.cast.words.printed(name.first, name.end))):
                yield state
            elif name.label == "place" and not self._is_topic(role, at):
                of = self.cast.of_name[number]
                unlisted += [one.name for one in map(self.cast.entities.__getitem__, of) if is_state(self.cast, one)]
        yield from unlisted

    def _is_topic(self, role: RoleSpan, at: int) -> bool:
        """'envoy to Norland' and 'expert on Norland' do not speak for Norland."""
        before = self.cast.words.lower[max(role.first, at - 3) : at]
        return at > role.head and any(word in ("to", "on", "against", "in", "with") for word in before)

    def namesake(self, demonym: str) -> str | None:
        """The place in the text from whose name a people's name is made: 'Ruvania' for 'Ruvanian'."""
        stem = demonym.lower()[: max(4, len(demonym) - 4)]
        for entity in self.cast.entities:
            if entity.kind in ("place", "state", "organisation"):
                for word in entity.name.lower().split():
                    if word.startswith(stem) and word != demonym.lower():
                        return entity.name
        return None

    def _owner(self, at: int) -> Entity | None:
        if self.cast.words.lower[at] in OWNERS:
            number = self.whose(at)
            return self.cast.entities[number] if number is not None else None
        number = self.cast.name_at[at]
        of = self.cast.of_name[number] if number >= 0 else ()
        return self.cast.entities[of[0]] if len(of) == 1 else None

    def _of_office(self, entity: Entity) -> Party | None:
        """A head of state or minister of a state that the report need not name: the state at whose seat he is met."""
        lower = self.cast.words.lower
        heads = {lower[role.head] for role in entity.roles if not role.former}
        families = {family for head in heads for family in FAMILY.get(head, ())}
        if not (heads & HEADS_OF_STATE or families & STATESMEN or heads & {"sen", "senator", "rep", "gov", "governor"}):
            return None
        if any(one.kind == "place" and one.place is None and is_state(self.cast, one) for one in self.cast.entities):
            return None
        weights = self._states_beside(entity)
        if heads & HEADS_OF_STATE:
            for code, holder in self._holders().items():
                if holder != entity.number:
                    weights.pop(code, None)
        ranked = weights.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
            return Party(gazetteer().states[ranked[0][0]], "the state most told of beside this office")
        return None

    def _states_beside(self, entity: Entity) -> Counter[str]:
        """States by how much the report tells of them: their seats in one sentence with the entity weigh most."""
        sentences = {self.sentence_of[first] for first, _ in entity.mentions}
        weights: Counter[str] = Counter()
        for name in self.cast.names:
            place = name.place
            if place is None or place.kind == "province":
                continue
            beside = self.sentence_of[name.first] in sentences
            inner = beside and (
                place.kind == "body" or (place.kind == "seat" and " " in self._printed(name.first, name.end))
            )
            weights[place.code] += 8 if inner else 1 if beside else 1
        for code in ("EU", "UN"):
            weights.pop(code, None)
        return weights

    def _printed(self, first: int, end: int) -> str:
        return self.cast.words.printed(first, end)

    def _holders(self) -> dict[str, int]:
        """Whose head of state is named with the state."""
        if self._heads is None:
            self._heads = {}
            codes = {name: code for code, name in gazetteer().states.items()}
            for entity in self.cast.entities:
                if entity.kind != "person":
                    continue
                for role in entity.roles:
                    if self.cast.words.lower[role.head] in HEADS_OF_STATE and not role.former:
                        for place in self._places_in(role):
                            if place in codes:
                                self._heads.setdefault(codes[place], entity.number)
                            break
        return self._heads
