"""Who said it, for whom, on which day, in 161 reports of one day's news and of older affairs: `speakers.jsonl`.

One report a line: the text's hash, the set to which it belongs, and the statements that onrecord found in it when they
were labelled, as offsets, no text; docs/annotation/speakers-and-parties.md is the guide. `learned from` was looked at,
and scorers are fitted to it; in `held out` nobody looks at what is wrong.

A labelled statement is found where a content's token-IoU is at least 0.5, the best one first. A name is right as in
`record.same_name`; of several speakers each must be named. A day is asked where the report tells one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.evaluation.attribution import LEAST_OVERLAP
from onrecord.evaluation.by_hash import Read, read_sets, reports_of
from onrecord.evaluation.record import Words, pair_up, same_day, same_name
from onrecord.model import Spans, Statement
from onrecord.model.jsonread import Node

SETS = ("learned from", "held out")
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement as it was labelled; `ascribed` is false where nobody is told to have said or meant anything.

    No speakers: the report leaves it open. `several` tells that the party is that of more than one side, which is not
    asked.
    """

    source: Spans
    content: Spans
    ascribed: bool
    speakers: tuple[str, ...]
    party: str | None
    several: bool
    said_on: str | None


@dataclass
class Score:
    """Counts over any number of statements."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, labelled: Sequence[Labelled], said: Sequence[Statement]) -> None:
        words = Words(text)
        found = pair_up(labelled, said, lambda a, b: _overlap(words, a, b))
        for place, one in enumerate(labelled):
            name = "ascribed" if one.ascribed else "not ascribed"
            self.counts[name] += 1
            if place in found:
                self.counts[f"{name}, found"] += 1
                if one.ascribed:
                    self._judge(one, said[found[place]])

    def _judge(self, wanted: Labelled, got: Statement) -> None:
        if wanted.speakers:
            self._told("speaker", _same_speakers(got, wanted.speakers))
        if not wanted.several:
            self._told("party", same_name(got.party, wanted.party))
            self.counts["party missing"] += wanted.party is not None and got.party is None
            self.counts["party where none is told"] += wanted.party is None and got.party is not None
        if wanted.said_on:
            self._told("day", same_day(got.said_on, wanted.said_on))
        elif got.said_on:
            self.counts["days that no report tells"] += 1

    def _told(self, what: str, right: bool) -> None:
        self.counts[what] += 1
        self.counts[f"{what} right"] += right

    def lines(self) -> Iterator[tuple[str, float]]:
        for what in ("speaker", "party", "day"):
            yield what, round(self.counts[f"{what} right"] / max(1, self.counts[what]), DIGITS)
            yield f"{what} asked", self.counts[what]
            if what == "party":
                yield "party missing", self.counts["party missing"]
                yield "party where none is told", self.counts["party where none is told"]
        yield "days that no report tells", self.counts["days that no report tells"]
        for name in ("ascribed", "not ascribed"):
            yield f"labelled {name}", self.counts[name]
            yield f"{name}, still found", round(self.counts[f"{name}, found"] / max(1, self.counts[name]), DIGITS)


def read_labelled() -> dict[str, dict[str, list[Labelled]]]:
    """The labelled statements of each set, by the hash of their report's text."""
    return read_sets("speakers.jsonl", SETS, _labelled)


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
    party = node.maybe_text("party")
    return Labelled(
        source=node.spans("source"),
        content=node.spans("content"),
        ascribed=not node.of.get("none"),
        speakers=node.texts("speakers") if "speakers" in node.of else (),
        party=party,
        several=party is not None and ";" in party,
        said_on=node.maybe_text("said_on"),
    )


def _overlap(words: Words, one: Labelled, other: Statement) -> float:
    mine, theirs = words.within(one.content), words.within(other.content)
    overlap = len(mine & theirs) / max(1, len(mine | theirs))
    return overlap + (one.source == other.source) if overlap >= LEAST_OVERLAP else 0.0


def _same_speakers(got: Statement, wanted: Sequence[str]) -> bool:
    """'Ada Norr; Jan Orm': every one of them, and nobody else."""
    names = [one.name for one in got.speakers]
    return len(names) == len(wanted) and all(any(same_name(one, other) for other in wanted) for one in names)
