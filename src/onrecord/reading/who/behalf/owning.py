"""Whose something is: the owner of an office, the body that a noun means, the whole of which a name tells a part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.holding.roles import OWNERS
from onrecord.reading.who.mentioning.bodies import BLOCS, GENERIC, bloc_before, body_before, told_of_before
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE

CHIEFS_OWN = frozenset(
    """country nation delegation administration office campaign government team cabinet regime allies ministry
    department""".split()
)

# What speaks for the body whose name stands before it.
PARTS = frozenset(
    "leadership delegation command headquarters hq negotiators negotiator side secretariat management bosses".split()
)
PEOPLE_OF = frozenset("rebels fighters militants insurgents forces troops leaders representatives members wing".split())
RUN_BY = ("-run", "-controlled", "-administered")


@dataclass(frozen=True)
class Owning:
    """`whose` tells whom "his" or "its" at a word means, if that is clear."""

    cast: Cast
    sentence_of: Sequence[int]
    whose: Callable[[int], int | None]

    def owner(self, at: int) -> Entity | None:
        if self.cast.words.lower[at] in OWNERS:
            number = self.whose(at)
            return self.cast.entities[number] if number is not None else None
        number = self.cast.name_at[at]
        if number < 0:
            return self.body_called(at)
        of = self.cast.of_name[number] if number >= 0 else ()
        return self.cast.entities[of[0]] if len(of) == 1 else None

    def body_called(self, at: int) -> Entity | None:
        """'The union's chairman', 'the company's manager': the body that a noun means."""
        noun = self.cast.words.lower[at]
        known = body_before(self.cast, [noun], at)
        if known is not None and known.named_by is not None:
            return self.cast.entities[known.named_by]
        of = told_of_before(self.cast, self.sentence_of, noun, at)[0] if noun in GENERIC else ()
        of = of or (bloc_before(self.cast, self.sentence_of, noun, at)[0] if noun in BLOCS else ())
        if of and (known is None or known.kind == "unnamed"):
            return self.cast.entities[of[0]]
        return known

    def chief_in(self, entity: Entity) -> Entity | None:
        """Whose office or administration it is: 'the Kolt administration', 'Prime Minister Ana Kolt's office'."""
        words, lower = self.cast.words, self.cast.words.lower
        first, end = entity.mentions[0]
        if lower[end - 1] not in CHIEFS_OWN:
            return None
        parts = {word for word in words.words[first : end - 1] if word[0].isupper()}
        for other in self.cast.entities:
            if other.kind == "person" and other.name.split()[-1] in parts:
                return other
        if lower[first] in OWNERS and (number := self.whose(first)) is not None:
            return self.cast.entities[number]
        return None

    def whole_of(self, body: Entity) -> Entity | None:
        """Of which body it is a part: 'the [League] leadership', 'the [Front]-run health ministry'."""
        if not body.mentions:
            return None
        first, end = body.mentions[0]
        words, lower = self.cast.words.words, self.cast.words.lower
        start = first + 1 if lower[first] == "the" else first
        for at in range(start, end):
            if lower[at].endswith(RUN_BY):
                return self._called(" ".join((*lower[start:at], lower[at].rpartition("-")[0])))
        if start + 2 < end and lower[start] in PARTS | PEOPLE_OF and lower[start + 1] in ("of", "from"):
            of = start + 3 if lower[start + 2] == "the" else start + 2
            return self._called(self.cast.words.printed(of, end).lower()) if of < end else None
        stop = end - 1
        if lower[stop] not in PARTS:
            return None
        while stop > first and words[stop - 1] in POSSESSIVE:
            stop -= 1
        return self._called(self.cast.words.printed(start, stop).lower()) if start < stop else None

    def _called(self, name: str) -> Entity | None:
        """The body or state that the report knows by this name, in lower case."""
        number = self._by_name.get(name)
        entity = self.cast.entities[number] if number is not None else None
        return entity if entity and entity.kind in ("organisation", "state", "place") else None

    @cached_property
    def _by_name(self) -> dict[str, int]:
        """Whose each name is, in lower case; the first that is one's alone, where a name is printed often."""
        whose: dict[str, int] = {}
        for name, of in zip(self.cast.names, self.cast.of_name, strict=True):
            if len(of) == 1:
                whose.setdefault(self.cast.words.printed(name.first, name.end).lower(), of[0])
        return whose


def state_within(cast: Cast, body: Entity) -> str | None:
    """The state of a listed body with which the name ends, behind somebody's: 'the Kolt [White House]'.

    Or of one that stands in it beside the state: 'Norland's [NIS] security service'.
    """
    if not body.mentions:
        return None
    words, table = cast.words, gazetteer()
    first, end = body.mentions[0]
    matched = [(at, found) for at in range(first, end) if (found := table.match(words.words, at)) is not None]
    codes = [place.code for _, (_, place) in matched if place.kind in ("state", "people")]
    for at, (stop, place) in matched:
        last = at > first and stop == end and place.kind in ("body", "seat") and _is_somebodys(cast, first, at)
        if stop <= end and (last or (place.kind == "body" and place.code in codes)):
            return place.state
    return None


def _is_somebodys(cast: Cast, first: int, end: int) -> bool:
    """Whether the words are the surname of a person of the report."""
    said = cast.words.words[first:end]
    told = {word for word in said if word not in POSSESSIVE and word[0].isupper()}
    return bool(told) and any(one.kind == "person" and one.name.split()[-1] in told for one in cast.entities)
