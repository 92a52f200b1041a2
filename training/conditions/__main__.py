"""`python -m training.conditions DATA`: fits the weights that tell a condition from what looks like one; depending.tsv.

DATA is a folder that holds the labelled reports (clusters/, news/, polnear/, transcripts/). Prints, for what was fitted
and for what was held out, how right the likeliest are. Two minutes on one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.evaluation.conditions import HALVES, read_looked
from onrecord.evaluation.depending import examples
from onrecord.evaluation.likely import by_fifths, common, fit
from onrecord.model.weights import as_table
from onrecord.reading.conditions import depending

REMARK = "# mark, and how far it speaks for a condition, x 100; made by training.conditions\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(depending.__file__).parent / "depending.tsv")
    args = parser.parse_args()
    every = list(examples(args.data, read_looked()))
    tuned = [one for one, _ in every if one.half == HALVES[0]]
    weights = fit(tuned, common({text for one, text in every if one.half == HALVES[0]}))
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights)} marks -> {args.to}")
    for half in HALVES:
        some = [one for one, _ in every if one.half == half]
        print(f"{half}: {len(some)} found by rule")
        for least, right, wrong, recall in by_fifths(some, weights):
            print(
                f"  chance {least:.2f} and more: right {right:.2f}, wrong {wrong:.2f}, of the right ones {recall:.2f}"
            )


if __name__ == "__main__":
    main()
