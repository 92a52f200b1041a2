"""What the network said of each labelled statement when it had not seen that statement's negotiation.

`opinions.npz` beside this file keeps it, by `python -m training.stances.hear`: fitting a network for every fold takes
what only its makers have installed, and minutes. It holds the log-chances, the hash of the labels that they belong
to, and the hash of the code, the tagger and the plan that made them, so that neither can change unnoticed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources

import numpy as np

from onrecord.evaluation.labelled import Annotated
from onrecord.model import Spans
from onrecord.reading.attribution.tagger import Floats

FOLDS = 5
Place = tuple[str, Spans, Spans]


def place_of(label: Annotated) -> Place:
    return label.sha256, label.cue, label.content


def folds(negotiations: Sequence[str]) -> dict[str, int]:
    """Whole negotiations in `FOLDS` parts of much the same size: the largest first, each into the smallest part."""
    sizes = Counter(negotiations)
    filled = [0] * FOLDS
    out: dict[str, int] = {}
    for name in sorted(sizes, key=lambda one: (-sizes[one], one)):
        out[name] = filled.index(min(filled))
        filled[out[name]] += sizes[name]
    return out


def labels_key() -> str:
    """The hash of the labels."""
    return hashlib.sha256(resources.files("onrecord.evaluation").joinpath("stances.jsonl").read_bytes()).hexdigest()


def read_opinions(annotations: Sequence[Annotated]) -> Mapping[Place, Floats]:
    """The log-chances [9] of each labelled statement that reading had found. Raises ValueError where they were made of
    other labels."""
    with resources.files("onrecord.evaluation").joinpath("opinions.npz").open("rb") as file:
        kept = np.load(file, allow_pickle=False)
        rows, labels = kept["opinions"].astype(np.float32), str(kept["labels"])
    if labels != labels_key():
        raise ValueError("the kept opinions belong to other labels: python -m training.stances.hear makes them anew")
    pairs = zip(annotations, rows, strict=True)
    return {place_of(label): row for label, row in pairs if not np.isnan(row[0])}


def made_by() -> str:
    """The hash of the code, the tagger and the plan that made the kept opinions."""
    with resources.files("onrecord.evaluation").joinpath("opinions.npz").open("rb") as file:
        return str(np.load(file, allow_pickle=False)["made_by"])
