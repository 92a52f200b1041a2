"""`python -m training.positions.network DATA --start FILE`: fits what hears whether a stance bears on its issue.

DATA is a folder that holds the judged reports. FILE is what `python -m training.stances.network --weights FILE` kept:
the layers of the encoder go on from there. Needs training/requirements.txt. Learns from the verdicts of the tuned half
(`standing.tsv`), all of them, those too that no position is made of; what is held out is only looked at to tell how
well it goes. Ten minutes on one core.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.codebook import load
from onrecord.collating.acting import YES
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.standing import HALVES, Judged, corrected, read_judged
from onrecord.model import IssueStance, Statement
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.bearing import Bearing
from onrecord.reading.bearing.network import FILE, VERDICTS, WORTH
from onrecord.reading.bearing.views import View
from onrecord.reading.reader import Reader
from training.__main__ import encoder_folder
from training.networks import Course, Encoded, Shown, chances, export, fit, mean

PARTS, MARKS, WIDTH = 6, 3, 256
COURSE = Course(epochs=4, batch=16, pace=1e-4)
KINDS = {"issue": "issue", "stance": "stance", "party": "party"}


@dataclass(frozen=True)
class Verdict:
    """A view that was judged: the half, and which of `VERDICTS` it was given."""

    half: str
    shown: Shown


class Watching:
    """In the network's place: keeps what it would be shown."""

    key = ""

    def __init__(self) -> None:
        self.views: list[View] = []

    def __call__(self, view: View) -> float:
        self.views.append(view)
        return 0.5


def judged(data: Path) -> Iterator[Verdict]:
    """Every judged stance that reading still finds. Raises FileNotFoundError where no judged report is there."""
    by: dict[str, list[Judged]] = defaultdict(list)
    verdicts = read_judged()
    for one in (*verdicts, *corrected(verdicts)):
        by[one.sha256].append(one)
    reports = read_texts(data, frozenset(by))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the judged reports is in its .jsonl, .txt and .md files")
    watching = Watching()
    reader = Reader(Tagger(), Heads(), load(), bearing=Bearing(watching, asked=0.0))
    for key, report in sorted(reports.items()):
        watching.views.clear()
        views = iter(watching.views)
        for statement in reader(report).statements:
            for held in statement.stances:
                if held.heard is not None:
                    verdict = _verdict(statement, held, by[key])
                    view = next(views)
                    if verdict is not None:
                        rows = (view.ids, view.parts, view.marks)
                        yield Verdict(verdict.half, Shown(rows, VERDICTS.index(_kind(verdict))))


def _verdict(statement: Statement, held: IssueStance, every: Sequence[Judged]) -> Judged | None:
    for one in every:
        same = one.issue == held.issue and (
            one.stance == held.stance or ({one.stance, held.stance} <= YES and one.kind != "stance")
        )
        if same and any(span.start < one.end and one.start < span.end for span in statement.content):
            return one
    return None


def _kind(one: Judged) -> str:
    return one.verdict if one.verdict != "wrong" else KINDS.get(one.kind, "none")


class Network(Encoded):
    """Looks at cue, content, issue and the words that show the stance, as they come out of the encoder."""

    def __init__(self, encoder: Path) -> None:
        super().__init__(encoder)
        self.part, self.mark = self.table(PARTS), self.table(MARKS)
        self.drop = nn.Dropout(0.1)
        self.middle, self.end = nn.Linear(5 * self.size, WIDTH), nn.Linear(WIDTH, len(VERDICTS))

    def start_from(self, file: Path) -> None:
        """Takes over the encoder, and what parts it knows, of the network that hears stances."""
        kept = torch.load(file, map_location="cpu", weights_only=True)
        own = self.state_dict()
        for name, weight in kept.items():
            if name.startswith(("encoder.", "words.")) and name in own:
                own[name].copy_(weight)
        own["part.weight"][: len(kept["part.weight"])].copy_(kept["part.weight"])

    def forward(self, ids: Tensor, parts: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """The log-odds of each verdict: [batch, 6]."""
        seen = self.seen(self.words(ids) + self.part(parts) + self.mark(marks), mask)
        places = (parts == 2, parts == 3, marks == 1, marks == 2)
        means = [mean(seen, place & (mask > 0)) for place in places]
        hidden = functional.gelu(self.middle(self.drop(torch.cat([seen[:, 0], *means], 1))))
        out: Tensor = self.end(self.drop(hidden))
        return out


def score(network: Network, held: Sequence[Shown]) -> float:
    """How often what is right is found likelier to be so than what is not: the area under the curve."""
    if not held:
        return float("nan")
    told = chances(network, held) @ WORTH
    right = [chance for chance, one in zip(told, held, strict=True) if one.right == 0]
    rest = [chance for chance, one in zip(told, held, strict=True) if one.right != 0]
    return float(np.mean([(one > other) + 0.5 * (one == other) for one in right for other in rest]))


def example() -> dict[str, Tensor]:
    ids, parts = torch.randint(1000, 2000, (1, 40)), torch.full((1, 40), 3)
    return {"ids": ids, "parts": parts, "marks": torch.zeros(1, 40, dtype=torch.long)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=FILE)
    parser.add_argument("--epochs", type=int, default=COURSE.epochs)
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    every = list(judged(args.data))
    learned, held = ([one.shown for one in every if one.half == half] for half in HALVES)
    print(f"{len(learned)} to learn from, {len(held)} held out", flush=True)
    network = Network(encoder_folder())
    network.start_from(args.start)
    fit(network, learned, Course(args.epochs, COURSE.batch, COURSE.pace), lambda: f"{score(network, held):.3f}")
    export(network, example(), args.to)
    print(f"-> {args.to}")


if __name__ == "__main__":
    main()
