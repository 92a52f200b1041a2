"""Sources without a name: one entity for the same words, for insiders, for a body known by its noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.who.mentioning.bodies import is_specific, names_another
from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.naming.entities import Entity
from onrecord.reading.who.naming.names import ARTICLES
from onrecord.reading.who.wording.nominals import INDEFINITE, Nominal, NominalKind
from onrecord.reading.who.wording.nouns import BODIES, DOCUMENTS, singular

CALLED_SO = frozenset(
    """union party group movement company firm agency newspaper paper channel charity organisation organization
    broadcaster magazine website airline militia site station network""".split()
)
ARMED = frozenset("forces army front movement brigades militia guard guards".split())
INFORMED = frozenset("familiar close briefed speaking knowledgeable aware".split())
INSIDERS = frozenset("people source person individual".split())


@dataclass
class Describing:
    """`described` has the entity of each description met so far."""

    mentions: Mentions
    described: dict[tuple[str, ...], int] = field(default_factory=dict)
    insiders: dict[str, int] = field(default_factory=dict)

    def as_nominal(self, first: int, end: int) -> Nominal:
        """Any other words that are a source: their last word counts as the noun."""
        word = self.mentions.cast.words.lower[end - 1]
        noun = singular(word) or word
        kind: NominalKind = "people" if noun != word else "person"
        if noun in DOCUMENTS:
            kind = "document"
        elif noun in BODIES and noun == word:
            kind = "body"
        definite = self.mentions.cast.words.lower[first] in ("the", "this", "that", "these", "those")
        return Nominal(first, end, end - 1, noun, kind, noun != word, definite)

    def _until_comma(self, first: int, end: int) -> int:
        """An unnamed source goes by its noun phrase, up to the first comma or dash that stands in no name."""
        marks, named = self.mentions.cast.words.words, self.mentions.cast.name_at
        stops = (at for at in range(first + 1, end) if marks[at] in {",", "-", "–", "—", "(", ";", ":"})
        return next((at for at in stops if named[at] < 0), end)

    def describe(self, nominal: Nominal, first: int, head_end: int, end: int, known: Entity | None = None) -> Entity:
        """An unnamed source, or a body known by its noun: one and the same where the words are."""
        cast = self.mentions.cast
        end = self._until_comma(first, end)
        head_end = min(head_end, end)
        if nominal.kind == "document" and (issuer := self._issuer(first, end)) is not None:
            return issuer
        if nominal.kind == "body" and cast.words.lower[first] not in INDEFINITE:
            return self._body(nominal, first, head_end, end)
        if nominal.noun in INSIDERS and any(
            cast.words.lower[at] in INFORMED or cast.words.lower[at] == "knowledge" for at in range(head_end, end)
        ):
            return self._insiders(first, end)
        entity = known or self._same_words(nominal, first, end)
        once = len(entity.mentions) <= 1
        if end > head_end and (first, end) not in entity.mentions:
            entity.mentions.append((first, end))
        if known is not None and once:
            entity.name = cast.words.printed(self._after_article(first), end)
        elif known is not None and (" " not in entity.name or entity.name.lower().startswith(("the ", "a ", "an "))):
            entity.name = cast.words.printed(self._after_article(first), head_end)
        return entity

    def _after_article(self, first: int) -> int:
        return first + 1 if self.mentions.cast.words.lower[first] in ARTICLES else first

    def _same_words(self, nominal: Nominal, first: int, end: int) -> Entity:
        cast = self.mentions.cast
        start = self._after_article(first)
        key = cast.words.lower[start:end]
        if key not in self.described:
            earlier = self.mentions.by_noun.get((nominal.noun, nominal.many)) if nominal.definite else None
            if earlier is not None and names_another(cast, cast.entities[earlier], start, end):
                earlier = None
            if earlier is None:
                entity = cast.new("unnamed", cast.words.printed(start, end))
                entity.many, entity.head = nominal.many, nominal.noun
                earlier = entity.number
                self.mentions.by_noun[nominal.noun, nominal.many] = earlier
            self.described[key] = earlier
        entity = cast.entities[self.described[key]]
        if (first, end) not in entity.mentions:
            entity.mentions.append((first, end))
        return entity

    def _insiders(self, first: int, end: int) -> Entity:
        """'sources familiar with the matter' and 'people with knowledge of the talks' are one source in one report.

        It goes by the fullest of its names.
        """
        cast = self.mentions.cast
        end = next((at for at in range(first + 1, end) if cast.words.lower[at] in ("speaking", "cited", "quoted")), end)
        printed = cast.words.printed(self._after_article(first), end)
        if "insiders" not in self.insiders:
            entity = cast.new("unnamed", printed)
            entity.many, entity.head = True, "insiders"
            self.insiders["insiders"] = entity.number
        entity = cast.entities[self.insiders["insiders"]]
        if len(printed) > len(entity.name):
            entity.name = printed
        entity.mentions.append((first, end))
        return entity

    def _issuer(self, first: int, end: int) -> Entity | None:
        """'a Reuters report', 'the ministry's statement', 'a statement from the union': who issued it."""
        cast = self.mentions.cast
        for at in range(first, end):
            number = cast.name_at[at]
            if number >= 0 and len(cast.of_name[number]) == 1:
                entity = cast.entities[cast.of_name[number][0]]
                if entity.kind in ("organisation", "person"):
                    return entity
        return None

    def called_by_capitals(self, first: int, end: int) -> Entity | None:
        """'The Rapid Coast Forces', which no tagger knew: words with capitals that end in a noun for a body."""
        cast = self.mentions.cast
        words, lower = cast.words.words, cast.words.lower
        named = end - first > 3 and lower[first] == "the" and lower[end - 1] in ARMED
        if not named or not all(word.istitle() for word in words[first + 1 : end]):
            return None
        if any(number >= 0 for number in cast.name_at[first:end]):
            return None
        key = lower[first + 1 : end]
        if key not in self.described:
            letters = "".join(word[0] for word in words[first + 1 : end])
            short = [one for one in cast.entities if one.kind == "organisation" and one.name == letters]
            entity = short[0] if len(short) == 1 else cast.new("organisation", cast.words.printed(first + 1, end))
            entity.name, entity.head = cast.words.printed(first + 1, end), lower[end - 1]
            self.described[key] = entity.number
        entity = cast.entities[self.described[key]]
        entity.mentions = sorted({*entity.mentions, (first, end)})
        return entity

    def _called(self, nominal: Nominal, start: int, end: int) -> Entity | None:
        """'The Dockers union' is the Dockers, 'the Tide newspaper' the Tide: a name, and a noun for what it is."""
        cast = self.mentions.cast
        number = cast.name_at[start] if end - 1 > start else -1
        if nominal.noun not in CALLED_SO or number < 0 or cast.names[number].first != start:
            return None
        of, name_end = cast.of_name[number], cast.names[number].end
        between = cast.words.lower[name_end : end - 1]
        known = cast.entities[of[0]] if len(of) == 1 and between in ((), ("news",), ("trade",)) else None
        return known if known is not None and known.kind == "organisation" and known.place is None else None

    def _body(self, nominal: Nominal, first: int, head_end: int, end: int) -> Entity:
        """'the ministry' is the ministry named before; 'the Norlandic army' is called so."""
        cast = self.mentions.cast
        lower = cast.words.lower
        start = self._after_article(first)
        seat = lower[head_end] == "in" and cast.name_at[head_end + 1] >= 0 if head_end + 1 < end else False
        if end > head_end and lower[head_end] != "of" and not seat:
            end = head_end
        if (known := self._called(nominal, start, end)) is not None:
            known.mentions = sorted({*known.mentions, (first, end)})
            return known
        key = lower[start:end]
        if key not in self.described:
            named = any(number >= 0 for number in cast.name_at[start:end]) or is_specific(
                cast, first, end, nominal.noun
            )
            entity = cast.new("organisation" if named else "unnamed", cast.words.printed(start, end))
            entity.head, entity.many = nominal.noun, True
            self.described[key] = entity.number
        entity = cast.entities[self.described[key]]
        entity.mentions.append((first, end))
        return entity
