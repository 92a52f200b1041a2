"""Whose an office or body is that a report names without its state: a small trained scorer over the report's states.

Softmax regression over the states that the report tells of and "none of them" (training/who/belonging.py).
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

from onrecord.reading.who.behalf.tellings import Telling, dateline, tellings
from onrecord.reading.who.behalf.told import AT_A_PLACE
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.holding.offices import MONARCHIES, WITHOUT_PREMIER
from onrecord.reading.who.holding.ofstates import LOCAL, may_belong
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nouns import FAMILY, singular

LEAST_ODDS = 0.5  # odds from which a state is told
LEAST_ODDS_OF_A_HEAD = 0.75  # of a president or premier, of whom each state has one, and a report tells of several
CANDIDATES = 6
OPENING = 2  # sentences: the headline and the first
FAR = 4  # sentences
PLACES = 6  # mentions looked at
OPENINGS = 50  # namings looked at for the opening, in their order
RULERS = frozenset("president premier chancellor king queen emir sultan pm leader".split())
# Offices that few states call so. Facts of common knowledge.
CALLED = {
    "chancellor": frozenset(("DE", "AT", "GB")),
    "secretary": frozenset(("US", "GB", "PH", "MX", "HK")),
    "king": MONARCHIES,
    "taoiseach": frozenset(("IE",)),
    "congressman": frozenset(("US", "PH")),
    "congresswoman": frozenset(("US", "PH")),
    "senator": frozenset("US AU CA FR IT PH BR MX CO AR CL NG KE PK".split()),
    "mp": frozenset("GB CA AU NZ IN IE PK BD MY SG KE UG GH ZA ZW".split()),
    "mps": frozenset("GB CA AU NZ IN IE PK BD MY SG KE UG GH ZA ZW".split()),
    "mk": frozenset(("IL",)),
    "administration": frozenset(("US", "KR", "PH", "TW", "NG", "GH")),
}
TITLES = ("president", "prime", "leader", "opposition", "secretary", "mp", "mps", "government")


@dataclass
class Belonging:
    """`state_of` is the only question.

    `printed` has the states of people beside whom the report prints them, `heads` who heads which state, by code;
    `home` is the state in which the outlet is at home, whose government it need not name.
    """

    cast: Cast
    sentence_of: Sequence[int]
    printed: Mapping[int, str]
    heads: Mapping[str, int]
    home: str | None = None
    _whole: dict[str, dict[str, float]] = field(default_factory=dict)

    @cached_property
    def tellings(self) -> list[Telling]:
        return tellings(self.cast)

    @cached_property
    def by_code(self) -> Mapping[str, Sequence[Telling]]:
        found: dict[str, list[Telling]] = {}
        for one in self.tellings:
            found.setdefault(one.code, []).append(one)
        return found

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, float]]:
        """How often the states are named, and told of by provinces and signs."""
        kinds: dict[str, defaultdict[str, float]] = {kind: defaultdict(float) for kind in ("named", "province", "sign")}
        for one in self.tellings:
            kinds["named" if one.named else one.kind][one.code] += one.share
        return kinds

    @cached_property
    def told_of_most(self) -> list[str]:
        """A union has no army, ministry or president that a report calls so."""
        weight: defaultdict[str, float] = defaultdict(float)
        for one in self.tellings:
            if one.code not in ("EU", "UN") and not (one.kind == "seat" and self.is_a_mere_place(one)):
                weight[one.code] += 2 if one.named else one.share
        told = [code for code, _ in sorted(weight.items(), key=lambda one: (-one[1], one[0]))[:CANDIDATES]]
        return told if self.home is None or self.home in told else [*told, self.home]

    def of_the_whole(self, code: str) -> dict[str, float]:
        """What speaks for a state whoever is asked for: how it is told of in the report."""
        if code not in self._whole:
            named = [one for one in self.by_code.get(code, ()) if one.named]
            counts, provinces, signs = (self.counts[kind] for kind in ("named", "province", "sign"))
            count, most = counts.get(code, 0.0), max(counts.values(), default=0)
            sentences = {self.sentence_of[one.first] for one in named[:OPENINGS]}
            self._whole[code] = {
                "share": _share(counts, code),
                "most": float(0 < count == most),
                "of the most": count / most if most else 0.0,
                "told": math.log1p(count),
                "province share": _share(provinces, code),
                "provinces": math.log1p(provinces.get(code, 0.0)),
                "sign share": _share(signs, code),
                "signs": math.log1p(signs.get(code, 0.0)),
                "mere place": sum(map(self.is_a_mere_place, named)) / (len(named) or 1),
                "owns": sum(map(self._owns, named)) / (len(named) or 1),
                "seat": float(any(one.kind == "seat" for one in named)),
                "body": float(any(one.kind == "body" for one in named)),
                "only": float(len(counts) == 1 and count > 0),
                "opening": float(any(at < OPENING for at in sentences)),
                "title": float(0 in sentences),
                "dateline": float(code in self.dateline),
            }
        return self._whole[code]

    def near(self, code: str, place: int) -> list[Telling]:
        """Where the state is named within a few sentences of a word."""
        known, here = self.by_code.get(code, ()), self.sentence_of[place]
        start = bisect_left(known, here - FAR, key=lambda one: self.sentence_of[one.first])
        end = bisect_left(known, here + FAR + 1, key=lambda one: self.sentence_of[one.first])
        return [one for one in known[start:end] if one.named]

    def is_a_mere_place(self, one: Telling) -> bool:
        """'The talks in Oslo' may be anybody's."""
        return one.first > 0 and self.cast.words.lower[one.first - 1] in AT_A_PLACE

    def _owns(self, one: Telling) -> bool:
        words, end = self.cast.words.words, self.cast.names[one.name].end
        return one.kind == "people" or (end < len(words) and words[end] in POSSESSIVE)

    @cached_property
    def dateline(self) -> frozenset[str]:
        return dateline(self.cast, self.tellings)

    def state_of(self, entity: Entity) -> tuple[str, float] | None:
        """The state and its odds, or null where none of them is likely, or the entity is no state's at all."""
        if not may_belong(self.cast, entity):
            return None
        asked = Instance(self, entity)
        odds = asked.odds(weights())
        code = max(odds, key=lambda one: (odds[one], one), default="")
        enough = bool(code) and odds[code] >= asked.least
        return (gazetteer().states.get(code, code), odds[code]) if enough else None


@dataclass
class Instance:
    """One whose state is asked for, beside the states whose he may be."""

    of: Belonging
    entity: Entity

    def odds(self, table: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
        """The odds of each candidate, "" for none of them; empty where there is no candidate."""
        scores = {code: _score(table["state"], self.features(code)) for code in self.candidates}
        if not scores:
            return {}
        scores[""] = _score(table["none"], self.none_features)
        top = max(scores.values())
        raised = {code: math.exp(score - top) for code, score in scores.items()}
        whole = sum(raised.values())
        return {code: value / whole for code, value in raised.items()}

    @property
    def candidates(self) -> list[str]:
        """The states told of most, and that of the outlet."""
        return self.of.told_of_most

    def features(self, code: str) -> dict[str, float]:
        """What speaks for this state: how it is told of, what stands near, and what else is its own."""
        found = {**self.of.of_the_whole(code), **self._near(code), **self._others(code)}
        found["sign in its words"] = float(self._has_a_sign(code))
        return {name: value for name, value in found.items() if value}

    def _near(self, code: str) -> dict[str, float]:
        sentence_of = self.of.sentence_of
        pairs = [(one.first, place) for place in self.places for one in self.of.near(code, place)]
        apart = [sentence_of[place] - sentence_of[first] for first, place in pairs]
        nearest = min(map(abs, apart), default=FAR + 1)
        office = self.places[0] if self.places else 0
        opens = (
            first - bisect_left(sentence_of, sentence_of[first]) <= 2
            for first, place in pairs
            if place == office and first < office and sentence_of[office] - sentence_of[first] <= 1
        )
        return {
            "near": 1 / (1 + nearest) if nearest <= FAR else 0.0,
            "beside": float(0 in apart),
            "before it": float(any(a < b and sentence_of[a] == sentence_of[b] for a, b in pairs)),
            "sentence before": float(1 in apart),
            "opens before": float(any(opens)),
            "opens its sentence": float(any(self._opens(first, place) for first, place in pairs)),
        }

    def _opens(self, at: int, place: int) -> bool:
        """'Norland left the talks after Prime Minister Ana Kolt said so': the subject of the sentence of the office."""
        sentence_of = self.of.sentence_of
        first = bisect_left(sentence_of, sentence_of[place])
        return first <= at <= first + 2 and at < place

    def _others(self, code: str) -> dict[str, float]:
        head = self.of.heads.get(code)
        no_president = "president" in self.words and self.rules and code in MONARCHIES
        return {
            "home": float(code == self.of.home and not self.beside),
            "home, another beside": float(code == self.of.home and bool(self.beside - {code})),
            "printed share": _share(self.printed, code),
            "printed": float(self.printed[code] > 0),
            "its head is another": float(self.rules and head is not None and head != self.entity.number),
            "calls it so": float(any(code in states for word, states in CALLED.items() if word in self.words)),
            "cannot": float(no_president or ("prime" in self.words and code in WITHOUT_PREMIER)),
        }

    @cached_property
    def none_features(self) -> dict[str, float]:
        """What speaks for none of them: what kind of office it is, and how many states there are."""
        counts = self.of.counts["named"]
        found = {"one": 1.0, f"kind {self.entity.kind}": 1.0, "states": math.log1p(len(counts))}
        found |= {f"family {family}": 1.0 for family in sorted(self.families)}
        found["local"] = float(bool(LOCAL & self.words))
        found["many"] = float(self.entity.many)
        found |= {f"called {word}": 1.0 for word in TITLES if word in self.words}
        found["vice"] = float("vice" in self.words)
        found["mentions"] = math.log1p(len(self.entity.mentions))
        found["top share"] = max(counts.values(), default=0) / (sum(counts.values()) or 1)
        return {name: value for name, value in found.items() if value}

    @cached_property
    def beside(self) -> frozenset[str]:
        """The states named in the sentences in which it is told of first."""
        here = [(place, self.of.sentence_of[place]) for place in self.places[:2]]
        told = (
            (one, sentence) for place, sentence in here for code in self.of.by_code for one in self.of.near(code, place)
        )
        return frozenset(one.code for one, sentence in told if self.of.sentence_of[one.first] == sentence)

    @cached_property
    def printed(self) -> Counter[str]:
        return Counter(code for number, code in self.of.printed.items() if number != self.entity.number)

    @cached_property
    def places(self) -> list[int]:
        """Where the entity is told of with a present role, else where it is told of."""
        roles = [role.first for role in self.entity.roles if not role.former]
        return (roles or [first for first, _ in self.entity.mentions])[:PLACES]

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case words of its roles, or of its description."""
        spans = [(role.first, role.end) for role in self.entity.roles if not role.former]
        spans = spans or (self.entity.mentions[:3] if self.entity.kind != "person" else [])
        return frozenset(word for first, end in spans for word in self.of.cast.words.lower[first:end])

    @property
    def least(self) -> float:
        """The odds from which its state is told."""
        return LEAST_ODDS_OF_A_HEAD if self.rules else LEAST_ODDS

    @property
    def rules(self) -> bool:
        heads = bool(RULERS & self.words or {"prime", "minister"} <= self.words)
        return heads and "spokesman" not in self.families and "vice" not in self.words

    @cached_property
    def families(self) -> frozenset[str]:
        lower = self.of.cast.words.lower
        heads = [lower[role.head] for role in self.entity.roles if not role.former] + [self.entity.head]
        return frozenset(family for head in heads for family in FAMILY.get(singular(head) or head, ()))

    def _has_a_sign(self, code: str) -> bool:
        spans = [(role.first, role.end) for role in self.entity.roles]
        spans += self.entity.mentions if self.entity.kind != "person" else []
        known = self.of.by_code.get(code, ())
        within = (
            known[bisect_left(known, first, key=_place) : bisect_left(known, end, key=_place)] for first, end in spans
        )
        return any(one.kind in ("sign", "body") for some in within for one in some)


def _place(one: Telling) -> int:
    return one.first


def _share(counts: Mapping[str, float], code: str) -> float:
    return counts.get(code, 0.0) / (sum(counts.values()) or 1)


def _score(table: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Mapping[str, float]]:
    text = files(__package__).joinpath("belonging.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)["weights"]
    return table
