"""Reports of negotiations that no rule was made for, as people annotated them: `negotiations.jsonl` beside this file.

One report a line: the text's hash, the set to which it belongs, and what each annotator found: offsets, no text.
What is wrong in `mended` may be looked at and mended; in `held out` nobody looks at it, so that it stays a measure.
docs/annotation/negotiations.md is the guide. The reports come from a folder, found by their hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from onrecord.evaluation.by_hash import Read, reports_of
from onrecord.evaluation.gold import GoldReport, from_offsets
from onrecord.evaluation.record import FOUND, RecordScore
from onrecord.model import Report
from onrecord.model.jsonread import Node

SETS = ("mended", "held out")


def annotated() -> dict[str, list[Node]]:
    """The annotated reports of each set."""
    lines = resources.files("onrecord.evaluation").joinpath("negotiations.jsonl").read_text(encoding="utf-8")
    nodes = [Node.at(json.loads(line)) for line in lines.splitlines()]
    return {name: [node for node in nodes if node.text("set") == name] for name in SETS}


def score(data: Path, read: Read) -> dict[str, RecordScore]:
    """Each set's score. Raises FileNotFoundError where a report is not in the folder."""
    sets = annotated()
    wanted = {node.text("sha256") for nodes in sets.values() for node in nodes}
    texts = reports_of(data, wanted)
    return {name: _score(nodes, texts, read) for name, nodes in sets.items()}


def _score(nodes: list[Node], texts: dict[str, Report], read: Read) -> RecordScore:
    total = RecordScore()
    for node in nodes:
        report = texts[node.text("sha256")]
        total.add(GoldReport(report, tuple(from_offsets(one) for one in node.each("annotators"))), read(report))
    return total


def lines(scores: dict[str, RecordScore]) -> Iterator[tuple[str, float]]:
    """Each set's measures; of what nobody annotated there is none."""
    for name, total in scores.items():
        empty = {kind for kind in FOUND if not total.counts[f"{kind} wanted"]}
        for measure, value in total.measures().items():
            if measure.rsplit(" ", 1)[0] not in empty:
                yield f"{name}: {measure}", value
        yield f"{name}: reports", total.counts["reports"]
        yield f"{name}: statements wanted", total.counts["statement wanted"]
