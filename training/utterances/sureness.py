"""`python -m training.utterances.sureness DATA`: fits how sure an utterance is to those that were read, and writes
sureness.tsv.

DATA is a folder that holds their reports (clusters/, news/); `onrecord evaluate utterances-read DATA` tells how far the
figure can be believed. What is held out is left alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from onrecord import across
from onrecord.collating.utterances import sureness as room
from onrecord.evaluation.judge_of_utterances import newton
from onrecord.evaluation.utterances_read import made, read_judged
from onrecord.model.weights import as_table

REMARK = "# signal, and its weight x 100; made by training.utterances.sureness from utterances that were read\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "sureness.tsv")
    args = parser.parse_args()
    learned = [one for one in read_judged() if not one.held_out]
    put = [(across.together(row), right) for _, row, right in made(args.data, learned) if row is not None]
    told = [(room.signals(together), right) for together, right in put if together is not None]
    names = list(told[0][0])
    rows = np.array([[signals[name] for name in names] for signals, _ in told])
    weights = newton(rows, np.array([float(right) for _, right in told]))
    args.to.write_text(REMARK + as_table(dict(zip(names, weights.tolist(), strict=True))), encoding="utf-8")
    print(f"{len(told)} utterances, {len(names)} signals -> {args.to}")


if __name__ == "__main__":
    main()
