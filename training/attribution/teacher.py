"""`python -m training.attribution.teacher`: what an earlier model teaches the next one.

Two things: its opinion of every word (Hinton et al. 2015), which the next model learns beside the annotation; and the
statements within statements, which PolNeAR leaves out. These are found by reading each annotated content alone, as if
it were the whole page: what stands in nobody's content there is an inner statement here.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage, find_passages
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.page import Page
from training.attribution.corpus import plain_page, read_annotation

SURE = 0.45
OPENING = re.compile(r"[\s\"'\u201c\u2018,]*(?:that|how|whether|to)?\s+")
OWN = frozenset("i we you me us my our".split())
SHORTEST = 25  # characters


def contents(text: str, annotation: Path) -> Iterator[Span]:
    """The parts of annotated contents that are long enough to hold a statement, without their "that"."""
    for relation in read_annotation(annotation):
        for start, end in relation["content"]:
            opening = OPENING.match(text, start, end)
            begin = opening.end() if opening else start
            if end - begin >= SHORTEST:
                yield Span(begin, end)


def inner_passages(tagger: Tagger, text: str, content: Span) -> Iterator[Passage]:
    page = Page(text, (content,), (content,))
    for passage in find_passages(page, tagger(page)):
        own = passage.source and passage.source[0].text(text).lower() in OWN
        if passage.source and passage.cue and not own and passage.score >= SURE:
            yield passage


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a PolNeAR split")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="unannotated texts, TEXTS.jsonl")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder for inner.jsonl and soft.npz")
    args = parser.parse_args()
    tagger = Tagger(args.model)
    args.out.mkdir(parents=True, exist_ok=True)
    soft: dict[str, np.ndarray] = {}
    with (args.out / "inner.jsonl").open("w", encoding="utf-8") as out:
        for path in sorted((args.data / "text").glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            soft[path.stem] = tagger(plain_page(text)).roles.astype(np.float16)
            annotation = min((args.data / "attributions").glob(path.stem + "_????.ann"))
            found = [
                {role: [list(span) for span in getattr(passage, role)] for role in ("source", "cue", "content")}
                for content in contents(text, annotation)
                for passage in inner_passages(tagger, text, content)
            ]
            out.write(json.dumps({"id": path.stem, "inner": found}) + "\n")
    for texts in args.more:
        for row in map(json.loads, texts.read_text(encoding="utf-8").splitlines()):
            soft[row["id"]] = tagger(plain_page(row["text"])).roles.astype(np.float16)
    np.savez(args.out / "soft.npz", **soft)


if __name__ == "__main__":
    main()
