"""Whom somebody works for who speaks by his own knowledge: 'an analyst at Harbour Research', 'the Gazette's editor'."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.who.holding.roles import ENDS, RoleSpan
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE
from onrecord.reading.who.wording.nouns import FAMILY, MODIFIERS

AT = frozenset("at with for from of".split())
ON_THE_STAGE = frozenset("star actor actress singer musician".split())  # "Harbour Lights star Ana Kolt"
OF_A_FIRM = frozenset("ceo cfo coo executive founder co-founder".split())
# What may stand before the name of an employer, and how many words with it.
CALLED_SO = frozenset(
    """consultancy newspaper paper daily weekly magazine website outlet group firm company bank broker brokerage charity
    institute think-tank tank ngo organisation organization union agency network university""".split()
)
DESCRIPTION = 5
FIELD = 12  # words from a role to whom one holds it for: "an expert on the law of the sea at the Harbour Institute"


def employer(cast: Cast, role: RoleSpan) -> Entity | str | None:
    """The body that a role is held at: what follows 'at', 'with', 'for', 'from' or 'of', or stands before the role.

    'An expert on the Dockers' Union' and 'an economist from Norland' are nobody's. A firm that is called like a person
    comes by its name: 'a strategist at Oleh Drach'.
    """
    if body := next((body for at, body in _bodies(cast, role) if _held_at(cast, role, at)), None):
        return body
    return firm_in(cast, role) or behind(cast, role)


def firm_in(cast: Cast, role: RoleSpan) -> str | None:
    """'A strategist at Oleh Drach', 'the founder of Drach', 'the chief executive of shipping firm Norsel'.

    A firm by its name alone, which nobody took for a body's.
    """
    lower, words = cast.words.lower, cast.words.words
    of_a_firm = lower[role.head] in OF_A_FIRM
    held = [at for at in range(role.head + 1, role.end) if lower[at] == "at" or (of_a_firm and lower[at] == "of")]
    for at in range(held[0] + 1, role.end) if held else ():
        number = cast.name_at[at]
        if number >= 0:
            name = cast.names[number]
            return cast.words.printed(name.first, name.end) if name.label == "person" else None
        if of_a_firm and words[at][0].isupper():
            end = next((one for one in range(at, role.end) if not words[one][0].isupper()), role.end)
            return cast.words.printed(at, end)
    return None


def behind(cast: Cast, role: RoleSpan) -> Entity | None:
    """'A historian [and lecturer at the Tide Institute]', 'head of freight[, tolls and locks at Harbour Bank]'."""
    lower = cast.words.lower
    first = role.first - 1 if lower[role.first - 1] in ARTICLES else role.first
    if role.end >= len(lower) or lower[role.end] not in ("and", ",") or not first or lower[first - 1] != ",":
        return None
    for at in range(role.end + 1, min(len(lower) - 2, role.end + FIELD)):
        if lower[at] in (ENDS - {"and"}) or lower[at] in '.;:”"':
            return None
        if lower[at] in ("at", "with"):
            first = at + 2 if lower[at + 1] in ("the", "a", "an") else at + 1
            of = cast.of_name[cast.name_at[first]] if cast.name_at[first] >= 0 else ()
            body = cast.entities[of[0]] if len(of) == 1 else None
            return body if body is not None and body.kind == "organisation" else None
    return None


def _bodies(cast: Cast, role: RoleSpan) -> Iterator[tuple[int, Entity]]:
    """The bodies named in a role, by their first word; those that follow it come first."""
    found: list[tuple[int, Entity]] = []
    for at in range(role.first, min(role.end, role.head + FIELD)):
        number = cast.name_at[at]
        if number < 0 or cast.names[number].first != at or len(cast.of_name[number]) != 1:
            continue
        body = cast.entities[cast.of_name[number][0]]
        if body.kind == "organisation" and not all(word in MODIFIERS for word in body.name.lower().split()):
            found += [] if _goes_on(cast, cast.names[number].end) else [(at, body)]
    yield from sorted(found, key=lambda one: (one[0] < role.head, one[0]))


def _goes_on(cast: Cast, end: int) -> bool:
    """'a fellow at the [European Council] on Harbours' is nobody's whose name ends before 'on'."""
    lower, words = cast.words.lower, cast.words.words
    return end + 1 < len(lower) and lower[end] in ("on", "for") and words[end + 1][0].isupper()


def _held_at(cast: Cast, role: RoleSpan, at: int) -> bool:
    lower = cast.words.lower
    if lower[role.head] in ON_THE_STAGE:
        return False
    if at > role.head:
        before = at - 2 if lower[at - 1] in ("the", "a", "an") else at - 1
        if lower[before] in CALLED_SO:
            before = _past_description(cast, before, role.head)
        by_work = "journalist" in FAMILY.get(lower[role.head], ()) and lower[before] == "of"
        return lower[before] in AT and not by_work  # "the author of the Harbour Report"
    end = cast.names[cast.name_at[at]].end
    between = range(end, role.head)
    return all(lower[one] in MODIFIERS or lower[one] in FAMILY or _is_plain(cast, one) for one in between)


def _past_description(cast: Cast, at: int, head: int) -> int:
    """'an analyst [at] the political risk consultancy Norsel', 'a columnist [for] the newspaper Tide'."""
    words = cast.words
    start = max(head, at - DESCRIPTION)
    while at > start and words.lower[at] not in AT and (cast.name_at[at] >= 0 or words.words[at][0].isalpha()):
        at -= 1
    return at


def _is_plain(cast: Cast, at: int) -> bool:
    """'Harbour Bank's senior [rates] strategist'."""
    word = cast.words.words[at]
    return word in POSSESSIVE or (word.isalpha() and cast.name_at[at] < 0)
