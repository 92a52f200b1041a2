"""Names that a tagger cut too short or ran together, held against the gazetteer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from onrecord.reading.who.gazetteer import Gazetteer, Place
from onrecord.reading.who.wording.nouns import BODIES, HONORIFICS, MODIFIERS, PEOPLE, ROLES
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

ARTICLES = frozenset(("the", "a", "an"))
DASHES = frozenset("-–—|")
Found = tuple[int, int, Place]
BACK = 2  # words by which a name may begin before what the tagger marked
MINISTERS = frozenset("minister ministers secretary".split())
# The last word of what is a firm's or a body's name, whatever the tagger took it for: "Marsh Lane Studios".
CORPORATE = frozenset(
    """studios inc corp ltd llc plc gmbh holdings industries motors airlines airways records entertainment partners
    institute foundation association university college council committee ministry agency league federation society
    laboratories technologies pharmaceuticals newspaper forum""".split()
)
BEFORE = frozenset("existing so-called ruling opposition newly influential powerful nonprofit".split())
LONGEST = 3  # words by which a body's name may go on
NO_PARTS = (CAPITALISED_ANYWAY | HONORIFICS | ROLES | PEOPLE | MODIFIERS) - BODIES
# The last word of bodies in whose name "and" stands.
JOINED = frozenset("union federation association workers brotherhood alliance congress society executive".split())
JOINED_WORDS = 6
SENDERS = frozenset(("radio", "channel", "tv"))
# What a body has, and no person: "Kolt's shareholders" are those of a firm called Kolt.
OWNED = frozenset(
    """chairman chairwoman chairperson ceo cfo shareholders owners workers employees management directors headquarters
    subsidiary shares profits customers workforce""".split()
)
POSSESSIVE = frozenset(("'s", "’s", "' s", "’ s"))
# What stands before an office and belongs to its title.
RANKS = frozenset("assistant deputy associate acting principal interim vice senior junior chief managing".split())
CALLED_SO = BODIES | frozenset("outlet paper website site carrier firm maker retailer startup".split())


def widened(words: Words, first: int, end: int, table: Gazetteer) -> Found | None:
    """'South [Norlandic]' and 'the Grey [House]': the listed name of which the tagger marked a part."""
    for start in range(first, max(-1, first - BACK - 1), -1):
        if not words.words[start][0].isupper():
            return None
        found = table.match(words.words, start)
        if found and found[0] >= end and (start < first or found[0] > end):
            return start, found[0], found[1]
    return None


def parted(words: Words, first: int, end: int, table: Gazetteer) -> Iterator[Found]:
    """'Norlandic U.N.' is a people and a union; 'Norlandic Sea Trade' before 'Minister' is a people and a portfolio."""
    found = table.match(words.words, first)
    if found is None or found[0] >= end or found[1].kind not in ("people", "state"):
        return
    rest = table.match(words.words, found[0])
    if rest and rest[0] == end and rest[1].kind == "union":
        yield first, found[0], found[1]
        yield found[0], end, rest[1]
    elif end < len(words) and _is_of_an_officer(words.lower[found[0] : end], words.lower[end]):
        yield first, found[0], found[1]


def _is_of_an_officer(told: Sequence[str], following: str) -> bool:
    """'Sea Trade' before 'Minister', 'Supreme' before 'Leader'."""
    of_a_minister = following in MINISTERS and not BODIES & set(told)
    return of_a_minister or (following in ROLES and all(word in MODIFIERS for word in told))


def without_rank(words: Words, first: int, end: int) -> int:
    """Where a body's name ends that runs on into a title: '[Harbour Ministry] Assistant Secretary Ana Kolt'.

    Nothing is left of the 'Then-Vice' before 'President'.
    """
    stop = end
    while stop > first and words.lower[stop - 1].removeprefix("then-") in RANKS:
        stop -= 1
    in_a_title = end < len(words) and words.words[end][0].isupper() and words.lower[end] in ROLES | MODIFIERS
    return stop if in_a_title else end


def is_a_body(words: Words, first: int, end: int) -> bool:
    """'Marsh Lane Studios', 'Radio Norhaven', and 'KTR' of 'the broadcaster KTR': no person."""
    if end - first > 1:
        return words.lower[end - 1] in CORPORATE or words.lower[first] in SENDERS
    word = words.words[first]
    return len(word) > 1 and word.isupper() and first > 0 and words.lower[first - 1] in CALLED_SO


def going_on(words: Words, end: int, taken: Sequence[bool]) -> int:
    """Where a body's name ends that the tagger cut: 'president of Harbourfirst [Strategy], said'.

    What is followed by another name is no part of it: 'the Harbour Board Envoy Ana Kolt'.
    """
    at = end
    while at < len(words) and not taken[at] and words.words[at][0].isupper() and words.words[at].isalpha():
        if words.lower[at] in NO_PARTS or words.words[at].isupper() or at - end == LONGEST:
            return end
        at += 1
    return end if at < len(words) and taken[at] else at


def before_and(words: Words, first: int, end: int, taken: Sequence[bool]) -> int:
    """Where 'the [Dockers and] Cranemen's Union' and 'the [Locks and] Tides Committee' begin, of which the tagger found
    what follows 'and'."""
    if _is_cut_in_two(words, first, end, taken):
        return first - 2
    of_people = any(word in ("'", "’", "workers") or word in POSSESSIVE for word in words.lower[first:end])
    if first < 3 or words.lower[first - 1] not in ("and", "&") or words.lower[end - 1] not in JOINED or not of_people:
        return first
    at = first - 2
    while at > 0 and first - at < JOINED_WORDS and (words.words[at].istitle() or words.words[at] == ","):
        if words.lower[at] in ARTICLES:
            break
        at -= 1
    named = words.lower[at] == "the" and words.words[first - 2][0].isupper() and first - at < JOINED_WORDS
    return at + 1 if named else first


def _is_cut_in_two(words: Words, first: int, end: int, taken: Sequence[bool]) -> bool:
    """'[Locks and] Tides Committee', '[Locks and] Tides chairwoman': a plural that is nobody's name, then 'and'."""
    if first < 2 or words.lower[first - 1] not in ("and", "&") or taken[first - 2]:
        return False
    before, following = words.words[first - 2], words.lower[end] if end < len(words) else ""
    called = words.lower[end - 1] in CORPORATE | CALLED_SO | JOINED or following in ROLES - MINISTERS
    plain = len(before) > 3 and before.istitle() and before.endswith("s") and words.lower[first - 2] not in NO_PARTS
    opens = (
        first > 2
        and words.words[first - 3].isalpha()
        and (words.lower[first - 3] == words.words[first - 3] or words.lower[first - 3] in ARTICLES)
    )
    return called and plain and opens


def owns_as_bodies_do(words: Words, end: int) -> bool:
    """Whether what follows is "'s chairwoman" or "'s 300 employees"."""
    return end + 1 < len(words) and words.words[end] in POSSESSIVE and bool(OWNED & set(words.lower[end + 1 : end + 4]))


def is_many(words: Words, first: int, end: int, surnames: Collection[str]) -> bool:
    """'The Tidewaters said': a plural after "the", which no person's name is; 'the Kolts' are those called Kolt."""
    word = words.words[first]
    alone = end - first == 1 and first > 0 and words.lower[first - 1] == "the" and words.words[end : end + 1] != ()
    plural = alone and len(word) > 4 and word.endswith("s") and word.removesuffix("s") not in surnames
    return plural and not words.words[end][0].isupper()


def is_a_thing(words: Words, end: int) -> bool:
    """'Marsh Lane, which builds in three provinces, said': nobody is told of by 'which'."""
    return end + 1 < len(words) and words.words[end] == "," and words.lower[end + 1] == "which"


def recurring(words: Words, bodies: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Wherever the words of one of these names, of two words or more, stand again."""
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for first, end in bodies:
        named = words.words[first][0].isupper() and words.words[end - 1][0].isupper()
        if end - first > 1 and named:
            full[words.words[first]].add(words.words[first:end])
    for at in words.capitals if full else ():
        for key in full.get(words.words[at], ()):
            end = at + len(key)
            office = end < len(words) and words.lower[end] in ROLES  # "Norlandic Supreme" is none before "Leader"
            if words.words[at:end] == key and not office:
                yield at, end


def is_of_an_office(words: Words, at: int) -> bool:
    """The words of 'Prime Minister 's'."""
    capital = words.words[at][0].isupper() and (words.lower[at] in ROLES or words.lower[at] in MODIFIERS)
    return capital or words.words[at] in POSSESSIVE


def after_portfolios(words: Words, end: int) -> int:
    """Past ', Salt and Harbours': a list of capitalised words that 'and' ends; or where it was."""
    at = end
    while at + 1 < len(words) and words.words[at] == "," and _is_plain_capital(words, at + 1):
        at += 2
    at = at + 1 if at < len(words) and words.words[at] == "," else at
    if at + 1 < len(words) and words.lower[at] == "and" and _is_plain_capital(words, at + 1) and at > end:
        at += 2
        while at < len(words) and _is_plain_capital(words, at) and words.lower[at] not in ROLES:
            at += 1
        return at
    return end


def _is_plain_capital(words: Words, at: int) -> bool:
    return words.words[at][0].isupper() and words.words[at].isalpha() and words.lower[at] not in CAPITALISED_ANYWAY


def known_by_one_name(names: Sequence[str]) -> set[str]:
    """Who goes by one name more than once: 'Korvin' of 'Korvin said' is he elsewhere too."""
    return {
        word for word, count in Counter(names).items() if count > 1 and len(word) > 3 and word.lower() not in MODIFIERS
    }


def is_between(words: Words, first: int, at: int, end: int) -> bool:
    """'Oleh Drach / Олег Драч', and in a caption 'Oleh Drach R - Ana Kolt': a mark between two names."""
    return words.words[at] == "/" or (words.words[at] in DASHES and at - first > 1 and end - at > 2)


def is_before(word: str) -> bool:
    """An article or a mark before a name, and 'Mosk-based' or 'existing', which a tagger took for its first word."""
    return word in ARTICLES or not word[0].isalnum() or word.endswith(("-based", "-backed")) or word in BEFORE
