"""What `onrecord evaluate` can score: each task takes a folder of a corpus and yields its measures, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its name and value; shares are in 0..1."""

    name: str
    value: float | int | str


Task = Callable[[Path], Iterator[Line]]


def names(data: Path) -> Iterator[Line]:
    """Spellings of one person's name joined, different people kept apart (RUWA's checked groups)."""
    from onrecord.evaluation.names import read_groups, score_names

    score = score_names(read_groups(data))
    yield Line("spellings", score.spellings)
    yield Line("pairs of one person", score.wanted)
    yield Line("precision", score.precision)
    yield Line("recall", score.recall)
    yield Line("F1", score.f1)
    yield Line("joined wrongly", score.wrong_share)
    for slip in score.slips:
        yield Line("slip", slip)


def timex(data: Path) -> Iterator[Line]:
    """Time expressions found, with their values (MEANTIME's TIMEX3 as EDTF), over all and for each of its corpora."""
    from onrecord.evaluation.timex import run

    for part, figures in run(data).items():
        yield from (Line(f"{part}: {name}", value) for name, value in figures.items())


def polnear(data: Path) -> Iterator[Line]:
    """Statements against PolNeAR's annotation: DATA is one split, with text/ and attributions/."""
    from onrecord.evaluation.polnear import score
    from onrecord.reading.reader import load

    outermost, everything = score(data, load())
    yield Line("articles", outermost.counts["articles"])
    yield Line("words", outermost.counts["words"])
    for name, measured in outermost.table().items():
        yield Line(f"{name} F1", round(measured.f1, 4))
    for name in ("statement", "attributed"):
        yield Line(f"{name} precision", round(outermost.table()[name].precision, 4))
        yield Line(f"{name} recall", round(outermost.table()[name].recall, 4))
        yield Line(f"{name} F1, statements within statements too", round(everything.table()[name].f1, 4))


def types(data: Path) -> Iterator[Line]:
    """What is said, apart from what is thought or meant: DATA is a .jsonl of the annotated reports."""
    from onrecord.evaluation.types import score
    from onrecord.reading.reader import load

    for name, value in score(data, load()).items():
        yield Line(name, value)


TASKS: dict[str, Task] = {"names": names, "polnear": polnear, "timex": timex, "types": types}
