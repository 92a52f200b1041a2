"""Conditions against labelled sentences of many negotiations, of which half were never used to mend the rules.

The labels are `conditions.jsonl` beside this file, one report a line: the hash of the text, the sentences looked at,
and the conditions in them, as offsets; docs/annotation/conditions.md is the guide by which they were made.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from onrecord.codebook import load
from onrecord.evaluation.labelled import read_texts
from onrecord.model import Span
from onrecord.model.jsonread import Node
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.reader import Reader

HALVES = ("tuned", "held out")
SAME = 0.4  # share of words from which on two spans are one condition, as the seeds' scorer has it
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at in one report: whole sentences, and the conditions that a person marked in them."""

    negotiation: str
    codebook: str
    half: str
    sha256: str
    sentences: tuple[Span, ...]
    conditions: tuple[Span, ...]


@dataclass
class Score:
    """How many conditions were labelled, found, and both."""

    wanted: int = 0
    found: int = 0
    hit: int = 0

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, self.found + self.wanted)


def read_looked() -> list[Looked]:
    lines = resources.files("onrecord.evaluation").joinpath("conditions.jsonl").read_text(encoding="utf-8").splitlines()
    return [_looked(Node.at(json.loads(line))) for line in lines]


def _looked(node: Node) -> Looked:
    return Looked(
        node.text("negotiation"),
        node.text("codebook"),
        node.text("half"),
        node.text("sha256"),
        node.spans("sentences"),
        node.spans("conditions"),
    )


def score(data: Path, every: Iterable[Looked]) -> dict[str, Score]:
    """By half. Raises FileNotFoundError where none of the reports is in the folder."""
    labels = {one.sha256: one for one in every}
    reports = read_texts(data, frozenset(labels))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the labelled reports is in its .jsonl and .txt files")
    tagger, heads = Tagger(), Heads()
    readers = {book: Reader(tagger, heads, load(book)) for book in sorted({one.codebook for one in labels.values()})}
    scores: dict[str, Score] = defaultdict(Score)
    for key, report in sorted(reports.items()):
        label = labels[key]
        got = [one.span[0] for one in readers[label.codebook](report).conditions]
        add(scores[label.half], report.text, label, got)
    return scores


def add(to: Score, text: str, label: Looked, got: Sequence[Span]) -> None:
    """Counts what was found in the sentences that were looked at; each counts for one condition at most."""
    here = [one for one in got if is_looked_at(label, one)]
    to.found += len(here)
    to.wanted += len(label.conditions)
    to.hit += len(matched(text, label, here))


def is_looked_at(label: Looked, span: Span) -> bool:
    """Whether it begins in a sentence that a person looked at."""
    return any(sentence.covers(Span(span.start, span.start)) for sentence in label.sentences)


def matched(text: str, label: Looked, got: Sequence[Span]) -> list[Span]:
    """Those that are conditions by the label."""
    left, hits = set(got), []
    for wanted in label.conditions:
        best = max(left, key=lambda one: (_alike(text, one, wanted), one), default=None)
        if best is not None and _alike(text, best, wanted) >= SAME:
            left.discard(best)
            hits.append(best)
    return hits


def _alike(text: str, one: Span, other: Span) -> float:
    left = {word.start() for word in _WORD.finditer(text, *one)}
    right = {word.start() for word in _WORD.finditer(text, *other)}
    return len(left & right) / max(1, len(left | right))
