"""Train the scorer of whose an office is: python -m training.who.belonging DATA

Softmax regression over the states of a report and "none of them", fitted by gradient descent with a Gaussian prior, on
annotations/parties/states.jsonl (docs/annotation/parties.md) and the reports of DATA/news and DATA/clusters. Prints
how many of each half are told rightly by weights of the other half, then writes the weights of both.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import numpy as np

from onrecord.model import Report, digest
from onrecord.reading.reader import load
from onrecord.reading.who.behalf.belonging import Instance
from onrecord.reading.who.behalf.parties import Parties

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "annotations/parties/states.jsonl"
OUT = ROOT / "src/onrecord/reading/who/behalf/belonging.json"
PRIOR, STEPS, RATE = 2.0, 400, 0.05
FEWEST = 2  # rows that have a feature which is learnt
SMALLEST = 0.01  # a weight that is kept
Weights = dict[str, dict[str, float]]


class Label(TypedDict):
    """Where the holder is told of, whose he is by code ("" for no state of the report), for how many statements."""

    at: int
    state: str
    statements: int


@dataclass(frozen=True)
class Case:
    """One holder: the features of each candidate and of "none of them", which is right, and the odds for telling it."""

    half: int
    rows: dict[str, dict[str, float]]
    none: dict[str, float]
    right: str
    statements: int
    least: float

    def odds(self, table: Weights) -> dict[str, float]:
        def score(kind: str, features: dict[str, float]) -> float:
            return float(np.exp(sum(table[kind].get(name, 0.0) * value for name, value in features.items())))

        raised = {code: score("state", features) for code, features in self.rows.items()}
        raised[""] = score("none", self.none)
        return {code: one / sum(raised.values()) for code, one in raised.items()}


def cases(data: Path) -> Iterator[Case]:
    """Raises FileNotFoundError where a labelled report is not in the folder."""
    lines = (json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines())
    labels: dict[str, tuple[int, list[Label]]] = {line["sha256"]: (line["half"], line["holders"]) for line in lines}
    reader = load()
    for path in (*sorted((data / "news").glob("*.jsonl")), data / "clusters/reports.jsonl"):
        for row in (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()):
            half, known = labels.pop(digest(row["text"]), (0, []))
            if known:
                report = Report(row["text"], title=row.get("title"), outlet=row.get("outlet"), url=row.get("url"))
                if (asked := reader.resolver(report)) is not None:
                    asked.resolve()  # which tells of some whose office they have
                    yield from _of_report(asked.parties, half, known)
    if labels:
        raise FileNotFoundError(f"{data}: {len(labels)} of the labelled reports are not in it")


def _of_report(told: Parties, half: int, known: Sequence[Label]) -> Iterator[Case]:
    starts = told.cast.words.starts
    for label in known:
        here = (one for one in told.cast.entities if any(starts[first] == label["at"] for first, _ in one.mentions))
        for entity in here:
            asked = Instance(told.belonging, entity)
            rows = {code: asked.features(code) for code in asked.candidates}
            if rows:
                right = label["state"] if label["state"] in rows else ""
                yield Case(half, rows, asked.none_features, right, label["statements"], asked.least)
            break


def fit(some: Sequence[Case]) -> Weights:
    """By Adam; a holder counts for the root of his statements."""
    names = Counter(("state", name) for case in some for row in case.rows.values() for name in row)
    names.update(("none", name) for case in some for name in case.none)
    column = {
        name: number for number, name in enumerate(sorted(name for name, times in names.items() if times >= FEWEST))
    }
    groups = [_table(case, column) for case in some]
    rows = np.concatenate([table for table, _ in groups])
    group = np.repeat(np.arange(len(groups)), [len(table) for table, _ in groups])
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    right = np.zeros(len(rows))
    right[starts + np.array([place for _, place in groups])] = 1.0
    counts = np.sqrt(np.array([case.statements for case in some]))[group]
    weights, mean, square = np.zeros(len(column)), np.zeros(len(column)), np.zeros(len(column))
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        odds /= np.add.reduceat(odds, starts)[group]
        slope = rows.T @ ((odds - right) * counts) + PRIOR * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    table: Weights = {"state": {}, "none": {}}
    for (kind, name), number in column.items():
        if abs(weights[number]) >= SMALLEST:
            table[kind][name] = round(float(weights[number]), 3)
    return table


def _table(case: Case, column: dict[tuple[str, str], int]) -> tuple[np.ndarray, int]:
    """One row a candidate, "none of them" last, and which is right."""
    table = np.zeros((len(case.rows) + 1, len(column)))
    told = [("state", row) for row in case.rows.values()] + [("none", case.none)]
    for at, (kind, features) in enumerate(told):
        for name, value in features.items():
            if (kind, name) in column:
                table[at, column[kind, name]] = value
    return table, list(case.rows).index(case.right) if case.right else len(case.rows)


def report(some: Sequence[Case], table: Weights) -> str:
    """Holders, and their statements, whose state is told rightly, told wrongly, missing, and rightly not told."""
    told: Counter[str] = Counter()
    for case in some:
        odds = case.odds(table)
        likely = max(odds, key=lambda code: (odds[code], code))
        found = likely if odds[likely] >= case.least else ""
        wrong = "rightly none" if not (found or case.right) else "wrong" if found else "missing"
        kind = "right" if found and found == case.right else wrong
        told[kind] += 1
        told[f"{kind}, statements"] += case.statements
    return ", ".join(f"{kind} {times}" for kind, times in sorted(told.items()))


def main() -> None:
    found = list(cases(Path(sys.argv[1])))
    for half in (1, 2):
        train = [case for case in found if case.half != half]
        tested = [case for case in found if case.half == half]
        print(f"half {half}: {len(tested)} holders:", report(tested, fit(train)))
    origin = f"training/who/belonging.py on annotations/parties/states.jsonl, {len(found)} holders of office"
    OUT.write_text(json.dumps({"origin": origin, "weights": fit(found)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
