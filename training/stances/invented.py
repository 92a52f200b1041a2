"""Invented statements: sentences written for this project, each with one statement and what its speaker does by it.

A line of `annotations/stances/invented.txt` is a label, a tab, and the sentence, with the cue in ‹ › and the content in
⟦ ⟧; what stands before " || " is the sentence before.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Span, Spans, Stance
from onrecord.model.jsonread import one_of
from onrecord.reading.stances.weights import CHOICES

FILE = Path("annotations/stances/invented.txt")
STANCES = tuple(one for one in CHOICES if one is not None)
SHORT = {
    "acc": "accepts", "cond": "accepts-conditionally", "pro": "proposes", "dem": "demands", "rej": "rejects",
    "thr": "threatens", "blame": "accuses", "und": "undecided",
}  # fmt: skip
CUE, CONTENT = "‹›", "⟦⟧"


@dataclass(frozen=True, slots=True)
class Invented:
    text: str
    cue: Spans
    content: Spans
    stance: Stance | None


def read_invented(file: Path = FILE) -> list[Invented]:
    """Raises ValueError, with the line, where one is not written so."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            found.append(parsed(line))
        except ValueError as error:
            raise ValueError(f"{file}:{number}: {error}") from error
    return found


def parsed(line: str) -> Invented:
    """Raises ValueError where the line has no label, no content or a mark without its fellow."""
    label, _, marked = line.partition("\t")
    stance = None if label == "-" else one_of(SHORT.get(label), STANCES)
    text: list[str] = []
    places: dict[str, list[Span]] = {CUE: [], CONTENT: []}
    begun: dict[str, int] = {}
    for sign in marked.replace(" || ", " "):
        marks = next((one for one in places if sign in one), None)
        if marks is None:
            text.append(sign)
        elif sign == marks[0]:
            begun[marks] = len(text)
        else:
            if marks not in begun:
                raise ValueError(f"{sign} closes what was not opened")
            places[marks].append(Span(begun.pop(marks), len(text)))
    if begun or not places[CONTENT] or any(span.start >= span.end for span in places[CONTENT]):
        raise ValueError("no content, or one that does not end")
    return Invented("".join(text), tuple(places[CUE]), tuple(places[CONTENT]), stance)
