"""`python -m training.parallels DATA`: fits the judge of which sentences of two reports tell one thing, to judge.tsv.

DATA is a folder that holds the reports of the judged pairs (clusters/, news/). Prints first how well such a judge does
on stories that it has not seen: ten folds of whole stories. Two minutes on one core, nearly all of it reading.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.collating.parallels import signals as room
from onrecord.collating.parallels.pairing import ENOUGH, Laid
from onrecord.collating.parallels.sentences import Sentence, sentences_of
from onrecord.evaluation.judge_of_utterances import newton
from onrecord.model import Fault, Report, Span, digest
from onrecord.model.jsonread import Node
from onrecord.model.weights import as_table
from onrecord.reading.reader import load
from onrecord.sources import reports

LABELS = Path(__file__).parents[2] / "annotations" / "parallels" / "pairs.jsonl"
REMARK = "# signal, and its weight x 100; made by training.parallels from pairs that a reader judged\n"
PENALTY = 3.0
STEPS = 15
FOLDS = 10
VERDICTS = ("differs", "alike", "apart")


@dataclass(frozen=True, slots=True)
class Judged:
    """Two places, each a text's hash with a span, and what a reader found: they differ on one thing, tell it alike, or
    stand apart."""

    one: tuple[str, Span]
    other: tuple[str, Span]
    verdict: str


@dataclass(frozen=True, slots=True)
class Story:
    texts: tuple[str, ...]
    pairs: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What speaks for a pair of a story, and the verdict."""

    story: int
    signals: Mapping[str, float]
    verdict: str

    @property
    def same(self) -> bool:
        return self.verdict != "apart"


def stories(lines: Iterable[str]) -> Iterator[Story]:
    for line in lines:
        node = Node.at(json.loads(line))
        texts = node.texts("texts")
        yield Story(texts, tuple(_judged(one, texts) for one in node.each("pairs")))


def _judged(node: Node, texts: Sequence[str]) -> Judged:
    one, other = node.spans("spans")
    ends = (texts[int(node.number(key))] for key in ("one", "other"))
    return Judged((next(ends), one), (next(ends), other), node.text("verdict"))


def read_texts(data: Path, wanted: Set[str]) -> dict[str, Report]:
    """The reports by their texts' hashes. Raises FileNotFoundError where one is not in the folder."""
    given = (one for one in reports([str(data)]) if not isinstance(one, Fault))
    found = {sha256: one for one in given if (sha256 := digest(one.text)) in wanted}
    if missing := wanted - found.keys():
        raise FileNotFoundError(f"{data}: {len(missing)} of {len(wanted)} judged reports are not in it")
    return found


def examples(every: Iterable[Story], sentences: Mapping[str, Sequence[Sentence]]) -> Iterator[Example]:
    """The pairs that are candidates at all; `sentences` are those of each text, by its hash."""
    for at, story in enumerate(every):
        told = [sentences[text] for text in story.texts]
        laid = Laid.of(sorted(told, key=lambda report: (report[0].day or "", report[0].report) if report else ("", "")))
        for pair in story.pairs:
            one, other = (_at(sentences[text], span) for text, span in (pair.one, pair.other))
            found = laid.signals(one, other) if one and other else None
            if found:
                yield Example(at, found, pair.verdict)


def _at(report: Sequence[Sentence], span: Span) -> Sentence | None:
    return next((one for one in report if one.span.overlaps(span)), None)


def fit(every: Sequence[Example]) -> dict[str, float]:
    """The weight of each signal."""
    names = list(every[0].signals)
    rows = np.array([[one.signals[name] for name in names] for one in every])
    weights = newton(rows, np.array([float(one.same) for one in every]), PENALTY, steps=STEPS)
    return dict(zip(names, weights.tolist(), strict=True))


def unseen(every: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Each example with the chance that a judge gives it which was fitted without its story's fold."""
    for fold in range(FOLDS):
        weights = fit([one for one in every if one.story % FOLDS != fold])
        for one in every:
            if one.story % FOLDS == fold:
                score = sum(weights[name] * value for name, value in one.signals.items())
                yield one, float(1 / (1 + np.exp(-score)))


def measures(asked: Sequence[tuple[Example, float]], enough: float = ENOUGH) -> Iterator[tuple[str, float]]:
    """How many of the pairs that are tied tell one thing, how many differ on it, and how many that do are tied."""
    tied = [one for one, chance in asked if chance >= enough]
    same, every = sum(one.same for one in tied), sum(one.same for one, _ in asked)
    yield "pairs", len(asked)
    yield "tied", len(tied)
    yield "of them one thing", same / max(1, len(tied))
    yield "of them differing on it", sum(one.verdict == "differs" for one in tied) / max(1, len(tied))
    yield "tied of those that tell one thing", same / max(1, every)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, default=Path(room.__file__).parent / "judge.tsv")
    args = parser.parse_args()
    every = list(stories(LABELS.read_text(encoding="utf-8").splitlines()))
    given, read = read_texts(args.data, {text for story in every for text in story.texts}), load()
    sentences = {
        text: sentences_of(read(report), report.text, report.published) for text, report in sorted(given.items())
    }
    found = list(examples(every, sentences))
    for name, value in measures(list(unseen(found))):
        print(f"{name}\t{value:.3g}")
    args.to.write_text(REMARK + as_table(fit(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
