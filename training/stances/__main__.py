"""`python -m training.stances DATA`: fits the weights that settle what a statement does, and writes weights.tsv.

DATA is a folder that holds the labelled reports (clusters/, news/, polnear/); `onrecord evaluate positions DATA` tells
how well such weights judge negotiations that they have not seen. A few minutes on one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord.evaluation.fitting import common_stems, fit
from onrecord.evaluation.labelled import read_annotations
from onrecord.evaluation.positions import see
from onrecord.reading.stances import weights as room
from onrecord.reading.stances.weights import as_table

REMARK = "# feature, and for none and each of the eight stances its weight x 100; made by training.stances\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "weights.tsv")
    args = parser.parse_args()
    seen = see(args.data, read_annotations())
    stems = common_stems(one.page.text for one in seen)
    weights = fit([example for one in seen for example in one.examples()], stems)
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights.table)} features -> {args.to}")


if __name__ == "__main__":
    main()
