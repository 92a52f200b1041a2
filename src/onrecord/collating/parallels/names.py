"""Names that reports of one story spell in two ways, whether or not reading knows whose they are. Pure.

Two forms are one name where they differ in accents alone, or in a letter or two, sound the same and stand beside the
same other name ("Ada Vossi", "Ada Vosi"), or where the one is a slip of the pen: it begins and ends like the other, and
stands once in a story that has that one again and again. A story of more than MOST_FORMS forms is not looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise, product
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

from onrecord.collating.parallels.sentences import Sentence
from onrecord.collating.spelling import spelled
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens
from onrecord.model import Span
from onrecord.model.disagreement import Disagreement, Place

SHORTEST, LONG = 5, 8  # letters
OFTEN = 4  # times
MOST_FORMS = 1500
WORD = re.compile(r"\w+")


class _Stands(NamedTuple):
    """Where a form stands, and the names right before and after it."""

    place: Place
    beside: frozenset[str]


def spellings(story: Iterable[Sequence[Sentence]], known: Iterable[frozenset[str]] = ()) -> Iterator[Disagreement]:
    """One for each two forms of a name, of which two reports have one each, but for those that are `known`; by form."""
    told = set(known)
    forms = _forms(story)
    for one, other in sorted(_near(forms)):
        if not is_known(one, other, told) and _is_one(one, other, forms):
            accents = anyascii(one) == anyascii(other)
            places = (*_first(forms[one]), *_first(forms[other]))
            if len({place.report for place in places}) > 1:
                yield Disagreement("spelling", one, places, "trifling" if accents else "slight", f"{one} / {other}")


def in_two_ways(why: str) -> Iterator[frozenset[str]]:
    """Each two words that are spelled otherwise in names told as "vossi / vosi", or "Ana Kovalová / Ana Kovalova"."""
    names = [frozenset(WORD.findall(name.lower())) for name in why.split(" / ")]
    for one, other in combinations(names, 2):
        yield from map(frozenset, product(one - other, other - one))


def is_known(one: str, other: str, known: Set[frozenset[str]]) -> bool:
    """Whether two forms are among the known, with their accents or, as persons' surnames are told, without."""
    return frozenset((one, other)) in known or frozenset((anyascii(one).lower(), anyascii(other).lower())) in known


def _forms(story: Iterable[Sequence[Sentence]]) -> dict[str, list[_Stands]]:
    found: dict[str, list[_Stands]] = {}
    for report in story:
        for sentence in report:
            every: Sequence[Token | None] = (None, *tokens(sentence.text), None)
            for (before, one), (_, after) in pairwise(pairwise(every)):
                if one is not None and _is_name(one):
                    beside = frozenset(_form(near) for near in (before, after) if near is not None and _is_big(near))
                    start = sentence.span.start
                    place = Place(sentence.report, (Span(start + one.start, start + one.end),), one.printed)
                    found.setdefault(_form(one), []).append(_Stands(place, beside))
    return found


def _is_big(one: Token) -> bool:
    return one.printed[:1].isupper()


def _is_name(one: Token) -> bool:
    return one.weight == NAME_WEIGHT and _is_big(one) and not one.printed.isupper() and len(_form(one)) >= SHORTEST


def _form(one: Token) -> str:
    return one.printed.lower().split("'")[0].split("’")[0]


def _near(forms: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that begin or end alike, of which others can be no one name."""
    if len(forms) > MOST_FORMS:
        return
    by_ends: dict[str, list[str]] = {}
    for form in sorted(forms):
        plain = anyascii(form).lower()
        for end in {f"{plain[:3]}-", f"-{plain[-3:]}"}:
            by_ends.setdefault(end, []).append(form)
    yield from {pair for those in by_ends.values() for pair in combinations(those, 2)}


def _is_one(one: str, other: str, forms: Mapping[str, Sequence[_Stands]]) -> bool:
    a, b = anyascii(one).lower(), anyascii(other).lower()
    if a == b:
        return True
    apart = OSA.distance(a, b, score_cutoff=2)
    if apart > 2 or (apart == 2 and min(len(a), len(b)) < LONG) or _are_forms(a, b):
        return False
    beside = [frozenset(name for stands in forms[form] for name in stands.beside) for form in (one, other)]
    if spelled(a).sounds == spelled(b).sounds and not beside[0].isdisjoint(beside[1]):
        return True
    few, many = sorted((len(forms[one]), len(forms[other])))
    return apart == 1 and few == 1 and many >= OFTEN and (a[0], a[-2:]) == (b[0], b[-2:])


def _are_forms(a: str, b: str) -> bool:
    """ "Vellan" and "Vellans", "Torland" and "Torlandi": who belongs to what is named."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in ("s", "n", "i", "an", "ns", "is", "e", "a")


def _first(stands: Sequence[_Stands]) -> list[Place]:
    """Where the first two reports have it."""
    found: dict[str, Place] = {}
    for one in stands:
        found.setdefault(one.place.report, one.place)
    return list(found.values())[:2]
