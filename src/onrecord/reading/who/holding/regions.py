"""Offices of a city or of a member state: 'the Ohio governor' and 'the mayor of London' speak for Ohio and London."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.who.holding.roles import RoleSpan, is_role
from onrecord.reading.who.holding.unmarked import is_cut, joined
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.wording.nouns import FAMILY, FORMER, MODIFIERS, singular

# States whose members govern themselves. A governor elsewhere is his state's.
OF_MEMBERS = frozenset("US CA AU GB DE IN".split())
GOVERNING = frozenset(
    """mayor governor gov premier official officials minister secretary attorney general commissioner lawmaker
    spokesman spokeswoman spokesperson""".split()
)
OF_A_CITY = frozenset("mayor governor gov".split())
LEADERS = frozenset("leader chief chair chairman chairwoman spokesman spokeswoman spokesperson".split())


def region_of(cast: Cast, role: RoleSpan) -> str | None:
    """The member state or city that an office governs, as printed; null where the office is of the whole state."""
    lower = cast.words.lower
    head = singular(lower[role.head]) or lower[role.head]
    if head not in GOVERNING:
        return None
    for at in (*range(role.first, role.end), *([role.owner] if role.owner is not None else ())):
        number = cast.name_at[at]
        if number < 0 or (place := cast.names[number].place) is None:
            continue
        name = cast.names[number]
        if at > role.head and lower[name.first - 1] not in ("of", "for", "the"):
            return None
        member = place.kind == "province" and place.code in OF_MEMBERS
        city = head in OF_A_CITY and place.kind == "seat"
        return cast.words.printed(name.first, name.end) if member or city else None
    return None


def led_by(cast: Cast, sentence_of: Sequence[int], role: RoleSpan) -> str | None:
    """The party whose leader somebody is, by its name alone: 'Tidewater leader Ana Kolt'.

    Not at the opening of a sentence, where any word has a capital: 'Rebel leader Ana Kolt'.
    """
    words, lower = cast.words.words, cast.words.lower
    if lower[role.head] not in LEADERS or role.head == role.first:
        return None
    if is_cut(cast, role):
        return joined(cast, role)
    told = [at for at in range(role.first, role.head) if lower[at] not in FORMER]
    opens = len(told) == 1 and (not told[0] or sentence_of[told[0] - 1] != sentence_of[told[0]])
    plain = all(
        words[at][0].isupper()
        and _is_nobodys(cast, at)
        and not (lower[at] in MODIFIERS or lower[at] in FAMILY or is_role(lower[at]))
        for at in told
    )
    return cast.words.printed(told[0], told[-1] + 1) if told and plain and not opens else None


def _is_nobodys(cast: Cast, at: int) -> bool:
    """Whether a word names no person, state or body: 'Tidewater', or 'Dockers' taken for a people."""
    number = cast.name_at[at]
    return number < 0 or (cast.names[number].label == "demonym" and cast.names[number].place is None)
