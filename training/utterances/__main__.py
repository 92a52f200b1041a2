"""`python -m training.utterances DATA`: fits the judge of who says the same, and writes judge.tsv.

DATA is a folder that holds the reports of the judged pairs (clusters/, news/); `onrecord evaluate utterances DATA`
tells how well such a judge does on stories that it has not seen. Two minutes on one core, nearly all of it reading.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.collating.utterances import signals as room
from onrecord.evaluation.judge_of_utterances import fit
from onrecord.evaluation.utterances import examples, read_all, read_pairs
from onrecord.model.weights import as_table
from onrecord.reading.reader import load

REMARK = "# signal, and its weight x 100; made by training.utterances from pairs that people judged\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "judge.tsv")
    args = parser.parse_args()
    pairs = [pair for pair in read_pairs() if not pair.held_out]
    weights = fit(examples(pairs, read_all(args.data, pairs, load())))
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights)} signals -> {args.to}")


if __name__ == "__main__":
    main()
