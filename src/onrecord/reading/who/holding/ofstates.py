"""Who speaks for some state, though the words beside him do not tell for which: a minister, 'the army', 'MPs'."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.who.holding.roles import RoleSpan, is_kin
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, MODIFIERS, STATE_BODIES

# Offices of a town, or of a part of a state.
LOCAL = frozenset(
    """city county council mayor district town borough municipal local village provincial regional state lord
    school""".split()
)
FAMILIES = frozenset("ruler minister envoy lawmaker".split())
OF_GOVERNMENT = frozenset(
    """government administration foreign defence defense military security trade health justice presidential police
    ministry department senior border customs intelligence army assistant""".split()
)
OF_ANYBODY = frozenset("negotiator mediator delegate representative rep".split())  # of a union too
SOLDIERS = frozenset("gen general adm admiral commander army military colonel col lt brigadier".split())
NOUNS = frozenset(
    """government administration ministry army military navy parliament congress senate cabinet troops forces
    authorities officials official minister ministers mps mp lawmakers senators soldier soldiers duma regime
    treasury""".split()
)
TOP = frozenset("minister president government presidential military army ministry cabinet".split())
BODIES_OF_STATES = frozenset("ministry army navy treasury government administration cabinet presidency".split())
NO_BODIES_OF_STATES = frozenset("radio european european-wide".split())  # "Army Radio", "the European Central Bank"


def may_belong(cast: Cast, entity: Entity) -> bool:
    """Whether somebody or something is a state's, if only the report told whose."""
    if entity.kind == "person":
        return any(_of_a_state(cast, role) for role in entity.roles if not role.former)
    if not entity.mentions or entity.place is not None or entity.outlet:
        return False
    first, end = entity.mentions[0]
    told = cast.words.lower[first:end]
    if LOCAL & set(told) and "ministry" not in told[:2]:
        return False  # but "the Ministry of Local Ports" is a state's
    if entity.kind == "unnamed":
        named = any(cast.name_at[at] >= 0 for at in range(first, end))
        families = set(FAMILY.get(entity.head, ()))
        if entity.many and ({"foreign", "prime"} & set(told) or entity.head == "leader"):
            return False  # "the foreign ministers" are of more than one state
        of_the_top = "spokesman" in families and bool(TOP & set(told))
        return not named and (entity.head in NOUNS or of_the_top or bool(FAMILIES & families))
    bank = ("central", "bank") in pairwise(told)
    of_state = bank or bool(BODIES_OF_STATES & set(told))
    return entity.kind == "organisation" and of_state and not NO_BODIES_OF_STATES & set(told)


def _of_a_state(cast: Cast, role: RoleSpan) -> bool:
    """Not of an opposition, a town or anything named in the role; nor a vice president, who may be a firm's."""
    lower = cast.words.lower
    if is_kin(cast.words, role):
        return False
    told, families = set(lower[role.first : role.end]), FAMILY.get(lower[role.head], ())
    if told >= {"vice", "president"} or "opposition" in told or (LOCAL - {"state", "council"}) & told:
        return False
    if (BODIES - STATE_BODIES - {"state", "country", "nation", "party"}) & told or of_a_people(cast, role):
        return False
    names = (cast.names[number] for at in range(role.first, role.end) if (number := cast.name_at[at]) >= 0)
    if any(name.label == "organisation" and name.place is None for name in names):
        return lower[role.head] in ("minister", "secretary")
    if told >= {"attorney", "general"} or "attorney-general" in told:
        return True
    if lower[role.head] in OF_ANYBODY and not OF_GOVERNMENT & told:
        return False
    official = "official" in families and bool(OF_GOVERNMENT & told)
    return official or bool(FAMILIES & set(families)) or bool(SOLDIERS & told)


def of_a_people(cast: Cast, role: RoleSpan) -> bool:
    """'the Torlandic envoy': of a people that no list knows, and so of none of the report's other states."""
    words, lower = cast.words.words, cast.words.lower
    for at in range(role.first, role.head):
        name = cast.names[cast.name_at[at]] if cast.name_at[at] >= 0 else None
        if name is not None:
            if name.label == "demonym" and name.place is None:
                return True
        elif at and lower[at - 1] in ("the", "a") and words[role.head].islower() and words[at].istitle():
            return lower[at] not in MODIFIERS
    return False
