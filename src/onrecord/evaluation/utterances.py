"""Utterances against pairs of wordings that people judged: is it one act of speaking, or are they two?

The pairs are kept as offsets with the SHA-256 of the texts (`utterances.jsonl`; docs/annotation/utterances.md tells how
they were drawn and judged). The reports that hold them are read and collated together. A pair counts as joined where
the wordings found at both places are in one utterance; where reading finds none at a place, it is not joined. The
pairs held out are of other stories than those by which the judge was made, and are scored apart; so are those of which
another judge was unsure, which are of the same stories, but nothing was fitted to them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.collating.utterances.clustering import cluster
from onrecord.collating.utterances.judging import ties
from onrecord.collating.utterances.splitting import wordings
from onrecord.evaluation.judge_of_utterances import Example, asked_of_unseen
from onrecord.model import Fault, Reading, Report, Spans
from onrecord.model.jsonread import Node
from onrecord.model.utterance import Wording
from onrecord.sources import reports

PAIRS = "utterances.jsonl"
MANY = 100  # from so many pairs on a judge may be fitted without some of them
HELD_OUT = {
    "held out before": 5,
    "held out, by strata": 8,
    "held out, whole stories": 9,
    "where another judge was unsure": 10,
}
ENOUGH = 0.5  # share of characters that a wording and a labelled place have in common to be one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: the SHA-256 of the report's text, and its spans."""

    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, and whether somebody judged that they report one act of speaking.

    Those `held_out` are of stories on which nothing was tuned. `drawn` tells how the pair was drawn, by the numbers of
    the guide; `stands_for` how many pairs like it there were to draw from.
    """

    one: Place
    other: Place
    same: bool
    held_out: bool = False
    drawn: int = 0
    stands_for: float = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs by what was wanted and what was found; `unread` had a place at which reading finds no statement.

    Counts, but for pairs that stand for many.
    """

    pairs: float
    hits: float
    wrong: float
    missed: float
    unread: float

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (2 * self.hits + self.wrong + self.missed) if self.hits else 0.0


def read_pairs() -> list[Pair]:
    """The pairs that lie in this package."""
    lines = (files(__package__) / PAIRS).read_text(encoding="utf-8").splitlines()
    return [_pair(Node.at(json.loads(line))) for line in lines]


def _pair(node: Node) -> Pair:
    one, other = (Place(place.text("text"), place.spans("spans")) for place in node.each("places"))
    stands_for = node.maybe_number("stands_for")
    return Pair(
        one,
        other,
        node.of["same"] is True,
        node.of.get("held_out") is True,
        int(node.number("drawn")),
        1.0 if stands_for is None else stands_for,
    )


def score(data: Path, pairs: Iterable[Pair], read: Callable[[Report], Reading]) -> dict[str, Score]:
    """Reads the reports under `data` that hold pairs, and scores the pairs of which both are there.

    By name: all that were tuned on, with the judge that ships; the same with judges fitted without their stories; those
    held out, by how they were drawn.
    """
    every = list(pairs)
    said = read_all(data, every, read)
    there = [pair for pair in every if {pair.one.text, pair.other.text} <= said.keys()]
    tuned = [pair for pair in there if not pair.held_out]
    found = {"tuned": of_wordings(tuned, said)} if tuned else {}
    if len(tuned) > MANY:
        found["tuned, story by story"] = _counted(asked_of_unseen(examples(tuned, said)))
    for name, drawn in HELD_OUT.items():
        if held_out := [pair for pair in there if pair.held_out and pair.drawn == drawn]:
            found[name] = of_wordings(held_out, said)
            if any(pair.stands_for != 1.0 for pair in held_out):
                found[f"{name}, each for those it stands for"] = of_wordings(held_out, said, weighed=True)
    return found


def read_all(data: Path, pairs: Iterable[Pair], read: Callable[[Report], Reading]) -> dict[str, list[Wording]]:
    """The wordings of each text under `data` that holds a pair."""
    hashes = {place.text for pair in pairs for place in (pair.one, pair.other)}
    found = {one.sha256: one for one in _reports(data) if one.sha256 in hashes}
    return {text: _wordings(report, read(report)) for text, report in sorted(found.items())}


def examples(pairs: Iterable[Pair], said: Mapping[str, list[Wording]]) -> list[Example]:
    """What a judge learns from."""
    return [_example(pair, said) for pair in pairs]


def _example(pair: Pair, said: Mapping[str, list[Wording]]) -> Example:
    one, other = (_at(place, said[place.text]) for place in (pair.one, pair.other))
    both = (one, other) if one is not None and other is not None else None
    return Example((pair.one.text, pair.other.text), pair.same, both)


def _counted(judged: Iterable[tuple[bool, bool]]) -> Score:
    """From what was wanted and what was said of each pair."""
    every = list(judged)
    hits, wrong = every.count((True, True)), every.count((False, True))
    return Score(len(every), hits, wrong, every.count((True, False)), 0)


def _reports(data: Path) -> Iterator[Report]:
    return (one for one in reports([str(data)]) if not isinstance(one, Fault))


def _wordings(report: Report, reading: Reading) -> list[Wording]:
    return wordings(reading, report.text, report.published or reading.published)


def of_wordings(pairs: Sequence[Pair], said: Mapping[str, list[Wording]], *, weighed: bool = False) -> Score:
    """The score of all pairs, by the wordings of each text that holds one, collated together."""
    texts = {place.text for pair in pairs for place in (pair.one, pair.other)}
    every = [one for text in sorted(texts) for one in said[text]]
    utterance = {each.wording: one.id for one in cluster(every, ties(every, ())) for each in one.members}
    counts: dict[str, float] = {"pairs": 0, "hits": 0, "wrong": 0, "missed": 0, "unread": 0}
    for pair in pairs:
        one, other = (_at(place, said[place.text]) for place in (pair.one, pair.other))
        joined = one is not None and other is not None and utterance[one.id] == utterance[other.id]
        weight = pair.stands_for if weighed else 1
        counts["pairs"] += weight
        counts["unread"] += weight * (one is None or other is None)
        counts["hits"] += weight * (joined and pair.same)
        counts["wrong"] += weight * (joined and not pair.same)
        counts["missed"] += weight * (pair.same and not joined)
    return Score(**{name: round(count, 1) for name, count in counts.items()})


def _at(place: Place, said: Iterable[Wording]) -> Wording | None:
    """The wording that has most of its characters in common with the place, if most it has."""
    best = max(said, key=lambda one: (_common(place.spans, one.spans), one.id), default=None)
    return best if best is not None and _common(place.spans, best.spans) >= ENOUGH else None


def _common(one: Spans, other: Spans) -> float:
    """The share of characters in common (Dice): 0 to 1."""
    a = {at for span in one for at in range(*span)}
    b = {at for span in other for at in range(*span)}
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
