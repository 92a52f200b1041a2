"""For whom somebody speaks whose office everybody knows and the report does not print: by the table of incumbents.

The report wins: who is "former" there, or a docker, or sits in a house, is not told by the table; nor is anybody in a
report that tells nothing of the state or body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.who.behalf.party import Party
from onrecord.reading.who.gazetteer import code_of, gazetteer, given_genders
from onrecord.reading.who.gazetteer.incumbents import Incumbents, Tenure, as_compared, full_name
from onrecord.reading.who.holding.employers import OF_A_FIRM
from onrecord.reading.who.holding.inroles import prints_state
from onrecord.reading.who.holding.roles import RoleSpan
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.wording.nouns import FAMILY, FORMER, HONORIFICS, KNOWN

BY_THE_TABLE = "by the table of office holders"
OF_STATES = frozenset("ruler minister envoy spokesman official chief counterpart soldier".split())
OF_HOUSES = frozenset(("lawmaker",))
OF_LEADERS = OF_HOUSES | frozenset("ruler minister chief".split())
AGAINST = frozenset("opposition shadow exiled jailed ousted deposed".split())
BESIDE = frozenset("vice deputy".split())


@dataclass
class InOffice:
    """`party_of` and `held_by` are the questions. `told` are the codes of the states that the report tells of, and that
    of its outlet."""

    cast: Cast
    incumbents: Incumbents
    told: Set[str]

    def party_of(self, entity: Entity, printed: Party | None) -> Party | None:
        """For whom a person speaks, where the roles that the report prints tell of no party, or of another state whose
        name they do not have: 'his minister', 'the defence secretary'."""
        held = self.held_by(entity)
        if (
            held is None
            or held.party is None
            or (printed is not None and not printed.likely and self._stands(entity, printed, held))
        ):
            return printed
        place = None if held.state else gazetteer().find(held.of)
        known = place.state if place is not None and place.code == "UN" else self._bodies.get(held.of.lower(), held.of)
        name = held.party if held.state else known
        if printed is not None and printed.name == name:
            return printed
        return Party(name, f"{BY_THE_TABLE} ({held.told_in_short()})", likely=True)

    def _stands(self, entity: Entity, printed: Party, held: Tenure) -> bool:
        """Whether a role has the name of the party, and none has the office of the table: 'the agency under President
        Kolt' and 'Norland's envoy and Sarovian President Ana Kolt' are roles of two."""
        if code_of(printed.name) != printed.name and not prints_state(self.cast, entity, printed.name):
            return False
        titled = any(as_compared(title) in held.titles for title in self._titles(entity))
        return not titled and not (held.state and prints_state(self.cast, entity, held.party or ""))

    def _titles(self, entity: Entity) -> set[str]:
        return {self.cast.words.printed(role.first, role.end) for role in entity.roles if not role.former}

    def held_by(self, entity: Entity) -> Tenure | None:
        """The office by which a person speaks for a state or body on the day of the report."""
        if entity.kind != "person" or self._is_gainsaid(entity):
            return None
        name = full_name(entity.name)
        if len(name.words) > 1:
            found = self._as_titled(entity) or self.incumbents.in_office(entity.name)
        else:
            clear = self._is_clear(entity, name.words)
            found = self.incumbents.leading(entity.name, self._tells_of) if clear else None
        if found is None or self._was(entity, found) or (found.state and self._is_a_lawmaker(entity)):
            return None
        fits = len(name.words) > 1 and any(self._fits(role, OF_STATES) for role in entity.roles if not role.former)
        return found if fits or self._tells_of(found) else None

    def _as_titled(self, entity: Entity) -> Tenure | None:
        """'Prime Minister Ana Kolt': of whichever state she ever was, whatever the day of the report is taken to be."""
        titles = self._titles(entity)
        return self.incumbents.titled(entity.name, titles) if titles else None

    def _is_gainsaid(self, entity: Entity) -> bool:
        """Whether all that the report prints of somebody is no office of state, or an office that is none now."""
        roles = [role for role in entity.roles if not role.former]
        barred = AGAINST if len(full_name(entity.name).words) > 1 else AGAINST | BESIDE
        if any(barred & set(self.cast.words.lower[role.first : role.end]) for role in roles):
            return True
        titles = [role for role in roles if self.cast.words.lower[role.head] not in HONORIFICS]
        if any(self._fits(role, OF_STATES | OF_HOUSES) for role in titles):
            return False
        return bool(titles) or any(self._is_introduced(end) for _, end in entity.mentions)

    def _is_a_lawmaker(self, entity: Entity) -> bool:
        """Whether all that the report prints of somebody is a seat in a house: "Senator Kolt" may lead a caucus there,
        and holds no office of the state."""
        roles = [role for role in entity.roles if not role.former]
        titles = [role for role in roles if self.cast.words.lower[role.head] not in HONORIFICS]
        return bool(titles) and not any(self._fits(role, OF_STATES) for role in titles)

    def _is_introduced(self, end: int) -> bool:
        """'Ana Kolt, 43,' and 'Ana Kolt, a docker,' are namesakes."""
        words = self.cast.words
        if end + 1 >= len(words) or words.words[end] != ",":
            return False
        return words.words[end + 1].isdigit() or words.lower[end + 1] in ("a", "an")

    def _was(self, entity: Entity, found: Tenure) -> bool:
        """'Former minister Ana Kolt', whom the table has as foreign minister: the report knows better."""
        office = set(as_compared(found.office).replace(",", " ").split())
        return any(self._title(role) <= office for role in entity.roles if role.former)

    def _title(self, role: RoleSpan) -> set[str]:
        """The words of a role, without names and "former"."""
        words = (at for at in range(role.first, role.end) if self.cast.name_at[at] < 0)
        return {as_compared(self.cast.words.lower[at]) for at in words} - FORMER

    def _fits(self, role: RoleSpan, families: Set[str]) -> bool:
        if self.cast.words.lower[role.head] in OF_A_FIRM:
            return False
        return not families.isdisjoint(FAMILY.get(self.cast.words.lower[role.head], ()))

    def _is_clear(self, entity: Entity, words: tuple[str, ...]) -> bool:
        """Whether a surname alone can be asked for: nobody else here bears it, and it is no given name or plain word,
        unless a leader's title stands before it."""
        if not words or self._bearers[words[-1]] > 1:
            return False
        titles = [role for role in entity.roles if not role.former]
        if titles:
            return any(self._fits(role, OF_LEADERS) for role in titles)
        return len(words[0]) > 1 and words[0] not in given_genders() and words[0] not in KNOWN

    @cached_property
    def _bearers(self) -> Counter[str]:
        people = (full_name(one.name).words for one in self.cast.entities if one.kind == "person")
        return Counter(word for words in people for word in {*words[:1], *words[-1:]})

    def _tells_of(self, found: Tenure) -> bool:
        if found.state is not None:
            return found.state in self.told
        of = found.of.lower()
        return of in self._bodies or any(name.endswith(f" {of}") for name in self._bodies)  # "House Democrats"

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """Bodies by every name that the report has for them."""
        names = self.cast.names
        found: dict[str, str] = {}
        for number, of in enumerate(self.cast.of_name):
            if len(of) == 1 and self.cast.entities[of[0]].kind in ("organisation", "place", "people"):
                printed = self.cast.words.printed(names[number].first, names[number].end).lower()
                found.setdefault(printed.removeprefix("the "), self.cast.entities[of[0]].name)
        return found
