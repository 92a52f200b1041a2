"""`python -m training.heads --data POLNEAR --model FOLDER --judged TEXTS.jsonl`: fits the heads on the encoder.

Types are learned on train from the verbs in `verbs.py`; whether anything is ascribed, from judged news (`ascribed.py`).
Confidence is learned on both PolNeAR's dev and the judged passages, which weigh half, each by halves, and reported on
the halves of dev not fitted on (expected calibration error in ten bins, Naeini et al. 2015).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.evaluation.attribution import Article, match
from onrecord.evaluation.polnear import GoldArticle, articles
from onrecord.reading.attribution.heads import TYPES, cue_views, weighed, with_one
from onrecord.reading.attribution.passages import Passage, find_passages
from onrecord.reading.attribution.tagger import Floats, Tagged, Tagger
from onrecord.reading.layout import lay_out
from training.heads.ascribed import Judged, fit_ascribed, held_out, judged_reports, ridge_logistic
from training.heads.verbs import type_of

Doubles = npt.NDArray[np.float64]
DECAY = 1e-4
JUDGED_WEIGHT = 0.5  # of a judged passage of news beside one of PolNeAR: more, and PolNeAR's calibration suffers


def softmax_regression(
    rows: Floats, labels: list[int], classes: int, *, rarity: float = 0.5, steps: int = 400
) -> Doubles:
    """Multinomial logistic regression by full-batch Adam; classes weigh by that power of their rarity."""
    x, y = with_one(rows).astype(np.float64), np.array(labels)
    counts = np.bincount(y, minlength=classes)
    weight = ((counts.max() / np.maximum(counts, 1)) ** rarity)[y]
    weight /= weight.sum()
    weights = np.zeros((x.shape[1], classes))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = x @ weights
        chance = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        chance[np.arange(len(y)), y] -= 1
        slope = x.T @ (chance * weight[:, None]) + DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def type_rows(tagger: Tagger, corpus: list[GoldArticle]) -> tuple[Floats, list[int], list[str]]:
    views, labels, names = [], [], []
    for article in corpus:
        page = lay_out(article.text)
        tagged = tagger(page)
        starts = np.array([s.start for s in tagged.words.spans])
        for gold in article.passages:
            if not gold.cue:
                continue
            first, last = gold.cue[0], gold.cue[-1]
            name = type_of(first.text(article.text), article.text[last.end : last.end + 60].strip())
            inside = np.flatnonzero((starts >= first.start) & (starts < first.end))
            if name and len(inside):
                telling = Passage((), gold.cue, gold.content, "indirect", 1.0, (int(inside[0]), int(inside[-1]) + 1))
                views.append(cue_views(tagged, [telling])[0])
                labels.append([*TYPES].index(name))
                names.append(article.name)
    return np.array(views, np.float32), labels, names


Rows = list[tuple[Floats, list[int]]]


def sure_rows(tagger: Tagger, corpus: list[GoldArticle], ascribed: Floats) -> Rows:
    """For each article: what is known of each found passage, and whether content and source are right."""
    return [_judged(article, *_found(tagger, article), ascribed) for article in corpus]


def judged_rows(reports: list[Judged], size: int) -> Rows:
    """The same for judged news, each report as seen by a head that was fitted without it."""
    return [(weighed(one.tagged, one.passages, weights), one.right) for one, weights in held_out(reports, size)]


def _found(tagger: Tagger, article: GoldArticle) -> tuple[Tagged, list[Passage]]:
    page = lay_out(article.text)
    tagged = tagger(page)
    return tagged, find_passages(page, tagged)


def _judged(article: GoldArticle, tagged: Tagged, found: list[Passage], ascribed: Floats) -> tuple[Floats, list[int]]:
    text = Article(article.text)
    pairs = match([text.tokens_in(g.content) for g in article.passages], [text.tokens_in(p.content) for p in found])
    right = [0] * len(found)
    for i, j in pairs:
        wanted, got = (text.heads(text.tokens_in(p.source)) for p in (article.passages[i], found[j]))
        right[j] = int(bool(wanted & got) or (not wanted and not got))
    return (weighed(tagged, found, ascribed) if found else np.zeros((0, 9), np.float32)), right


def calibration_error(chance: Doubles, right: npt.NDArray[np.int64], bins: int = 10) -> tuple[float, list[str]]:
    """Expected calibration error, and the rows of a reliability diagram."""
    error, rows = 0.0, []
    which = np.minimum((chance * bins).astype(int), bins - 1)
    for b in range(bins):
        inside = which == b
        if inside.any():
            gap = abs(chance[inside].mean() - right[inside].mean())
            error += gap * inside.mean()
            means = f"{chance[inside].mean():.3f} | {right[inside].mean():.3f}"
            rows.append(f"| {b / bins:.1f}-{(b + 1) / bins:.1f} | {inside.sum()} | {means} |")
    return error, rows


def fit_sure(dev: Rows, news: Rows) -> Doubles:
    """Weights [9 + 1] of confidence."""
    x = np.vstack([rows for rows, _ in (*dev, *news)]).astype(np.float64)
    y = np.array([one for _, right in (*dev, *news) for one in right], np.float64)
    weight = np.ones(len(x))
    weight[sum(len(right) for _, right in dev) :] = JUDGED_WEIGHT
    return ridge_logistic(x, y, weight, np.full(x.shape[1] + 1, 1e-2))


def chances(rows: Floats, weights: Doubles) -> Doubles:
    return 1 / (1 + np.exp(-(with_one(rows).astype(np.float64) @ weights)))


def report(name: str, rows: Rows, other: Rows, first: bool) -> None:
    """Prints how well confidence is calibrated on the halves of `rows` that it was not fitted on."""
    chance: list[Doubles] = []
    right: list[int] = []
    for held in (0, 1):
        halves = (rows[1 - held :: 2], other) if first else (other, rows[1 - held :: 2])
        fitted = fit_sure(*halves)
        for found, truth in rows[held::2]:
            chance.append(chances(found, fitted))
            right += truth
    error, lines = calibration_error(np.concatenate(chance), np.array(right))
    print(f"{name}: expected calibration error on the halves not fitted on: {error:.4f}", *lines, sep="\n")


def fitted_types(tagger: Tagger, train: list[GoldArticle], dev: list[GoldArticle]) -> Doubles:
    views, labels, _ = type_rows(tagger, train)
    types = softmax_regression(views, labels, len(TYPES))
    views, labels, _ = type_rows(tagger, dev)
    guessed = (with_one(views) @ types).argmax(axis=1)
    print("types on dev, against the verb lists:", f"{(guessed == labels).mean():.3f} of {len(labels)}")
    return types


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--judged", type=Path, nargs="*", default=[], help="the .jsonl files with the judged reports")
    parser.add_argument("--keep-types", action="store_true", help="leave the types that stand in the model's folder")
    args = parser.parse_args()
    tagger, dev = Tagger(args.model), list(articles(args.data / "dev"))
    if args.keep_types:
        types = np.load(args.model / "heads.npz", allow_pickle=False)["types"]
    else:
        types = fitted_types(tagger, list(articles(args.data / "train")), dev)
    size = len(types) - 1
    reports = list(judged_reports(tagger, args.judged))
    print(len(reports), "judged reports,", sum(len(one.passages) for one in reports), "passages")
    ascribed = fit_ascribed(reports, size).astype(np.float32)
    rows, news = sure_rows(tagger, dev, ascribed), judged_rows(reports, size)
    report("PolNeAR dev", rows, news, True)
    if news:
        report("judged news", news, rows, False)
    sure = fit_sure(rows, news)
    np.savez(args.model / "heads.npz", types=types.astype(np.float32), ascribed=ascribed, sure=sure.astype(np.float32))


if __name__ == "__main__":
    main()
