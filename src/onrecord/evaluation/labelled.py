"""The statements that were labelled with stances and issues, and the reports in which they stand.

The labels are `stances.jsonl` beside this file, one report a line: offsets and the text's hash, no text;
docs/annotation/stances.md is the guide by which they were made. The reports come from a folder of `.jsonl`, `.txt` and
`.md` files, found by their hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from onrecord.model import Report, Spans, Stance, digest
from onrecord.model.jsonread import Node, one_of
from onrecord.reading.stances.weights import CHOICES

Labels = tuple[Stance | None, tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A statement as a person labelled it; `second` is what the same person said of it another time, unseen.

    `issues` is null where issues were not labelled; `other` is what another annotator said, unseen. What is `held_out`
    no weight was ever fitted to.
    """

    negotiation: str
    codebook: str
    sha256: str
    cue: Spans
    content: Spans
    stance: Stance | None
    issues: tuple[str, ...] | None
    second: Labels | None
    other: Labels | None = None
    held_out: bool = False


def read_annotations() -> list[Annotated]:
    lines = resources.files("onrecord.evaluation").joinpath("stances.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [Node.at(json.loads(line)) for line in lines]
    return [one for report in reports for one in annotated(report)]


def annotated(report: Node) -> list[Annotated]:
    """The labels of one report, from a line of JSON."""
    return [_annotated(report, one) for one in report.each("statements")]


def _annotated(report: Node, node: Node) -> Annotated:
    again, other = node.of.get("second"), node.of.get("other")
    stance, issues = _labels(node)
    return Annotated(
        negotiation=report.text("negotiation"),
        codebook=report.text("codebook"),
        sha256=report.text("sha256"),
        cue=node.spans("cue"),
        content=node.spans("content"),
        stance=stance,
        issues=issues,
        second=None if again is None else _labels(Node.at(again)),
        other=None if other is None else _labels(Node.at(other)),
        held_out=report.text("set") == "held out",
    )


def _labels(node: Node) -> Labels:
    stance = node.maybe_text("stance")
    named = tuple(one for one in CHOICES if one is not None)
    return None if stance is None else one_of(stance, named), node.texts("issues") if "issues" in node.of else None


def read_texts(data: Path, wanted: frozenset[str]) -> dict[str, Report]:
    """The reports of a folder whose text has one of these hashes, by hash."""
    found: dict[str, Report] = {}
    for report in _reports(data):
        if (sha256 := digest(report.text)) in wanted:
            found.setdefault(sha256, report)
    return found


def _reports(data: Path) -> Iterator[Report]:
    for file in sorted(data.rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            node = Node.at(json.loads(line))
            text = node.of.get("text")
            if isinstance(text, str):
                yield Report(text, title=node.maybe_text("title"), published=node.maybe_text("published"))
    for file in sorted((*data.rglob("*.txt"), *data.rglob("*.md"))):
        yield Report(file.read_text(encoding="utf-8", errors="replace"))
