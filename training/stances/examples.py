"""All labelled statements, as the weights and the network are shown them: of real reports, and invented ones."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.codebook import Finder, load, on_its_field
from onrecord.evaluation.fitting import Example
from onrecord.evaluation.labelled import Annotated, annotated, read_annotations, read_texts
from onrecord.evaluation.positions import place_of
from onrecord.model import Report, Statement, statement_id
from onrecord.model.jsonread import Node
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagged, Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.reader import Reader
from onrecord.reading.stances import Hear, by_rules
from onrecord.reading.stances.views import View, Viewer
from training.stances.invented import read_invented

MANY = Path("annotations/stances/many.jsonl")
INVENTED = "invented"
FIELD = "peace"  # by which codebook invented statements are read


@dataclass(frozen=True)
class Shown:
    """A labelled statement: the example of the weights, null where reading did not find it, and the network's view."""

    label: Annotated
    example: Example | None
    view: View | None


def labels() -> list[Annotated]:
    """Those that ship with the evaluation, and those that are only learned from."""
    more = [json.loads(line) for line in MANY.read_text(encoding="utf-8").splitlines()]
    return [*read_annotations(), *(one for report in more for one in annotated(Node.at(report)))]


def invented() -> Iterator[tuple[Report, list[Annotated]]]:
    """Each a report of its own."""
    for one in read_invented():
        report = Report(one.text)
        of = Annotated(INVENTED, FIELD, report.id, one.cue, one.content, one.stance, None, None)
        yield report, [of]


def of_reports(data: Path, every: Iterable[Annotated]) -> Iterator[tuple[Report, list[Annotated]]]:
    """Raises FileNotFoundError where none of the labelled reports is in the folder."""
    by_report: dict[str, list[Annotated]] = defaultdict(list)
    for one in every:
        by_report[one.sha256].append(one)
    reports = read_texts(data, frozenset(by_report))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the labelled reports is in its .jsonl and .txt files")
    for key, report in sorted(reports.items()):
        yield report, by_report[key]


class Deaf:
    """In the network's place, before there is one."""

    key = ""

    def on(self, tagged: Tagged) -> Hear:
        return lambda statement: None


class Showing:
    """Shows labelled statements of reports; texts are kept for the stems that are common."""

    def __init__(self) -> None:
        self._tagger, self._heads = Tagger(), Heads()
        self._readers: dict[str, tuple[Reader, Finder]] = {}
        self.texts: list[str] = []

    def __call__(self, report: Report, of: Sequence[Annotated]) -> Iterator[Shown]:
        read, find = self._reader(of[0].codebook)
        reading, page = read(report), lay_out(report.text, title=report.title)
        told = by_rules(
            page, reading.statements, on_its_field(find(report.text), report.text), reading.conditions, reading.actors
        )
        viewer = Viewer(self._tagger(page))
        self.texts.append(report.text)
        for label in of:
            place = place_of(label, reading.statements)
            example = None if place is None else Example(told[place][1], label.stance, label.negotiation)
            statement = _as_labelled(report, label) if place is None else reading.statements[place]
            yield Shown(label, example, viewer(statement))

    def _reader(self, codebook: str) -> tuple[Reader, Finder]:
        if codebook not in self._readers:
            book = load(codebook)
            self._readers[codebook] = Reader(self._tagger, self._heads, book, ear=Deaf()), Finder(book)
        return self._readers[codebook]


def _as_labelled(report: Report, label: Annotated) -> Statement:
    key = statement_id(report.id, (), label.cue, label.content, "indirect")
    return Statement(key, (), label.cue, label.content, "indirect", "assertion", 1.0)
