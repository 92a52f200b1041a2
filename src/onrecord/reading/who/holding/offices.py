"""Offices printed without their state: "President Ana Kolt" in a report that need not say of what."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.reading.who.gazetteer import PlaceKind
from onrecord.reading.who.holding.roles import RoleSpan
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE, Name
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, MODIFIERS, STATE_BODIES

# Offices that only one state calls so. Facts of common knowledge.
OF_ONE_STATE = {
    "secretary of state": "US",
    "secretary of defense": "US",
    "secretary of the treasury": "US",
    "treasury secretary": "US",
    "defense secretary": "US",
    "commerce secretary": "US",
    "homeland security secretary": "US",
    "trade representative": "US",
    "speaker of the house": "US",
    "house speaker": "US",
    "white house": "US",
    "foreign secretary": "GB",
    "home secretary": "GB",
    "defence secretary": "GB",
    "chancellor of the exchequer": "GB",
    "downing street": "GB",
    "high representative of the union": "EU",
}
HEADS_OF_STATE = frozenset("president premier chancellor king queen emir sultan pm leader".split())
# States that have a monarch, and so no president of their own. Facts of common knowledge.
MONARCHIES = frozenset(
    "GB CA AU NZ JP ES NL BE SE NO DK LU LI MC SA JO MA TH MY KH KW BH OM QA BT BN LS SZ TO JM BS PG VA".split()
)
# States without a prime minister. Facts of common knowledge.
WITHOUT_PREMIER = frozenset(
    "US MX BR AR CL CO ID NG ZA KE PH IR VE CR PA UY PY EC BO GT HN SV NI DO AO ZM MW GH LR CY TR".split()
)
ALONE = 3  # how often the only state told of must be told of
RULERS = frozenset("president premier chancellor king queen emir sultan pm minister".split())
OFFICES = frozenset(("ruler", "minister", "envoy"))
NEAR = 2  # sentences before the office is first named
FAR = 14  # words
MEETING = frozenset("meet met meeting see".split())
GATHERED = frozenset("talks round rounds envoys delegations negotiators sides summit negotiations mediators".split())
ENOUGH, LEAD = 2.0, 1.5
FIRST_FEW = 4  # mentions of a state that count for themselves
CALLED = 4.0  # what "the Norlandic president" counts for


def rules(cast: Cast, person: Entity) -> bool:
    """Whether somebody heads a state, by a present role; a vice president does not."""
    lower = cast.words.lower
    return any(
        lower[role.head] in HEADS_OF_STATE
        and "vice" not in lower[role.first : role.head]
        and not _of_a_body(cast, role)
        for role in person.roles
        if not role.former
    )


def _of_a_body(cast: Cast, role: RoleSpan) -> bool:
    """'The organisation's president' heads no state."""
    return bool((BODIES - STATE_BODIES - {"state", "country", "nation"}) & set(cast.words.lower[role.first : role.end]))


def is_a_vice(cast: Cast, entity: Entity) -> bool:
    """A vice president's state is that of a president, who need not be named."""
    return any("vice" in cast.words.lower[role.first : role.head] for role in entity.roles)


@dataclass(frozen=True, slots=True)
class Told:
    """A name that leads to a state. `house`: that of its government; `meets`: others may only meet there.

    `nth` counts those of its state, venues left out.
    """

    first: int
    code: str
    kind: PlaceKind
    name: Name
    house: bool
    meets: bool
    nth: int


@dataclass
class Weighing:
    """Weighs of which state somebody holds office. What is the same for all is counted once for each office."""

    cast: Cast
    sentence_of: Sequence[int]
    _wholes: dict[frozenset[str], Mapping[str, float]] = field(default_factory=dict)

    def holds_office(self, entity: Entity) -> bool:
        roles = [role for role in entity.roles if not role.former and not _of_a_body(self.cast, role)]
        heads = [self.cast.words.lower[role.head] for role in roles]
        if entity.name.split()[-1] in self._administrations:
            return True
        return any(head in RULERS or OFFICES & set(FAMILY.get(head, ())) for head in heads if head != "leader")

    @cached_property
    def _administrations(self) -> frozenset[str]:
        """'Kolt' of 'the Kolt administration'."""
        names = (one.name.split() for one in self.cast.entities if one.name.endswith(" administration"))
        return frozenset(words[-2] for words in names)

    def state_of(self, entity: Entity, taken: Collection[str]) -> tuple[float, str | None]:
        """The state told of where the report first names the office, or at whose seat it is held: weight and code.

        `taken` are states that have another head in the report. The code is null where no state stands out.
        """
        roles = [role for role in entity.roles if not role.former]
        if not entity.mentions:
            return 0.0, None
        office = roles[0].first if roles else entity.mentions[0][0]
        heads = frozenset(self.cast.words.lower[role.head] for role in roles)
        if "pope" in heads:
            return CALLED, "VA"
        weights = self._weights(entity, office, heads)
        for code in {*taken, *_impossible(self.cast, roles)}:
            weights.pop(code, None)
        ranked = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:2]
        alone = len(ranked) == 1 and self._counts[ranked[0][0]] >= ALONE
        stands_out = len(ranked) == 1 or (ranked and ranked[0][1] >= LEAD * ranked[1][1])
        if not ranked or (ranked[0][1] < ENOUGH and not alone) or not stands_out:
            return 0.0, None
        code, weight = ranked[0]
        # 'Education Minister Ana Kolt' in a report on Norland is no minister of the neighbour whom she speaks about.
        most = max(count for other, count in self._counts.items() if other not in taken)
        told_of = self._counts[code] >= 0.6 * most or weight >= 6 or self._is_subject_of(code, office)
        return (weight, code) if told_of else (0.0, None)

    @cached_property
    def _told(self) -> Sequence[Told]:
        found: list[Told] = []
        counts: Counter[str] = Counter()
        for name in self.cast.names:
            code, kind = _state(self.cast, name)
            if code is None or kind is None:
                continue
            meets = _may_only_meet(self.cast, self.sentence_of, name, kind)
            counts[code] += not meets
            found.append(Told(name.first, code, kind, name, _is_a_house(self.cast, name, kind), meets, counts[code]))
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(one.code for one in self._told if not one.meets)

    def _whole(self, heads: frozenset[str]) -> Mapping[str, float]:
        """What the whole report tells of the states, for whoever holds these offices."""
        if heads not in self._wholes:
            weights: defaultdict[str, float] = defaultdict(float)
            for one in self._told:
                if one.meets:
                    continue
                if one.nth <= FIRST_FEW:
                    weights[one.code] += 1.5 if one.house else 0.8 if one.kind == "body" else 0.4
                if one.kind in ("people", "state") and _stands_before(self.cast, one.name, heads):
                    weights[one.code] += CALLED
            self._wholes[heads] = weights
        return self._wholes[heads]

    def _weights(self, entity: Entity, office: int, heads: frozenset[str]) -> dict[str, float]:
        weights = dict(self._whole(heads))
        for one in self._near(self.sentence_of[office] - NEAR, self.sentence_of[office]):
            if not one.meets:
                weights[one.code] = weights.get(one.code, 0.0) + _before(one.name, office, self.sentence_of)
        for sentence in {self.sentence_of[first] for first, _ in entity.mentions}:
            for one in self._near(sentence, sentence):
                home = self._at_home(entity, one)
                if one.house and one.nth <= 2 * FIRST_FEW and not one.meets:
                    weights[one.code] = weights.get(one.code, 0.0) + 3.0
                if home:
                    weights[one.code] = weights.get(one.code, 0.0) + home
        return weights

    def _near(self, start: int, end: int) -> Sequence[Told]:
        """Those told of in sentences `start` to `end`."""
        first = bisect_left(self._told, start, key=lambda one: self.sentence_of[one.first])
        return self._told[first : bisect_left(self._told, end + 1, key=lambda one: self.sentence_of[one.first])]

    def _at_home(self, entity: Entity, one: Told) -> float:
        return _at_home(self.cast, self.sentence_of, entity, one.name) if one.kind in ("seat", "state") else 0.0

    def _is_subject_of(self, code: str, office: int) -> bool:
        """'Norland will leave after Prime Minister Ana Kolt said so': the sentence of the office is about the state."""
        start = bisect_left(self.sentence_of, self.sentence_of[office])
        first = bisect_left(self._told, start, key=lambda one: one.first)
        opening = (one for one in self._told[first : first + 3] if one.first <= start + 2 and one.first < office)
        return any(one.code == code for one in opening)


def _impossible(cast: Cast, roles: Sequence[RoleSpan]) -> frozenset[str]:
    """States that have no such office: a kingdom has no president."""
    lower = cast.words.lower
    if any(lower[role.head] == "president" for role in roles):
        return MONARCHIES
    premier = any(lower[role.head - 1 : role.head + 1] == ("prime", "minister") for role in roles)
    return WITHOUT_PREMIER if premier else frozenset()


def _state(cast: Cast, name: Name) -> tuple[str | None, PlaceKind | None]:
    """The code of the state that a name leads to, and how; null for a province, a union, or no state.

    A state that is not listed goes by its name.
    """
    if name.unlisted:
        return cast.words.printed(name.first, name.end), "state"
    if name.place is not None:
        alone = name.place.kind not in ("province", "union") and name.place.code not in ("EU", "UN")
        return (name.place.code, name.place.kind) if alone else (None, None)
    return None, None


def _stands_before(cast: Cast, name: Name, heads: frozenset[str]) -> bool:
    """'The Norlandic president' without a name, where 'President Kolt' is named: whose president he is."""
    words, at = cast.words, name.end
    while at < min(len(words), name.end + 3) and (words.lower[at] in MODIFIERS or words.words[at] in POSSESSIVE):
        at += 1
    called = at < len(words) and words.lower[at] in heads - {"leader"}
    return called and not (at + 1 < len(words) and words.words[at + 1][0].isupper())


def _is_a_house(cast: Cast, name: Name, kind: PlaceKind | None) -> bool:
    """'the White House' and 'the Kremlin' tell more than 'Moscow', where anybody may be."""
    if kind != "seat":
        return False
    return name.end - name.first > 1 or (name.first > 0 and cast.words.lower[name.first - 1] == "the")


def _may_only_meet(cast: Cast, sentence_of: Sequence[int], name: Name, kind: PlaceKind) -> bool:
    """'The envoys are to meet in Oslo': where others meet, and nobody's capital, unless somebody is at home there."""
    lower = cast.words.lower
    if kind != "seat" or not name.first or lower[name.first - 1] not in ("in", "to"):
        return False
    sentence = sentence_of[name.first]
    start, end = bisect_left(sentence_of, sentence), bisect_left(sentence_of, sentence + 1)
    return bool(GATHERED & set(lower[start:end]))


def _at_home(cast: Cast, sentence_of: Sequence[int], entity: Entity, name: Name) -> float:
    """'The envoy flew to Oslo to meet with Kolt', 'Kolt's answer was Oslo's first': where somebody is at home."""
    words, lower = cast.words, cast.words.lower
    if name.first == 0 or name.end >= len(words):
        return 0.0
    here = [at for at, _ in entity.mentions if sentence_of[at] == sentence_of[name.first]]
    if words.words[name.end] in POSSESSIVE:
        owns = any(words.words[at + 1] in POSSESSIVE for at in here if at + 1 < name.first)
        return 2.0 if owns and lower[name.first - 1] in ("was", "is") else 0.0
    if lower[name.first - 1] not in ("in", "to"):
        return 0.0
    met = any(name.end < at <= name.end + FAR and MEETING & set(lower[max(name.end, at - 3) : at]) for at in here)
    return 2.5 if met else 0.0


def _before(name: Name, office: int, sentence_of: Sequence[int]) -> float:
    """What a state told of shortly before the office counts: most where it opens its sentence, as its subject does."""
    apart = sentence_of[office] - sentence_of[name.first]
    if apart < 0 or apart > NEAR:
        return 0.0
    if name.first >= office:
        return 0.5
    opens = name.first - bisect_left(sentence_of, sentence_of[name.first]) <= 2
    return 3.0 if opens and apart < NEAR else 1.0 / (1 + apart)
