"""`python -m training.stances DATA`: fits the weights that settle what a statement does, and writes weights.tsv.

DATA is a folder that holds the labelled reports (clusters/, news/, polnear/, transcripts/). With `--views FILE` what
the network is shown is written too: `python -m training.stances.network FILE` fits that. What is held out is left
alone; `onrecord evaluate positions DATA` tells how well it is judged. Invented statements are for the network only:
the weights lost by them. Ten minutes on one core.
"""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path

import numpy as np

from onrecord.evaluation.fitting import common_stems, fit
from onrecord.reading.stances import weights as room
from onrecord.reading.stances.weights import CHOICES, as_table
from training.stances.examples import INVENTED, Showing, Shown, invented, labels, of_reports

REMARK = "# feature, and for none and each of the eight stances its weight x 100; made by training.stances\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "weights.tsv")
    parser.add_argument("--views", type=Path)
    args = parser.parse_args()
    show = Showing()
    shown = [one for report, of in chain(of_reports(args.data, labels()), invented()) for one in show(report, of)]
    learned = [one for one in shown if not one.label.held_out]
    weights = fit(
        [one.example for one in learned if one.example and one.label.negotiation != INVENTED], common_stems(show.texts)
    )
    args.to.write_text(REMARK + as_table(weights), encoding="utf-8")
    print(f"{len(weights.table)} features, from {len(learned)} statements -> {args.to}")
    if args.views:
        write_views(shown, args.views)


def write_views(shown: list[Shown], file: Path) -> None:
    """Flat rows: view i has the pieces from `first[i]` to `first[i + 1]`."""
    seen = [(one.label, one.view) for one in shown if one.view is not None]
    lengths = [len(view.ids) for _, view in seen]
    np.savez_compressed(
        file,
        ids=np.concatenate([view.ids for _, view in seen]).astype(np.int32),
        parts=np.concatenate([view.parts for _, view in seen]).astype(np.int8),
        first=np.concatenate([[0], np.cumsum(lengths)]),
        stance=np.array([CHOICES.index(label.stance) for label, _ in seen], np.int8),
        held_out=np.array([label.held_out for label, _ in seen]),
        negotiation=np.array([label.negotiation for label, _ in seen]),
    )
    print(f"{len(seen)} views -> {file}")


if __name__ == "__main__":
    main()
