"""Small heads on the encoder's view of a cue: the type of an attribution, and how sure one may be of a passage.

Much that has the form of an attribution ascribes nothing ("the council passed a law", "the film shows a fire"). What
readers of news called so, the head `ascribed` has learned; confidence weighs its opinion with the tagger's own score.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import get_args

import numpy as np

from onrecord.model import AttributionType
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.tagger import FOLDER, Floats, Tagged
from onrecord.reading.models import key_of

TYPES: tuple[AttributionType, ...] = get_args(AttributionType)
FURTHEST = 3.9  # log-odds; a linear head is never surer than 98 %


class Heads:
    """Linear heads, trained by `python -m training.heads`; `types` [size + 1, 4], `ascribed` [7 + size + 1] and
    `sure` [9 + 1], the last row the bias."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._file = folder / "heads.npz"
        stored = np.load(self._file, allow_pickle=False)
        self._types: Floats = stored["types"]
        self._ascribed: Floats = stored["ascribed"]
        self._sure: Floats = stored["sure"]

    @cached_property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return key_of(self._file)

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
        scores = with_one(weighed(tagged, passages, self._ascribed)) @ self._sure
        chances = 1 / (1 + np.exp(-scores.astype(np.float64)))
        return [round(float(c) if p.is_tagged else p.score, 2) for c, p in zip(chances, passages, strict=True)]


def cue_views(tagged: Tagged, passages: list[Passage]) -> Floats:
    """The mean of what the encoder saw at each passage's cue: [passages, size]."""
    spans = [(start, max(end, start + 1)) for start, end in (p.words for p in passages)]
    return np.stack([tagged.hidden[start:end].mean(axis=0) for start, end in spans])


def seen(tagged: Tagged, passages: list[Passage]) -> Floats:
    """What the head `ascribed` looks at: [passages, 7 + size]."""
    return np.hstack([np.array([sureness(tagged, p) for p in passages], np.float32), cue_views(tagged, passages)])


def weighed(tagged: Tagged, passages: list[Passage], ascribed: Floats) -> Floats:
    """What confidence is told from: [passages, 9]. A quotation, or what has no cue, is not asked whether it is one."""
    looks = seen(tagged, passages)
    asked = np.array([[float(bool(p.cue) and p.kind != "direct")] for p in passages], np.float32)
    opinion = np.clip(with_one(looks) @ ascribed, -FURTHEST, FURTHEST)[:, None]
    return np.hstack([looks[:, :7], asked, asked * opinion])


def sureness(tagged: Tagged, passage: Passage) -> list[float]:
    """The tagger's own score, and what kind of passage it is."""
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
