"""Whose something is: the owner of an office, the body that a noun means, and the chief whose office it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.reading.who.holding.roles import OWNERS
from onrecord.reading.who.mentioning.bodies import BLOCS, GENERIC, bloc_before, body_before, told_of_before
from onrecord.reading.who.naming.entities import Cast, Entity

CHIEFS_OWN = frozenset(
    """country nation delegation administration office campaign government team cabinet regime allies ministry
    department""".split()
)


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
        of = of or (bloc_before(self.cast, noun, at)[0] if noun in BLOCS else ())
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
