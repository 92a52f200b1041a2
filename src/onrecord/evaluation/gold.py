"""Reports that people annotated by reading: statements, dates, quantities, conditions.

Two layouts are read. `gold/*.json` beside the reports holds one annotator's whole set each, with offsets. A
`NAME.json` beside `NAME.txt` holds one report's annotation, with the passages themselves: each is looked for when it is
read, and must stand there once. Where it stands more often, its surroundings are given and it is put in double square
brackets: "for the [[harbour]] tax". A source or cue is looked for in the paragraphs of its content, outside of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Report, Span, Spans
from onrecord.model.jsonread import Node
from onrecord.sources import reports

BRACKETS = re.compile(r"^(.*)\[\[(.+?)\]\](.*)$", re.DOTALL)
UNKNOWN = frozenset(("unspecified", "unknown", ""))


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """`doubtful`: need not be found, and is no error where it is."""

    source: Spans
    cue: Spans
    content: Spans
    kind: str
    type: str | None
    speaker: str | None
    party: str | None
    said_on: str | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class GoldValue:
    """A date (its value EDTF), a quantity (a number) or a condition (no value)."""

    span: Spans
    value: str | float | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator found in one report."""

    statements: tuple[GoldStatement, ...]
    dates: tuple[GoldValue, ...]
    quantities: tuple[GoldValue, ...]
    conditions: tuple[GoldValue, ...]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with what each of its annotators found."""

    report: Report
    annotations: tuple[Annotation, ...]


def read_gold(folder: Path) -> Iterator[GoldReport]:
    """The annotated reports of a folder, by name. Raises FileNotFoundError where there is none, ValueError (naming the
    file) where a passage does not stand in its report, or more than once."""
    files = {Path(one.path).name: one for one in reports([str(folder)]) if isinstance(one, Report) and one.path}
    annotators = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "gold").glob("*.json"))]
    found = False
    for name, report in sorted(files.items()):
        beside = folder / f"{Path(name).stem}.json"
        if annotators and name in annotators[0]["articles"]:
            yield GoldReport(report, tuple(from_offsets(Node.at(one["articles"][name])) for one in annotators))
        elif beside.is_file():
            yield _from_passages(report, beside)
        else:
            continue
        found = True
    if not found:
        raise FileNotFoundError(f"{folder}: no annotated report in it (NAME.txt with NAME.json, or gold/*.json)")


def from_offsets(node: Node) -> Annotation:
    """One annotator's annotation of one report, where its passages are offsets."""
    return Annotation(
        tuple(_statement(one, one.spans) for one in node.each("statements")),
        tuple(_value(one, one.spans) for one in node.each("dates")),
        tuple(_value(one, one.spans) for one in node.each("quantities")),
        tuple(_value(one, one.spans) for one in node.each("conditions")),
    )


def _from_passages(report: Report, path: Path) -> GoldReport:
    node = Node(json.loads(path.read_text(encoding="utf-8")))
    try:
        annotation = Annotation(
            tuple(_statement(one, _finder(report.text, one)) for one in node.each("statements")),
            tuple(_value(one, _finder(report.text, one)) for one in node.each("dates")),
            tuple(_value(one, _finder(report.text, one)) for one in node.each("quantities")),
            tuple(_value(one, _finder(report.text, one)) for one in node.each("conditions")),
        )
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    dated = Report(report.text, title=report.title, published=node.maybe_text("published"), path=report.path)
    return GoldReport(dated, (annotation,))


def _statement(node: Node, spans: Callable[[str], Spans]) -> GoldStatement:
    doubted = node.of.get("certainty") == "marginal" or any(node.of.get(k) for k in ("borderline", "boilerplate"))
    return GoldStatement(
        source=spans("source"),
        cue=spans("cue"),
        content=spans("content"),
        kind=node.text("kind"),
        type=node.maybe_text("type"),
        speaker=_known(node.maybe_text("speaker")),
        party=_known(node.maybe_text("speaks_for" if "speaks_for" in node.of else "party")),
        said_on=node.maybe_text("said_on"),
        doubtful=doubted or bool(node.of.get("doubtful")),
    )


def _value(node: Node, spans: Callable[[str], Spans]) -> GoldValue:
    value = node.of.get("value")
    kept = value if isinstance(value, str | float) else float(value) if isinstance(value, int) else None
    return GoldValue(spans("span"), kept, bool(node.of.get("doubtful")))


def _known(name: str | None) -> str | None:
    return None if name in UNKNOWN else name


def _finder(text: str, node: Node) -> Callable[[str], Spans]:
    """Finds the passages that the annotation gives under a key, as spans."""

    def find(key: str) -> Spans:
        value = node.of.get(key)
        passages = [str(one) for one in (value if isinstance(value, list) else [value]) if one is not None]
        if key not in ("source", "cue"):
            return tuple(_only(text, passage, Span(0, len(text))) for passage in passages)
        content = find("content")
        return tuple(_beside(text, passage, content) for passage in passages)

    return find


def _beside(text: str, passage: str, content: Spans) -> Span:
    """A source or cue: in the paragraphs of the content, outside of it, or the only one in the report."""
    stop = text.find("\n", content[-1].end)
    around = Span(text.rfind("\n", 0, content[0].start) + 1, stop if stop >= 0 else len(text))
    if BRACKETS.search(passage) or passage not in around.text(text):
        return _only(text, passage, Span(0, len(text)))
    return _only(text, passage, around, content)


def _only(text: str, passage: str, among: Span, outside: Spans = ()) -> Span:
    """The one place of the passage there, as whole words. Raises ValueError."""
    marked = BRACKETS.search(passage)
    before, inner, after = marked.groups() if marked else ("", passage, "")
    wanted = re.compile(rf"{re.escape(before)}(?P<it>(?!(?<=\w)\w){re.escape(inner)}(?!(?<=\w)\w)){re.escape(after)}")
    found = [Span(*m.span("it")) for m in wanted.finditer(text, *among)]
    places = [span for span in found if not any(span.overlaps(part) for part in outside)]
    if len(places) != 1:
        where = f"stands {len(places)} times where it was looked for"
        raise ValueError(f"{passage!r} {where}; give its surroundings, and it in [[ ]]")
    return places[0]
