"""From scores to spans: the most probable sequence of tags in which no span is entered in its middle (Viterbi 1967)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.reading.attribution.pieces import Ints
from onrecord.reading.attribution.tagger import Floats

NEVER = -1e4
SURELY = -0.002  # log-probability: 0.998


class Run(NamedTuple):
    """Words `start` to `end` (exclusive) that bear one label; `score` is their mean probability, 0..1."""

    label: str
    start: int
    end: int
    score: float


def transitions(tags: tuple[str, ...]) -> Floats:
    """Which tag may follow which: 0 where it may, very low where it may not. [tags, tags]"""
    out = np.zeros((len(tags), len(tags)), np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after[0] == "I" and (before == "O" or before[2:] != after[2:]):
                out[i, j] = NEVER
    return out


def best_tags(scores: Floats, tags: tuple[str, ...], allowed: Floats) -> Ints:
    """The best permitted sequence of tag numbers for log-probabilities [words, tags].

    The likeliest tag of each word is the answer wherever these may follow each other; only the stretches between words
    that are surely outside ("O") in which they may not are searched.
    """
    path: Ints = scores.argmax(axis=1)
    if not len(path):
        return path
    before = np.concatenate([[0], path[:-1]])
    broken = np.flatnonzero(allowed[before, path] < 0)
    outside = np.flatnonzero(scores[:, 0] > SURELY)
    done = 0
    for at in broken.tolist():
        if at >= done:
            left = int(np.searchsorted(outside, at))
            start = int(outside[left - 1]) if left else 0
            done = int(outside[left]) if left < len(outside) else len(path)
            path[start:done] = _viterbi(scores[start:done], tags, allowed)
    return path


def _viterbi(scores: Floats, tags: tuple[str, ...], allowed: Floats) -> Ints:
    value = scores[0] + np.array([NEVER if tag[0] == "I" else 0.0 for tag in tags], np.float32)
    back = np.empty((len(scores), len(tags)), np.int64)
    columns = np.arange(len(tags))
    for i in range(1, len(scores)):
        reach = value[:, None] + allowed
        back[i] = reach.argmax(axis=0)
        value = reach[back[i], columns] + scores[i]
    path = np.empty(len(scores), np.int64)
    path[-1] = value.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def runs(path: Ints, scores: Floats, tags: tuple[str, ...]) -> list[Run]:
    """The spans in a sequence of tags. A span's score is the mean probability that its words bear its label."""
    labels = [tag[2:] for tag in tags]
    upto = np.vstack([np.zeros((1, len(tags))), np.exp(scores).cumsum(axis=0, dtype=np.float64)])
    found: list[Run] = []
    start, label = 0, ""
    for i, number in enumerate([*path.tolist(), 0]):
        opens = tags[number][0] == "B" or labels[number] != label
        if label and opens:
            chance = upto[i] - upto[start]
            sure = sum(float(c) for c, name in zip(chance, labels, strict=True) if name == label) / (i - start)
            found.append(Run(label, start, i, sure))
        if opens:
            start, label = i, labels[number]
    return found
