"""Where reports differ on one person: the name otherwise spelled, or one office otherwise named. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from onrecord.collating.spelling import folded, sound, spelled
from onrecord.collating.utterances.words import NAME_WEIGHT, Read, reads, weights
from onrecord.model.disagreement import Called, Disagreement, DisagreementKind, Weight

LEAST = 0.05
# "Macall" and "Mafall" are two; a slip of the pen, or of the ear, comes later in a name.
ALIKE = 3
# "Envoy to the islands" may go by "envoy", "secretary general of the alliance" by "secretary general".
ARTICLE = re.compile(r"\b(?:al|el) ")
COMPLEMENT = re.compile(r"[ \u00a0](?:of|to|for|at|in|on)[ \u00a0]")
ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
# What an office is called by; what anybody may be called ("businessman", "diplomat") is none. Those of a line are one.
OFFICES = {
    stem: line.split()[0]
    for line in (
        "president",
        "minister",
        "secretary",
        "premier",
        "chancellor",
        "chief head director boss",
        "chairman chair chairwoman chairperson",
        "commissioner",
        "envoy emissary",
        "ambassador",
        "governor",
        "mayor",
        "general",
        "commander",
        "spokesman spokeswoman spokesperson",
        "advis adviser advisor",
        "negotiator",
        "representativ",
        "undersecretary",
        "speaker",
        "judge",
        "prosecutor",
    )
    for stem in line.split()
}
SPEAKS_FOR = "spokesman"
MOST_WORDS = 6
# "Deputy minister" and "minister" are two offices; "special envoy" and "envoy" may be one.
RANKS = frozenset("deputy vice acting interim assistant under".split())
# What a clause left before a role: "even the governor", "'s foreign minister", "killed ... the commander".
CLAUSE = re.compile(
    r"^(?:[’']s?\b|\W|(?:under|even|unlike|as|by|with)\b)|[.;:!?]\s|\w\sunder\b|\b(?:Last|Next|Now|Even|\w+day)\b"
    r"|\b(?:has|have|was|killed|said|telephone|call|than|her|his|their|its|our|my|who|which|that|about|also|a|an|the)\s",
    re.IGNORECASE,
)


def of_person(names: Iterable[Called], roles: Iterable[Called]) -> Iterator[Disagreement]:
    """One person under names otherwise spelled, or in one office otherwise named."""
    yield from _spellings(sorted(names))
    yield from _roles(sorted(roles))


def _spellings(every: Sequence[Called]) -> Iterator[Disagreement]:
    # "Stephen" alone may be anybody whose name sounds like it.
    whole = [one for one in every if len(folded(one.text).split()) > 1]
    pairs = [(a, b) for a, b in combinations(whole, 2) if _otherwise_spelled(a.text, b.text)]
    last = sorted({_last(one.text) for pair in pairs for one in pair})
    if len({one.place.report for pair in pairs for one in pair}) > 1:
        here = [one for one in whole if _last(one.text) in last]
        yield _told("spelling", here, " / ".join(last))
    elif not pairs:
        yield from _marks(whole)


def _marks(whole: Sequence[Called]) -> Iterator[Disagreement]:
    """Accents, or the article, and nothing else: "Orsolo Vélez" and "Orsolo Velez", "Hadi Karam", "Hadi al-Karam"."""
    alike: dict[str, dict[str, Called]] = {}
    for one in whole:
        printed = " ".join(re.findall(r"\w+", one.text.casefold()))
        alike.setdefault(ARTICLE.sub("", folded(one.text)), {}).setdefault(printed.replace(" ", ""), one)
    for _, each in sorted(alike.items()):
        if len({one.place.report for one in each.values()}) > 1:
            here = [one for _, one in sorted(each.items())]
            yield _told("spelling", here, " / ".join(one.text for one in here), "trifling")


def _last(name: str) -> str:
    return folded(name).split()[-1]


def _otherwise_spelled(one: str, other: str) -> bool:
    """Whether the surnames differ and mean one; the first names must then be the same, or sound so."""
    a, b = _last(one), _last(other)
    if a == b or {a, b} in ({a, f"{a}s"}, {a, f"{a}es"}, {b, f"{b}s"}, {b, f"{b}es"}):
        return False
    first = [folded(name).split()[0] for name in (one, other)]
    if first[0] != first[1] and sound(first[0]) != sound(first[1]):
        return False
    near = OSA.distance(a, b) <= 2 and a[:ALIKE] == b[:ALIKE]
    return near or sound(a) == sound(b) or spelled(a).sounds == spelled(b).sounds


def _roles(every: Sequence[Called]) -> Iterator[Disagreement]:
    by_title: dict[_Title, list[Called]] = {}
    for one in every:
        if (title := _title(one.text)).words:
            by_title.setdefault(title, []).append(one)
    reports = {title: {one.place.report for one in called} for title, called in by_title.items()}
    found: set[Called] = set()
    for a, b in combinations(by_title, 2):
        if _apart(a, b):
            found |= {one for one in by_title[a] if reports[b] - {one.place.report}}
            found |= {one for one in by_title[b] if reports[a] - {one.place.report}}
    if here := sorted(found):
        first: dict[str, Called] = {}
        for one in here:
            first.setdefault(folded(one.text), one)
        yield _told("wording", list(first.values()), " / ".join(one.text for one in first.values()))


class _Title(NamedTuple):
    """What a role says of the office, and the bodies in capitals whose it is."""

    words: frozenset[str]
    whose: frozenset[str]


def _apart(one: _Title, other: _Title) -> bool:
    """Whether two name one office in words that do not fit: "alliance chief", "alliance secretary general"."""
    a, b = one.words, other.words
    # A spokeswoman of the army is one of its ministry, and of its country; papers say which they like.
    if a == b or SPEAKS_FOR in a & b:
        return False
    if a <= b or b <= a:
        return not RANKS.isdisjoint(a ^ b)
    return bool(a & b or one.whose & other.whose)


@lru_cache(maxsize=8192)
def _title(role: str) -> _Title:
    """The office that a role names, complements and states aside; without words where it names none."""
    before = COMPLEMENT.split(role)[0]
    every = [one for one in reads(ORDINAL.sub("", before)) if not one.stem[0].isdigit()]
    if not every or len(every) > MOST_WORDS or every[-1].stem not in OFFICES or CLAUSE.search(before):
        return _Title(frozenset(), frozenset())
    named = [one for one in every if one.printed.isupper() or (one.weight == NAME_WEIGHT and one.stem not in weights())]
    words = {_word(one) for one in every if one not in named and one.weight >= LEAST and len(one.stem) > 1}
    capitals = frozenset(one.stem for one in named if one.printed.isupper())
    return _Title(frozenset(words - {"former", "then", "current", "top"}), capitals)


def _word(token: Read) -> str:
    """ "Agricultural" and "agriculture" are one."""
    return OFFICES.get(token.stem, token.stem[:7])


def _told(kind: DisagreementKind, called: Sequence[Called], why: str, weight: Weight = "slight") -> Disagreement:
    return Disagreement(kind, called[0].text, tuple(one.place for one in called), weight, why)
