"""For which party those speak who lead a house, an opposition or a caucus, and lawmakers told of under a party's name.

A house's leader and a government bargain with each other: neither speaks for the other. A single member of a house
speaks for the state, or for nobody (docs/annotation/speakers-and-parties.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.who.behalf.party import Party
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.holding.inroles import bodies_in, places_in, state_after
from onrecord.reading.who.holding.roles import RoleSpan, is_a_lawmaker, printed
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE
from onrecord.reading.who.naming.namesakes import TWINS
from onrecord.reading.who.wording.nouns import FAMILY, singular
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

# What the two parties of one state's houses are called by. Facts of common knowledge.
CAUCUSES = {
    "Democrat": "Democrats",
    "Democrats": "Democrats",
    "Democratic": "Democrats",
    "D": "Democrats",
    "Republican": "Republicans",
    "Republicans": "Republicans",
    "GOP": "Republicans",
    "R": "Republicans",
}
# 'Ana Kolt ( D-Ohio )', 'Ana Kolt, R-Iowa,', 'Ana Kolt (D., Ohio)', and 'Ana Kolt, an Ohio Democrat'.
BEHIND = re.compile(
    r"\s*[,(]\s*(?:(D|R)\s*(?:-|\.\s*,)\s*[A-Z]|(?:an? |the )?(?:[A-Z][\w.]+ ){0,3}?(Democrat|Republican)\b)"
)
# 'Liberal Democrat', 'Christian Democratic': other states' parties, even where they open a sentence.
ELSEWHERE = frozenset("christian free liberal national new social".split())
OPENING = frozenset('.!?:;“”"*•')
SHARES = frozenset("majority minority".split())
HOUSES = frozenset("house senate".split())
LEADING = frozenset("leader whip".split())
MEMBERS = frozenset("lawmaker leader mp mk senator whip backbencher peer".split())
OPPOSITION = "opposition"
OF_A_PLACE = ("ian", "ean", "ese", "ish")
LONGEST_PLACE = 3  # words of "District of Columbia"


def leads_a_house(cast: Cast, role: RoleSpan) -> bool:
    """'House Speaker', 'Senate Majority Leader', 'minority whip', 'House Democratic leader'."""
    lower = cast.words.lower
    told, head = frozenset(lower[role.first : role.end]), lower[role.head]
    if head == "speaker":
        return "house" in told
    return head in LEADING and bool(SHARES & told or (HOUSES & told and next(_named(cast, role), None)))


def of_a_leader(cast: Cast, role: RoleSpan, entity: Entity) -> Party | None:
    return _printed_beside(cast, role, entity) if leads_a_house(cast, role) else None


def of_a_seat(cast: Cast, entity: Entity) -> Party | None:
    """The party printed beside a single member of a house: to be asked where no state is told."""
    roles = [one for one in entity.roles if not one.former and _may_sit_in_a_house(cast, one)]
    found = (_printed_beside(cast, role, entity) or of_members(cast, role) for role in roles)
    return next(filter(None, found), None)


def _may_sit_in_a_house(cast: Cast, role: RoleSpan) -> bool:
    return is_a_lawmaker(cast.words, role) or "lawmaker" in FAMILY.get(cast.words.lower[role.head], ())


def _printed_beside(cast: Cast, role: RoleSpan, entity: Entity) -> Party | None:
    told_by = f"“{printed(cast.words, role)}”"
    if name := next(_named(cast, role), None):
        return Party(name, told_by)
    for _, end in entity.mentions:
        found = BEHIND.match(cast.words.text, cast.words.ends[end - 1])
        if found and not _is_elsewhere(cast, cast.words.range(Span(*found.span(found.lastindex or 0)))[0]):
            return Party(CAUCUSES[found[1] or found[2]], f"{told_by}, “{found[0].strip(' ,(')}”")
    return None


def of_members(cast: Cast, role: RoleSpan) -> Party | None:
    """'GOP leaders', 'two Democratic senators', 'Harbour MPs' of the Harbour Party: by the party before the noun."""
    if (singular(cast.words.lower[role.head]) or cast.words.lower[role.head]) not in MEMBERS:
        return None
    name = next(_named(cast, role), None) or _called_before(cast, role.head)
    return Party(name, f"“{printed(cast.words, role)}”") if name else None


def of_the_opposition(cast: Cast, role: RoleSpan, entity: Entity) -> Party | None:
    """'Norland's opposition leader' does not speak for Norland; that of 'the opposition Harbour Party' does for it.

    The party has the name of the state where the role tells it: two states' oppositions are two.
    """
    leads = "chief" in FAMILY.get(cast.words.lower[role.head], ())
    told = OPPOSITION in cast.words.lower[role.first : role.head] or _leads_the_opposition(cast, role)
    if not (leads and told) or bodies_in(cast, role):
        return None
    state = next(places_in(cast, role), None) or state_after(cast, role, entity)
    return Party(f"{OPPOSITION} of {state}" if state else OPPOSITION, f"“{printed(cast.words, role)}”")


def _leads_the_opposition(cast: Cast, role: RoleSpan) -> bool:
    """'leader of the opposition', 'leader of Norland's opposition', 'head of the Norlandic opposition'."""
    lower, first = cast.words.lower, role.head + 2
    if lower[first - 1 : role.end][:1] != ("of",) or OPPOSITION not in lower[first : role.end]:
        return False
    between = range(first, lower.index(OPPOSITION, first))
    return all(lower[at] in ARTICLES | POSSESSIVE or cast.name_at[at] >= 0 for at in between)


def _named(cast: Cast, role: RoleSpan) -> Iterator[str]:
    for at in range(role.first, role.end):
        word = cast.words.words[at]
        if len(word) > 1 and word in CAUCUSES and not (_goes_on(cast, at) or _is_elsewhere(cast, at)):
            yield CAUCUSES[word]


def _is_elsewhere(cast: Cast, at: int) -> bool:
    """'Social Democratic', 'Sweden Democrats', 'French Republican': a party of a state that is not the United States.

    A capital before it tells so, but that of a house, of one of the United States, or of what opens the sentence.
    """
    words, lower = cast.words, cast.words.lower
    if not at or not words.words[at - 1][0].isupper():
        return False
    if codes := _codes_before(cast, at):
        return "US" not in codes
    if lower[at - 1] in ELSEWHERE:
        return True
    return lower[at - 1] not in HOUSES | CAPITALISED_ANYWAY and not _opens(words, at - 1)


def _codes_before(cast: Cast, at: int) -> frozenset[str]:
    """The states that the words right before may mean; of 'Georgia' two."""
    for first in range(max(0, at - LONGEST_PLACE), at):
        found = gazetteer().match(cast.words.words, first)
        if found and found[0] == at:
            twin = TWINS.get(cast.words.printed(first, at))
            return frozenset((found[1].code, twin.of if twin else found[1].code))
    return frozenset()


def _opens(words: Words, at: int) -> bool:
    """Whether a word opens its sentence."""
    return not at or words.words[at - 1] in OPENING or "\n" in words.text[words.ends[at - 1] : words.starts[at]]


def _goes_on(cast: Cast, at: int) -> bool:
    """'Democratic Republic', 'Democratic Union': another name, which goes on."""
    number = cast.name_at[at]
    long = number >= 0 and cast.names[number].end - cast.names[number].first > 1
    return long and cast.names[number].end > at + 1 and cast.words.lower[at + 1] not in FAMILY


def _called_before(cast: Cast, head: int) -> str | None:
    """The party whose name, or whose members' name, begins with the capitalised word before the noun."""
    word = cast.words.words[head - 1] if head else ""
    if not word[:1].isupper() or gazetteer().match(cast.words.words, head - 1) is not None:
        return None
    if word.endswith(OF_A_PLACE):  # "the Norlandian leader" leads no party of that name
        return None
    for one in cast.entities:
        parts = one.name.split()
        like = one.kind in ("organisation", "people") and one.place is None and not one.outlet
        if like and (parts in ([word], [f"{word}s"]) or (len(parts) == 2 and parts == [word, "Party"])):
            return one.name
    return None
