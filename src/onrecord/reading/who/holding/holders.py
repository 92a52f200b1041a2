"""Who holds which office of state, where a report does not say so with the name: each state has one head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.holding.offices import HEADS_OF_STATE, Weighing, is_a_vice, rules
from onrecord.reading.who.holding.ofstates import of_a_people
from onrecord.reading.who.holding.roles import RoleSpan
from onrecord.reading.who.naming.entities import Cast, Entity

ALIKE = 0.6  # how strongly another must belong to a state beside its likeliest head


@dataclass
class Holders:
    """`state_of` is the only question. `named` tells the state that stands in or behind a role, or null."""

    cast: Cast
    sentence_of: Sequence[int]
    named: Callable[[RoleSpan, Entity], str | None]

    def state_of(self, entity: Entity) -> str | None:
        """The state of a head of state or minister, which the report need not name with him."""
        if not self.weighing.holds_office(entity):
            return None
        if is_a_vice(self.cast, entity) or any(of_a_people(self.cast, role) for role in entity.roles):
            return None
        code = self.heads.get(entity.number) if rules(self.cast, entity) else self.weighing.state_of(entity, ())[1]
        return gazetteer().states.get(code, code) if code else None

    @cached_property
    def weighing(self) -> Weighing:
        return Weighing(self.cast, self.sentence_of)

    @cached_property
    def heads(self) -> dict[int, str]:
        """Who heads which state: those named with it, those whose state stands out, then those who must be another's.

        'President Kolt' between two states is of the one that has no other head.
        """
        found = {number: code for code, number in self.named_heads()}
        claims = self._claims(found)
        most: dict[str, float] = {}
        for weight, _, code in claims:
            most[code] = max(weight, most.get(code, 0.0))
        found |= {number: code for weight, number, code in claims if weight >= ALIKE * most[code]}
        lost = {number for _, number, _ in claims} - found.keys()
        while left := [claim for claim in self._claims(found) if claim[1] not in lost]:
            _, number, code = max(left)
            found[number] = code
        return found

    def _claims(self, heads: dict[int, str]) -> list[tuple[float, int, str]]:
        """By weight, which heads of state that have none yet belong to which state that has none yet."""
        claims: list[tuple[float, int, str]] = []
        taken = set(heads.values())
        for entity in self.cast.entities:
            if entity.kind == "person" and rules(self.cast, entity) and entity.number not in heads:
                weight, code = self.weighing.state_of(entity, taken)
                claims += [(weight, entity.number, code)] if code else []
        return claims

    def named_heads(self) -> Iterator[tuple[str, int]]:
        codes = {name: code for code, name in gazetteer().states.items()}
        told: set[str] = set()
        for entity in self.cast.entities:
            for role in entity.roles if entity.kind == "person" else ():
                if self.cast.words.lower[role.head] in HEADS_OF_STATE and not role.former:
                    state = self.named(role, entity) or ""
                    code = codes.get(state, state)
                    if code and code not in told:
                        told.add(code)
                        yield code, entity.number
