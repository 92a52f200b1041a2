"""Whether anything is ascribed at all: a head on the tagger's view of a cue, from passages that were judged by reading.

PolNeAR cannot teach it: the tagger knows its train set by heart, and its annotators mark many acts ("signed", "passed")
as attributions. The judgements are of what the reader found in news, with no text kept (docs/annotation/ascribed.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.reading.attribution.heads import seen
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.reading import outermost
from onrecord.reading.attribution.tagger import Floats, Tagged, Tagger
from onrecord.reading.layout import lay_out

JUDGED = Path(__file__).parents[2] / "annotations" / "ascribed"
FOLDS = 10
RIDGE_SCORES, RIDGE_VIEWS = 0.1, 120.0  # chosen by ten folds over the judged reports

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """The judged passages of one report: what the heads look at, whether something is ascribed, and rightly cut."""

    tagged: Tagged
    passages: list[Passage]
    ascribed: list[int]
    right: list[int]


def judgements() -> dict[str, list[dict[str, object]]]:
    """What was judged of each report, by the hash of its text; the later file last."""
    out: dict[str, list[dict[str, object]]] = {}
    for file in sorted(JUDGED.glob("*.jsonl")):
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            out.setdefault(row["sha256"], []).extend(row["passages"])
    return out


def judged_reports(tagger: Tagger, texts: Iterable[Path]) -> Iterator[Judged]:
    """Each judged report that the .jsonl files hold, with those judged passages that the tagger still finds."""
    left = judgements()
    for path in texts:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            rows = left.pop(hashlib.sha256(text.encode()).hexdigest(), None)
            if rows:
                yield _judged(tagger, text, rows)


def _judged(tagger: Tagger, text: str, rows: list[dict[str, object]]) -> Judged:
    page = lay_out(text)
    tagged = tagger(page)
    told = {(str(row["cue"]), str(row["content"])): row for row in rows}
    out = Judged(tagged, [], [], [])
    for passage in outermost(page, tagged):
        row = told.get((str([list(s) for s in passage.cue]), str([list(s) for s in passage.content])))
        if row is not None:
            out.passages.append(passage)
            out.ascribed.append(int(bool(row["ascribed"])))
            out.right.append(int(bool(row["ascribed"]) and bool(row["extent"])))
    return out


def fit_ascribed(reports: list[Judged], size: int) -> Doubles:
    """Weights [7 + size + 1]; all zero where nothing was judged."""
    rows = [seen(one.tagged, one.passages) for one in reports if one.passages]
    if not rows:
        return np.zeros(7 + size + 1)
    x = np.vstack(rows).astype(np.float64)
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    ridge = np.concatenate([np.full(7, RIDGE_SCORES), np.full(x.shape[1] - 7, RIDGE_VIEWS), [1e-6]])
    labels = np.array([label for one in reports for label in one.ascribed], np.float64)
    weights = ridge_logistic((x - middle) / spread, labels, np.ones(len(x)), ridge)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ middle)


def held_out(reports: list[Judged], size: int) -> Iterator[tuple[Judged, Floats]]:
    """Each report with weights that were fitted on the other folds."""
    for fold in range(FOLDS):
        if kept := reports[fold::FOLDS]:
            rest = [one for i, one in enumerate(reports) if i % FOLDS != fold]
            weights = fit_ascribed(rest, size).astype(np.float32)
            yield from ((one, weights) for one in kept if one.passages)


def ridge_logistic(x: Doubles, y: Doubles, weight: Doubles, ridge: Doubles, *, steps: int = 30) -> Doubles:
    """Logistic regression by Newton's method; `ridge` has a penalty for each column and for the bias."""
    rows = np.hstack([x, np.ones((len(x), 1))])
    out = np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(rows @ out, -30, 30)))
        slope = rows.T @ (weight * (chance - y)) + ridge * out
        bend = (rows * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        out -= step
        if np.abs(step).max() < 1e-6:
            break
    return out
