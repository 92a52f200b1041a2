"""Which states a report tells of: which one most of all, and which one before a word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE, Name
from onrecord.reading.who.wording.nouns import BODIES, MODIFIERS, ROLES

# "Congress" and "Labour" tell whose words they are; "Union" and "Council" do not.
COMMON = BODIES | ROLES | MODIFIERS | {"bureau", "cfo", "ceo", "crown", "forum", "industry"}
COMMON |= {"crown corporation", "state corporation", "postal service", "civil service"}
COMMON -= frozenset("congress parliament senate house assembly duma kremlin labour labor opposition".split())
LONG_AGO = 120  # words
LEAD = 1.5  # how much more one state must be told of before a word than any other
AT_A_PLACE = frozenset("in into from to against on near at with southern northern eastern western".split())


def main_state(cast: Cast) -> str | None:
    """The state that a report tells of at least twice as much as of any other: whose "Foreign Ministry" it is."""
    told = Counter(name.place.code for name in cast.names if name.place and name.place.kind != "province")
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return gazetteer().states[ranked[0][0]]


def province_before(cast: Cast, sentence_of: Sequence[int], at: int) -> str | None:
    """The state of the province told of last, in this sentence or the one before it: whose governor it is."""
    for name in reversed(cast.names[: bisect_left(cast.names, at, key=lambda name: name.first)]):
        if sentence_of[at] - sentence_of[name.first] > 1:
            break
        if name.place is not None and name.place.kind == "province":
            return name.place.state
    return None


def names_one(party: str) -> bool:
    """Whether a name tells of one party: 'Union', 'Council' and 'CFO' alone are anybody's."""
    return party.lower() not in COMMON


def state_before(cast: Cast, sentence_of: Sequence[int], at: int) -> str | None:
    """The state told of before: where several are, the one that is told of nearest, and not only as a place.

    'The army' of "Norland's troops entered Ruvania. The army said ..." is Norland's.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for name in reversed(cast.names[: bisect_left(cast.names, at, key=lambda name: name.first)]):
        if at - name.first > LONG_AGO:
            break
        if (state := _state(cast, name)) is not None:
            weights[state] += _weight(cast, sentence_of, name, at)
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def state_beside(cast: Cast, sentence_of: Sequence[int], at: int) -> str | None:
    """The state told of in the very sentence before this word, if one stands out: 'In Norland's capital, the foreign
    ministry said'."""
    weights: defaultdict[str, float] = defaultdict(float)
    for name in reversed(cast.names[: bisect_left(cast.names, at, key=lambda name: name.first)]):
        if sentence_of[name.first] != sentence_of[at]:
            break
        if (state := _state(cast, name)) is not None:
            weights[state] += _weight(cast, sentence_of, name, at)
    ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:2]
    stands_out = ranked and (len(ranked) == 1 or ranked[0][1] >= LEAD * ranked[1][1])
    return ranked[0][0] if stands_out else None


def _state(cast: Cast, name: Name) -> str | None:
    """The state that a name leads to, listed or not; a union of states has no army, government or ministry."""
    if name.place is not None:
        alone = name.place.kind not in ("province", "union") and name.place.code not in ("EU", "UN")
        return name.place.state if alone else None
    return cast.words.printed(name.first, name.end) if name.unlisted else None


def _weight(cast: Cast, sentence_of: Sequence[int], name: Name, at: int) -> float:
    before = cast.words.lower[name.first - 1] if name.first else ""
    first = bisect_left(sentence_of, sentence_of[name.first])
    owns = name.end < len(cast.words) and cast.words.words[name.end] in POSSESSIVE
    weight = 0.4 if before in AT_A_PLACE and not owns else 2.0 if name.first - first <= 2 else 1.0
    return weight / (1 + sentence_of[at] - sentence_of[name.first])


def body_told_before(cast: Cast, sentence_of: Sequence[int], at: int) -> Entity | None:
    """The organisation or state told of last, within two sentences."""
    best: tuple[int, Entity] | None = None
    for entity in cast.entities:
        if entity.kind not in ("organisation", "state") or entity.outlet:
            continue
        before = [first for first, _ in entity.mentions if first < at]
        if before and sentence_of[at] - sentence_of[before[-1]] <= 2 and (not best or before[-1] > best[0]):
            best = before[-1], entity
    return best[1] if best else None
