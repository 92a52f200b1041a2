"""What is told across the reports of fifteen stories, and what people marked in them: `across.jsonl` beside this file.

One story a line: its set, and what the annotator found in its reports: places are a text's hash with offsets, no text.
What is wrong in `mended` may be looked at; in `held out` nobody looks at it. docs/annotation/across.md is the guide.

positions       right where a gold one has the party and the stance, and a passage of the one overlaps one of the other
utterances      a gold pair of sentences is found where one utterance has readings that overlap both
disagreements   found where one overlaps the gold one at two places
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import across, pipeline, standing
from onrecord.evaluation.by_hash import reports_of
from onrecord.evaluation.record import same_name
from onrecord.model import Report, Spans
from onrecord.model.jsonread import Node
from onrecord.reading.reader import load
from onrecord.record import Record, open_record

SETS = ("mended", "held out")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the SHA-256 of the report's text, and its spans."""

    text: str
    spans: Spans


Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """A position: whose, which stance, where it is told; and whether it is told as thin."""

    party: str
    stance: str
    places: Places
    thin: bool = False


@dataclass
class Told:
    """What is told across the reports of some stories, by an annotator or by onrecord."""

    positions: list[Stood] = field(default_factory=list)
    utterances: list[Places] = field(default_factory=list)
    disagreements: list[Places] = field(default_factory=list)


@dataclass(frozen=True)
class Story:
    """An annotated story, and the hashes of its reports' texts."""

    half: str
    texts: frozenset[str]
    told: Told


def annotated() -> list[Story]:
    lines = resources.files("onrecord.evaluation").joinpath("across.jsonl").read_text(encoding="utf-8")
    return [_story(Node.at(json.loads(line))) for line in lines.splitlines()]


def _story(node: Node) -> Story:
    stood = [
        Stood(one.text("party"), one.text("stance"), tuple(map(_place, one.each("places"))))
        for one in node.each("positions")
    ]
    pairs, differ = (
        [tuple(map(_place, one.each("places"))) for one in node.each(kind)] for kind in ("utterances", "disagreements")
    )
    return Story(node.text("set"), frozenset(node.texts("reports")), Told(stood, pairs, differ))


def _place(node: Node) -> Place:
    return Place(node.text("sha256"), node.spans("spans"))


def read_stories(data: Path, stories: Sequence[Story]) -> dict[str, Report]:
    """The reports of the stories by their texts' hashes. Raises FileNotFoundError where one is not in the folder."""
    return reports_of(data, {one for story in stories for one in story.texts})


def tell(given: Iterable[Report]) -> Told:
    """What onrecord tells of reports, put into one record that is thrown away."""
    with TemporaryDirectory() as folder, open_record(Path(folder) / "stories.db", create=True) as record:
        for _ in pipeline.add(record, given, load_reader=load):
            pass
        return _told(record)


def _told(record: Record) -> Told:
    hashes = {row.id: row.sha256 for row in record.reports()}
    stood = [
        Stood(
            row.position.party,
            row.position.stance,
            tuple(Place(hashes[one.passage.report], one.passage.spans) for one in row.evidence),
            row.position.thin,
        )
        for row in standing.positions(record)
    ]
    said = [
        tuple(Place(hashes[one.report.id], one.wording.spans) for one in row.readings) for row in across.listed(record)
    ]
    differ = [
        tuple(Place(hashes[one.report.id], one.spans) for one in row.readings) for row in across.disagreements(record)
    ]
    return Told(stood, [one for one in said if len({place.text for place in one}) > 1], differ)


def score(data: Path) -> Iterator[tuple[str, float]]:
    """The measures of each set, a name and a value each."""
    stories = annotated()
    texts = read_stories(data, stories)
    told = tell(texts[sha256] for sha256 in sorted(texts))
    for half in SETS:
        of = [story for story in stories if story.half == half]
        within = frozenset(one for story in of for one in story.texts)
        gold = Told(
            [one for story in of for one in story.told.positions],
            [one for story in of for one in story.told.utterances],
            [one for story in of for one in story.told.disagreements],
        )
        mine = Told(
            [one for one in told.positions if one.places[0].text in within],
            [one for one in told.utterances if one[0].text in within],
            [one for one in told.disagreements if one[0].text in within],
        )
        yield f"{half}: stories", len(of)
        for name, value in measures(gold, mine):
            yield f"{half}: {name}", value


def measures(gold: Told, mine: Told) -> Iterator[tuple[str, float]]:
    """Counts, precision, recall and F1 of what was told against what was wanted."""
    firm = [one for one in mine.positions if not one.thin]
    for name, made in (("positions", mine.positions), ("positions told firmly", firm)):
        right = sum(any(_is_same(one, other) for other in gold.positions) for one in made)
        found = sum(any(_is_same(one, other) for other in made) for one in gold.positions)
        yield from _shares(name, right, len(made), found, len(gold.positions))
    right = sum(any(_holds(one, pair) for pair in gold.utterances) for one in mine.utterances)
    found = sum(any(_holds(one, pair) for one in mine.utterances) for pair in gold.utterances)
    yield from _shares("utterances", right, len(mine.utterances), found, len(gold.utterances))
    right = sum(any(_shares_two(one, other) for other in gold.disagreements) for one in mine.disagreements)
    found = sum(any(_shares_two(other, one) for other in mine.disagreements) for one in gold.disagreements)
    yield from _shares("disagreements", right, len(mine.disagreements), found, len(gold.disagreements))


def _shares(name: str, right: int, made: int, found: int, wanted: int) -> Iterator[tuple[str, float]]:
    precision, recall = right / max(1, made), found / max(1, wanted)
    yield f"{name}: made", made
    yield f"{name}: wanted", wanted
    yield f"{name}: precision", round(precision, 4)
    yield f"{name}: recall", round(recall, 4)
    yield f"{name}: F1", round(2 * precision * recall / max(1e-9, precision + recall), 4)


def _is_same(one: Stood, other: Stood) -> bool:
    same = one.stance == other.stance and same_name(one.party, other.party)
    return same and any(_overlap(left, right) for left in one.places for right in other.places)


def _overlap(one: Place, other: Place) -> bool:
    return one.text == other.text and any(part.overlaps(there) for part in one.spans for there in other.spans)


def _holds(one: Places, pair: Places) -> bool:
    return all(any(_overlap(place, other) for other in one) for place in pair)


def _shares_two(one: Places, other: Places) -> bool:
    return sum(any(_overlap(place, there) for there in other) for place in one) > 1
