"""Bodies in the words of a role that no tagger marked: 'Tory leader', 'chairman of the GdP's board'."""

from __future__ import annotations

from onrecord.reading.who.gazetteer import signs
from onrecord.reading.who.holding.roles import PREPOSITIONS, RoleSpan, is_role
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, KNOWN, MODIFIERS, singular
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY

CORPORATE = frozenset("ceo cfo coo executive founder co-founder".split())
LEADING = frozenset("chief ruler spokesman manager".split())  # families of those who speak for a body
OF_STATES = frozenset(
    """minister secretary governor commander premier chancellor king queen emir sultan prince princess pm pope tsar
    monarch caliph taoiseach potus""".split()
)
HELD = frozenset("of at for from".split())
SHORTEST = 2  # capitals in an abbreviation


def is_of_a_firm(cast: Cast, role: RoleSpan) -> bool:
    """'CEO', 'co-founder', 'chief financial officer': of what trades, told of before."""
    head = cast.words.lower[role.head]
    return head in CORPORATE or (head == "officer" and "chief" in cast.words.lower[role.first : role.head])


def unmarked_in(cast: Cast, role: RoleSpan) -> str | None:
    """The name before the noun of a role, or an abbreviation behind it: 'Tory', 'GdP'."""
    head = cast.words.lower[role.head]
    if not LEADING & set(FAMILY.get(head, ())) or head in OF_STATES:
        return None
    return joined(cast, role) if is_cut(cast, role) else _before(cast, role) or _behind(cast, role)


def is_cut(cast: Cast, role: RoleSpan) -> bool:
    """'Locks and [Tides chairwoman]': a name that begins before the words taken for the role."""
    at, words = role.first - 1, cast.words
    plain = at > 0 and words.lower[at] in ("and", "&") and cast.name_at[at - 1] < 0 and words.words[at - 1].istitle()
    return plain and words.words[role.first][0].isupper() and not is_role(words.lower[at - 1])


def joined(cast: Cast, role: RoleSpan) -> str | None:
    """The body of the report in whose name the words stand: 'House Locks and Tides Committee'."""
    named = cast.words.printed(role.first - 2, role.head)
    bodies = (one.name for one in cast.entities if one.kind == "organisation" and one.mentions)
    return next((name for name in bodies if f" {named} " in f" {name} "), None)


def _before(cast: Cast, role: RoleSpan) -> str | None:
    """'[Harbour Freedom Caucus] chair', '[Norsel] senior vice president': capitalised words that open the role."""
    lower = cast.words.lower
    if (opening := _named_before(cast, role)) is not None:
        return opening
    end = role.first
    while end < role.head and _is_capital(cast, end):
        end += 1
    rest = lower[end : role.head]
    if end == role.first or any(word not in MODIFIERS and word not in KNOWN for word in rest):
        return None
    named = [word for word in lower[role.first : end] if word not in BODIES | MODIFIERS]
    if not named or (end - role.first == 1 and not _is_a_name(cast, role.first)):
        return None
    return cast.words.printed(role.first, end)


def _named_before(cast: Cast, role: RoleSpan) -> str | None:
    """'[Tory] leader' by the name of its members, and '[Norsel] senior vice president', taken for somebody's name."""
    number = next((cast.name_at[at] for at in range(role.first, role.head) if cast.name_at[at] >= 0), -1)
    if number < 0 or any(word not in MODIFIERS for word in cast.words.lower[role.first : cast.names[number].first]):
        return None
    name = cast.names[number]
    if any(word not in MODIFIERS and word not in KNOWN for word in cast.words.lower[name.end : role.head]):
        return None
    if name.label == "demonym" and name.place is None:
        started = signs().get(cast.words.words[name.first], ())
        first = next((at for at in range(role.first, name.first + 1) if cast.words.words[at][0].isupper()), name.first)
        return cast.words.printed(first, name.end) if started or first < name.first else None
    firm = name.label == "person" and name.end - name.first == 1 and cast.words.words[role.first - 1] in {",", "("}
    return cast.words.printed(name.first, name.end) if firm and role.first == name.first else None


def _is_capital(cast: Cast, at: int) -> bool:
    word, lower, number = cast.words.words[at], cast.words.lower[at], cast.name_at[at]
    if number >= 0 and cast.names[number].label != "organisation":
        return False
    common = lower in CAPITALISED_ANYWAY or (lower in MODIFIERS | KNOWN and lower not in BODIES)
    return word[0].isupper() and word.replace("-", "").isalnum() and not common


def _is_a_name(cast: Cast, at: int) -> bool:
    """One capitalised word where no sentence begins: 'Union leader' may be any union's."""
    words, lower = cast.words.words, cast.words.lower
    if lower[at] in BODIES or singular(lower[at]) is not None:
        return False
    inside = at > 0 and (words[at - 1].isalpha() or words[at - 1] == ",")
    return inside or words[at] in signs() or (lower.count(lower[at]) > 1 and lower[at] not in words)


def _behind(cast: Cast, role: RoleSpan) -> str | None:
    """'chairman of the [GdP]'s federal board', 'a spokesman for [NISK]'."""
    words, lower = cast.words.words, cast.words.lower
    for at in range(role.head + 2, role.end):
        if cast.name_at[at] >= 0:
            return None
        held = lower[at - 1] in HELD or (lower[at - 1] == "the" and lower[at - 2] in HELD)
        if held and words[at].isalpha() and sum(map(str.isupper, words[at])) >= SHORTEST:
            return words[at]
        if lower[at] in PREPOSITIONS and at > role.head + 2:
            return None
    return None
