"""Train the scorer of pronouns that name who speaks: python -m training.who.speaking DATA

Softmax regression over the candidates of each pronoun, with a Gaussian prior about the weights learnt on GUM
(training/who/pronouns.py), on annotations/speakers/pronouns.jsonl (docs/annotation/speakers.md) and the reports of
DATA/news and DATA/clusters. Whoever spoke before is who the weights so far tell, so it goes over the reports twice.
Prints how many are told rightly by weights learnt on other reports, then writes the weights of all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypedDict

import numpy as np

from onrecord.model import Report, digest
from onrecord.reading.reader import load
from onrecord.reading.who.mentioning.pronouns import FEATURES
from onrecord.reading.who.mentioning.pronouns import weights as learnt_on_gum
from onrecord.reading.who.sourcing.speaking import BESIDES, Last, Speaking

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "annotations/speakers/pronouns.jsonl"
OUT = ROOT / "src/onrecord/reading/who/sourcing/speaking.json"
PRIOR, STEPS, RATE, ROUNDS, FOLDS = 3.0, 500, 0.5, 2, 8
# What GUM's weights do not know: whoever spoke last goes on.
SPOKE_LAST = len(FEATURES) + BESIDES.index("spoke last")
RULE = {"spoke last": 3.0, "spoke last, near": 1.0}


class Label(TypedDict):
    """Where the pronoun stands, and where whoever is meant is told of."""

    at: int
    speaker: int


@dataclass(frozen=True)
class Case:
    """One pronoun: the features of each candidate, which is right, and whether it is plain that who spoke goes on."""

    report: int
    rows: np.ndarray
    right: np.ndarray
    goes_on: bool


@dataclass(frozen=True)
class Heard(Speaking):
    """Keeps in `cases` what it is asked, where it is known who is meant."""

    known: Mapping[int, int] = field(default_factory=dict)
    report: int = 0
    cases: list[Case] = field(default_factory=list)

    def meant(
        self, word: str, at: int, last: Last | None, said: Sequence[tuple[int, int]]
    ) -> tuple[tuple[int, ...], tuple[float, ...]]:
        starts = self.mentions.cast.words.starts
        speaker = self.known.get(starts[at])
        if speaker is not None:
            candidates = self.candidates(word, at, said)
            right = [any(starts[first] == speaker for first, _ in one.entity.mentions) for one in candidates]
            if any(right):
                rows = np.array(self.rows(candidates, last), dtype=float)
                goes_on = last is not None and last.goes_on
                self.cases.append(Case(self.report, rows, np.array(right), goes_on))
        return super().meant(word, at, last, said)


def reports(data: Path) -> Iterator[tuple[Report, list[Label]]]:
    """Raises FileNotFoundError where a labelled report is not in the folder."""
    lines = (json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines())
    labels: dict[str, list[Label]] = {line["sha256"]: line["pronouns"] for line in lines}
    for path in (*sorted((data / "news").glob("*.jsonl")), data / "clusters/reports.jsonl"):
        for row in (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()):
            if known := labels.pop(digest(row["text"]), None):
                yield Report(text=row["text"], title=row.get("title")), known
    if labels:
        raise FileNotFoundError(f"{data}: {len(labels)} of the labelled reports are not in it")


def cases(labelled: Sequence[tuple[Report, list[Label]]], weights: np.ndarray) -> list[Case]:
    reader, told, found = load(), tuple(map(float, weights)), list[Case]()
    for number, (report, pronouns) in enumerate(labelled):
        known = {label["at"]: label["speaker"] for label in pronouns}
        if (asked := reader.resolver(report)) is not None:
            asked.speaks = partial(Heard, weights=told, known=known, report=number, cases=found)
            asked.resolve()
    return found


def fit(some: Sequence[Case]) -> np.ndarray:
    """By gradient ascent; the prior holds the weights near those of GUM."""
    centre = start()
    rows = np.concatenate([case.rows for case in some])
    right = np.concatenate([case.right for case in some]).astype(float)
    sizes = [len(case.rows) for case in some]
    group = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    weights = centre.copy()
    for _ in range(STEPS):
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        odds /= np.add.reduceat(odds, starts)[group]
        good = odds * right
        good /= np.add.reduceat(good, starts)[group]
        weights += RATE * (PRIOR * (centre - weights) + (good - odds) @ rows) / len(some)
    return weights


def start() -> np.ndarray:
    return np.array([*learnt_on_gum()["one"], *(RULE.get(name, 0.0) for name in BESIDES)])


def told_rightly(some: Sequence[Case], weights: np.ndarray) -> int:
    scores = [case.rows[:, SPOKE_LAST] if case.goes_on else case.rows @ weights for case in some]
    return sum(bool(case.right[int(np.argmax(score))]) for case, score in zip(some, scores, strict=True))


def held_out(found: Sequence[Case], fold: int, folds: int) -> int:
    """How many of one fold's reports weights learnt on the others tell rightly."""
    tested = [case for case in found if case.report % folds == fold]
    return told_rightly(tested, fit([case for case in found if case.report % folds != fold]))


def main() -> None:
    labelled = list(reports(Path(sys.argv[1])))
    weights = start()
    for _ in range(ROUNDS):
        found = cases(labelled, weights)
        weights = fit(found)
    print(f"by GUM's weights: {told_rightly(found, start())} of {len(found)}")
    for name, folds in (("halves", 2), ("eighths", FOLDS)):
        print(f"by the other {name}: {sum(held_out(found, fold, folds) for fold in range(folds))} of {len(found)}")
    origin = f"training/who/speaking.py on annotations/speakers/pronouns.jsonl, {len(found)} pronouns, about GUM's"
    table = {name: round(float(w), 3) for name, w in zip(FEATURES + BESIDES, weights, strict=True)}
    OUT.write_text(json.dumps({"origin": origin, "weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
