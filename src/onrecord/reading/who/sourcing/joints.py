"""Joint sources: where the words of a source mean two or more, and where they only look so."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.who.holding.roles import ENDS, PREPOSITIONS, is_role
from onrecord.reading.who.mentioning.pronouns import GENDER
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.naming.names import ARTICLES
from onrecord.reading.who.wording.nominals import DETERMINERS
from onrecord.reading.who.wording.nouns import BODIES, HONORIFICS, MODIFIERS, singular

JOINTS = frozenset(("and", ",", "the", "&"))
PORTFOLIOS = frozenset(
    """work business industry housing media sport sports tourism science technology digital innovation food fisheries
    forestry development investment welfare infrastructure planning budget taxation customs immigration families
    women youth pensions communities land water mines mining oil petroleum""".split()
)
OF_PORTFOLIOS = frozenset("minister secretary commissioner undersecretary".split())
BRACKETED = 6  # words within brackets, at most


def parts(cast: Cast, first: int, end: int) -> Iterator[tuple[int, int]]:
    """'Norland and Sarovia' are two; 'officials from Norland and Sarovia' and 'Smith and Sons' are not."""
    lower, name_at = cast.words.lower, cast.name_at
    joints = [at for at in range(first + 1, end - 1) if lower[at] in ("and", "&") and name_at[at] < 0]
    joints = [
        at
        for at in joints
        if _two_people(cast, at, end)
        or not any(lower[i] in PREPOSITIONS | ENDS - {"and"} for i in range(first, at) if name_at[i] < 0)
    ]
    joints = [at for at in joints if _can_end(cast, _before(cast, at)) and _can_begin(cast, at + 1, end)]
    joints = [at for at in joints if not _is_within_apposition(cast, first, at, end)]
    joints = [at for at in joints if not _are_offices_of_one(cast, first, at, end)]
    joints = [at for at in joints if not are_portfolios(cast, at, end)]
    start = first
    for at in joints:
        yield from _listed(cast, start, at)
        start = at + 1
    yield from _listed(cast, start, end) if start == first else ((start, end),)


def _before(cast: Cast, joint: int) -> int:
    """The last word before 'and', brackets and commas aside: 'the Dockers Union (DU) and the Sailors Union'."""
    words, at = cast.words.words, joint - 1
    if words[at] == ",":
        at -= 1
    if words[at] == ")":
        opens = next((i for i in range(at - 1, max(0, at - BRACKETED), -1) if words[i] == "("), None)
        at = opens - 1 if opens else at
    return max(0, at)


def _is_within_apposition(cast: Cast, first: int, joint: int, end: int) -> bool:
    """'Max Vell, a potter and the head of the jury' is one; 'Max Vell, a potter, and Ana Kolt' are two."""
    words, name_at = cast.words.words, cast.name_at
    comma = next((at for at in range(first, joint) if words[at] == ","), first)
    if comma == first or not _is_person(cast, comma - 1):
        return False
    told = any(name_at[at] < 0 and words[at] != "," for at in range(comma + 1, joint))
    another = any(_is_person(cast, at) and cast.words.lower[at - 1] not in PREPOSITIONS for at in range(joint + 1, end))
    return told and not another


def _are_offices_of_one(cast: Cast, first: int, joint: int, end: int) -> bool:
    """'the Norlandic prime minister and foreign minister Ana Kolt' is one: no article after 'and', no name before."""
    lower = cast.words.lower
    if lower[joint + 1] in DETERMINERS or any(_is_person(cast, at) for at in range(first, joint)):
        return False
    offices = is_role(lower[joint - 1]) and singular(lower[joint - 1]) is None
    role = next((at for at in range(joint + 1, end) if is_role(lower[at])), None)
    return offices and role is not None and _is_person(cast, end - 1) and cast.name_at[joint + 1] < 0


def are_portfolios(cast: Cast, joint: int, end: int) -> bool:
    """'Work and Pensions Secretary Ana Kolt', 'the energy and trade minister': one office with two portfolios."""
    lower, words = cast.words.lower, cast.words.words
    before = cast.name_at[joint - 1]
    known = lower[joint - 1] in MODIFIERS | PORTFOLIOS and not is_role(lower[joint - 1])
    named = before >= 0 and cast.names[before].label in ("person", "place", "demonym")
    if (
        named
        or not known
        or lower[joint + 1] in DETERMINERS
        or words[joint + 1].islower() != words[joint - 1].islower()
    ):
        return False
    role = next((at for at in range(joint + 1, min(end, joint + 5)) if is_role(lower[at])), None)
    return (
        role is not None and lower[role] in OF_PORTFOLIOS and not any(_is_person(cast, at) for at in range(joint, role))
    )


def _is_person(cast: Cast, at: int) -> bool:
    return cast.name_at[at] >= 0 and cast.names[cast.name_at[at]].label == "person"


def _two_people(cast: Cast, at: int, end: int) -> bool:
    """'Secretary of State Ana Kolt and Minister of Defence Oleh Drach': a person right before, one at the end."""
    return _is_person(cast, at - 1) and _is_person(cast, end - 1)


def _listed(cast: Cast, first: int, end: int) -> Iterator[tuple[int, int]]:
    """'Norland, Sarovia and Ruvania': names between commas, and nothing else."""
    words, name_at = cast.words, cast.name_at
    commas = [at for at in range(first, end) if words.words[at] == "," and name_at[at] < 0]
    edges = [first, *[at + 1 for at in commas]]
    pieces = list(zip(edges, [*commas, end], strict=True))
    told = [(a, b) for a, b in pieces if a < b]
    people = len(told) > 1 and all(_is_person(cast, b - 1) for _, b in told)
    if commas and all(_is_a_name(cast, a, b, titled=people) for a, b in told):
        yield from told
    else:
        yield first, end


def _is_a_name(cast: Cast, first: int, end: int, *, titled: bool) -> bool:
    """'Sarovia', 'the Dockers Union'; where all are people, 'Norlandic President Ana Kolt' is one too."""
    lower, name_at = cast.words.lower, cast.name_at
    others = [at for at in range(first, end) if name_at[at] < 0 and lower[at] not in ARTICLES]
    if not others:
        return any(name_at[at] >= 0 for at in range(first, end))
    office = titled and any(is_role(lower[at]) for at in others)
    told = all(is_role(lower[at]) or lower[at] in MODIFIERS | HONORIFICS or lower[at] == "." for at in others)
    return office and told


def _can_end(cast: Cast, at: int) -> bool:
    word = cast.words.lower[at]
    return cast.name_at[at] >= 0 or is_role(word) or word in BODIES or singular(word) is not None or word in GENDER


def _can_begin(cast: Cast, at: int, end: int) -> bool:
    lower = cast.words.lower
    if lower[at] in DETERMINERS or lower[at] in GENDER or cast.name_at[at] >= 0:
        return True
    stop = next((i for i in range(at, end) if lower[i] in PREPOSITIONS), end)
    named = {cast.names[cast.name_at[i]].label for i in range(at, end) if cast.name_at[i] >= 0}
    if "person" in named or any(cast.name_at[i] >= 0 for i in range(at, stop)):
        return True  # but "a researcher and journalist from Norland" is one
    return singular(lower[end - 1]) is not None or singular(lower[stop - 1]) is not None or lower[at] == "others"
