"""Floors under the accuracy: no change may lower a measure unless somebody says why.

    python -m onrecord.evaluation.floors FLOORS.json [--data DIR] [--check] [--why "..."]

FLOORS.json holds suites: a task of `onrecord evaluate`, its data, the floors, and the hashes of the model and of the
data that they were measured with. Data whose path begins with `data/` lies where `--data` says and is measured only
then; the others lie beside FLOORS.json. Without `--check` the floors are renewed: each rises to a little under the
figure, and one that would have to fall is refused unless `--why` says why, which is kept beside it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from onrecord.evaluation.tasks import TASKS
from onrecord.model.jsonform import JsonObject
from onrecord.model.jsonread import Node

MARGIN = 0.01
DIGITS = 3
ELSEWHERE = "data/"
Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that fell, and why."""

    measure: str
    before: float
    after: float
    why: str


@dataclass(frozen=True, slots=True)
class Suite:
    """The floors of one task on one body of data; the hashes are null before it was first measured."""

    name: str
    task: str
    data: str
    floors: Figures
    data_hash: str | None = None
    model_hash: str | None = None
    lowered: tuple[Lowered, ...] = ()

    def place(self, beside: Path, elsewhere: Path | None) -> Path | None:
        """Where the data lies; null where nobody said."""
        if not self.data.startswith(ELSEWHERE):
            return beside / self.data
        return elsewhere / self.data.removeprefix(ELSEWHERE) if elsewhere else None


class UnexplainedError(Exception):
    """A floor would have to fall, and nobody said why."""


def load(path: Path) -> tuple[Suite, ...]:
    """The suites of a file. Raises ValueError where it is not what `save` writes."""
    return tuple(_suite(one) for one in Node.at(json.loads(path.read_text(encoding="utf-8"))).each("suites"))


def save(path: Path, suites: Sequence[Suite]) -> None:
    text = json.dumps({"suites": [_as_json(suite) for suite in suites]}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def measured(suite: Suite, data: Path) -> dict[str, float]:
    """The task's figures now, those only that have a floor. Raises KeyError where the task gives one no more."""
    lines = {line.name: float(line.value) for line in TASKS[suite.task](data) if not isinstance(line.value, str)}
    return {measure: lines[measure] for measure in suite.floors}


def faults(suite: Suite, figures: Figures, data_hash: str, renew: str) -> Iterator[str]:
    """One line for each figure under its floor, and for other data than the floors were measured with."""
    if suite.data_hash != data_hash:
        yield f"{suite.name}: its data changed since the floors were measured; renew them: {renew}"
    for measure, floor in suite.floors.items():
        if figures[measure] < floor:
            says = f"is {figures[measure]:.4f}, under its floor of {floor}"
            yield f'{suite.name}: {measure} {says}; mend the reader, or lower the floor: {renew} WHY="..."'


def renewed(suite: Suite, figures: Figures, data_hash: str, model: str, why: str | None) -> Suite:
    """The suite with floors a little under the figures. One falls only with a reason; raises UnexplainedError."""
    reached = {measure: round(figures[measure] - MARGIN, DIGITS) for measure in suite.floors}
    fallen = [m for m, floor in suite.floors.items() if figures[m] < floor]
    if fallen and not why:
        shown = ", ".join(f"{m} ({suite.floors[m]} to {reached[m]})" for m in fallen)
        raise UnexplainedError(f'{suite.name}: would lower {shown}; say why: make floors WHY="..."')
    floors = {m: reached[m] if m in fallen else max(floor, reached[m]) for m, floor in suite.floors.items()}
    lowered = tuple(Lowered(m, suite.floors[m], reached[m], why or "") for m in fallen)
    return replace(suite, floors=floors, data_hash=data_hash, model_hash=model, lowered=(*suite.lowered, *lowered))


def hash_of(place: Path) -> str:
    """16 hex digits over the names and bytes of a file, or of all files under a folder."""
    found = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
    digest = hashlib.sha256()
    for path in found:
        digest.update(f"{path.relative_to(place).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def model_hash() -> str:
    """The hash of the model that ships in the package."""
    return hash_of(Path(str(files("onrecord.reading.attribution"))) / "model")


def _suite(node: Node) -> Suite:
    floors = Node.at(node.of.get("floors"))
    lowered = (
        Lowered(one.text("measure"), one.number("before"), one.number("after"), one.text("why"))
        for one in node.each("lowered")
    )
    return Suite(
        name=node.text("name"),
        task=node.text("task"),
        data=node.text("data"),
        floors={measure: floors.number(measure) for measure in floors.of},
        data_hash=node.maybe_text("data_hash"),
        model_hash=node.maybe_text("model_hash"),
        lowered=tuple(lowered),
    )


def _as_json(suite: Suite) -> JsonObject:
    return {
        "name": suite.name,
        "task": suite.task,
        "data": suite.data,
        "data_hash": suite.data_hash,
        "model_hash": suite.model_hash,
        "floors": dict(suite.floors),
        "lowered": [
            {"measure": one.measure, "before": one.before, "after": one.after, "why": one.why} for one in suite.lowered
        ],
    }


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    path: Path = options.floors
    suites, complaints = list(load(path)), 0
    for place, suite in enumerate(suites):
        data = suite.place(path.parent, options.data)
        if data is None:
            continue
        figures, found = measured(suite, data), hash_of(data)
        if options.check:
            for fault in faults(suite, figures, found, "make floors DATA=..."):
                complaints += 1
                print(fault, file=sys.stderr)
            continue
        try:
            suites[place] = renewed(suite, figures, found, model_hash(), options.why)
        except UnexplainedError as error:
            complaints += 1
            print(error, file=sys.stderr)
    if not options.check:
        save(path, suites)
    return 1 if complaints else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("floors", type=Path)
    parser.add_argument("--data", type=Path, help="the folder of the corpora")
    parser.add_argument("--check", action="store_true", help="measure only")
    parser.add_argument("--why", help="the reason why a floor falls")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
