"""The sentences of a report as they are laid beside those of another, and their words as they count in one story. Pure.

A word that every report of a story has says little in it, however rare it is elsewhere: weights are those of
`collating.utterances.words` times the inverse document frequency over the sentences of the story (Spärck Jones 1972).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from onrecord.collating.disagreements import SAYING, force_of
from onrecord.collating.spelling import folded
from onrecord.collating.tellings.finding import UNTOLD, tellings
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens
from onrecord.model import Reading, Span, Spans
from onrecord.model.telling import Telling

SMALL = 0.15
ASCRIBING = 0.2
SHORTEST, LONGEST = 5, 90  # words
# What a sentence commits anybody to: those of a line do it alike.
COMMITS = {
    word: line.split()[0]
    for line in (
        "will would",
        "may could might can",
        "must should",
        "not never no",
        "plan expect likely propos offer intend",
        "threat threaten warn",
        "agre agree accept support back",
        "reject refus deny",
        "demand ask urg call",
        "consider open ready hop hope want",
    )
    for word in line.split()
}
QUOTED = re.compile(r"[“\"«”»]|``|''")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of one report, `day` being when that appeared; two are the same where they are one object.

    `statement` is the first that lies in it, `said_by` the folded last names and parties of those who speak there,
    `ascribing` where the words stand that tell who says it and that he does (offsets in `text`), and `figures` are the
    tellings of figures that it holds.
    """

    report: str
    span: Span
    text: str
    day: str | None = None
    statement: str | None = None
    said_by: frozenset[str] = frozenset()
    ascribing: Spans = ()
    figures: tuple[Telling, ...] = ()


def sentences_of(reading: Reading, text: str, published: str | None) -> list[Sentence]:
    """The sentences of a report that may be laid beside others, in order; none of its furniture."""
    untold = [part.span for part in reading.furniture if part.kind in UNTOLD]
    figures: dict[Span, list[Telling]] = {}
    for one in tellings(reading, text, published):
        if one.kind == "figure":
            figures.setdefault(one.span, []).append(one)
    found: list[Sentence] = []
    for span in reading.sentences:
        words = len(tokens(span.text(text)))
        if not SHORTEST <= words <= LONGEST or any(part.overlaps(span) for part in untold):
            continue
        said = [one for one in reading.statements if any(part.overlaps(span) for part in one.content)]
        who = (name for one in said for name in (one.party, one.speaker.name if one.speaker else None) if name)
        last = frozenset(folded(name).split()[-1] for name in who if folded(name).split())
        found.append(
            Sentence(
                reading.report,
                span,
                span.text(text),
                published and published[:10],
                said[0].id if said else None,
                last,
                tuple(
                    Span(part.start - span.start, part.end - span.start)
                    for one in said
                    for part in (*one.source, *one.cue)
                    if span.covers(part)
                ),
                tuple(figures.get(span, ())),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """What counts of a sentence within its story.

    `weights` are the senses with how much each says there, `total` their sum, `near` those of the sentences beside it.
    `order` are the stems as they stand.
    """

    weights: Mapping[str, float]
    total: float
    tokens: tuple[Token, ...]
    order: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    first_name: str | None
    numbers: frozenset[str]
    force: frozenset[str]
    commits: frozenset[str]
    says: bool
    is_quoted: bool
    near: Mapping[str, float]


def words_in(story: Sequence[Sequence[Sentence]]) -> dict[Sentence, Words]:
    """The words of each sentence of a story, given report by report."""
    plain = {one: _plain(one) for report in story for one in report}
    often = Counter(sense for weights in plain.values() for sense in weights)
    most = log(len(plain) + 1)
    told = {
        one: {sense: weight * log((len(plain) + 1) / often[sense]) / most for sense, weight in weights.items()}
        for one, weights in plain.items()
    }
    found: dict[Sentence, Words] = {}
    for report in story:
        for at, one in enumerate(report):
            beside = [told[other] for other in (*report[max(0, at - 1) : at], *report[at + 1 : at + 2])]
            found[one] = _words(one.text, told[one], _both(beside))
    return found


def _plain(sentence: Sentence) -> dict[str, float]:
    """The senses by weight: what tells who speaks counts little, as one speaker says many things."""
    found: dict[str, float] = {}
    for one in tokens(sentence.text):
        ascribes = any(part.start <= one.start < part.end for part in sentence.ascribing)
        found[one.sense] = max(found.get(one.sense, 0.0), one.weight * (ASCRIBING if ascribes else 1.0))
    return found


def _both(beside: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for weights in beside:
        found |= {sense: max(weight, found.get(sense, 0.0)) for sense, weight in weights.items()}
    return found


def _words(text: str, weights: Mapping[str, float], near: Mapping[str, float]) -> Words:
    every = tokens(text)
    order = tuple(one.stem for one in every)
    names = [one.sense for one in every if one.weight == NAME_WEIGHT]
    return Words(
        weights,
        sum(weights.values()),
        every,
        order,
        frozenset(pairwise(order)),
        frozenset(names),
        names[0] if names else None,
        frozenset(stem for stem in order if stem[0].isdigit()),
        frozenset(force_of(text)),
        frozenset(COMMITS[stem] for stem in order if stem in COMMITS),
        any(one.sense in SAYING for one in every),
        QUOTED.search(text) is not None,
        near,
    )
