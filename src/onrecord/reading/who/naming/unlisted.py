"""States that no gazetteer lists, by the words that only states have: 'the Ruvanian foreign minister' of 'Ruvania'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.reading.who.gazetteer import Gazetteer, given_genders
from onrecord.reading.who.wording.nouns import HONORIFICS, ROLES
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

POSSESSIVE = frozenset(("'s", "’s", "' s", "’ s"))
OF_A_STATE = frozenset(
    """president prime foreign defence defense government parliament army navy minister ministry premier envoy
    ambassador troops forces military delegation negotiator""".split()
)
SENT = frozenset("leader leaders official officials diplomat diplomats envoys friends observers officers".split())
OFFICES_OF = frozenset("foreign defence defense prime interior finance".split())
MINISTERS = frozenset("minister ministry ministers".split())
OWNED_BY_STATES = OF_A_STATE | frozenset(
    """border borders capital constitution navy gunboats economy airspace election elections electoral ambassadors
    currency citizens voters sovereignty""".split()
)
WHAT_STATES_HAVE = frozenset("capital president government people border army republic parliament ruler side".split())
ITS_OWN = frozenset("ministry minister ministers".split())
OPENS = frozenset(("", ".", "-", "–", "—", "”", '"'))
ENOUGH = 3  # how much must tell that a word is a state where nothing else does; less where another is known
# Parts of the world and faiths, whose adjectives stand before offices as peoples' names do; and what else is no state.
NO_STATES = CAPITALISED_ANYWAY | frozenset(
    """africa african africans europe european europeans asia asian asians america americas arab arabs arabic arabia
    islam islamic muslim christian jewish latin caribbean balkan balkans baltic nordic gulf mediterranean eurasia
    eurasian western eastern northern southern congress english people freedom taliban victorian""".split()
)
CLAUSE = 45  # words
INSIDE = frozenset("in into inside within across".split())
# Endings of peoples' names, and what of the state's own name they replace.
ENDINGS = (("n", ""), ("an", ""), ("ian", ""), ("ic", ""), ("ese", ""), ("ish", ""), ("i", ""))
PEOPLES_END = ("ian", "andic", "nese")
ELIDED = (("ian", "a"), ("an", "o"), ("ian", "y"), ("ish", "ia"), ("ese", "a"), ("ic", "ia"))
SHORTEST = 4


def unlisted(words: Words, surnames: set[str], table: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """The states' names and the peoples' names, each of one word; no surname of a person named in full is among them.

    A state is told by its people's name before an office of state or a common noun ("the Ruvanian draft", where
    "Ruvania" stands in the text too), or by a minister of its own ("Ruvania's foreign minister") where something
    happens in it.
    """
    capitalised = {words.words[at] for at in words.capitals if _may_be_state(words, at)}
    capitalised -= surnames | _listed(words, table)
    states: set[str] = set()
    peoples: set[str] = set()
    signs: Counter[str] = Counter()
    inside: list[str] = []
    for at in words.capitals:
        word = words.words[at]
        if word not in capitalised:
            continue
        following = words.lower[at + 1 : at + 4]
        of = next(_states_of(word, capitalised), None)
        if of and following and (following[0] in OF_A_STATE or _is_adjective(words, at)):
            states.add(of)
            peoples.add(word)
        elif of is None and word.endswith(PEOPLES_END) and following and following[0] in OF_A_STATE | SENT:
            peoples.add(word)  # "The Ruvanian president", where Ruvania itself is not named
        elif _has_a_minister(following) and _is_entered(words, word):
            states.add(word)
        else:
            inside += [word] if at and words.lower[at - 1] in INSIDE else []
            signs[word] += _sign(words, at)
    signs.update(set(inside))
    enough = ENOUGH - 1 if states else ENOUGH
    states |= {word for word, count in signs.items() if count + _ends_like_one(word) >= enough} - peoples
    for word in capitalised - peoples:
        if any(of in states for of in _states_of(word, capitalised)):
            peoples.add(word)
    return frozenset(states - peoples), frozenset(peoples)


def _sign(words: Words, at: int) -> int:
    """How much one mention tells that a word is a state: 'Ruvania's navy', 'in Ruvania', 'the capital of Ruvania'.

    What stands after a title or before another name is a person's, and no state.
    """
    lower = words.lower
    before = lower[at - 1] if at else ""
    following = lower[at + 1 : at + 5]
    if before in HONORIFICS or (before in ROLES and before not in ("state", "ally")):
        return -10
    if at + 1 < len(words) and words.words[at + 1][0].isupper():
        return -1
    sign = 0
    if following[:1] and following[0] in POSSESSIVE:
        if following[1:2] == ("capital",):
            sign += ENOUGH
        elif set(following[1:4]) & OWNED_BY_STATES:
            sign += 2
    if before == "of" and at > 1 and lower[at - 2] in WHAT_STATES_HAVE:
        sign += ENOUGH if lower[at - 2] == "capital" else 2
    elif before == "with" and at > 1 and lower[at - 2] in ("war", "border", "ties", "relations", "talks"):
        sign += 1
    if before in OPENS and _has_its_minister(lower[at + 1 : at + CLAUSE]):
        sign += ENOUGH
    return sign


def _has_its_minister(following: Sequence[str]) -> bool:
    """'Ruvania will close the port unless its neighbour pays, its trade minister said.'"""
    return any(
        word == "its" and ITS_OWN & set(following[at + 1 : at + 4]) and "." not in following[:at]
        for at, word in enumerate(following)
    )


def _ends_like_one(word: str) -> int:
    return int(word.endswith(("land", "stan", "ania", "nia", "oria", "avia", "ovia", "dria")))


def _has_a_minister(following: Sequence[str]) -> bool:
    """What follows is “'s foreign minister”."""
    return (
        len(following) == 3 and following[0] in POSSESSIVE and following[1] in OFFICES_OF and following[2] in MINISTERS
    )


def _is_adjective(words: Words, at: int) -> bool:
    """'the Ruvanian draft', 'a Ruvanian claim'."""
    before, after = words.lower[at - 1] if at else "", words.words[at + 1]
    return before in ("the", "a", "an") and after.isalpha() and after.islower()


def _may_be_state(words: Words, at: int) -> bool:
    word = words.words[at]
    plain = len(word) >= SHORTEST and word[0].isupper() and word[1:].islower() and word.isalpha()
    return plain and word.lower() not in given_genders() and word.lower() not in NO_STATES


def _listed(words: Words, table: Gazetteer) -> set[str]:
    """Words that belong to a name of the gazetteer somewhere."""
    found: set[str] = set()
    for at in words.capitals:
        if match := table.match(words.words, at):
            found.update(words.words[at : match[0]])
    return found


def _states_of(people: str, capitalised: set[str]) -> Iterator[str]:
    """'Ruvania' for 'Ruvanian', 'Norland' for 'Norlandic', where it stands in the text."""
    for ending, state in (*ENDINGS, *ELIDED):
        if people.endswith(ending):
            of = people.removesuffix(ending) + state
            if of != people and len(of) >= SHORTEST and of in capitalised:
                yield of


def _is_entered(words: Words, state: str) -> bool:
    """Whether something is in it: what is true of states, and of no person."""
    return any(words.words[at] == state and at and words.lower[at - 1] in INSIDE for at in words.capitals)
