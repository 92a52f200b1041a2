"""Utterances that were read beside their reports: how many of them are right, and how sure they are told to be.

The verdicts are `utterances_read.jsonl` beside this file: the places of all readings, the base first (the SHA-256 of
the text, and spans), the verdict, what is wrong, and which readings are of another act than the base;
docs/annotation/utterances.md is the guide. The reports are read and collated together. What is made of the same
readings today, or of some of them, counts by its verdict.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from onrecord import across, pipeline
from onrecord.evaluation.utterances import Place
from onrecord.model import Fault, Report, digest, envelope
from onrecord.model.jsonread import Node
from onrecord.reading.reader import load
from onrecord.record import UtteranceRow, open_record
from onrecord.sources import reports

VERDICTS = "utterances_read.jsonl"
JOINED = ("several", "two acts", "another")  # what is wrong where readings are of different acts
BANDS = (0.0, 0.6, 0.7, 0.8, 0.9)
Places = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """An utterance as it was read: where its readings stand, the base first, and whether it was `right`; `kind` says
    what was wrong. `drawn` is the number of the drawing; `out` has the places that are of another act than the base,
    where that was settled of each. To what is `held_out` nothing was fitted.
    """

    places: tuple[Place, ...]
    right: bool
    kind: str
    drawn: int
    held_out: bool = False
    out: tuple[int, ...] = ()

    @property
    def starts(self) -> Places:
        return _starts(self.places)

    def told_of(self, starts: Places) -> bool | None:
        """Whether an utterance of these readings is right; null where the verdict does not tell."""
        if starts == self.starts:
            return self.right
        if not starts <= self.starts:
            return None
        if self.kind not in JOINED:
            return self.right
        strange = _starts(self.places[number] for number in self.out)
        return None if not strange or starts <= strange else strange.isdisjoint(starts)


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
    return Judged(
        places,
        node.of["right"] is True,
        node.text("kind"),
        int(node.number("drawn")),
        node.of.get("held_out") is True,
        tuple(int(number) for number in node.texts("out")),
    )


def _starts(places: Iterable[Place]) -> Places:
    return frozenset((one.text, envelope(one.spans).start) for one in places)


class Made(NamedTuple):
    """A verdict, an utterance of today that it tells of, null where there is none, and whether that is right."""

    judged: Judged
    row: UtteranceRow | None
    right: bool


def made(data: Path, judged: Iterable[Judged]) -> Iterator[Made]:
    """What is made of the readings today, each utterance once. Raises FileNotFoundError where no report is there."""
    every = list(judged)
    texts = _texts(data, frozenset(place.text for one in every for place in one.places))
    if not texts:
        raise FileNotFoundError(f"{data}: none of the reports whose utterances were read is there")
    with TemporaryDirectory() as folder, open_record(Path(folder) / "read.db", create=True) as record:
        for _ in pipeline.add(record, [texts[sha256] for sha256 in sorted(texts)], load_reader=load):
            pass
        there = [one for one in every if all(place.text in texts for place in one.places)]
        yield from told(there, record.utterances())


def _texts(data: Path, wanted: frozenset[str]) -> dict[str, Report]:
    """The reports of these texts, by hash; with outlet and address, which tell whether two are of one site."""
    found: dict[str, Report] = {}
    for report in reports([str(data)]):
        if not isinstance(report, Fault) and (sha256 := digest(report.text)) in wanted:
            found.setdefault(sha256, report)
    return found


def told(judged: Sequence[Judged], rows: Iterable[UtteranceRow]) -> Iterator[Made]:
    """What the verdicts tell of the utterances, each once: that of all its readings, or the first that tells."""
    beside: dict[tuple[str, int], list[Judged]] = {}
    for one in judged:
        for start in one.starts:
            beside.setdefault(start, []).append(one)
    met: set[Places] = set()
    for row in rows:
        starts = frozenset((one.report.sha256, envelope(one.wording.spans).start) for one in row.readings)
        verdicts = [(one, one.told_of(starts)) for start in sorted(starts) for one in beside.get(start, ())]
        known = [Made(one, row, right) for one, right in verdicts if right is not None]
        if known and len({text for text, _ in starts}) > 1:
            found = max(known, key=lambda each: each.judged.starts == starts)
            met.add(found.judged.starts)
            yield found
    yield from (Made(one, None, one.right) for one in judged if one.starts not in met)


def with_confidence(found: Iterable[Made]) -> Iterator[Made]:
    """The same, each with how sure it is told to be."""
    return (one if one.row is None else one._replace(row=across.with_confidence(one.row)) for one in found)


def score(found: Iterable[Made]) -> dict[str, Score]:
    """By whether anything was fitted to them."""
    scores = {"tuned": Score(), "held out": Score()}
    for one, row, right in found:
        half = scores["held out" if one.held_out else "tuned"]
        if row is None or row.confidence is None:
            half.other[right] += 1
            continue
        half.bands[max(least for least in BANDS if least <= row.confidence)][right] += 1
        (half.doubtful if row.doubtful else half.sure)[right] += 1
    return scores
