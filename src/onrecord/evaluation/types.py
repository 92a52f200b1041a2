"""`onrecord evaluate types REPORTS.jsonl`: are assertions told from beliefs, facts and eventualities?

The gold is `annotations/types` of this repository: two people's statements in 44 reports, as offsets with the text's
hash; the reports themselves (one JSON object a line, with `text`) are the user's to bring.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from onrecord.evaluation.attribution import Article, Passage, match, measure
from onrecord.model import AttributionType, Reading, Report, Spans, digest, spans

GOLD = Path("annotations/types")


@dataclass(frozen=True, slots=True)
class Typed:
    """An annotated passage with the type that the annotator gave it."""

    source: Spans
    cue: Spans
    content: Spans
    type: AttributionType


class TypedPassage(Passage, Protocol):
    """A passage whose type somebody told, a person or a reader."""

    @property
    def type(self) -> AttributionType: ...


Annotations = dict[str, tuple[Typed, ...]]


def read_gold(path: Path) -> Annotations:
    """Each text's passages, by the SHA-256 of the text."""
    return {
        row["sha256"]: tuple(
            Typed(spans(s["source"]), spans(s["cue"]), spans(s["content"]), s["type"]) for s in row["statements"]
        )
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }


def annotated_reports(data: Path, wanted: Annotations) -> Iterator[tuple[Report, str]]:
    """The reports of a .jsonl that were annotated, each once. Raises ValueError where there is none."""
    left = set(wanted)
    with data.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sha = digest(row["text"])
            if sha in left:
                left.remove(sha)
                yield Report(row["text"], title=row.get("title"), published=None), sha
    if len(left) == len(wanted):
        raise ValueError("none of the annotated reports is in it")


def score(data: Path, read: Callable[[Report], Reading], gold: Path = GOLD) -> dict[str, float | int]:
    """How well `--type assertion` finds what either annotator calls an assertion, and how well the annotators agree."""
    first, second = read_gold(gold / "a.jsonl"), read_gold(gold / "b.jsonl")
    counts = {"found": 0, "right": 0, "wanted": 0, "recalled": 0, "typed": 0, "typed right": 0, "both": 0, "agreed": 0}
    for report, sha in annotated_reports(data, first):
        text = Article(report.text)
        statements = [s for s in read(report).statements if s.within is None]
        _count(counts, text, statements, first[sha], second[sha])
    assertion = measure(counts["right"], counts["found"], 1)
    recall = counts["recalled"] / max(1, counts["wanted"])
    return {
        "statements of both annotators": counts["both"],
        "annotators agree on the type": round(counts["agreed"] / max(1, counts["both"]), 4),
        "assertion, precision (either annotator)": round(assertion.precision, 4),
        "assertion, recall (both annotators)": round(recall, 4),
        "assertion against the rest, accuracy": round(counts["typed right"] / max(1, counts["typed"]), 4),
        "of statements": counts["typed"],
    }


def _count(
    counts: dict[str, int],
    text: Article,
    found: Sequence[TypedPassage],
    first: Sequence[Typed],
    second: Sequence[Typed],
) -> None:
    asserted = [s for s in found if s.type == "assertion"]
    right = {j for gold in (first, second) for _, j in _pairs(text, _asserted(gold), asserted)}
    counts["found"] += len(asserted)
    counts["right"] += len(right)
    agreed = _pairs(text, first, second)
    counts["both"] += len(agreed)
    counts["agreed"] += sum(first[i].type == second[j].type for i, j in agreed)
    both = [first[i] for i, j in agreed if first[i].type == second[j].type]
    wanted = _asserted(both)
    counts["wanted"] += len(wanted)
    counts["recalled"] += len(_pairs(text, wanted, asserted))
    for i, j in _pairs(text, both, found):
        counts["typed"] += 1
        counts["typed right"] += (both[i].type == "assertion") == (found[j].type == "assertion")


def _asserted(passages: Sequence[TypedPassage]) -> list[TypedPassage]:
    return [p for p in passages if p.type == "assertion"]


def _pairs(text: Article, gold: Sequence[TypedPassage], found: Sequence[TypedPassage]) -> list[tuple[int, int]]:
    return match([text.tokens_in(g.content) for g in gold], [text.tokens_in(f.content) for f in found])
