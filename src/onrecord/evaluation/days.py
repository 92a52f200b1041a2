"""On which day was it said: statements of 176 reports, with the day that a careful reader makes out: `days.jsonl`.

One report a line: the text's hash, the set to which it belongs, and statements as offsets, no text;
docs/annotation/days.md is the guide. `looked at` was mended by; in `held out`, of other outlets, nobody looks at what
is wrong.

A statement is found where a content's token-IoU is at least 0.5, the best one first. Where the report tells the day (or
the span of days): `right` is the same one, doubt aside; `wider` holds it; `within` lies within it; `wrong` is another;
`missing` is none. Where it tells only that it was earlier ("../2031-03-12"), what ends by then is `within`. Where it
tells none, a day is one that no report tells, `about` it where it is marked approximate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.evaluation.attribution import LEAST_OVERLAP
from onrecord.evaluation.by_hash import Read, read_sets, reports_of
from onrecord.evaluation.record import Words, pair_up, same_day
from onrecord.model import Spans, Statement, edtf
from onrecord.model.jsonread import Node

SETS = ("looked at", "held out")
TOLD = ("right", "wider", "within", "wrong", "missing")
UNTOLD = ("left open", "a day that no report tells", "about a day that no report tells")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement with its day as EDTF, "../2031-03-12" where it is only told to be earlier, null where none is told;
    `drawn` says how it was drawn."""

    source: Spans
    content: Spans
    said_on: str | None
    drawn: str


@dataclass
class Score:
    """Counts over any number of statements."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, labelled: Sequence[Labelled], said: Sequence[Statement]) -> None:
        words = Words(text)
        found = pair_up(labelled, said, lambda a, b: _overlap(words, a, b))
        for place, one in enumerate(labelled):
            if place not in found:
                self.counts["not found"] += 1
                continue
            verdict = judged(said[found[place]].said_on, one.said_on)
            self.counts[verdict] += 1
            self.counts[f"{verdict}, drawn {one.drawn}"] += 1

    def lines(self) -> Iterator[tuple[str, float]]:
        """Shares of the days given where one is told that are right, and that are wrong; then the counts."""
        given = sum(self.counts[name] for name in TOLD if name != "missing")
        yield "given where one is told: share right", round(self.counts["right"] / max(1, given), DIGITS)
        yield "given where one is told: share wrong", round(self.counts["wrong"] / max(1, given), DIGITS)
        for name in (*TOLD, *UNTOLD, "not found"):
            yield name, self.counts[name]
        for name in ("right", "wrong"):
            for drawn in ("at random", "by signals"):
                yield f"{name}, drawn {drawn}", self.counts[f"{name}, drawn {drawn}"]


def judged(given: str | None, wanted: str | None) -> str:
    """The verdict on a day, as the module tells them."""
    if wanted is None:
        return UNTOLD[0] if given is None else UNTOLD[2] if given.endswith("~") else UNTOLD[1]
    if given is None:
        return "missing"
    day = given.rstrip("~")
    if same_day(day, wanted):
        return "right"
    if edtf.contains(wanted, day):
        return "within"
    return "wider" if edtf.contains(day, wanted) else "wrong"


def read_labelled() -> dict[str, dict[str, list[Labelled]]]:
    """The labelled statements of each set, by the hash of their report's text."""
    return read_sets("days.jsonl", SETS, _labelled)


def score(data: Path, read: Read) -> dict[str, Score]:
    """Each set's score. Raises FileNotFoundError where a report is not in the folder."""
    sets = read_labelled()
    wanted = {sha256 for labelled in sets.values() for sha256 in labelled}
    texts = reports_of(data, wanted, ("news", "clusters"))
    out = {name: Score() for name in SETS}
    for name, labelled in sets.items():
        for sha256, statements in labelled.items():
            out[name].add(texts[sha256].text, statements, read(texts[sha256]).statements)
    return out


def _labelled(node: Node) -> Labelled:
    return Labelled(node.spans("source"), node.spans("content"), node.maybe_text("said_on"), node.text("drawn"))


def _overlap(words: Words, one: Labelled, other: Statement) -> float:
    mine, theirs = words.within(one.content), words.within(other.content)
    overlap = len(mine & theirs) / max(1, len(mine | theirs))
    return overlap + (one.source == other.source) if overlap >= LEAST_OVERLAP else 0.0
