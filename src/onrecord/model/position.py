"""Positions: where a party stands on an issue, since when, under which conditions, and what shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import identity
from onrecord.model.span import Spans
from onrecord.model.statement import Stance

DOUBTFUL = 0.7  # less likely right than so, and whoever reads had better look for himself


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of a report, by its place: what a position or a condition can be checked against."""

    report: str
    spans: Spans
    statement: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Against:
    """What contradicts a position: another one of the same party, with those who said it."""

    id: str
    stance: Stance
    as_of: str | None
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on an issue as of a day, with its conditions and the statements that show it.

    `issue` is null where the codebook knows none. `as_of` is the EDTF day on which it was said, or null. `speakers`
    are the names of those who said it, sorted. `contested` marks a position that another one of the same party on the
    same issue contradicts within a week; `against` are those others. `strength` says how firmly it is put: 1 where all
    words that tell bind ("must", "never"), -1 where all are soft ("might", "would like"), 0 where none tell or they
    differ. `confidence` is how likely a reader would find it right, by its likeliest words. `judged` is whether a
    person corrected any of the statements that make it; `thin` marks one that a single origin tells, in words that may
    well do something else.
    """

    party: str
    issue: str | None
    stance: Stance
    as_of: str | None
    confidence: float
    speakers: tuple[str, ...]
    conditions: tuple[Passage, ...]
    evidence: tuple[Passage, ...]
    proposal: str | None = None
    contested: bool = False
    against: tuple[Against, ...] = ()
    strength: int = 0
    judged: bool = False
    thin: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether a reader had better look for himself."""
        return self.confidence < DOUBTFUL

    @property
    def id(self) -> str:
        return identity("position", self.party, self.issue, self.proposal, self.stance, self.as_of)


def most_told(held: Iterable[Position]) -> tuple[str, ...]:
    """The parties of these positions, those first of whom most is told: likely right lines, times the reports with any.

    So a side of which seven lines are told in hints alone stands before whoever said one plain sentence, and one that
    five reports tell of before one that speaks at length in a single report.
    """
    likely, firm = defaultdict[str, float](float), Counter[str]()
    reports: dict[str, set[str]] = defaultdict(set)
    for one in held:
        likely[one.party] += one.confidence
        firm[one.party] += not one.thin
        reports[one.party] |= {each.report for each in one.evidence}
    told = {party: round(sum_, 6) * max(1, len(reports[party])) for party, sum_ in likely.items()}
    return tuple(sorted(told, key=lambda party: (-told[party], -firm[party], party)))


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with its characters, and where they came from: `line` is the report's in a file of many, or null."""

    passage: Passage
    text: str
    path: str | None
    outlet: str | None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A position as it is shown: with the characters of its conditions and of its evidence."""

    position: Position
    conditions: tuple[Quote, ...]
    evidence: tuple[Quote, ...]


Verdict = Literal["agreed", "conditional", "contested", "open"]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Where the parties stand on one issue: each party's stances in force, in the order of `parties`.

    `verdict` is "agreed" (all who speak accept), "conditional" (all accept, at least one with conditions), "contested"
    (somebody rejects what another accepts, proposes or demands), or "open". `held` are the positions themselves, for
    each party. Of the parties in `thin`, what is shown is told thinly (`thin_stances`): all of it, and then they do not
    count in the verdict; or the condition of a yes that is told firmly, and then they count with a conditional one.
    Of the parties in `withheld` something is told on the issue, but thinly alone, and left out: they are not silent.
    `left_out` are the parties that hold positions and have no column, those first of whom most is told; of twelve
    parties that are looked at, or as many as are asked for.
    """

    issue: str
    label: str
    verdict: Verdict
    parties: tuple[str, ...]
    stances: tuple[tuple[Stance, ...], ...]
    held: tuple[tuple[Standing, ...], ...] = ()
    thin: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def thin_stances(self, at: int) -> frozenset[Stance]:
        """Of the stances of the party at this place, those that are told thinly alone."""
        if self.parties[at] not in self.thin:
            return frozenset()
        held = self.held[at] if self.held else ()
        return frozenset(self.stances[at]) - {one.position.stance for one in held if not one.position.thin}
