"""Whom a pronoun means: a small trained scorer over those who were mentioned before it.

Softmax regression over the candidates of each pronoun, trained on GUM's coreference chains
(training/who/pronouns.py): a mention-ranking model, after Denis and Baldridge (2008).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.who.mentioning.mentions import Mention
    from onrecord.reading.who.naming.entities import Entity

GENDER = {"he": "m", "she": "f", "they": "many", "it": "thing", "him": "m", "his": "m", "her": "f"}
SURE = 0.45


@dataclass(frozen=True, slots=True)
class Where:
    """Where a word stands: its paragraph, its sentence, its place in the sentence, and whether in a quotation.

    `subject` and `speaks` tell whether a verb follows, and one of saying stands beside it; `possessive` that it is
    "his" or "its".
    """

    at: int
    paragraph: int
    sentence: int
    place: int
    quoted: bool
    opens_paragraph: bool = False
    subject: bool = False
    speaks: bool = False
    possessive: bool = False


@dataclass(slots=True)
class Candidate:
    """One whom a pronoun may mean, by his latest mention. `rank` counts candidates mentioned later than he."""

    number: int
    entity: Entity
    mention: Mention
    pronoun: Where
    where: Where
    rank: int
    lately: int = 1
    spoke: bool = False
    named: int = 1


FEATURES = (
    "one",
    "same sentence",
    "sentence before",
    "two sentences before",
    "same paragraph",
    "paragraph before",
    "latest",
    "second latest",
    "by name",
    "by pronoun, near",
    "sentences apart",
    "paragraphs apart",
    "subject",
    "opens its sentence",
    "both open their sentences",
    "spoke",
    "spoke in the sentence before",
    "lately often",
    "named often",
    "gender known",
    "quoted, the pronoun not",
    "quoted, both",
    "pronoun quoted, it not",
    "unnamed",
    "right before",
    "by name, opens the paragraph",
    "both subjects",
    "spoke lately, and the pronoun speaks",
    "subject, and the pronoun speaks",
    "latest name, and the pronoun speaks",
    "possessive, same sentence",
    "possessive, subject of the same sentence",
)


def features(c: Candidate) -> tuple[float, ...]:
    """What speaks for a candidate, by the names in FEATURES: 1 or true where it holds, or a size."""
    apart = c.pronoun.sentence - c.where.sentence
    paragraphs = c.pronoun.paragraph - c.where.paragraph
    opens = c.where.place <= 2
    return (
        1.0,
        apart == 0,
        apart == 1,
        apart == 2,
        paragraphs == 0,
        paragraphs == 1,
        c.rank == 0,
        c.rank == 1,
        c.mention.kind == "name",
        c.mention.kind == "pronoun" and apart <= 1,
        math.log1p(max(apart, 0)),
        min(max(paragraphs, 0), 4),
        c.mention.subject,
        opens,
        opens and c.pronoun.place <= 1,
        c.mention.spoke,
        c.mention.spoke and apart == 1,
        math.log1p(c.lately),
        math.log1p(c.named),
        c.entity.gender is not None,
        c.where.quoted and not c.pronoun.quoted,
        c.where.quoted and c.pronoun.quoted,
        c.pronoun.quoted and not c.where.quoted,
        c.entity.kind == "unnamed",
        c.pronoun.at - c.mention.end <= 1,
        c.mention.kind == "name" and opens and paragraphs == 0 and c.where.opens_paragraph and not c.pronoun.possessive,
        c.mention.subject and c.pronoun.subject,
        c.spoke and c.pronoun.speaks,
        c.mention.subject and c.pronoun.speaks,
        c.rank == 0 and c.mention.kind == "name" and c.pronoun.speaks,
        c.pronoun.possessive and apart == 0,
        c.pronoun.possessive and apart == 0 and (c.mention.subject or opens),
    )


@lru_cache(maxsize=1)
def weights() -> dict[str, tuple[float, ...]]:
    """Weights for one person ("one") and for several or a body ("many")."""
    table = json.loads(files(__package__).joinpath("pronouns.json").read_text(encoding="utf-8"))
    return {kind: tuple(float(table["weights"][kind][name]) for name in FEATURES) for kind in ("one", "many")}


def choose(word: str, candidates: Sequence[Candidate]) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The candidate who is likelier than all others together; or the likeliest three, with their shares."""
    of = weights()["one" if GENDER[word] in ("m", "f") else "many"]
    return likeliest(candidates, [sum(map(mul, of, features(one))) for one in candidates])


def likeliest(candidates: Sequence[Candidate], scores: Sequence[float]) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """By their scores, whose exponentials are their odds: the one, or the likeliest three, with their shares."""
    if not candidates:
        return (), ()
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    whole = sum(odds)
    ranked = sorted(zip(odds, candidates, strict=True), key=lambda pair: (-pair[0], pair[1].rank))
    if ranked[0][0] / whole >= SURE or len(ranked) == 1:
        return (ranked[0][1].number,), (round(ranked[0][0] / whole, 2),)
    return tuple(one.number for _, one in ranked[:3]), tuple(round(score / whole, 2) for score, _ in ranked[:3])
