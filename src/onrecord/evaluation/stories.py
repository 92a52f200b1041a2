"""Scores stories against groups of reports that tell of one event: `clusters.tsv` beside the .jsonl that has them.

Purity: the share of reports that are of the affair of which most of their story are; `stories.tsv` says, by hand, which
groups are of one affair. Completeness: the share of a group's reports that lie in one story, the largest.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.collating.stories import features, stories
from onrecord.model import Fault, Reading, Report
from onrecord.model.story import Placed
from onrecord.sources import reports

GROUPS = "clusters.tsv"
AFFAIRS = "stories.tsv"


@dataclass(frozen=True, slots=True)
class Score:
    """Shares in 0..1. `mixed` are the affairs of stories that tell of two, `shattered` groups in several stories."""

    reports: int
    groups: int
    affairs: int
    stories: int
    purity: float
    completeness: float
    mixed: tuple[str, ...]
    shattered: tuple[str, ...]


def affairs() -> dict[str, str]:
    """The affair of each group; one that is not listed is its own."""
    lines = (files(__package__) / AFFAIRS).read_text(encoding="utf-8").splitlines()
    return dict(csv.reader((line for line in lines if line[0] != "#"), delimiter="\t"))


def score(data: Path, read: Callable[[Report], Reading]) -> Score:
    """Reads the folder's reports and groups them. Raises FileNotFoundError where no `clusters.tsv` is in it."""
    with (data / GROUPS).open(encoding="utf-8", newline="") as file:
        group = {row["id"]: row["cluster"] for row in csv.DictReader(file, delimiter="\t")}
    given = [one for one in reports([str(data)]) if not isinstance(one, Fault) and one.key in group]
    placed = [_placed(one, read(one)) for one in given]
    return of_groups(list(stories(placed)), {one.id: group[one.key or ""] for one in given}, affairs())


def _placed(report: Report, reading: Reading) -> Placed:
    return Placed(report.id, report.published, report.outlet, features(reading, report.text, report.title))


def of_groups(found: Sequence[Sequence[str]], group: Mapping[str, str], affair: Mapping[str, str]) -> Score:
    """The score of stories (ids of reports) by the group of each report, and the affair of each group."""
    told = {id: affair.get(name, name) for id, name in group.items()}
    by_story = [Counter(told[id] for id in story) for story in found]
    homes = {id: place for place, story in enumerate(found) for id in story}
    by_group: dict[str, Counter[int]] = {}
    for id, name in group.items():
        by_group.setdefault(name, Counter())[homes[id]] += 1
    return Score(
        len(group),
        len(by_group),
        len(set(told.values())),
        len(found),
        sum(max(one.values()) for one in by_story) / len(group),
        sum(max(one.values()) for one in by_group.values()) / len(group),
        tuple(sorted(", ".join(sorted(counts)) for counts in by_story if len(counts) > 1)),
        tuple(sorted(name for name, counts in by_group.items() if len(counts) > 1)),
    )
