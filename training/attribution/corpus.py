"""PolNeAR, and silver names, as the encoder's training rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.reading.attribution.labels import NAME_TAGS, ROLE_TAGS
from onrecord.reading.attribution.pieces import Ints, Words, words
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs, sentences

Offsets = list[tuple[int, int]]
Relation = dict[str, Offsets]
Soft = npt.NDArray[np.float16]
IGNORED = -100


@dataclass(frozen=True)
class Row:
    """One text by one annotator. `links` has for each relation its word indices by role; unknown labels are -100.

    From a teacher, where there is one: `inner`, the tags of statements within statements, and `soft` [words, 7], its
    log-probabilities of the roles.
    """

    name: str
    words: Words
    roles: Ints
    names: Ints
    links: tuple[dict[str, Ints], ...]
    inner: Ints
    soft: Soft | None = None


@dataclass(frozen=True)
class Lessons:
    """What a teacher left in a folder (see teacher.py), by the text's name."""

    inner: dict[str, list[Relation]]
    soft: Mapping[str, Soft]

    @classmethod
    def read(cls, folder: Path) -> Lessons:
        lines = (folder / "inner.jsonl").read_text(encoding="utf-8").splitlines()
        return cls({row["id"]: row["inner"] for row in map(json.loads, lines)}, np.load(folder / "soft.npz"))


NO_LESSONS = Lessons({}, {})


def plain_page(text: str) -> Page:
    found = paragraphs(text)
    return Page(text, found, tuple(s for p in found for s in sentences(text, p)))


def _words(text: str, tokenizer: Tokenizer) -> Words:
    page = plain_page(text)
    return words(text, page.sentences, page.paragraphs, tokenizer)


def read_annotation(path: Path) -> list[Relation]:
    """Brat standoff: `T` lines are spans, `E` lines join them. Relations without content are left out."""
    places: dict[str, Offsets] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.match(r"T\d+\t", line):
            where = fields[1].split(" ", 1)[1]
            places[fields[0]] = sorted((int(a), int(b)) for a, b in (x.split() for x in where.split(";")))
        elif re.match(r"E\d+\t", line):
            events.append(fields[1].split()[1:])
    out = []
    for event in events:
        relation: Relation = {"source": [], "cue": [], "content": []}
        for key, value in (argument.split(":", 1) for argument in event):
            role = re.sub(r"\d+$", "", key).lower()
            if role in relation:
                relation[role] += places.get(value, [])
        if relation["content"]:
            out.append(relation)
    return out


def read_rows(folder: Path, tokenizer: Tokenizer, names: Path | None, lessons: Lessons = NO_LESSONS) -> Iterator[Row]:
    """A row for each annotator of each text."""
    silver = _silver(names)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotations = sorted(
            p for p in (folder / "attributions").glob(path.stem + "_*.ann") if p.stem.rsplit("_", 1)[0] == path.stem
        )
        of = _words(text, tokenizer)
        for annotation in annotations:
            links = tuple(_word_indices(of, relation) for relation in read_annotation(annotation))
            named = _name_labels(of, silver.get(path.stem))
            soft = lessons.soft.get(path.stem)
            yield Row(annotation.stem, of, _role_labels(of, links), named, links, _inner(of, lessons, path.stem), soft)


def read_unannotated(texts: Path, names: Path, tokenizer: Tokenizer, lessons: Lessons = NO_LESSONS) -> Iterator[Row]:
    """Texts that nobody annotated for attribution: their names are learned, and a teacher's opinion of them."""
    silver = _silver(names)
    for line in texts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in silver:
            of = _words(row["text"], tokenizer)
            nothing = np.full(len(of), IGNORED, dtype=np.int64)
            soft = lessons.soft.get(row["id"])
            yield Row(row["id"], of, nothing, _name_labels(of, silver[row["id"]]), (), nothing, soft)


def _inner(of: Words, lessons: Lessons, name: str) -> Ints:
    if name not in lessons.inner:
        return np.full(len(of), IGNORED, dtype=np.int64)
    return _role_labels(of, tuple(_word_indices(of, relation) for relation in lessons.inner[name]))


def _silver(path: Path | None) -> dict[str, list[tuple[int, int, str]]]:
    if path is None:
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["names"] for row in rows}


def _word_indices(of: Words, relation: Relation) -> dict[str, Ints]:
    starts = np.array([s.start for s in of.spans])
    ends = np.array([s.end for s in of.spans])
    out = {}
    for role, offsets in relation.items():
        inside = np.zeros(len(of), dtype=bool)
        for start, end in offsets:
            inside |= (starts < end) & (ends > start)
        out[role] = np.flatnonzero(inside)
    return out


def _role_labels(of: Words, links: tuple[dict[str, Ints], ...]) -> Ints:
    """One of seven tags a word; a word that begins a run of another relation's role begins a span."""
    owner = [("", -1)] * len(of)
    for role in ("content", "source", "cue"):
        for number, link in enumerate(links):
            for i in link[role]:
                owner[i] = (role, number)
    labels, previous = [], ("", -1)
    for who in owner:
        tag = "O" if not who[0] else ("I-" if who == previous else "B-") + who[0]
        labels.append(ROLE_TAGS.index(tag))
        previous = who
    return np.array(labels, dtype=np.int64)


def _name_labels(of: Words, names: list[tuple[int, int, str]] | None) -> Ints:
    if names is None:
        return np.full(len(of), IGNORED, dtype=np.int64)
    labels = np.zeros(len(of), dtype=np.int64)
    starts = np.array([s.start for s in of.spans])
    for start, end, label in names:
        inside = np.flatnonzero((starts >= start) & (starts < end))
        labels[inside] = NAME_TAGS.index("I-" + label)
        labels[inside[:1]] = NAME_TAGS.index("B-" + label)
    return labels
