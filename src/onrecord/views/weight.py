"""Which statements weigh most: what a brief shows first."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.model import Kind
from onrecord.views.shapes import place

if TYPE_CHECKING:
    from onrecord.record import StatementRow

KEPT_PER_PARTY = 40

_WORD = re.compile(r"\w+")
_DIRECTNESS: dict[Kind, float] = {"direct": 1.0, "mixed": 0.9, "indirect": 0.6}
_SHORTEST, _LONGEST = 6, 90
_SAME_WORDS = 0.5
_SMALL = 3  # "we", "the", "not" make no two sentences alike
_HEARD, _AT_LEAST = 3, 3


def weight(row: StatementRow) -> float:
    """How much a statement tells, in 0..1.

    A speaker's own words count more than a paraphrase, what was said more than what was thought; a known day, a stance
    and an issue add to it; scraps and speeches count less. All of it is multiplied by the confidence.
    """
    statement = row.statement
    words = len(_WORD.findall(row.text))
    length = min(1.0, words / _SHORTEST, _LONGEST / max(words, 1))
    told = (
        0.35 * _DIRECTNESS[statement.kind]
        + 0.2 * (statement.type in ("assertion", "eventuality"))
        + 0.15 * (statement.said_on is not None)
        + 0.15 * (statement.stance is not None)
        + 0.15 * bool(statement.issues)
    )
    return told * length**2 * statement.confidence


def repeats(one: StatementRow, other: StatementRow) -> bool:
    """Whether the shorter text's words are mostly the other's too: another paper's wording of the same sentence."""
    here, there = ({word for word in _WORD.findall(row.text.lower()) if len(word) > _SMALL} for row in (one, other))
    least = min(len(here), len(there))
    return least > 0 and len(here & there) / least > _SAME_WORDS


@dataclass
class Scales:
    """Weighs a stream of statements, and holds no more of it than the weightiest of each party."""

    statements: int = 0
    without_day: int = 0
    without_speaker: int = 0
    by_party: Counter[str] = field(default_factory=Counter)
    _heaviest: dict[str, list[tuple[float, int, StatementRow]]] = field(default_factory=dict)

    def take(self, row: StatementRow) -> None:
        self.statements += 1
        self.without_day += row.statement.said_on is None
        self.without_speaker += not row.speakers and row.speaker is None
        if row.party is None or row.report.version < row.report.versions:
            return
        self.by_party[row.party] += 1
        kept = self._heaviest.setdefault(row.party, [])
        # Of equal weights the earlier wins, so that the record's order decides and nothing else.
        entry = (weight(row), -self.statements, row)
        if len(kept) < KEPT_PER_PARTY:
            heapq.heappush(kept, entry)
        else:
            heapq.heappushpop(kept, entry)

    def parties(self, most: int) -> Iterator[str]:
        """Those with most statements; one that was heard once or twice only where hardly another was heard."""
        ranked = sorted(self.by_party.items(), key=lambda item: (-item[1], item[0]))[:most]
        for rank, (party, statements) in enumerate(ranked):
            if statements >= _HEARD or rank < _AT_LEAST:
                yield party

    def weightiest(self, party: str, most: int) -> tuple[StatementRow, ...]:
        """In order of date, without those that repeat a weightier one."""
        chosen: list[StatementRow] = []
        for _, _, row in sorted(self._heaviest[party], key=lambda entry: entry[:2], reverse=True):
            if len(chosen) < most and not any(repeats(row, other) for other in chosen):
                chosen.append(row)
        return tuple(sorted(chosen, key=lambda row: (_day(row), place(row))))


def _day(row: StatementRow) -> str:
    return row.statement.said_on or row.report.published or ""
