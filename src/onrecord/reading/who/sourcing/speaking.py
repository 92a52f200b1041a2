"""Who 'he' or 'she' is where it names who speaks: the scorer of pronouns, with what it must know there besides.

Its weights go on from those learnt on GUM, and are learnt from pronouns of news whose speakers were told by reading
(training/who/speaking.py, annotations/speakers). Asked where it is not plain that whoever spoke before goes on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from operator import mul

from onrecord.reading.who.holding.roles import PREPOSITIONS
from onrecord.reading.who.mentioning.mentions import SUBJECT_VERBS, Mentions
from onrecord.reading.who.mentioning.pronouns import FEATURES, Candidate, features, likeliest
from onrecord.reading.who.naming.names import POSSESSIVE

BESIDES = (
    "spoke last",
    "has something",
    "after a preposition",
    "in the lead",
    "nobody named since",
    "spoke last, near",
    "does something, near",
    "in what is ascribed",
    "only in what is ascribed",
)
IN_FORCE = 0.9  # how sure it is that whoever spoke before goes on
LEAD = 2  # sentences


@lru_cache(maxsize=1)
def shipped() -> tuple[float, ...]:
    """The weights, by the names in FEATURES and BESIDES."""
    table = json.loads(files(__package__).joinpath("speaking.json").read_text(encoding="utf-8"))
    return tuple(float(table["weights"][name]) for name in FEATURES + BESIDES)


@dataclass(frozen=True, slots=True)
class Last:
    """Who spoke before, by number, and whether it is plain that he goes on."""

    number: int
    goes_on: bool


@dataclass(frozen=True)
class Speaking:
    """`meant` is the question; `rows` are what is learnt from. `ascribed` tells of each word whether it is said."""

    mentions: Mentions
    ascribed: Sequence[bool]
    weights: Sequence[float] = field(default_factory=shipped)

    def meant(
        self, word: str, at: int, last: Last | None, said: Sequence[tuple[int, int]]
    ) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Whom the pronoun at a word means. `said` are the words that it is the source of."""
        if last is not None and last.goes_on:
            return (last.number,), (IN_FORCE,)
        outright = self.mentions.said_outright(word, at)
        if outright is not None:
            return (outright,), (0.98,)
        candidates = self.candidates(word, at, said)
        scores = [sum(map(mul, self.weights, row)) for row in self.rows(candidates, last)]
        return likeliest(candidates, scores)

    def candidates(self, word: str, at: int, said: Sequence[tuple[int, int]]) -> list[Candidate]:
        """Those mentioned before, but for whom only a photograph's credit names: '(Norland Photo/Ana Kolt)'."""
        return [one for one in self.mentions.candidates(word, at, said) if not self._is_credited(one)]

    def _is_credited(self, one: Candidate) -> bool:
        first = one.mention.first
        return first > 0 and self.mentions.cast.words.words[first - 1] == "/" and one.named == 1

    def rows(self, candidates: Sequence[Candidate], last: Last | None) -> list[tuple[float, ...]]:
        """The features of each candidate, by the names in FEATURES and BESIDES."""
        number = last.number if last is not None else None
        return [features(one) + self._besides(one, number) for one in candidates]

    def _besides(self, one: Candidate, last: int | None) -> tuple[float, ...]:
        words, mention = self.mentions.cast.words, one.mention
        apart = one.pronoun.sentence - one.where.sentence
        following = words.lower[mention.end] if mention.end < len(words) else ""
        begins = min((first for first, _ in one.entity.mentions), default=mention.first)
        return (
            one.number == last,
            following in POSSESSIVE,
            mention.first > 0 and words.lower[mention.first - 1] in PREPOSITIONS,
            self.mentions.sentence_of[begins] < LEAD,
            not self._named_since(one),
            one.number == last and apart <= 1,
            apart <= 1 and (following in SUBJECT_VERBS or (following.endswith("ed") and following.isalpha())),
            self.ascribed[mention.first],
            all(self.ascribed[first] for first, _ in one.entity.mentions if first < one.pronoun.at),
        )

    def _named_since(self, one: Candidate) -> bool:
        """Whether another person is told of since, outside quotations."""
        return any(
            mention.kind != "pronoun"
            and len(mention.of) == 1
            and mention.of[0] != one.number
            and self.mentions.cast.entities[mention.of[0]].kind == "person"
            and not self.mentions.quoted[mention.first]
            for mention in self.mentions.between(one.mention.end, one.pronoun.at)
        )
