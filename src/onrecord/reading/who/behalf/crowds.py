"""Sources without a name, and whose they are: 'Norlandic authorities', 'union sources', 'analysts at Harbour Bank'."""

from __future__ import annotations

from onrecord.reading.who.holding.roles import OWNERS, RoleSpan
from onrecord.reading.who.mentioning.bodies import GENERIC
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, OWN_VOICE, STATE_BODIES, singular

OF_STATES = frozenset("troops forces officials observer member monitor".split())
AUTHORITIES = frozenset(("authority", "authorities"))
FIGURES = frozenset("data statistics figures census".split())
OF_A_STATE = frozenset(
    "security military government diplomatic official army defence defense intelligence ministry".split()
)
SPEAK_FOR = frozenset("spokesman official chief manager lawyer envoy".split())
MEMBERS = frozenset("source sources insider member members representative representatives".split())
BEHIND = frozenset(("for", "of", "at", "from", "with"))


def described(cast: Cast, entity: Entity, first: int, end: int) -> RoleSpan:
    """One mention as a role, with the noun that the source goes by; of "data from Norland" only "data".

    It belongs to whoever stands before it: '[Kolt]'s foreign policy adviser', '[his] aides'.
    """
    lower = cast.words.lower
    heads = (at for at in range(first, end) if (singular(lower[at]) or lower[at]) == entity.head)
    head = next(heads, end - 1)
    owns = next((at for at in range(first + 1, head) if cast.words.words[at] in POSSESSIVE), None)
    owner = first if lower[first] in OWNERS else owns - 1 if owns is not None else None
    return RoleSpan(first, head + 1 if entity.head in FIGURES else end, head, owner=owner)


def is_anyones(cast: Cast, entity: Entity, role: RoleSpan) -> bool:
    """Whether such people speak for whoever is named with them: officials do, residents and experts do not.

    'The authorities' of one state are not those of another, told of elsewhere.
    """
    families = set(FAMILY.get(entity.head, ()))
    if entity.head in FIGURES | AUTHORITIES | {"media"}:
        its_own = cast.words.printed(role.first, role.end).lower().endswith(entity.name.lower())
        return its_own and (entity.head != "media" or "state" in cast.words.lower[role.first : role.end])
    if entity.head == "source" and (OF_A_STATE & set(cast.words.lower[role.first : role.head])):
        return True  # "a Norlandic security source", but "a Norlandic source" may be anybody
    spoken_for = families and not (OWN_VOICE | {"candidate"}) & families
    return bool(entity.head in STATE_BODIES | OF_STATES or spoken_for)


def has_own_voice(head: str) -> bool:
    """'A Norlandic expert', 'a Norland journalist' speak for themselves."""
    families = set(FAMILY.get(head, ()))
    return bool(families) and families <= OWN_VOICE


def speaks_for_one(cast: Cast, role: RoleSpan) -> bool:
    """A person's spokesman, lawyer or manager speaks for that person, who may speak for nobody else."""
    return bool({"spokesman", "lawyer", "manager"} & set(FAMILY.get(cast.words.lower[role.head], ())))


def is_of_a_campaign(cast: Cast, role: RoleSpan) -> bool:
    """Of a president's campaign, who speaks for the candidate and for no state."""
    return "campaign" in cast.words.lower[role.first : role.end]


def may_be_employed(head: str) -> bool:
    """'Analysts at Harbour Bank' and its 'in-house journalists' speak for it, 'Harbour Bank investors' do not."""
    return FAMILY.get(head, ())[:1] in (("scholar",), ("journalist",))


def noun_of_a_body(cast: Cast, head: str, role: RoleSpan) -> int | None:
    """The word that tells whose they are: '[union] sources', 'a spokesman for the [company]'."""
    lower = cast.words.lower
    if not (head in MEMBERS or SPEAK_FOR & set(FAMILY.get(head, ()))):
        return None
    nouns = (BODIES | GENERIC) - STATE_BODIES - {"state", "country", "nation", "side", "party"} | {"council"}
    if role.head > role.first and lower[role.head - 1] in nouns and cast.name_at[role.head - 1] < 0:
        return role.head - 1
    at = role.head + 3  # "spokesman for the company"
    behind = at < len(lower) and lower[role.head + 1] in BEHIND and lower[role.head + 2] == "the"
    return at if behind and lower[at] in nouns and cast.name_at[at] < 0 else None
