"""Fits what tells a position from what only looks like one: logistic regression, by numpy alone.

The labels are verdicts on what statements were read to do (`standing.tsv`). What is held out is left alone, and tells
how good the fit is elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from onrecord import pipeline
from onrecord.collating.acting import YES, is_plain
from onrecord.collating.bargaining import speaks_for_party
from onrecord.collating.likely import is_shown, marks, mixed, stem
from onrecord.collating.said import Said
from onrecord.evaluation.fitting import MOSTLY
from onrecord.evaluation.standing import Judged, by_negotiation, corrected, reader_of
from onrecord.model import IssueStance, Report
from onrecord.model.weights import BIAS, SCALE, Weights, chance_of
from onrecord.record import open_record
from onrecord.standing import said_of

Doubles = npt.NDArray[np.float64]

WORTH = {"right": 1.0, "arguable": 0.5, "wrong": 0.0}
DECAY = 6.0  # of five from 4 to 25, each negotiation of the tuned part held out in turn
LEAST, NEGOTIATIONS = 4, 3  # acts, and negotiations, in which a mark must stand
STEPS = 30
LEXICAL = ("w:", "b:", "s:")


@dataclass(frozen=True, slots=True)
class Example:
    """An act that was judged: its marks, and the verdict; `heard` is what the network said of it."""

    negotiation: str
    half: str
    marks: frozenset[str]
    verdict: str
    heard: float | None = None


def judged_acts(data: Path, every: Iterable[Judged]) -> Iterator[Example]:
    """The acts that verdicts are on. Raises FileNotFoundError where none of the reports is under the folder."""
    for judged, reports in by_negotiation(data, every):
        known = [*judged, *corrected(judged)]
        for said, held, sha256 in _acts(reports, judged[0].codebook):
            verdict = _verdict(said, held, [each for each in known if each.sha256 == sha256])
            if verdict is not None:
                yield Example(judged[0].negotiation, verdict.half, marks(said, held), verdict.verdict, held.heard)


def _acts(reports: list[Report], codebook: str) -> Iterator[tuple[Said, IssueStance, str]]:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "judged.db", create=True) as record:
        for _ in pipeline.add(record, reports, load_reader=lambda: reader_of(codebook)):
            pass
        hashes = {row.id: row.sha256 for row in record.reports()}
        whole = record.texts_by_id(set(hashes))
        for row in record.acting():
            one = said_of(row, {}, whole)
            yield from ((one, held, hashes[one.report]) for held in _held(one))


def _held(one: Said) -> Iterator[IssueStance]:
    """What it does that could be a position, were it likely enough."""
    if one.party is not None and one.own and speaks_for_party(one):
        yield from (held for held in one.statement.stances if held.issue and is_plain(held) and is_shown(one, held))


def _verdict(one: Said, held: IssueStance, judged: Iterable[Judged]) -> Judged | None:
    for each in judged:
        same = each.stance == held.stance or ({each.stance, held.stance} <= YES and each.kind != "stance")
        here = any(span.start < each.end and each.start < span.end for span in one.statement.content)
        if each.issue == held.issue and same and here:
            return each
    return None


def common(texts: Iterable[str]) -> frozenset[str]:
    """Stems of words that are mostly written small: no weight may hang on who is named."""
    every: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word in text.split():
            bare = word.strip("\"'“”‘’`.,;:!?()[]")
            if bare:
                every[stem(bare)] += 1
                small[stem(bare)] += bare.islower()
    return frozenset(base for base, count in every.items() if small[base] >= MOSTLY * count)


def fit(examples: Sequence[Example], stems: frozenset[str]) -> Weights:
    """Weights for the marks that stand in enough acts of enough negotiations, in hundredths."""
    names = _usable(examples, stems)
    table = {name: at for at, name in enumerate(names, 1)}
    seen = np.zeros((len(examples), len(names) + 1))
    seen[:, 0] = 1
    for row, one in enumerate(examples):
        seen[row, [table[mark] for mark in one.marks if mark in table]] = 1
    weights = _descend(seen, np.array([WORTH[one.verdict] for one in examples]))
    told = {name: round(float(weights[at]) * SCALE) / SCALE for name, at in table.items()}
    return {BIAS: round(float(weights[0]) * SCALE) / SCALE, **{name: one for name, one in told.items() if one}}


def _usable(examples: Sequence[Example], stems: frozenset[str]) -> list[str]:
    count: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        count.update(one.marks)
        for mark in one.marks:
            where[mark].add(one.negotiation)
    return sorted(
        mark
        for mark, times in count.items()
        if times >= LEAST and len(where[mark]) >= NEGOTIATIONS and (not mark.startswith(LEXICAL) or mark[2:] in stems)
    )


def _descend(seen: Doubles, worth: Doubles) -> Doubles:
    """Newton's steps to the least penalised loss; deterministic. [marks + 1]"""
    decay = np.full(seen.shape[1], DECAY)
    decay[0] = 1e-6
    weights = np.zeros(seen.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (chances - worth) + decay * weights
        bend = (seen * (chances * (1 - chances))[:, None]).T @ seen + np.diag(decay)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def by_fifths(examples: Sequence[Example], weights: Weights) -> Iterator[tuple[float, float, float, float]]:
    """For the likeliest fifth, two fifths and so on: the least chance, the shares right and wrong, the recall."""
    ranked = sorted(((mixed(chance_of(one.marks, weights), one.heard), one.verdict) for one in examples), reverse=True)
    every = sum(verdict == "right" for _, verdict in ranked)
    for fifth in range(1, 6):
        some = ranked[: len(ranked) * fifth // 5]
        told = Counter(verdict for _, verdict in some)
        count = max(1, len(some))
        yield some[-1][0], told["right"] / count, told["wrong"] / count, told["right"] / max(1, every)
