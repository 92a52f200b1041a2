"""Positions of fifty negotiations that were judged beside their reports: how many of each verdict are made today.

The verdicts are `standing.tsv` beside this file: the half, the text's hash, the place of the first passage, party,
issue, stance, verdict, kind of error, and what would be right instead; docs/annotation/positions.md is the guide. What
tells a position from what looks like one was fitted to the tuned half; the other, whole negotiations, was left alone.
What lies `beside` was left alone too, but other reports of the same events were learned from, so it proves nothing.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from onrecord import pipeline, standing
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.progress import told as counting
from onrecord.model import Report, Stance
from onrecord.model.position import Standing
from onrecord.reading.reader import Reader, load
from onrecord.record import open_record

VERDICTS = ("right", "arguable", "wrong")
NEW = "not judged"
HALVES = ("tuned", "held out")
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8)  # of confidence: which share of each is right
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One position as it was judged: the report (its text's hash), the place of its first passage, and the verdict.

    `kind` says what is wrong, `instead` which party, issue or stance would be right; both are empty where nobody said.
    """

    negotiation: str
    codebook: str
    half: str
    sha256: str
    start: int
    end: int
    issue: str
    stance: str
    verdict: str
    party: str = ""
    kind: str = ""
    instead: str = ""

    @property
    def key(self) -> Key:
        return self.sha256, self.issue, self.stance


@dataclass
class Score:
    """Verdicts of the positions that are made, by whether they are thin, and by how confident that is; and of those
    that are made no more."""

    firm: Counter[str] = field(default_factory=Counter)
    thin: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    bands: dict[float, Counter[str]] = field(default_factory=lambda: {least: Counter() for least in BANDS})


def read_judged() -> list[Judged]:
    with resources.files("onrecord.evaluation").joinpath("standing.tsv").open(encoding="utf-8") as lines:
        return [_judged(row) for row in csv.DictReader(lines, delimiter="\t")]


def _judged(row: dict[str, str]) -> Judged:
    return Judged(
        row["negotiation"],
        row["codebook"],
        row["half"],
        row["sha256"],
        int(row["start"]),
        int(row["end"]),
        row["issue"],
        row["stance"],
        row["verdict"],
        row["party"],
        row["kind"],
        row["instead"],
    )


def corrected(every: Iterable[Judged]) -> Iterator[Judged]:
    """What judges said would be right in place of an issue or a stance that is wrong, as verdicts of its own."""
    for one in every:
        if one.kind == "stance" and one.instead in get_args(Stance):
            yield replace(one, stance=one.instead, verdict="right", kind="", instead="")
        elif one.kind == "issue" and one.instead:
            yield replace(one, issue=one.instead, verdict="right", kind="", instead="")


def score(data: Path, every: Iterable[Judged]) -> dict[str, Score]:
    """Reads the judged reports into a record for each negotiation, which is thrown away; a score for each half.

    Raises FileNotFoundError where none of them is under the folder.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for judged, reports in by_negotiation(data, every):
        made = list(_positions(reports, judged[0].codebook))
        for half in sorted({one.half for one in judged}):
            count(scores[half], [one for one in judged if one.half == half], made)
    return scores


def by_negotiation(data: Path, every: Iterable[Judged]) -> Iterator[tuple[list[Judged], list[Report]]]:
    """What was judged of each negotiation under one codebook, with those of its reports that are there.

    How far it is, it tells on standard error. Raises FileNotFoundError where none of them is under the folder.
    """
    by: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in every:
        by[one.negotiation, one.codebook].append(one)
    texts = read_texts(data, frozenset(one.sha256 for each in by.values() for one in each))
    if not texts:
        raise FileNotFoundError(f"{data}: none of the judged reports is in its .jsonl, .txt and .md files")
    for _, judged in counting(sorted(by.items(), key=lambda one: one[0]), f"negotiations read, {len(texts)} reports"):
        yield judged, [texts[sha256] for sha256 in sorted({one.sha256 for one in judged} & set(texts))]


@cache
def reader_of(codebook: str) -> Reader:
    """One reader for all negotiations: its models are opened once."""
    return load(codebook)


def _positions(reports: list[Report], codebook: str) -> Iterator[tuple[Standing, list[tuple[str, int, int]]]]:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "judged.db", create=True) as record:
        for _ in pipeline.add(record, reports, load_reader=lambda: reader_of(codebook)):
            pass
        hashes = {row.id: row.sha256 for row in record.reports()}
        for row in standing.positions(record):
            places = [(one.passage.report, one.passage.spans) for one in row.evidence]
            yield row, [(hashes[report], spans[0].start, spans[-1].end) for report, spans in places]


def count(told: Score, judged: Iterable[Judged], made: Iterable[tuple[Standing, list[tuple[str, int, int]]]]) -> None:
    """Each position that is made counts once, by the verdict on a passage of it; what no verdict is on is new. What a
    judge said would be right in place of another is right."""
    every = list(judged)
    by: dict[Key, list[Judged]] = defaultdict(list)
    for one in (*every, *corrected(every)):
        by[one.key].append(one)
    seen: set[Judged] = set()
    for row, places in made:
        position = row.position
        on = [
            one
            for sha256, start, end in places
            for one in by[sha256, position.issue or "", position.stance]
            if start < one.end and one.start < end
        ]
        seen.update(on)
        verdict = on[0].verdict if on else NEW
        (told.thin if position.thin else told.firm)[verdict] += 1
        told.bands[max(least for least in BANDS if least <= position.confidence)][verdict] += 1
    told.gone.update(one.verdict for one in every if one not in seen)
