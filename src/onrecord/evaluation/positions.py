"""Issues, stances and yes-buts, against statements annotated in seven negotiations (two of them on trade).

The annotations are `stances.jsonl` beside this file: offsets and the text's hash, no text; docs/annotation/stances.md
is the guide by which they were made. The reports come from a folder of `.jsonl` files, found by their hash.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import get_args

from onrecord.codebook import load
from onrecord.model import Report, Spans, Stance, Statement, digest
from onrecord.model.jsonread import Node
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.reader import Reader

ENOUGH = 15  # a class with fewer examples does not count in a macro average
SAME = 0.5  # share of characters that two contents have in common to be one statement

Labels = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A statement as a person labelled it; `second` is what the same person said of it another time, unseen."""

    negotiation: str
    codebook: str
    sha256: str
    cue: Spans
    content: Spans
    stance: str | None
    issues: tuple[str, ...]
    second: Labels | None


def read_annotations() -> list[Annotated]:
    lines = resources.files("onrecord.evaluation").joinpath("stances.jsonl").read_text(encoding="utf-8").splitlines()
    return [_annotated(Node.at(json.loads(line))) for line in lines]


def _annotated(node: Node) -> Annotated:
    again = node.of.get("second")
    return Annotated(
        negotiation=node.text("negotiation"),
        codebook=node.text("codebook"),
        sha256=node.text("sha256"),
        cue=node.spans("cue"),
        content=node.spans("content"),
        stance=node.maybe_text("stance"),
        issues=node.texts("issues"),
        second=None if again is None else _labels(Node.at(again)),
    )


def _labels(node: Node) -> Labels:
    return node.maybe_text("stance"), node.texts("issues")


@dataclass
class Score:
    """What was labelled, against what was found: pairs of stances, and hits and misses of issues."""

    stances: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    issues: Counter[tuple[str, str]] = field(default_factory=Counter)
    plain: Counter[str] = field(default_factory=Counter)
    conditional: Counter[str] = field(default_factory=Counter)
    found: int = 0

    def add(self, wanted: Labels, got: Labels) -> None:
        self.stances[wanted[0], got[0]] += 1
        if wanted[1]:
            for issue in set(wanted[1]) | set(got[1]):
                kind = "hit" if issue in wanted[1] and issue in got[1] else "missed" if issue in wanted[1] else "wrong"
                self.issues[issue, kind] += 1

    def stance_f1(self, stance: str | None) -> tuple[float, int]:
        """F1, and how many were labelled so."""
        hit = self.stances[stance, stance]
        wanted = sum(count for (one, _), count in self.stances.items() if one == stance)
        got = sum(count for (_, one), count in self.stances.items() if one == stance)
        return (2 * hit / (wanted + got) if wanted + got else 0.0), wanted

    def issue_f1(self, issues: Iterable[str]) -> float:
        names = set(issues)
        count = {kind: sum(n for (i, k), n in self.issues.items() if i in names and k == kind) for kind in KINDS}
        return 2 * count["hit"] / max(1, 2 * count["hit"] + count["missed"] + count["wrong"])

    def labelled(self) -> dict[str, int]:
        """Issues, and how often each was labelled."""
        return {
            issue: self.issues[issue, "hit"] + self.issues[issue, "missed"]
            for issue in sorted({issue for issue, _ in self.issues})
        }

    def measures(self) -> Iterator[tuple[str, float]]:
        names = self.labelled()
        often = [issue for issue, count in names.items() if count >= ENOUGH]
        if often:
            yield "issue macro F1", _mean(self.issue_f1([issue]) for issue in often)
        yield "issue micro F1", self.issue_f1(names)
        scored = {stance: self.stance_f1(stance) for stance in get_args(Stance)}
        usual = [f1 for f1, count in scored.values() if count >= ENOUGH]
        if usual:
            yield "stance macro F1", _mean(usual)
        for stance, (f1, count) in scored.items():
            yield f"stance {stance} F1 (n={count})", f1


KINDS = ("hit", "missed", "wrong")


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def agreement(annotations: Iterable[Annotated]) -> Score:
    """The second pass against the first."""
    score = Score()
    for one in annotations:
        if one.second is not None:
            score.add((one.stance, one.issues), one.second)
    return score


def score(data: Path, annotations: Iterable[Annotated]) -> Score:
    """Reads the annotated reports and compares. A statement that reading did not find counts as none. Raises
    FileNotFoundError where no report of the folder is annotated."""
    by_report: dict[str, list[Annotated]] = defaultdict(list)
    for one in annotations:
        by_report[one.sha256].append(one)
    texts = dict(_texts(data, by_report))
    if not texts:
        raise FileNotFoundError(f"{data}: none of the annotated reports is in its .jsonl files")
    tagger, heads = Tagger(), Heads()
    readers = {name: Reader(tagger, heads, load(name)) for name in {one[0].codebook for one in by_report.values()}}
    total = Score()
    for sha256, report in sorted(texts.items()):
        labelled = by_report[sha256]
        _compare(total, labelled, readers[labelled[0].codebook](report).statements)
    return total


def _compare(total: Score, labelled: Iterable[Annotated], statements: Iterable[Statement]) -> None:
    read = list(statements)
    for one in labelled:
        got = max(read, key=lambda other: _shared(one.content, other.content), default=None)
        if got is None or _shared(one.content, got.content) < SAME:
            got = None
        total.found += got is not None
        total.add((one.stance, one.issues), (got.stance, got.issues) if got else (None, ()))
        if one.stance == "accepts-conditionally":
            total.conditional[one.negotiation] += 1
            total.plain[one.negotiation] += got is not None and any(each.stance == "accepts" for each in got.stances)


def _shared(one: Spans, other: Spans) -> float:
    left = {at for span in one for at in range(*span)}
    right = {at for span in other for at in range(*span)}
    return len(left & right) / max(1, len(left | right))


def _texts(data: Path, wanted: Mapping[str, object]) -> Iterator[tuple[str, Report]]:
    for file in sorted(data.rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            node = Node.at(json.loads(line))
            text = node.of.get("text")
            if isinstance(text, str) and (sha256 := digest(text)) in wanted:
                yield sha256, Report(text, title=node.maybe_text("title"), published=node.maybe_text("published"))
