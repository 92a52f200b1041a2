"""Sources: what the words of a source mean, by name, noun or pronoun, one or several together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.reading.who.behalf.stating import governments, is_a_house
from onrecord.reading.who.holding.roles import ENDS, PREPOSITIONS, is_role
from onrecord.reading.who.mentioning.bodies import called, described_before
from onrecord.reading.who.mentioning.mentions import Mention, Mentions
from onrecord.reading.who.mentioning.pronouns import GENDER
from onrecord.reading.who.naming.entities import Entity
from onrecord.reading.who.naming.names import ARTICLES, POSSESSIVE, Name
from onrecord.reading.who.sourcing.describing import INFORMED, Describing
from onrecord.reading.who.sourcing.joints import are_portfolios
from onrecord.reading.who.sourcing.joints import parts as joint_parts
from onrecord.reading.who.sourcing.relatives import are_many, may_speak, phrase_before
from onrecord.reading.who.sourcing.together import SCORE as SEVERAL
from onrecord.reading.who.sourcing.together import before_which, represented, together
from onrecord.reading.who.wording.nominals import DETERMINERS, Nominal, nominal_at
from onrecord.reading.who.wording.nouns import DOCUMENTS, FAMILY, HONORIFICS, KNOWN, MODIFIERS, singular
from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY

FIRST_PERSON = frozenset("i we me us i'm we're i've we've i’m we’re i’ve we’ve".split())
COMPOUND = frozenset("based backed owned led run listed controlled born made funded".split())
WHEREABOUTS = frozenset("inside outside within across near around throughout along among between behind".split())
REFLEXIVE = frozenset("himself herself itself themselves".split())
STAFF = frozenset("employees workers staff staffers drivers crews strikers pilots nurses teachers members".split())
RELATIVE = frozenset(("who", "that", "which", "whom"))
MARKS = frozenset("“”\"'‘’.,;:()-–—/@")


@dataclass(frozen=True, slots=True)
class Meant:
    """Who one part of a source is: `of` one entity, or several with scores where it stays open, or nobody."""

    of: tuple[int, ...]
    scores: tuple[float, ...] = ()


NOBODY = Meant(())


@dataclass
class Sources:
    """Looks up sources among the mentions of one report; a body or people unnamed before is noted on the way."""

    mentions: Mentions

    @cached_property
    def describing(self) -> Describing:
        return Describing(self.mentions)

    def meant(self, first: int, end: int) -> list[Meant]:
        """The parts of a source, as entities: two where it is joint."""
        words = self.mentions.cast.words
        while first < end and words.words[first] in MARKS:
            first += 1
        while end > first and (words.words[end - 1] in MARKS or words.words[end - 1] in POSSESSIVE):
            end -= 1
        if first >= end or words.words[first:end] == ("Q",):
            return []
        if end - first == 2 and words.lower[first] in GENDER and words.lower[first + 1] in REFLEXIVE:
            end = first + 1
        if self.mentions.cast.name_at[end - 1] >= 0 and end < len(words) and words.lower[end] in STAFF:
            end += 1  # "With [Norsel] drivers threatening to strike, the port filled": not the firm
        relative = words.lower[first] in RELATIVE and end - first == 1
        if several := before_which(self.mentions, first) if relative else together(self.mentions, first, end):
            return [Meant((one,), (SEVERAL,)) for one in several]
        if states := represented(self.mentions, first, end):
            return [Meant((one,), (SEVERAL,)) for one in states]
        first = self._past_including(first, end)
        if codes := governments(self.mentions.cast, first, end):
            return [self._government(code, first, end) for code in codes]
        parts = [self.one(a, b) for a, b in joint_parts(self.mentions.cast, first, end)]
        return [part for part in parts if part.of] or parts[:1]

    def _past_including(self, first: int, end: int) -> int:
        """'Countries including Norland, Sarovia and Velmora': those who are named."""
        lower, name_at = self.mentions.cast.words.lower, self.mentions.cast.name_at
        at = next((at for at in range(first + 1, end - 1) if lower[at] == "including"), first)
        listed = at > first and name_at[at + 1] >= 0 and all(number < 0 for number in name_at[first:at])
        return at + 1 if listed and ("and" in lower[at:end]) else first

    def _government(self, code: str, first: int, end: int) -> Meant:
        state = self.mentions.cast.state(code)
        state.mentions.append((first, end))
        return Meant((state.number,), (0.9,))

    def one(self, first: int, end: int) -> Meant:
        """One part of a source."""
        cast = self.mentions.cast
        word = cast.words.lower[first]
        if end - first == 1 and (word in GENDER or word in RELATIVE) and cast.name_at[first] < 0:
            return self._pronoun(word, first)
        head_end = self._head_end(first, end)
        number = cast.name_at[head_end - 1]
        if number >= 0 and cast.names[number].first >= first:
            return self._named(number, first, head_end, end)
        if named := self._later_name(first, head_end, end):
            return named
        return self._nominal(first, head_end, end)

    def _head_end(self, first: int, end: int) -> int:
        """Where the noun phrase itself ends, before 'of ...', 'familiar with ...' or ', who ...'."""
        words, name_at = self.mentions.cast.words, self.mentions.cast.name_at
        for at in range(first + 1, end):
            if name_at[at] >= 0 and self.mentions.cast.names[name_at[at]].first < at:
                continue
            word = words.lower[at]
            if word == "and" and (are_portfolios(self.mentions.cast, at, end) or self._joins_offices(first, at, end)):
                continue
            if words.words[at] == "-" and at + 1 < end and words.lower[at + 1] in COMPOUND:
                continue  # "U.S.-based Norsel"
            if (
                word in PREPOSITIONS
                or (word in WHEREABOUTS and name_at[at] < 0)
                or word in ENDS
                or word in INFORMED
                or words.words[at] in {",", "(", ";", ":", "/", "-", "–", "—"}
            ):
                return at
        return end

    def _joins_offices(self, first: int, at: int, end: int) -> bool:
        """'CEO and co-founder Ana Kolt' is one."""
        cast, lower = self.mentions.cast, self.mentions.cast.words.lower
        named = cast.name_at[end - 1] >= 0 and cast.names[cast.name_at[end - 1]].label == "person"
        before = any(number >= 0 and cast.names[number].label == "person" for number in cast.name_at[first:at])
        return named and not before and is_role(lower[at - 1]) and any(map(is_role, lower[at + 1 : at + 4]))

    def _later_name(self, first: int, head_end: int, end: int) -> Meant | None:
        """'a docker, Ana Kolt,' and 'the head of the union, Ana Kolt' are Ana Kolt."""
        cast = self.mentions.cast
        for at in range(head_end, end):
            number = cast.name_at[at]
            if (
                number < 0
                or cast.names[number].label not in ("person", "organisation")
                or cast.names[number].first != at
            ):
                continue
            if (
                cast.names[number].end == end
                and cast.names[number].label == "person"
                and self._names_the_head(head_end, at)
            ):
                return self._whose(number)
            if self._after_comma(at) and (
                cast.names[number].end >= end or cast.words.words[cast.names[number].end] in MARKS
            ):
                return self._whose(number)
        return None

    def _after_comma(self, at: int) -> bool:
        """'The mediator, Judge Ana Kolt,': a comma before the name, or before its title."""
        words = self.mentions.cast.words
        while at > 1 and words.words[at - 1] != ",":
            if not (words.lower[at - 1] in HONORIFICS or is_role(words.lower[at - 1]) or words.words[at - 1] == "."):
                return False
            at -= 1
        return at > 1

    def _names_the_head(self, head_end: int, at: int) -> bool:
        """'the director of trade policy Ana Kolt' is Ana Kolt, 'a spokesman for President Ana Kolt' is not."""
        lower = self.mentions.cast.words.lower
        before = at - 1
        while before > head_end and (is_role(lower[before]) or lower[before] in HONORIFICS or lower[before] == "."):
            before -= 1
        return (
            before > head_end
            and lower[before] not in PREPOSITIONS
            and lower[before] not in ARTICLES
            and lower[before] != ","
        )

    def _whose(self, number: int) -> Meant:
        of = self.mentions.cast.of_name[number]
        scores = (1.0,) if len(of) == 1 else tuple(round(1 / len(of), 2) for _ in of)
        return Meant(of, scores)

    def _named(self, number: int, first: int, head_end: int, end: int) -> Meant:
        cast = self.mentions.cast
        name = cast.names[number]
        meant = self._whose(number)
        if len(meant.of) != 1:
            return meant
        entity = cast.entities[meant.of[0]]
        if entity.kind == "state" and (branch := self._branch(name, first)) is not None:
            return Meant((branch.number,), (0.9,))
        seat = entity.kind == "place" and entity.place is not None and entity.place.kind == "seat"
        if seat and entity.place is not None and not is_a_house(cast.words, name):
            return self._government(entity.place.code, name.first, name.end)
        return meant

    def _branch(self, name: Name, first: int) -> Entity | None:
        """'Clean Rivers UK' is no state: a body, whose name ends in one."""
        cast = self.mentions.cast
        start = name.first
        while start > first and self._may_begin_a_body(start - 1):
            start -= 1
        if start == name.first:
            return None
        key = cast.words.lower[start : name.end]
        if key not in self.describing.described:
            self.describing.described[key] = cast.new("organisation", cast.words.printed(start, name.end)).number
        entity = cast.entities[self.describing.described[key]]
        entity.mentions.append((start, name.end))
        return entity

    def _may_begin_a_body(self, at: int) -> bool:
        words, number = self.mentions.cast.words, self.mentions.cast.name_at[at]
        word, lower = words.words[at], words.lower[at]
        if number >= 0 and (
            self.mentions.cast.names[number].place or self.mentions.cast.names[number].label == "person"
        ):
            return False
        known = is_role(lower) or lower in MODIFIERS | CAPITALISED_ANYWAY | DETERMINERS | ENDS | PREPOSITIONS
        return word[0].isupper() and word.isalpha() and not word.isupper() and not known

    def _pronoun(self, word: str, at: int) -> Meant:
        mention = self.mentions.by_first.get(at)
        if mention is not None and mention.kind == "pronoun":
            return Meant(mention.of, mention.scores)
        if word in RELATIVE:
            return self._antecedent(at)
        return Meant(*self.mentions.meant_by(word, at))

    def _antecedent(self, at: int) -> Meant:
        """'Ana Kolt, a docker, who says ...': the head of the phrase before 'who'."""
        cast, phrase = self.mentions.cast, phrase_before(self.mentions.cast, at)
        relative = cast.words.lower[at]
        if phrase is not None and (
            are_many(cast, phrase[1], at) if relative == "who" else relative == "which" and may_speak(cast, *phrase)
        ):
            return self.one(*phrase)
        sentence = self.mentions.sentence_of[at]
        near: list[Mention] = []
        for mention in reversed(self.mentions.all):
            if mention.end <= at and mention.kind != "pronoun":
                if self.mentions.sentence_of[mention.first] != sentence or len(near) == 4:
                    break
                near.append(mention)
        if not near:
            return NOBODY
        if relative != "who":
            return Meant(near[0].of, near[0].scores) if at - near[0].end <= 1 else NOBODY
        for mention in near:
            if mention.of and cast.entities[mention.of[0]].kind in ("person", "unnamed", "people"):
                return Meant(mention.of, mention.scores or (0.9,))
        return Meant(near[0].of, near[0].scores)

    def _nominal(self, first: int, head_end: int, end: int) -> Meant:
        cast = self.mentions.cast
        if end - first == 1 and cast.words.lower[first] in DETERMINERS - {"some", "many", "all", "both", "others"}:
            return NOBODY
        if (named := self.describing.called_by_capitals(first, head_end)) is not None:
            return Meant((named.number,), (0.9,))
        mention = self.mentions.by_first.get(first)
        if mention is not None and mention.kind == "nominal" and mention.end <= end:
            return self._mentioned(mention, first, head_end, end)
        nominal = nominal_at(cast.words, cast.name_at, first, head_end)
        if nominal is None or nominal.end != head_end:
            nominal = self.describing.as_nominal(first, head_end)
        if self._is_no_source(nominal, first, end):
            return NOBODY
        nominal = self._in_a_headline(nominal)
        if nominal.kind in ("person", "body") and nominal.definite and end == head_end:
            of, scores = self.mentions.known_as(nominal)
            if of:
                return Meant(of, scores)
        if end == first + 2 and cast.words.lower[first] == "the" and (body := self._called(nominal.noun, first)):
            return Meant((body.number,), (0.9,))
        return Meant((self.describing.describe(nominal, first, head_end, end).number,), (0.9,))

    def _is_no_source(self, nominal: Nominal, first: int, end: int) -> bool:
        """'Breaching a principle say', 'Prime statement': words that no noun for anybody ends."""
        words = self.mentions.cast.words
        if nominal.noun in KNOWN or nominal.many or any(at >= 0 for at in self.mentions.cast.name_at[first:end]):
            return False
        alone = end == first + 1 and words.words[first][0].isupper() and words.lower[first] in MODIFIERS
        return alone or (words.lower[first].endswith("ing") and end > first + 1)

    def _in_a_headline(self, nominal: Nominal) -> Nominal:
        """'Norlandic president wants peace': headlines leave out 'the'."""
        cast = self.mentions.cast
        number = cast.name_at[nominal.first]
        bare = nominal.kind == "person" and not nominal.many and number >= 0 and cast.names[number].place is not None
        return replace(nominal, definite=True) if bare and cast.words.lower[nominal.head] in FAMILY else nominal

    def _called(self, noun: str, first: int) -> Entity | None:
        """'the forum' and 'the plant', by what was called so before."""
        cast = self.mentions.cast
        if is_role(noun) or noun in DOCUMENTS or singular(noun) is not None:
            return None
        if (known := called(cast, noun, first)) is not None:
            known.mentions = sorted({*known.mentions, (first, first + 2)})
            return known
        if (place := described_before(cast, noun, first)) is None:
            return None
        key = cast.words.lower[slice(*place)]
        if key not in self.describing.described:
            entity = cast.new("organisation", cast.words.printed(*place))
            entity.head = noun
            entity.mentions.append(place)
            self.describing.described[key] = entity.number
        entity = cast.entities[self.describing.described[key]]
        entity.mentions.append((first, first + 2))
        return entity

    def _mentioned(self, mention: Mention, first: int, head_end: int, end: int) -> Meant:
        entities = [self.mentions.cast.entities[number] for number in mention.of]
        if len(entities) == 1 and entities[0].kind == "unnamed":
            nominal = nominal_at(self.mentions.cast.words, self.mentions.cast.name_at, first, head_end)
            if nominal is not None and end == head_end and (known := self.mentions.known_as(nominal))[0]:
                if len(known[0]) == 1:
                    self.mentions.cast.entities[known[0][0]].mentions.append((mention.first, mention.end))
                return Meant(*known)
            the_noun = end == first + 2 and self.mentions.cast.words.lower[first] == "the"
            if the_noun and (body := self._called(entities[0].head, first)) is not None:
                return Meant((body.number,), (0.9,))
            if nominal is not None:
                return Meant((self.describing.describe(nominal, first, head_end, end, entities[0]).number,), (0.9,))
        return Meant(mention.of, mention.scores)
