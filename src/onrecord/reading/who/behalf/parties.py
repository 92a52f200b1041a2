"""On whose behalf somebody speaks: told by roles, by peoples' and states' names in them, and by whom one belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.reading.who.behalf.belonging import Belonging
from onrecord.reading.who.behalf.caucuses import leads_a_house, of_a_leader, of_a_seat, of_members, of_the_opposition
from onrecord.reading.who.behalf.crowds import (
    described,
    has_own_voice,
    is_anyones,
    is_of_a_campaign,
    may_be_employed,
    noun_of_a_body,
    speaks_for_one,
)
from onrecord.reading.who.behalf.in_office import InOffice
from onrecord.reading.who.behalf.owning import Owning, state_within
from onrecord.reading.who.behalf.party import Party
from onrecord.reading.who.behalf.stating import code_in, is_state_body, named_state, unlisted_in
from onrecord.reading.who.behalf.told import (
    LONG_AGO,
    body_told_before,
    main_state,
    names_one,
    province_before,
    state_before,
    state_beside,
)
from onrecord.reading.who.gazetteer import code_of, gazetteer
from onrecord.reading.who.gazetteer.incumbents import NOT_KNOWN, Incumbents
from onrecord.reading.who.holding.employers import OF_A_FIRM, behind, employer, firm_in
from onrecord.reading.who.holding.holders import Holders
from onrecord.reading.who.holding.inroles import (
    bodies_in,
    names_go_on,
    own_places,
    places_in,
    seated,
    sits_in_a_house,
    state_after,
)
from onrecord.reading.who.holding.offices import OF_ONE_STATE, rules
from onrecord.reading.who.holding.regions import led_by, region_of
from onrecord.reading.who.holding.roles import OWNERS, RoleSpan, is_kin, is_role, printed
from onrecord.reading.who.holding.unmarked import is_of_a_firm, unmarked_in
from onrecord.reading.who.mentioning.bodies import GENERIC, court_near, firm_near
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, FORMER, PEOPLE, STATE_BODIES

LONGEST_STATE = 5  # words of a state's name and of the possessive
JUDGES = frozenset("judge justice magistrate".split())
AT_THE_TIME = frozenset(("then", "late"))  # of whom is told what they said in office
BY_THE_REPORT = "as the report tells it"
# "His Norlandic counterpart", "his challenger", "his friend": who is told of by somebody and does not speak for him.
NO_MEN_OF_HIS = frozenset("counterpart challenger rival opponent critic predecessor successor".split())


@dataclass
class Parties:
    """Finds each entity's party once. `party_of` is the only question."""

    cast: Cast
    sentence_of: Sequence[int]
    whose: Callable[[int], int | None] = lambda at: None
    home: str | None = None
    incumbents: Incumbents = NOT_KNOWN
    _known: dict[int, Party | None] = field(default_factory=dict)

    @cached_property
    def holders(self) -> Holders:
        return Holders(self.cast, self.sentence_of, self._state_named)

    @cached_property
    def owning(self) -> Owning:
        return Owning(self.cast, self.sentence_of, self.whose)

    @cached_property
    def belonging(self) -> Belonging:
        printed: dict[int, str] = {}
        for person in (one for one in self.cast.entities if one.kind == "person"):
            states = (self._state_named(role, person) for role in self._held(person))
            if state := next(filter(None, states), None):
                printed[person.number] = code_of(state)
        return Belonging(self.cast, self.sentence_of, printed, dict(self.holders.named_heads()), self.home)

    def _held(self, entity: Entity) -> list[RoleSpan]:
        return [role for role in entity.roles if not (role.former or is_kin(self.cast.words, role))]

    def _state_named(self, role: RoleSpan, entity: Entity) -> str | None:
        return next(places_in(self.cast, role), None) or state_after(self.cast, role, entity)

    def party_of(self, entity: Entity) -> Party | None:
        if entity.number not in self._known:
            self._known[entity.number] = None
            found = self._find(entity)
            self._known[entity.number] = found if found and names_one(found.name) else None
        return self._known[entity.number]

    def _find(self, entity: Entity) -> Party | None:
        if entity.kind == "state":
            return Party(entity.name, "a state speaks for itself")
        if entity.outlet and entity.place is None:
            return None
        if entity.kind in ("place", "people"):
            return self._of_place(entity)
        if entity.kind == "organisation":
            return self._of_body(entity)
        if entity.kind == "unnamed":
            return self._of_unnamed(entity) or self._belongs(entity)
        told = self.in_office.party_of(entity, self._of_roles(entity))
        return told or self._of_office(entity) or self._belongs(entity) or of_a_seat(self.cast, entity)

    @cached_property
    def in_office(self) -> InOffice:
        return InOffice(self.cast, self.incumbents, frozenset((*self.belonging.by_code, self.home or "")))

    def _belongs(self, entity: Entity) -> Party | None:
        """Of the state that the report as a whole makes likely."""
        likely = self.belonging.state_of(entity)
        return Party(likely[0], f"{likely[0]}, {BY_THE_REPORT} ({likely[1]:.2f})", likely=True) if likely else None

    def _of_place(self, entity: Entity) -> Party:
        if entity.place is None or entity.kind != "place":
            return Party(entity.name, "it speaks for itself")
        return Party(entity.place.state, f"“{entity.name}”")

    def _of_body(self, entity: Entity) -> Party | None:
        """'the Norlandic Defence Ministry' speaks for Norland, 'the Norlandic Dockers' Union' for itself."""
        if entity.place is not None and entity.place.kind == "body":
            return Party(entity.place.state, f"“{entity.name}”")
        if (whole := self.owning.whole_of(entity)) is not None and whole.number != entity.number:
            return self._as_of(whole, f"“{entity.name}”")
        if state := state_within(self.cast, entity):
            return Party(state, f"“{entity.name}”")
        for first, end in entity.mentions:
            code = code_in(self.cast.words, max(0, first - LONGEST_STATE), end, first)
            if code and is_state_body(self.cast.words, first, end):
                return Party(gazetteer().states[code], f"“{self.cast.words.printed(first, end)}”")
            unlisted = next(unlisted_in(self.cast, max(0, first - 2), end), None)
            if unlisted and is_state_body(self.cast.words, first, end):
                return Party(unlisted, f"“{self.cast.words.printed(first, end)}”")
        itself = Party(entity.name, "it speaks for itself")
        if not entity.mentions:
            return itself
        if chief := self.owning.chief_in(entity):
            party = self.party_of(chief)
            return Party(party.name, f"“{entity.name}”, of {chief.name}") if party else self._belongs(entity) or itself
        if entity.head in STATE_BODIES and " " not in entity.name:
            return self._told_before(entity) or itself
        first, end = entity.mentions[0]
        named = set(self.cast.words.lower[first:end])
        local = any(one.kind == "place" and one.name.lower() in named for one in self.cast.entities)
        if not (local or (first > 1 and self.cast.words.words[first - 1] in POSSESSIVE)):
            ministry = {"ministry", "government", "minister"} & named
            return self._belongs(entity) or (self._of_report() if ministry else None) or itself
        return itself  # so does "the Sarov Health Ministry", where Sarov is told of as a place

    def _of_report(self) -> Party | None:
        state = main_state(self.cast)
        return Party(state, f"{state}, which the report is about") if state else None

    def _told_before(self, entity: Entity) -> Party | None:
        """'The administration' is that of the ruler told of last, 'the government' that of the state told of last."""
        if entity.head in ("administration", "presidency"):
            return self._ruler_before(entity.mentions[0][0])
        state = state_before(self.cast, self.sentence_of, entity.mentions[0][0])
        return Party(state, f"{state}, told of before it") if state else None

    def _ruler_before(self, at: int) -> Party | None:
        latest: tuple[int, Entity] | None = None
        for other in self.cast.entities:
            if other.kind == "person" and rules(self.cast, other):
                before = [first for first, _ in other.mentions if at - LONG_AGO < first < at]
                if before and (latest is None or before[-1] > latest[0]):
                    latest = before[-1], other
        party = self.party_of(latest[1]) if latest else None
        return Party(party.name, f"{latest[1].name}, told of before it") if party and latest else None

    def _of_unnamed(self, entity: Entity) -> Party | None:
        """'a senior Norlandic official' speaks for Norland, 'residents' and 'a Norlandic analyst' for themselves."""
        if not entity.mentions:
            return None
        if entity.head in BODIES and (party := self._of_bare_body(entity)):
            return party
        told = [described(self.cast, entity, *mention) for mention in entity.mentions]
        if seat := next(filter(None, (seated(self.cast, role) for role in told)), None):
            return Party(seat, f"“{entity.name}”")
        for role in told:
            if may_be_employed(entity.head) and (body := employer(self.cast, role)):
                return self._for_employer(body, role)
            if not is_anyones(self.cast, entity, role):
                continue
            if len(own_places(self.cast, role)) > 1 or names_go_on(self.cast, role):
                return None  # "the leaders of Norland, Sarovia and Velmora"
            if party := of_members(self.cast, role) or of_the_opposition(self.cast, role, entity):
                return party
            if "lawyer" in FAMILY.get(entity.head, ()) and role.owner is None and not self._of_chief(role, entity):
                continue
            if party := self._of_role(role, entity):
                return party
        return self._of_a_noun(entity) or self._of_body_before(entity)

    def _of_body_before(self, entity: Entity) -> Party | None:
        """'A spokeswoman said': of the body told of right before."""
        (first, end), lower = entity.mentions[0], self.cast.words.lower
        indefinite = lower[first] in ("a", "an") and end - first == 2 and lower[end : end + 2] != ("for", "the")
        if not indefinite or "spokesman" not in FAMILY.get(entity.head, ()) or entity.head == "aide":
            return None
        body = body_told_before(self.cast, self.sentence_of, first)
        told = body is not None and body.kind == "organisation"
        return self._as_of(body, f"“{entity.name}” after {body.name}") if body and told else None

    def _of_a_noun(self, entity: Entity) -> Party | None:
        """'Union sources', 'a spokesman for the company': of the body that the noun means."""
        role = described(self.cast, entity, *entity.mentions[0])
        if entity.head in ("management", "employer"):
            firm = firm_near(self.cast, self.sentence_of, role.first)
            return Party(firm.name, f"“{entity.name}”, of {firm.name}", likely=True) if firm else None
        at = noun_of_a_body(self.cast, entity.head, role)
        body = self.owning.body_called(at) if at is not None else None
        party = self.party_of(body) if body is not None and body.kind == "organisation" else None
        return Party(party.name, f"“{printed(self.cast.words, role)}”, of {party.name}") if party else None

    def _of_bare_body(self, entity: Entity) -> Party | None:
        """'the army' is that of the state told of before, 'her office' hers; 'the company' has no party to name."""
        if chief := self.owning.chief_in(entity):
            party = self.party_of(chief)
            return Party(party.name, f"“{entity.name}”, of {chief.name}") if party else None
        first, end = entity.mentions[0]
        lower = self.cast.words.lower
        if entity.head in STATE_BODIES and (code := code_in(self.cast.words, first, end, first)):
            return Party(gazetteer().states[code], f"“{entity.name}”")
        if lower[first] == "its" and entity.head in STATE_BODIES:
            state = state_before(self.cast, self.sentence_of, first)
            return Party(state, f"“{entity.name}”, after {state}") if state else None
        if lower[first] in OWNERS or not (entity.head in STATE_BODIES and lower[first] == "the"):
            return None
        if end - first == 2 and lower[end - 1] == entity.head:
            return self._told_before(entity)
        if not {"ministry", "government"} & set(lower[first:end]):
            return None
        beside = state_beside(self.cast, self.sentence_of, first)
        return Party(beside, f"{beside}, told of before it") if beside else self._of_report()

    def _of_roles(self, entity: Entity) -> Party | None:
        """By the roles as printed, present ones first: by their words, then by what stands near."""
        roles = self._held(entity)
        found = (self._as_called(first, end, entity) for first, end in entity.mentions)
        if party := next(filter(None, found), None):
            return party
        if party := next(filter(None, (self._by_words(role, entity) for role in roles)), None):
            return party
        found = (self._by_neighbours(role) for role in roles)
        return self._of_membership(entity) or next(filter(None, found), None)

    def _as_called(self, first: int, end: int, entity: Entity) -> Party | None:
        """'The Norlandic president', without a name, is one of Norland."""
        noun, told = self.cast.words.lower[end - 1], RoleSpan(first, end, end - 1)
        once = (FORMER - AT_THE_TIME) & set(self.cast.words.lower[first:end])
        if not is_role(noun) or has_own_voice(noun) or once or is_kin(self.cast.words, told):
            return None
        if self.cast.words.lower[first] == "its" and (party := self._of_owner(told, first, entity)):
            return party
        bodies = [self.cast.entities[number] for number in bodies_in(self.cast, told)]
        states = [state for body in bodies if (state := named_state(self.cast, body))]
        place = next(iter((*places_in(self.cast, told), *states)), None)
        return Party(place, f"“{printed(self.cast.words, told)}”") if place else None

    def _by_words(self, role: RoleSpan, entity: Entity) -> Party | None:
        own_voice = has_own_voice(self.cast.words.lower[role.head])
        if own_voice and (body := employer(self.cast, role) or self._owning_body(role)):
            return self._for_employer(body, role)
        if region := region_of(self.cast, role) or led_by(self.cast, self.sentence_of, role):
            return Party(region, f"“{printed(self.cast.words, role)}”")
        if caucus := of_a_leader(self.cast, role, entity) or of_the_opposition(self.cast, role, entity):
            return caucus
        if own_voice or sits_in_a_house(self.cast, role):
            return None
        if party := self._of_role(role, entity):
            return party
        state = state_after(self.cast, role, entity)
        return Party(state, f"“{printed(self.cast.words, role)}” of {state}") if state else None

    def _by_neighbours(self, role: RoleSpan) -> Party | None:
        """By what is told of beside a role that names nobody: a governor's province, a judge's court."""
        told_by, head = f"“{printed(self.cast.words, role)}”", self.cast.words.lower[role.head]
        if head == "governor" and (state := province_before(self.cast, self.sentence_of, role.first)):
            return Party(state, f"{told_by}, of a province of {state}")
        if any(number >= 0 for number in self.cast.name_at[role.first : role.end]):
            return None
        if head in JUDGES and (court := court_near(self.cast, self.sentence_of, role.first)):
            return self._as_of(court, f"{told_by} at {court.name}")
        firm = firm_near(self.cast, self.sentence_of, role.first) if is_of_a_firm(self.cast, role) else None
        if body := firm or behind(self.cast, role):
            return Party(body.name, told_by)
        if "spokesman" not in FAMILY.get(head, ()):
            return None
        if STATE_BODIES & set(self.cast.words.lower[role.head + 1 : role.end]):  # "a spokeswoman for the military"
            state = state_before(self.cast, self.sentence_of, role.first)
            return Party(state, f"{told_by} after {state}", likely=True) if state else None
        body = body_told_before(self.cast, self.sentence_of, role.first)
        return self._as_of(body, f"{told_by} after {body.name}") if body else None

    def _as_of(self, body: Entity, told_by: str) -> Party | None:
        return Party(party.name, told_by) if (party := self.party_of(body)) else None

    def _owning_body(self, role: RoleSpan) -> Entity | None:
        """'The bank's chief economist' is the bank's; a state's is nobody's."""
        of = self.owning.owner(role.owner) if role.owner is not None else None
        return of if of is not None and of.kind == "organisation" else None

    def _for_employer(self, body: Entity | str, role: RoleSpan) -> Party:
        of = self.party_of(body) if isinstance(body, Entity) else None
        name = body.name if isinstance(body, Entity) else body
        return Party(of.name if of else name, f"“{printed(self.cast.words, role)}”")

    def _of_membership(self, entity: Entity) -> Party | None:
        """'Ana Kolt of the Dockers Union said', 'chief executive Ana Kolt of Norsel said': who has no other role."""
        lower, names = self.cast.words.lower, self.cast.name_at
        of_firms = all(is_of_a_firm(self.cast, role) for role in entity.roles)
        for _, end in entity.mentions if of_firms else ():
            if end + 2 >= len(lower) or lower[end] not in ("of", "from"):
                continue
            at = end + 2 if lower[end + 1] == "the" else end + 1
            of = self.cast.of_name[names[at]] if names[at] >= 0 else ()
            body = self.cast.entities[of[0]] if len(of) == 1 else None
            if body and body.kind == "organisation" and not body.outlet and (party := self.party_of(body)):
                return Party(party.name, f"“{entity.name} {lower[end]} {body.name}”")
        return None

    def _of_role(self, role: RoleSpan, entity: Entity) -> Party | None:
        told_by = f"“{printed(self.cast.words, role)}”"
        for office, code in OF_ONE_STATE.items():
            if office in told_by.lower():
                place = next(places_in(self.cast, role), gazetteer().states[code])
                return Party(place, told_by, likely=leads_a_house(self.cast, role))
        for number in bodies_in(self.cast, role):
            body = self.cast.entities[number]
            of = Party(body.name, told_by) if body.outlet and speaks_for_one(self.cast, role) else self.party_of(body)
            if body.number != entity.number and of:
                return Party(of.name, told_by)
        noun = self.cast.words.lower[role.head]
        beside = noun in NO_MEN_OF_HIS or (noun in PEOPLE and noun not in FAMILY)
        if role.owner is not None and not beside and (party := self._of_owner(role, role.owner, entity)):
            return party
        for within in places_in(self.cast, role):
            return Party(within, told_by)
        if firm := firm_in(self.cast, role) or unmarked_in(self.cast, role):
            return Party(firm, told_by)
        return self._of_chief(role, entity) or self._of_country(role)

    def _of_owner(self, role: RoleSpan, owner: int, entity: Entity) -> Party | None:
        """'Kolt's envoy', 'its foreign minister', 'the board's chairwoman': of whom, and for whom he speaks."""
        of = self.owning.owner(owner)
        if of is None or of.number == entity.number or of.kind not in ("person", "state", "organisation", "place"):
            return None
        told_by = f"“{printed(self.cast.words, role)}”"
        if of.kind == "person" and is_of_a_campaign(self.cast, role):
            return Party(of.name, told_by)
        if party := self.party_of(of):
            by_noun = self.cast.name_at[owner] < 0 and self.cast.words.lower[owner] in GENERIC
            return Party(party.name, f"{told_by} of {of.name}" if of.kind == "person" else told_by, likely=by_noun)
        firm = self.cast.words.lower[role.head] in OF_A_FIRM
        return Party(of.name, told_by) if of.kind == "person" and (firm or speaks_for_one(self.cast, role)) else None

    def _of_chief(self, role: RoleSpan, entity: Entity) -> Party | None:
        """'a spokesman for Kolt', 'an aide to Kolt' speak for whom Kolt does."""
        for at in range(role.head + 1, role.end):
            number = self.cast.name_at[at]
            of = self.cast.of_name[number] if number >= 0 else ()
            if len(of) == 1 and of[0] != entity.number and self.cast.entities[of[0]].kind == "person":
                chief = self.cast.entities[of[0]]
                if is_of_a_campaign(self.cast, role):
                    return Party(chief.name, f"“{printed(self.cast.words, role)}”")
                party = self.party_of(chief)
                if party is None and speaks_for_one(self.cast, role) and self.cast.words.lower[at - 1] in ("for", "of"):
                    return Party(chief.name, f"“{printed(self.cast.words, role)}”")
                return Party(party.name, f"“{printed(self.cast.words, role)}”") if party else None
        return None

    def _of_country(self, role: RoleSpan) -> Party | None:
        """'the country's prime minister', 'administration officials': of the state told of last."""
        told = set(self.cast.words.lower[role.first : role.end])
        if not {"country", "nation", "administration", "government", "cabinet"} & told:
            return None
        if "administration" in told:
            return self._ruler_before(role.first)
        state = state_before(self.cast, self.sentence_of, role.first)
        return Party(state, f"“{printed(self.cast.words, role)}”, after {state}") if state else None

    def _of_office(self, entity: Entity) -> Party | None:
        """A head of state or minister of a state that the report need not name."""
        state = self.holders.state_of(entity)
        return Party(state, f"{state}, {BY_THE_REPORT} beside the office", likely=True) if state else None
