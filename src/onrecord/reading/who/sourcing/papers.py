"""Who made a paper that speaks: 'the report', 'its findings', 'a poll', 'the union's statement'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.reading.who.holding.roles import OWNERS, PREPOSITIONS, is_role
from onrecord.reading.who.mentioning.bodies import means
from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.naming.entities import Entity
from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE
from onrecord.reading.who.sourcing.sources import Meant, Sources
from onrecord.reading.who.wording.nouns import BODIES, HONORIFICS, STATE_BODIES

STUDIES = frozenset(
    """report study survey research analysis findings finding paper review data figures statistics assessment poll
    results estimates estimate forecast projections outlook index""".split()
)
TEXTS = frozenset(
    """statement letter post message memo tweet filing complaint lawsuit order ruling opinion notice bulletin release
    announcement readout communique communiqué advisory account email resolution proposal offer indictment""".split()
)
OF_COURTS = frozenset("complaint lawsuit filing indictment order ruling opinion".split())  # others stand beside them
PAPERS = STUDIES | TEXTS
MADE = frozenset(
    """published released issued conducted commissioned carried compiled produced prepared wrote written publishes
    posted filed issues releases publishing releasing unveiled presented""".split()
)
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday week month year january february march
    april may june july august september october november december""".split()
)
TIMES = 12  # that the paper is told of before
REACH = 8  # words between a paper and its maker
SENTENCES = 4  # within which the paper is told of again, and the maker told
BEFORE = 2  # sentences from the maker's own words
SCORE = 0.8


@dataclass
class Papers:
    """`maker` is the only question."""

    mentions: Mentions
    sources: Sources

    def maker(self, first: int, end: int, meant: list[Meant], before: Entity | None) -> list[Meant] | None:
        """Who made the paper that words `[first, end)` name, if the report tells; `before` is who spoke last."""
        made = self._maker(first, end, meant, before)
        return [self._by_name(part) for part in made] if made is not None else None

    def _by_name(self, meant: Meant) -> Meant:
        """Whoever a description turned out to be: 'the union of the dockers' is the Harbour Union, named later."""
        bearer = self.mentions.cast.entities[meant.of[0]].named_by if len(meant.of) == 1 else None
        return meant if bearer is None else Meant((bearer,), meant.scores)

    def _maker(self, first: int, end: int, meant: list[Meant], before: Entity | None) -> list[Meant] | None:
        cast = self.mentions.cast
        if len(meant) != 1 or len(meant[0].of) != 1:
            return None
        paper = cast.entities[meant[0].of[0]]
        head = next((at for at in range(end - 1, first - 1, -1) if cast.words.lower[at] in PAPERS), None)
        if paper.kind != "unnamed" or head is None or not paper.name.lower().split():
            return None
        if paper.head not in PAPERS and cast.words.lower[head] not in paper.name.lower().split():
            return None
        if (owner := self._owner(first, head, end)) is not None:
            return owner
        if cast.words.lower[head] in OF_COURTS:
            return None
        told = self._told(range(head, head + 1)) or self._told(self._again(head))
        if told is not None:
            return [Meant((told.number,), (SCORE,))]
        definite = cast.words.lower[first] in ("the", "these", "this", "its", "their")
        near = before is not None and self._is_near(before, first)
        if before is not None and self._may_make(before) and definite and near:
            return [Meant((before.number,), (SCORE,))] if cast.words.lower[head] in STUDIES else None
        return None

    def _owner(self, first: int, head: int, end: int) -> list[Meant] | None:
        """'[the union]'s latest statement', '[his] post', 'a letter on behalf of [the union]'."""
        words = self.mentions.cast.words
        if "behalf" in words.lower[head:end]:
            at = words.lower.index("behalf", head)
            if words.lower[at - 1] in OWNERS:
                return self._of_pronoun(at - 1)
            if at + 2 < end and words.lower[at + 1] == "of":
                return self._one_each(self.sources.meant(at + 2, end))
        if words.lower[head - 1] in BODIES and head - 1 > first and words.lower[first] in ARTICLES:
            if words.lower[first] == "the":
                return self._one_each(self.sources.meant(first, head))
            if words.lower[head - 1] in STATE_BODIES - {"council"}:
                return None
            of = means(self.mentions.cast, self.mentions.sentence_of, first, head, words.lower[head - 1])[0]
            return [Meant(of, (SCORE,))] if len(of) == 1 else None  # "a council statement"
        owns = next((at for at in range(head - 1, first, -1) if words.words[at] in POSSESSIVE), None)
        if owns is not None:
            return self._one_each(self.sources.meant(first, owns)) if words.lower[owns - 1] not in DAYS else None
        if words.lower[first] in OWNERS:
            return self._of_pronoun(first)
        return None

    def _of_pronoun(self, at: int) -> list[Meant] | None:
        word = self.mentions.cast.words.lower[at]
        pronoun = {"its": "it", "their": "they"}.get(word, word)
        of = self.mentions.meant_by(pronoun, at)[0] if pronoun in ("it", "they", "his", "her") else ()
        return [Meant(of, (SCORE,))] if len(of) == 1 else None

    def _one_each(self, meant: list[Meant]) -> list[Meant] | None:
        return meant if meant and all(len(part.of) == 1 for part in meant) else None

    def _again(self, head: int) -> Iterator[int]:
        """Where the same paper may stand elsewhere: nearest before it first, then soon after it."""
        lower, sentence_of = self.mentions.cast.words.lower, self.mentions.sentence_of
        noun = lower[head]
        alike = STUDIES if noun in STUDIES and lower[head - 1] in ("the", "these", "this") else {noun, noun + "s"}
        yield from islice((at for at in range(head - 1, -1, -1) if lower[at] in alike), TIMES)
        for at in range(head + 1, len(lower)):
            if sentence_of[at] - sentence_of[head] > SENTENCES:
                return
            if lower[at] == noun:
                yield at

    def _told(self, places: Iterator[int] | range) -> Entity | None:
        """The maker told at the first of these places that tells one."""
        return next((one for at in places if (one := self._beside(at)) is not None and self._may_make(one)), None)

    def _beside(self, at: int) -> Entity | None:
        """'[the Harbour Office] report', 'a poll by [Norsel]', '[the Harbour Office] published a report'."""
        cast, lower = self.mentions.cast, self.mentions.cast.words.lower
        for place in range(at - 1, max(-1, at - 4), -1):
            if cast.name_at[place] >= 0:
                one, owns = self._of(place), lower[place + 1] in POSSESSIVE
                poll = place == at - 1 and lower[at] in STUDIES
                return one if one is None or one.kind != "person" or owns or poll else None
            if lower[place] in ARTICLES or not (lower[place][0].isalpha() or lower[place] in POSSESSIVE):
                break
        return self._behind(at) or self._ahead(at)

    def _behind(self, at: int) -> Entity | None:
        """'a poll by [Norsel]', 'a letter from [the Harbour Office]'."""
        name_at, lower, made = self.mentions.cast.name_at, self.mentions.cast.words.lower, False
        for place in range(at + 1, min(len(lower), at + REACH)):
            if not self._together(at, place) or lower[place] in ("that", "said", "says", "which"):
                break
            if lower[place] in PREPOSITIONS | {"by"}:
                made = lower[place] in ("by", "from") or (lower[place] == "of" and place == at + 1)
            if name_at[place] >= 0 and made:
                return self._body(self._of(place)) if not self._names_a_person_behind(place) else None
        return None

    def _ahead(self, at: int) -> Entity | None:
        """'[the Harbour Office] published a report'."""
        name_at, lower, made = self.mentions.cast.name_at, self.mentions.cast.words.lower, False
        for place in range(at - 1, max(-1, at - REACH), -1):
            if not self._together(at, place):
                break
            made |= lower[place] in MADE
            if name_at[place] >= 0 and made:
                return self._body(self._of(place))
        return None

    def _together(self, at: int, place: int) -> bool:
        return self.mentions.sentence_of[place] == self.mentions.sentence_of[at]

    def _body(self, one: Entity | None) -> Entity | None:
        return one if one is not None and one.kind == "organisation" else None

    def _names_a_person_behind(self, at: int) -> bool:
        """'a letter from Norland's minister Ana Kolt' is not Norland's."""
        lower = self.mentions.cast.words.lower
        return any(is_role(word) or word in HONORIFICS for word in lower[at + 1 : at + 4])

    def _of(self, at: int) -> Entity | None:
        of = self.mentions.cast.of_name[self.mentions.cast.name_at[at]]
        return self.mentions.cast.entities[of[0]] if len(of) == 1 else None

    def _may_make(self, one: Entity) -> bool:
        return one.kind in ("organisation", "person") and not one.outlet

    def _is_near(self, before: Entity, first: int) -> bool:
        at = max((place for place, _ in before.mentions if place < first), default=None)
        return at is not None and self.mentions.sentence_of[first] - self.mentions.sentence_of[at] <= BEFORE
