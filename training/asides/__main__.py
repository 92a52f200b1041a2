"""`python -m training.asides DATA`: fits the weights that tell a page's asides from the end of its report; asides.tsv.

DATA is a folder with news/. The labels (annotations/asides/labels.jsonl) say for a report from which character on its
page is no part of it, or that nothing is; docs/annotation/asides.md tells how they were made. Logistic regression, by
numpy alone, on them and on made asides. Prints what weights fitted without an outlet do on the outlet's own pages, and
writes those of all. One minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.evaluation.judge_of_utterances import newton
from onrecord.model import Report, Spans, digest
from onrecord.model.weights import BIAS, SCALE, Weights, as_table
from onrecord.reading import asides
from onrecord.reading.asides import BODY, TEASES, cut, foot, scored
from onrecord.reading.asides_marks import marks
from onrecord.reading.layout import lay_out
from onrecord.reading.page import UNREAD
from training.asides.made import Body, made

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "annotations/asides/labels.jsonl"
REMARK = "# mark, and how far it speaks for an aside, x 100; made by training.asides\n"
DECAY, ON_ALL, LEAST, STEPS = 4.0, 1e-6, 8, 30


@dataclass(frozen=True)
class Case:
    """One page's foot: the marks of each sentence, and whether it is an aside. `teases` as `asides.TEASES` has it."""

    outlet: str
    is_made: bool
    teases: bool
    found: tuple[frozenset[str], ...]
    right: tuple[bool, ...]


def cases(data: Path) -> Iterator[Case]:
    labels = {one["sha256"]: one for one in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}
    bodies = []
    for report in _reports(data):
        label = labels.pop(digest(report.text), None)
        if label is None:
            continue
        prose, taken, end = _prose(report.text, report.title)
        start = len(report.text) if label["from"] is None else label["from"]
        yield from _case(label["outlet"], report.text, (prose, taken, end), start, is_made=False)
        kept = [one for one in prose if one.end <= start]
        if len(kept) >= BODY + 2:
            opening = tuple(one.text(report.text) for one in prose[:3])
            bodies.append(Body(label["outlet"], report.title or "", report.text[: kept[-1].end], opening))
    for body, text, start in made(bodies):
        yield from _case(body.outlet, text, _prose(text, body.title), start, is_made=True)


def _reports(data: Path) -> Iterator[Report]:
    for path in sorted((data / "news").glob("*.jsonl")):
        for row in (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()):
            yield Report(text=row["text"], title=row.get("title"))


def _prose(text: str, title: str | None) -> tuple[Spans, Spans, int]:
    page = lay_out(text, title=title)
    taken = tuple(part.span for part in page.furniture if part.kind in UNREAD and part.kind != "aside")
    return page.sentences, taken, page.sentences[-1].end if page.sentences else 0


def _case(outlet: str, text: str, page: tuple[Spans, Spans, int], start: int, *, is_made: bool) -> Iterator[Case]:
    sentences, taken, end = page
    prose, first = foot(sentences, taken)
    if len(prose) > first:
        found = tuple(marks(text, prose, first, taken, end))
        teases = TEASES.search(text, prose[-1].end) is not None
        yield Case(outlet, is_made, teases, found, tuple(one.start >= start for one in prose[first:]))


def fit(every: Sequence[Case]) -> Weights:
    """Weights of the marks that stand in enough sentences, in hundredths, by Newton's steps."""
    count = Counter(mark for case in every for found in case.found for mark in found)
    names = sorted(mark for mark, times in count.items() if times >= LEAST)
    table = {name: at for at, name in enumerate(names, 1)}
    rows = [found for case in every for found in case.found]
    seen = np.zeros((len(rows), len(names) + 1))
    seen[:, 0] = 1
    for row, found in zip(seen, rows, strict=True):
        row[[table[mark] for mark in found if mark in table]] = 1
    right = np.array([float(one) for case in every for one in case.right])
    weights = newton(seen, right, DECAY, on_the_first=ON_ALL, steps=STEPS)
    told = {name: round(float(weights[at]) * SCALE) / SCALE for name, at in table.items()}
    return {BIAS: round(float(weights[0]) * SCALE) / SCALE, **{name: one for name, one in told.items() if one}}


def judged(every: Sequence[Case], weights: Weights) -> tuple[int, int, int]:
    """Sentences cut off rightly, cut off wrongly, and left standing that are asides."""
    right = wrong = missed = 0
    for case in every:
        at = cut(scored(case.found, weights, teases=case.teases), teases=case.teases)
        right += sum(case.right[at:])
        wrong += len(case.right[at:]) - sum(case.right[at:])
        missed += sum(case.right[:at])
    return right, wrong, missed


def _held_out(every: Sequence[Case]) -> Mapping[str, tuple[int, int, int]]:
    told = {}
    for outlet in sorted({case.outlet for case in every}):
        weights = fit([case for case in every if case.outlet != outlet])
        told[outlet] = judged([case for case in every if case.outlet == outlet and not case.is_made], weights)
    return told


def _by_halves(every: Sequence[Case]) -> tuple[int, int, int]:
    """As `judged`, on the pages that tease, by weights fitted with the other half of them."""
    pages = [case for case in every if case.teases and not case.is_made]
    halves = (pages[::2], pages[1::2])
    rest = [case for case in every if not case.teases or case.is_made]
    told = [judged(half, fit([*rest, *other])) for half, other in zip(halves, reversed(halves), strict=True)]
    return sum(one[0] for one in told), sum(one[1] for one in told), sum(one[2] for one in told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(asides.__file__).parent / "asides.tsv")
    args = parser.parse_args()
    every = list(cases(args.data))
    told = _held_out(every)
    for outlet, (right, wrong, missed) in told.items():
        print(f"{outlet}: {right} right, {wrong} wrong, {missed} left, by weights fitted without it")
    right, wrong, missed = (sum(one[at] for one in told.values()) for at in range(3))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(f"held out by outlet: precision {precision:.3f}, recall {recall:.3f}")
    right, wrong, missed = _by_halves(every)
    print(f"pages that tease, by halves: {right} right, {wrong} wrong, {missed} left")
    weights = fit(every)
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights)} marks -> {args.to}")


if __name__ == "__main__":
    main()
