"""Utterances that were read beside their reports: how many of them are right, and how sure they are told to be.

The verdicts are `utterances_read.jsonl` beside this file: the places of all readings, the base first (the SHA-256 of
the text, and spans), the verdict, and what is wrong; docs/annotation/utterances.md is the guide. The reports are read
and collated together. What is made of the same readings today counts by its verdict.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import across, pipeline
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.utterances import Place
from onrecord.model import envelope
from onrecord.model.jsonread import Node
from onrecord.reading.reader import load
from onrecord.record import UtteranceRow, open_record

VERDICTS = "utterances_read.jsonl"
HELD_OUT = 4  # the drawing to which nothing was fitted
BANDS = (0.0, 0.6, 0.7, 0.8, 0.9)
Places = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """An utterance as it was read: where its readings stand, the base first, and whether it was `right`; `kind` says
    what was wrong. `drawn` is the number of the drawing.
    """

    places: tuple[Place, ...]
    right: bool
    kind: str
    drawn: int

    @property
    def starts(self) -> Places:
        return frozenset((one.text, envelope(one.spans).start) for one in self.places)


@dataclass
class Score:
    """Counts of the right and the wrong ones among those made today, by how sure they are, and of those that are made
    of other readings now, or no more.
    """

    bands: dict[float, Counter[bool]] = field(default_factory=lambda: {least: Counter() for least in BANDS})
    doubtful: Counter[bool] = field(default_factory=Counter)
    sure: Counter[bool] = field(default_factory=Counter)
    other: Counter[bool] = field(default_factory=Counter)


def read_judged() -> list[Judged]:
    lines = (files(__package__) / VERDICTS).read_text(encoding="utf-8").splitlines()
    return [_judged(Node.at(json.loads(line))) for line in lines]


def _judged(node: Node) -> Judged:
    places = tuple(Place(place.text("text"), place.spans("spans")) for place in node.each("places"))
    return Judged(places, node.of["right"] is True, node.text("kind"), int(node.number("drawn")))


def made(data: Path, judged: Iterable[Judged]) -> Iterator[tuple[Judged, UtteranceRow | None]]:
    """Each with what is made of the same readings today, or null. Raises FileNotFoundError where no report is there."""
    every = list(judged)
    texts = read_texts(data, frozenset(place.text for one in every for place in one.places))
    if not texts:
        raise FileNotFoundError(f"{data}: none of the reports whose utterances were read is there")
    with TemporaryDirectory() as folder, open_record(Path(folder) / "read.db", create=True) as record:
        for _ in pipeline.add(record, [texts[sha256] for sha256 in sorted(texts)], load_reader=load):
            pass
        found = {_starts(row): row for row in across.utterances(record)}
        for one in every:
            if all(place.text in texts for place in one.places):
                yield one, found.get(one.starts)


def _starts(row: UtteranceRow) -> Places:
    return frozenset((one.report.sha256, envelope(one.wording.spans).start) for one in row.readings)


def score(found: Iterable[tuple[Judged, UtteranceRow | None]]) -> dict[str, Score]:
    """By whether the confidence was fitted to them."""
    scores = {"tuned": Score(), "held out": Score()}
    for one, row in found:
        told = scores["held out" if one.drawn == HELD_OUT else "tuned"]
        if row is None or row.confidence is None:
            told.other[one.right] += 1
            continue
        told.bands[max(least for least in BANDS if least <= row.confidence)][one.right] += 1
        (told.doubtful if row.doubtful else told.sure)[one.right] += 1
    return scores
