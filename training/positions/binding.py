"""`python -m training.positions.binding DATA`: fits what tells an issue from a background word; binding.tsv.

DATA is a folder that holds the judged reports. Learns from the verdicts of the tuned half (`standing.tsv`): an issue is
wrong where the judge said so, and right where the position is right or arguable; and from the issues of labelled
statements (`stances.jsonl`) of negotiations that are not held out of the verdicts. Some minutes on one core.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.codebook import FieldFinder, load, on_its_field
from onrecord.evaluation.labelled import Annotated, read_annotations, read_texts
from onrecord.evaluation.likely import Example, by_fifths, fit
from onrecord.evaluation.positions import place_of
from onrecord.evaluation.progress import told
from onrecord.evaluation.standing import HALVES, Judged, corrected, read_judged
from onrecord.model import IssueHit, IssueStance, Statement
from onrecord.model.weights import as_table
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.bearing import binding as room
from onrecord.reading.bearing.binding import Binding
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page
from onrecord.reading.reader import Reader

REMARK = "# mark, and how far it speaks for the issue, x 100; made by training.positions.binding\n"
LEAST = 0.35  # how sure reading is of a stance that is learned from


@dataclass(frozen=True)
class Read:
    """A report as it was read: what binding sees."""

    sha256: str
    page: Page
    hits: tuple[IssueHit, ...]
    statements: tuple[Statement, ...]


def read(data: Path, wanted: frozenset[str]) -> Iterator[Read]:
    """Raises FileNotFoundError where none of the reports is there."""
    book = load()
    reader, find = Reader(Tagger(), Heads(), book), FieldFinder(book)
    reports = read_texts(data, wanted)
    if not reports:
        raise FileNotFoundError(f"{data}: none of the judged reports is in its .jsonl, .txt and .md files")
    for key, report in told(sorted(reports.items()), "reports read"):
        page = lay_out(report.text, title=report.title)
        hits = tuple(on_its_field(find(page.text), page.text))
        yield Read(key, page, hits, reader(report).statements)


def examples(reads: Iterable[Read]) -> Iterator[Example]:
    """Each stance on an issue of which somebody said whether it is on that issue."""
    verdicts: dict[str, list[Judged]] = defaultdict(list)
    for one in read_judged():
        verdicts[one.sha256] += [one, *corrected([one])]
    held_out = {one.negotiation for one in read_judged() if one.half != HALVES[0]}
    labels: dict[str, list[Annotated]] = defaultdict(list)
    for label in read_annotations():
        if label.issues is not None and label.negotiation not in held_out:
            labels[label.sha256].append(label)
    for one in reads:
        binding = Binding(one.page, one.hits)
        yield from _by_verdicts(one, binding, verdicts[one.sha256])
        yield from _by_labels(one, binding, labels[one.sha256])


def _by_verdicts(one: Read, binding: Binding, verdicts: list[Judged]) -> Iterator[Example]:
    for statement in one.statements:
        for held in statement.stances:
            judged = next((each for each in verdicts if _is_on(each, statement, held)), None)
            if judged is not None and (judged.verdict != "wrong" or judged.kind == "issue"):
                verdict = "wrong" if judged.kind == "issue" else "right"
                yield Example(judged.negotiation, judged.half, binding.marks(statement, held), verdict)


def _is_on(one: Judged, statement: Statement, held: IssueStance) -> bool:
    here = any(span.start < one.end and one.start < span.end for span in statement.content)
    return here and one.issue == held.issue and one.stance == held.stance


def _by_labels(one: Read, binding: Binding, labels: list[Annotated]) -> Iterator[Example]:
    for label in labels:
        place = place_of(label, one.statements)
        if place is None or label.stance is None:
            continue
        for held in one.statements[place].stances:
            if held.issue is not None and held.confidence >= LEAST:
                verdict = "right" if held.issue in (label.issues or ()) else "wrong"
                marks = binding.marks(one.statements[place], held)
                yield Example(label.negotiation, HALVES[0], marks, verdict)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "binding.tsv")
    args = parser.parse_args()
    wanted = frozenset((*(one.sha256 for one in read_judged()), *(one.sha256 for one in read_annotations())))
    report(list(read(args.data, wanted)), args.to)


def report(reads: list[Read], to: Path) -> None:
    """Fits the weights, writes them, and prints how right the likeliest of those held out are."""
    every = list(examples(reads))
    learned, held = ([one for one in every if one.half == half] for half in HALVES)
    weights = fit(learned, frozenset())
    to.write_text(REMARK + as_table(weights), encoding="utf-8")
    wrong = sum(one.verdict == "wrong" for one in learned)
    print(f"{len(weights)} marks, from {len(learned)} stances, {wrong} of them on another issue -> {to}")
    print(f"held out: {len(held)}")
    for least, right, off, recall in by_fifths(held, weights):
        print(f"  chance {least:.2f} and more: right {right:.2f}, wrong {off:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
