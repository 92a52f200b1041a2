"""Issues, stances and yes-buts against labelled statements.

Stances are scored as they ship, on whole negotiations that no weight was fitted to; issues, which hang on cues alone,
on all labelled statements. A statement that reading did not find counts as none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from onrecord.codebook import Finder, load, on_its_field
from onrecord.evaluation.fitting import Example
from onrecord.evaluation.labelled import Annotated, Labels, read_texts
from onrecord.model import Condition, Report, Spans, Stance, Statement
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page
from onrecord.reading.reader import Reader
from onrecord.reading.stances import Judged, by_rules

ENOUGH = 15  # a class with fewer examples does not count in a macro average
SAME = 0.5  # share of characters that two contents have in common to be one statement


@dataclass
class Score:
    """What was labelled, against what was found: pairs of stances, and hits and misses of issues."""

    stances: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    issues: Counter[tuple[str, str]] = field(default_factory=Counter)
    plain: int = 0
    conditional: int = 0
    found: int = 0

    def add(self, wanted: Labels, got: Labels) -> None:
        self.stances[wanted[0], got[0]] += 1
        if wanted[1] and got[1] is not None:
            for issue in set(wanted[1]) | set(got[1]):
                kind = "hit" if issue in wanted[1] and issue in got[1] else "missed" if issue in wanted[1] else "wrong"
                self.issues[issue, kind] += 1

    def __iadd__(self, other: Score) -> Score:
        self.stances += other.stances
        self.issues += other.issues
        self.plain += other.plain
        self.conditional += other.conditional
        self.found += other.found
        return self

    def stance_f1(self, stance: str | None) -> tuple[float, int]:
        """F1, and how many were labelled so."""
        hit = self.stances[stance, stance]
        wanted = sum(count for (one, _), count in self.stances.items() if one == stance)
        got = sum(count for (_, one), count in self.stances.items() if one == stance)
        return (2 * hit / (wanted + got) if wanted + got else 0.0), wanted

    def stance_micro(self) -> float:
        """F1 over all statements that were given one of the eight."""
        hit = sum(count for (one, other), count in self.stances.items() if one == other and one is not None)
        wanted = sum(count for (one, _), count in self.stances.items() if one is not None)
        got = sum(count for (_, one), count in self.stances.items() if one is not None)
        return 2 * hit / max(1, wanted + got)

    def stance_macro(self) -> float | None:
        """The mean F1 of the stances with enough examples; null where none has."""
        usual = [f1 for f1, count in map(self.stance_f1, get_args(Stance)) if count >= ENOUGH]
        return sum(usual) / len(usual) if usual else None

    def issue_f1(self, issues: Iterable[str]) -> float:
        names = set(issues)
        count = {kind: sum(n for (i, k), n in self.issues.items() if i in names and k == kind) for kind in KINDS}
        return 2 * count["hit"] / max(1, 2 * count["hit"] + count["missed"] + count["wrong"])

    def labelled(self) -> dict[str, int]:
        """Issues, and how often each was labelled."""
        return {
            issue: self.issues[issue, "hit"] + self.issues[issue, "missed"]
            for issue in sorted({issue for issue, _ in self.issues})
        }

    def of_issues(self) -> Iterator[tuple[str, float]]:
        names = self.labelled()
        often = [issue for issue, count in names.items() if count >= ENOUGH]
        if often:
            yield "issue macro F1", sum(self.issue_f1([issue]) for issue in often) / len(often)
            yield "issue micro F1", self.issue_f1(names)

    def of_stances(self) -> Iterator[tuple[str, float]]:
        macro = self.stance_macro()
        if macro is not None:
            yield "stance macro F1", macro
        yield "stance micro F1", self.stance_micro()
        for stance in get_args(Stance):
            f1, count = self.stance_f1(stance)
            yield f"stance {stance} F1 (n={count})", f1


KINDS = ("hit", "missed", "wrong")


def agreement(annotations: Iterable[Annotated]) -> Score:
    """The second pass of the same annotator against the first."""
    return _against((one, one.second) for one in annotations)


def between(annotations: Iterable[Annotated]) -> Score:
    """Another annotator, who knew nothing of the first, against the first."""
    return _against((one, one.other) for one in annotations)


def _against(pairs: Iterable[tuple[Annotated, Labels | None]]) -> Score:
    score = Score()
    for one, again in pairs:
        if again is not None:
            score.add((one.stance, one.issues), again)
    return score


@dataclass(frozen=True)
class Seen:
    """A labelled report as reading sees it: before stances are settled (`told`), and as settled (`statements`); each
    label with the place of its statement."""

    negotiation: str
    page: Page
    statements: Sequence[Statement]
    conditions: Sequence[Condition]
    told: Sequence[tuple[Judged, frozenset[str]]]
    labels: Sequence[tuple[Annotated, int | None]]

    def examples(self) -> Iterator[Example]:
        for label, place in self.labels:
            if place is not None:
                yield Example(self.told[place][1], label.stance, self.negotiation)

    def score(self, *, rules: bool = False) -> Score:
        """As reading ships, or by the rules alone."""
        judged: Sequence[Judged | Statement] = [one for one, _ in self.told] if rules else self.statements
        score = Score()
        for label, place in self.labels:
            got = None if place is None else judged[place]
            score.found += got is not None
            score.add((label.stance, label.issues), (got.stance, got.issues) if got else (None, ()))
            if label.stance == "accepts-conditionally":
                score.conditional += 1
                score.plain += got is not None and any(one.stance == "accepts" for one in got.stances)
        return score


def see(data: Path, annotations: Iterable[Annotated]) -> list[Seen]:
    """Reads the labelled reports. Raises FileNotFoundError where none of them is in the folder."""
    by_report: dict[str, list[Annotated]] = defaultdict(list)
    for one in annotations:
        by_report[one.sha256].append(one)
    reports = read_texts(data, frozenset(by_report))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the labelled reports is in its .jsonl and .txt files")
    tagger, heads = Tagger(), Heads()
    books = {one[0].codebook for one in by_report.values()}
    readers = {book: (Reader(tagger, heads, load(book)), Finder(load(book))) for book in sorted(books)}
    return [
        _see(report, by_report[key], *readers[by_report[key][0].codebook]) for key, report in sorted(reports.items())
    ]


def _see(report: Report, labels: Sequence[Annotated], reader: Reader, find: Finder) -> Seen:
    reading, page = reader(report), lay_out(report.text, title=report.title)
    hits = on_its_field(find(report.text), report.text)
    told = by_rules(page, reading.statements, hits, reading.conditions, reading.actors)
    places = [(label, place_of(label, reading.statements)) for label in labels]
    return Seen(labels[0].negotiation, page, reading.statements, reading.conditions, told, places)


def by_negotiation(seen: Sequence[Seen]) -> dict[str, Score]:
    return {
        name: total(one.score() for one in seen if one.negotiation == name)
        for name in sorted({one.negotiation for one in seen})
    }


def total(scores: Iterable[Score]) -> Score:
    whole = Score()
    for one in scores:
        whole += one
    return whole


def place_of(label: Annotated, statements: Sequence[Statement]) -> int | None:
    """Which statement is the labelled one; null where reading did not find it."""
    shared = [_shared(label.content, other.content) for other in statements]
    best = max(range(len(shared)), key=lambda at: shared[at], default=None)
    return best if best is not None and shared[best] >= SAME else None


def _shared(one: Spans, other: Spans) -> float:
    left = {at for span in one for at in range(*span)}
    right = {at for span in other for at in range(*span)}
    return len(left & right) / max(1, len(left | right))
