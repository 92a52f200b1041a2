"""Small heads on the encoder's view of a cue: the type of an attribution, and how sure one may be of a passage."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import get_args

import numpy as np

from onrecord.model import AttributionType
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.tagger import FOLDER, Floats, Tagged

TYPES: tuple[AttributionType, ...] = get_args(AttributionType)


class Heads:
    """Linear heads, trained by `python -m training.heads`; `type_weights` [size + 1, 4], `sure` [features + 1]."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._file = folder / "heads.npz"
        stored = np.load(self._file, allow_pickle=False)
        self._types: Floats = stored["types"]
        self._sure: Floats = stored["sure"]

    @cached_property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return hashlib.sha256(self._file.read_bytes()).hexdigest()[:16]

    def types(self, tagged: Tagged, passages: list[Passage]) -> list[AttributionType]:
        if not passages:
            return []
        scores = with_one(cue_views(tagged, passages)) @ self._types
        chosen = [TYPES[i] for i in scores.argmax(axis=1)]
        # What stands in quotation marks under nobody's verb was said.
        return [kind if p.is_tagged and p.cue else "assertion" for kind, p in zip(chosen, passages, strict=True)]

    def confidence(self, tagged: Tagged, passages: list[Passage]) -> list[float]:
        """The chance, 0..1, that a passage's content and source are right as PolNeAR counts it; two decimals."""
        if not passages:
            return []
        scores = with_one(np.array([sureness(tagged, p) for p in passages], np.float32)) @ self._sure
        chances = 1 / (1 + np.exp(-scores.astype(np.float64)))
        return [round(float(c) if p.is_tagged else p.score, 2) for c, p in zip(chances, passages, strict=True)]


def cue_views(tagged: Tagged, passages: list[Passage]) -> Floats:
    """The mean of what the encoder saw at each passage's cue: [passages, size]."""
    spans = [(start, max(end, start + 1)) for start, end in (p.words for p in passages)]
    return np.stack([tagged.hidden[start:end].mean(axis=0) for start, end in spans])


def sureness(tagged: Tagged, passage: Passage) -> list[float]:
    """What confidence is told from: the tagger's own score, and what kind of passage it is."""
    score = min(max(passage.score, 1e-3), 1 - 1e-3)
    length = sum(part.end - part.start for part in passage.content)
    return [
        float(np.log(score / (1 - score))),
        float(bool(passage.source)),
        float(bool(passage.cue)),
        float(passage.kind == "direct"),
        float(passage.kind == "mixed"),
        float(np.log(length + 1.0)),
        float(len(passage.content) > 1),
    ]


def with_one(rows: Floats) -> Floats:
    """The rows with a last column of ones, for the bias."""
    return np.hstack([rows, np.ones((len(rows), 1), rows.dtype)])
