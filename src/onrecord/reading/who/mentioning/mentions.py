"""Mentions: everyone a report tells of, in the order of its text, by name, by noun or by pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from onrecord.reading.page import Page
from onrecord.reading.who.holding.roles import RoleSpan
from onrecord.reading.who.mentioning.bodies import means, names_another
from onrecord.reading.who.mentioning.pronouns import GENDER, Candidate, Where, choose
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.naming.states import as_state
from onrecord.reading.who.sourcing.joints import JOINTS
from onrecord.reading.who.wording.nominals import DETERMINERS, PLURALS, Nominal, nominal_at
from onrecord.reading.who.wording.nouns import BODIES, DOCUMENTS, FAMILY, FEMALE, MALE

MentionKind = Literal["name", "nominal", "pronoun"]
SAYING = frozenset(
    """said says say told tells added adds wrote writes noted notes asked asks explained argued claimed announced warned
    stated replied insisted according saying adding thinks believes felt""".split()
)
PERSONAL = frozenset(("he", "she", "him", "his", "her"))
NEAR = 4  # sentences
WINDOW = 40  # mentions
# Nouns that mean bearers of other roles of their family too; "the president" is nobody but a president.
LOOSE = frozenset(
    """leader chief head boss ruler strongman dictator executive envoy diplomat negotiator minister secretary lawmaker
    politician spokesman spokeswoman spokesperson aide adviser official general commander lawyer attorney candidate
    nominee tycoon billionaire businessman expert analyst activist""".split()
)
FOREIGN = frozenset(("foreign", "external", "state"))
PORTFOLIOS = frozenset(
    """prime foreign finance defense interior health trade justice energy economy education agriculture labor
    environment transport culture commerce treasury intelligence deputy vice""".split()
)
SPELT = {"defence": "defense", "labour": "labor", "pm": "prime", "vice-president": "vice"}
DEPUTIES = frozenset(("deputy", "vice"))
# One office under two nouns; of men and of women.
SAME = {"pm": "minister", "rep": "congressman", "congresswoman": "congressman", "sen": "senator", "gov": "governor"}
HEADING = frozenset("president minister premier chancellor governor mayor speaker leader secretary chief head".split())
HEADING_STATES = frozenset("president premier minister chancellor".split())
BELOW = frozenset(("minister", "secretary"))
EXACTLY = 3  # the score of one who is called by the very noun
OWNING = frozenset(("his", "its", "their"))
SUBJECT_VERBS = frozenset(
    """is was are were has had have will would can could may might does did do said says told also then now later
    still never ever only just""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `[first, end)` mean one of `of`: one entity, or several where it stays open, with their scores in 0..1."""

    first: int
    end: int
    kind: MentionKind
    of: tuple[int, ...]
    scores: tuple[float, ...] = ()
    subject: bool = False
    spoke: bool = False
    where: Where | None = None


@dataclass
class Mentions:
    """Built once per report by `listen`; what a source means is then looked up here.

    `quoted` and `sourced` tell of each word whether it stands in a quotation, and in the source of a passage.
    """

    page: Page
    cast: Cast
    sentence_of: Sequence[int]
    paragraph_of: Sequence[int]
    quoted: Sequence[bool]
    sourced: Sequence[bool] = ()
    all: list[Mention] = field(default_factory=list)
    by_first: dict[int, Mention] = field(default_factory=dict)
    by_noun: dict[tuple[str, bool], int] = field(default_factory=dict)
    places: dict[int, list[int]] = field(default_factory=dict)
    roles: dict[int, int] | None = None
    _wheres: dict[int, Where] = field(default_factory=dict)
    _distinct: dict[int, tuple[int, list[RoleSpan]]] = field(default_factory=dict)

    def listen(self) -> None:
        """Goes through the text once."""
        words, name_at = self.cast.words, self.cast.name_at
        lower, at, count = words.lower, 0, len(words)
        while at < count:
            word = lower[at]
            if name_at[at] >= 0:
                name = self.cast.names[name_at[at]]
                self._add(name.first, name.end, "name", self.cast.of_name[name_at[at]])
                at = name.end
            elif word in PERSONAL:
                mention = self._add(at, at + 1, "pronoun", *self.meant_by(word, at))
                at = mention.end
            elif word in DETERMINERS or word in PLURALS:
                nominal = nominal_at(words, name_at, at, count)
                if nominal is not None and not any(number >= 0 for number in name_at[nominal.head : nominal.end]):
                    self.add_nominal(self._with_name(nominal))
                    at = nominal.end
                else:
                    at += 1
            else:
                at += 1

    def _add(
        self, first: int, end: int, kind: MentionKind, of: tuple[int, ...], scores: tuple[float, ...] = ()
    ) -> Mention:
        where = self._where(first)
        mention = Mention(first, end, kind, of, scores, self._is_subject(first, end), self._speaks(first, end), where)
        for number in of[:1]:
            self.places.setdefault(number, []).append(len(self.all))
        self.all.append(mention)
        self.by_first[first] = mention
        if kind == "nominal" and len(of) == 1:
            self.cast.entities[of[0]].mentions.append((first, end))
        return mention

    def _is_subject(self, first: int, end: int) -> bool:
        words = self.cast.words
        if end >= len(words) or words.words[end] in POSSESSIVE:
            return False
        following = words.lower[end]
        return following in SUBJECT_VERBS or (following.endswith("ed") and following.isalpha())

    def _speaks(self, first: int, end: int) -> bool:
        lower = self.cast.words.lower
        if self.sourced and self.sourced[first]:
            return True
        return (end < len(lower) and lower[end] in SAYING) or (
            first > 1 and (lower[first - 1] in SAYING or (lower[first - 1] == "to" and lower[first - 2] == "according"))
        )

    def add_nominal(self, nominal: Nominal) -> Mention:
        """Notes a noun phrase, as one who is known already, or as somebody new."""
        bearer = self._as_role(nominal)
        of, scores = ((bearer,), (1.0,)) if bearer is not None else self.known_as(nominal)
        if not of and (named := self._named_beside(nominal)) is not None:
            of, scores = (named.number,), (0.8,)
            named.roles.append(RoleSpan(nominal.first + 1, nominal.end, nominal.head))
        if not of:
            of = (self._described(nominal).number,)
        return self._add(nominal.first, nominal.end, "nominal", of, scores)

    def _named_beside(self, nominal: Nominal) -> Entity | None:
        """'A day before Ana Kolt lands, the Norlandic president told the paper': the only one named in the sentence.

        Where he has no office, and the noun that of a state.
        """
        cast = self.cast
        if nominal.noun not in HEADING_STATES or not nominal.definite or nominal.many or nominal.owner is not None:
            return None
        if cast.words.words[nominal.first - 1] != "," or not self._is_subject(nominal.first, nominal.end):
            return None  # "Kolt met the Norlandic president"
        labels = [cast.names[number].label for number in cast.name_at[nominal.first : nominal.head] if number >= 0]
        opens = bisect_left(self.sentence_of, self.sentence_of[nominal.first])
        named = {one for mention in self.between(opens, nominal.first) if mention.kind == "name" for one in mention.of}
        people = [cast.entities[one] for one in named if cast.entities[one].kind == "person"]
        if not labels or "person" in labels or len(people) != 1 or people[0].roles or " " not in people[0].name:
            return None
        return people[0]

    def _with_name(self, nominal: Nominal) -> Nominal:
        """'[European leaders]' and '[Northern Front commanders]' begin with their name."""
        before = self.cast.name_at[nominal.first - 1] if nominal.first else -1
        if before < 0 or nominal.first != nominal.head or self.cast.names[before].label == "person":
            return nominal
        return replace(nominal, first=self.cast.names[before].first)

    def _as_role(self, nominal: Nominal) -> int | None:
        """'Ana Kolt, a docker,': the docker is she."""
        if self.roles is None:
            self.roles = {role.head: one.number for one in self.cast.entities for role in one.roles}
        return self.roles.get(nominal.head)

    def _described(self, nominal: Nominal) -> Entity:
        """Somebody unnamed: 'the woman' is the woman told of before; 'a woman' is another."""
        key = (nominal.noun, nominal.many)
        known = self.cast.entities[self.by_noun[key]] if nominal.definite and key in self.by_noun else None
        if known is not None and not names_another(self.cast, known, nominal.first, nominal.end):
            return known
        words = self.cast.words
        printed = words.printed(nominal.first, nominal.end)
        entity = self.cast.new("unnamed", printed)
        entity.many, entity.head = nominal.many or nominal.kind != "person", nominal.noun
        entity.gender = "m" if nominal.noun in MALE else "f" if nominal.noun in FEMALE else None
        self.by_noun[key] = entity.number
        return entity

    def known_as(self, nominal: Nominal) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """The named person whom a definite noun means: one who bears that role, the latest if several do.

        'the Norlandic leader' must be Norland's; two who fit alike are both told, with scores.
        """
        if nominal.kind == "body" and nominal.definite and nominal.owner is None:
            return means(self.cast, self.sentence_of, nominal.first, nominal.end, nominal.noun)
        if nominal.kind != "person" or not nominal.definite or nominal.many:
            return (), ()
        codes = self._codes_of(nominal)
        before = bisect_left(self.all, nominal.first, key=lambda mention: mention.first)
        titled = (one for one in self.cast.entities if one.kind == "person" and one.roles)
        least = (
            1 if codes or nominal.owner is None else EXACTLY
        )  # "the company's finance chief" is nobody's chief of staff
        people = [(one, score) for one in titled if (score := self._fits(one, nominal, codes)) >= least]
        recency = {one.number: self._latest(one.number, before) for one, _ in people}
        fit = [(score, place, one.number) for one, score in people if (place := recency[one.number]) is not None]
        if not fit:
            later = [one.number for one, score in people if score == EXACTLY]
            return (tuple(later), (0.8,)) if len(later) == 1 else ((), ())
        best = max(score for score, _, _ in fit)
        rest = sorted(((place, number) for score, place, number in fit if score == best), reverse=True)
        if len(rest) == 1 or rest[0][0] - rest[1][0] >= 3 or codes:
            return (rest[0][1],), (1.0,)
        return tuple(number for _, number in rest[:3]), tuple([0.5, 0.3, 0.2][: len(rest)])

    def _latest(self, number: int, before: int) -> int | None:
        """The place in `all` of the latest mention of an entity before another's."""
        places = self.places.get(number, [])
        at = bisect_left(places, before)
        return places[at - 1] if at else None

    def _codes_of(self, nominal: Nominal) -> set[str]:
        """The states that a noun phrase names: 'the Norlandic leader', 'its president'."""
        codes = self._codes(nominal.first, nominal.end)
        if not codes and self.cast.words.lower[nominal.first] == "its":
            of = self.meant_by("it", nominal.first)[0]
            place = self.cast.entities[of[0]].place if len(of) == 1 else None
            return {place.code} if place is not None else {"none told"}
        return codes

    def _codes(self, first: int, end: int) -> set[str]:
        """The states named in these words."""
        numbers = {number for number in self.cast.name_at[first:end] if number >= 0}
        return {place.code for number in numbers if (place := self.cast.names[number].place) is not None}

    def _fits(self, entity: Entity, nominal: Nominal, codes: set[str]) -> int:
        score = 0
        families = set(FAMILY.get(nominal.noun.split("-")[-1], ()))
        noun, wanted = SAME.get(nominal.noun, nominal.noun), self._portfolios(nominal.first, nominal.end)
        for role in self.roles_of(entity):
            if codes and not codes & self._codes(role.first, role.end):
                continue
            head = self.cast.words.lower[role.head]
            if role.former and head != nominal.noun:
                continue
            if not may_hold(noun, wanted, self._portfolios(role.first, role.end)):
                continue
            if SAME.get(head, head) == noun or self._is_top_diplomat(nominal, role):
                return EXACTLY
            if families & set(FAMILY.get(head, ())) or (
                nominal.noun == "leader" and {"ruler", "chief"} & set(FAMILY.get(head, ()))
            ):
                score = max(score, 2 if nominal.noun in LOOSE else 0)
            elif nominal.noun == "official":
                score = max(score, head in FAMILY)
            elif nominal.noun == "diplomat":
                score = max(score, bool(FOREIGN & set(self.cast.words.lower[role.first : role.end])))
        return score

    def roles_of(self, entity: Entity) -> list[RoleSpan]:
        """His roles, each once however often it is printed."""
        count, known = self._distinct.get(entity.number, (0, []))
        if count != len(entity.roles):
            lower = self.cast.words.lower
            told = {(lower[role.first : role.end], role.former): role for role in reversed(entity.roles)}
            known = list(reversed(told.values()))
            self._distinct[entity.number] = len(entity.roles), known
        return known

    def _portfolios(self, first: int, end: int) -> frozenset[str]:
        """What tells offices of one name apart: 'prime', 'foreign', 'deputy'; "PM" has one in itself."""
        told = (SPELT.get(word, word) for word in self.cast.words.lower[first:end])
        return PORTFOLIOS.intersection(told)

    def _is_top_diplomat(self, nominal: Nominal, role: RoleSpan) -> bool:
        """'The top diplomat' is the foreign minister told of."""
        lower = self.cast.words.lower
        if nominal.noun != "diplomat" or not {"top", "chief"} & set(lower[nominal.first : nominal.head]):
            return False
        return not role.former and bool(
            {"minister", "secretary"} & {lower[role.head]} and FOREIGN & set(lower[role.first : role.end])
        )

    def meant_by(self, word: str, at: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Whom a pronoun means: the entities that remain, with their scores."""
        said = self.said_outright(word, at)
        return ((said,), (0.98,)) if said is not None else choose(word, self.candidates(word, at))

    def said_outright(self, word: str, at: int) -> int | None:
        """'He (Kolt) agreed' and 'Ana Kolt, she agreed'."""
        marks, numbers = self.cast.words.words, self.cast.name_at
        if at + 3 < len(marks) and marks[at + 1] in "([" and numbers[at + 2] >= 0:
            name = self.cast.names[numbers[at + 2]]
            of = self.cast.of_name[numbers[at + 2]]
            if name.end < len(marks) and marks[name.end] in ")]" and len(of) == 1:
                return of[0]
        if at > 1 and marks[at - 1] == "," and numbers[at - 2] >= 0 and at + 1 < len(marks):
            name, of = self.cast.names[numbers[at - 2]], self.cast.of_name[numbers[at - 2]]
            opens = name.first == 0 or marks[name.first - 1] in {".", ",", "?", "!"}
            if opens and len(of) == 1 and name.label == "person" and may_be(word, self.cast.entities[of[0]]):
                return of[0]
        return None

    def candidates(self, word: str, at: int, but: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
        """Whom the pronoun at this word may mean: those mentioned lately, the latest first.

        What stands in the words `but` does not count: '"Kolt is wrong," he said': he is not Kolt.
        """
        subject, speaks = self._is_subject(at, at + 1), self._speaks(at, at + 1)
        owns = self.cast.words.lower[at] in OWNING
        here = replace(self._where(at), subject=subject, speaks=speaks, possessive=owns)
        found: dict[int, Candidate] = {}
        counts: dict[int, int] = {}
        spoke: set[int] = set()
        last = bisect_left(self.all, at, key=lambda mention: mention.first)
        for mention in reversed(self.all[max(0, last - WINDOW) : last]):
            if len(mention.of) != 1 or (but and any(first <= mention.first < end for first, end in but)):
                continue
            number = as_state(self.cast, mention.of[0])
            counts[number] = counts.get(number, 0) + (here.sentence - self.sentence_of[mention.first] <= NEAR)
            if mention.spoke and here.sentence - self.sentence_of[mention.first] <= 2:
                spoke.add(number)
            entity = self.cast.entities[number]
            if number in found or not may_be(word, entity):
                continue
            found[number] = Candidate(
                number, entity, mention, here, mention.where or self._where(mention.first), len(found)
            )
        for number, candidate in found.items():
            candidate.lately, candidate.spoke = counts[number], number in spoke
            candidate.named = len(self.cast.entities[number].mentions)
        return list(found.values())

    @cached_property
    def rows(self) -> list[tuple[int, int]]:
        """Where names stand in a row that 'and' closes, as words `[first, end)`: 'Norland, Sarovia and Velmora'."""
        lower, found = self.cast.words.lower, []
        names = [mention for mention in self.all if mention.kind == "name" and len(mention.of) == 1]
        first = 0
        for at, (one, other) in enumerate(pairwise(names), 1):
            if not {*lower[one.end : other.first]} <= JOINTS or not lower[one.end : other.first]:
                first = at
            elif "and" in lower[one.end : other.first]:
                found.append((names[first].first, other.end))
        return found

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in words `[start, end)`."""
        first = bisect_left(self.all, start, key=lambda mention: mention.first)
        return self.all[first : bisect_left(self.all, end, key=lambda mention: mention.first)]

    def _where(self, at: int) -> Where:
        if at not in self._wheres:
            sentence, paragraph = self.sentence_of[at], self.paragraph_of[at]
            starts = bisect_left(self.sentence_of, sentence)
            opens = starts == 0 or self.paragraph_of[starts - 1] != self.paragraph_of[starts]
            self._wheres[at] = Where(at, paragraph, sentence, at - starts, self.quoted[at], opens)
        return self._wheres[at]


def may_be(word: str, entity: Entity) -> bool:
    """Whether the pronoun fits in gender and number."""
    gender = GENDER[word]
    if gender in ("m", "f"):
        return (entity.kind == "person" or (entity.kind == "unnamed" and not entity.many)) and entity.gender in (
            None,
            gender,
        )
    if gender == "many":
        if entity.kind == "people":
            return entity.name.endswith(("s", "ese"))
        return (entity.many and entity.head not in DOCUMENTS) or entity.kind == "organisation"
    return entity.kind in ("organisation", "state", "place") or entity.head in BODIES


def may_hold(noun: str, wanted: frozenset[str], held: frozenset[str]) -> bool:
    """Whether 'the deputy trade minister' may be who is told of as one with these portfolios.

    A deputy is no holder of the office, though 'the minister' may be a deputy minister.
    """
    if wanted & DEPUTIES != held & DEPUTIES and (wanted or noun in HEADING - BELOW):
        return False
    if "prime" in wanted and "prime" not in held:
        return False
    return not (wanted - DEPUTIES and held - DEPUTIES) or bool(wanted & held - DEPUTIES)
