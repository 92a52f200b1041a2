"""`python -m training.when DATA`: fits the weights that choose a statement's day, and writes days.json.

DATA is a folder that holds the labelled reports (news/, clusters/), found by their hash; the labels are
annotations/days/labels.jsonl (docs/annotation/days.md). Prints how the rules alone do, and weights that were fitted on
other reports: from each of the two sets to the other, and by eight folds over both. A few minutes on one core.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.reading.when import choosing
from onrecord.reading.when.choosing import best
from training.when.fitting import Figures, fitted, measure, rules_alone
from training.when.labels import SETS, Labelled, labelled

FOLDS = 8
ORIGIN = "made by training/when from annotations/days/labels.jsonl; each feature's weight in hundredths; do not edit"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(choosing.__file__).parent / "days.json")
    parser.add_argument("--no-figures", action="store_true", help="fit only")
    args = parser.parse_args()
    every = labelled(args.data)
    if not args.no_figures:
        report(every)
    weights = fitted(every)
    args.to.write_text(json.dumps({"origin": ORIGIN, "weights": weights}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(weights)} features -> {args.to}")


def report(every: Sequence[Labelled]) -> None:
    for name in SETS:
        tested = [one for one in every if one.name == name]
        others = [one for one in every if one.name != name]
        print(f"{name}, rules alone: {measure(tested, rules_alone)}")
        print(f"{name}, fitted on the other: {measure(tested, best(fitted(others)))}", flush=True)
    figures = Figures()
    for fold in range(FOLDS):
        rest = [one for place, one in enumerate(every) if place % FOLDS != fold]
        measure(every[fold::FOLDS], best(fitted(rest)), figures)
    print(f"both, rules alone: {measure(every, rules_alone)}")
    print(f"both, {FOLDS} folds: {figures}", flush=True)


if __name__ == "__main__":
    main()
