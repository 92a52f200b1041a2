"""`python -m training.positions DATA`: fits the weights that tell a position from what looks like one; likely.tsv.

DATA is a folder that holds the judged reports (clusters/, news/, polnear/, transcripts/). Prints, for what was fitted
and for what was held out, how right the likeliest are, what the network hears included. A few minutes on one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.collating import likely as room
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.likely import Example, by_fifths, common, fit, judged_acts
from onrecord.evaluation.standing import HALVES, read_judged
from onrecord.model.weights import as_table

REMARK = "# mark, and how far it speaks for a position, x 100; made by training.positions\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "likely.tsv")
    args = parser.parse_args()
    every = read_judged()
    acts = list(judged_acts(args.data, every))
    tuned = [one for one in acts if one.half == HALVES[0]]
    texts = read_texts(args.data, frozenset(one.sha256 for one in every if one.half == HALVES[0]))
    weights = fit(tuned, common(report.text for report in texts.values()))
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights)} marks -> {args.to}")
    for half in HALVES:
        _print(half, [one for one in acts if one.half == half], weights)


def _print(half: str, acts: list[Example], weights: room.Weights) -> None:
    print(f"{half}: {len(acts)} acts")
    for least, right, wrong, recall in by_fifths(acts, weights):
        print(f"  chance {least:.2f} and more: right {right:.2f}, wrong {wrong:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
