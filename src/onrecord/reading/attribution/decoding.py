"""From scores to spans: the most probable sequence of tags in which no span is entered in its middle (Viterbi 1967)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.reading.attribution.pieces import Ints
from onrecord.reading.attribution.tagger import Floats

NEVER = -1e4


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
    """The best permitted sequence of tag numbers for log-probabilities [words, tags]."""
    if not len(scores):
        return np.zeros(0, np.int64)
    first = np.array([NEVER if tag[0] == "I" else 0.0 for tag in tags], np.float32)
    greedy: Ints = scores.argmax(axis=1)
    if first[greedy[0]] == 0 and not allowed[greedy[:-1], greedy[1:]].any():
        return greedy
    value = scores[0] + first
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
    found: list[Run] = []
    start, label = 0, ""
    probability = np.exp(scores)
    of_label = {
        name: [i for i, tag in enumerate(tags) if tag[2:] == name] for name in {t[2:] for t in tags if t != "O"}
    }
    for i, number in enumerate([*path.tolist(), 0]):
        tag = tags[number]
        if label and (tag == "O" or tag[0] == "B" or tag[2:] != label):
            sure = float(probability[start:i, of_label[label]].sum(axis=1).mean())
            found.append(Run(label, start, i, sure))
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]
    return found
