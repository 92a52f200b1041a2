"""The labelled days, and the reports in which they stand, read by the reader that ships."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Date, Event, Fault, Reading, Report, Span, Spans, digest
from onrecord.model.jsonread import Node
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page
from onrecord.reading.reader import load
from onrecord.reading.when import when_said
from onrecord.reading.when.choosing import Pick
from onrecord.reading.when.telling import SaidOn
from onrecord.sources import reports

LABELS = Path(__file__).parents[2] / "annotations" / "days" / "labels.jsonl"
ALIKE = 0.5  # share of the characters of two contents that are the same ones
SETS = ("learn1", "learn2")


@dataclass(frozen=True)
class Labelled:
    """A report as it is read, and the labelled day (null: none is told) of those statements that have a label."""

    name: str
    page: Page
    reading: Reading
    days: dict[int, str | None]

    def when(self, pick: Pick) -> list[SaidOn]:
        dates: Sequence[Date] = self.reading.dates
        events: Sequence[Event] = self.reading.events
        return when_said(
            self.page,
            self.reading.statements,
            dates,
            self.reading.published,
            speakers=[one.speaker.name if one.speaker else None for one in self.reading.statements],
            parties=[one.party for one in self.reading.statements],
            events=events,
            pick=pick,
        )


def labelled(data: Path) -> list[Labelled]:
    """In the order of the labels. Raises FileNotFoundError where a report is not in the folder."""
    rows = [Node.at(json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    texts = _texts(data, frozenset(row.text("sha256") for row in rows))
    read = load()
    return [_labelled(row, texts[row.text("sha256")], read(texts[row.text("sha256")])) for row in rows]


def _texts(data: Path, wanted: frozenset[str]) -> dict[str, Report]:
    paths = [*sorted((data / "news").glob("*.jsonl")), data / "clusters" / "reports.jsonl"]
    given = (one for one in reports([str(path) for path in paths]) if not isinstance(one, Fault))
    found = {key: one for one in given if (key := digest(one.text)) in wanted}
    if missing := wanted - found.keys():
        raise FileNotFoundError(f"{data}: {len(missing)} of {len(wanted)} labelled reports are not in it")
    return found


def _labelled(row: Node, report: Report, reading: Reading) -> Labelled:
    days: dict[int, str | None] = {}
    for node in row.each("statements"):
        source, content = node.spans("source"), node.spans("content")
        near = [
            (share + (one.source == source), place)
            for place, one in enumerate(reading.statements)
            if place not in days and (share := _shared(one.content, content)) >= ALIKE
        ]
        if near:
            days[max(near)[1]] = node.maybe_text("said_on")
    return Labelled(row.text("set"), lay_out(report.text, title=report.title), reading, days)


def _shared(one: Spans, other: Spans) -> float:
    first, second = set(_characters(one)), set(_characters(other))
    return len(first & second) / max(1, len(first | second))


def _characters(spans: Sequence[Span]) -> Iterator[int]:
    return (at for span in spans for at in range(span.start, span.end))
