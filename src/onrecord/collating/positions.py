"""Positions out of statements: a pure function of all of them, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Condition, IssueStance, Spans, Stance, Statement
from onrecord.model.edtf import bounds
from onrecord.model.position import Passage, Position

WEEK = 7
YES: frozenset[Stance] = frozenset({"accepts", "accepts-conditionally"})
NO: frozenset[Stance] = frozenset({"rejects"})
ANSWERS = YES | NO | {"undecided"}
_Key = tuple[str, str | None, Stance, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what the record believes of it: its party, and the day it counts for (EDTF, or null).

    `conditions` are those of the statement, and those that stand inside it. `own` is whether the party speaks for
    itself: what another party tells of its view is no position of its own.
    """

    report: str
    statement: Statement
    party: str | None
    as_of: str | None
    conditions: tuple[Condition, ...] = ()
    own: bool = True


def positions(said: Iterable[Said]) -> tuple[Position, ...]:
    """Every position ever in force, by party, issue, day and stance; what touches no issue is none.

    A yes that any wording of the same days reports with a condition is a conditional one in all of them: an outlet
    that leaves the condition out has not removed it.
    """
    found: dict[_Key, list[tuple[Said, IssueStance]]] = defaultdict(list)
    for one in said:
        if one.party is not None and one.own:
            for stance in _stances(one.statement):
                if stance.issue is None:
                    continue
                found[one.party, stance.issue, stance.stance, one.as_of].append((one, stance))
    made = [_position(key, members) for key, members in _yes_but(found).items()]
    return tuple(_contested(sorted(made, key=_order)))


def in_force(held: Iterable[Position], day: str) -> tuple[Position, ...]:
    """Of these positions, those that stand as of a day (`2025-03-14`): of each party and issue, the latest answer.

    A yes, a no or a "not yet" takes the place of an earlier one; a demand, an offer or a threat stands beside them. An
    answer that another one of the same week contradicts stands beside it. Silence changes nothing.
    """
    last = _latest(day)
    by: dict[tuple[str, str | None, str | None, str], list[Position]] = defaultdict(list)
    for one in held:
        if one.as_of is None or _first(one.as_of) <= last:
            by[one.party, one.issue, one.proposal, "answer" if one.stance in ANSWERS else one.stance].append(one)
    kept = []
    for several in by.values():
        newest = max(_first(one.as_of) for one in several)
        for one in several:
            near = (newest - _first(one.as_of)).days
            if near == 0 or (near < WEEK and one.contested):
                kept.append(one)
    return tuple(sorted(kept, key=_order))


def _stances(statement: Statement) -> Sequence[IssueStance]:
    """What it does on each issue; where reading told only one stance, that one on all of its issues."""
    if statement.stances or statement.stance is None:
        return statement.stances
    issues: tuple[str | None, ...] = statement.issues or (None,)
    return [IssueStance(issue, statement.stance, statement.confidence) for issue in issues]


def _yes_but(
    found: dict[_Key, list[tuple[Said, IssueStance]]],
) -> dict[_Key, list[tuple[Said, IssueStance]]]:
    """Plain yeses joined to the conditional ones of the same party, issue and days."""
    limited = [key for key in found if key[2] == "accepts-conditionally"]
    joined: dict[_Key, list[tuple[Said, IssueStance]]] = defaultdict(list)
    for key, members in found.items():
        party, issue, stance, day = key
        same = [other for other in limited if other[:2] == (party, issue) and _may_be_one_day(other[3], day)]
        if stance == "accepts" and same:
            joined[min(same, key=lambda other: (other[3] != day, other[3] or ""))] += members
        else:
            joined[key] += members
    return joined


def _may_be_one_day(one: str | None, other: str | None) -> bool:
    left, right = bounds(one), bounds(other)
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def _position(key: _Key, members: Sequence[tuple[Said, IssueStance]]) -> Position:
    party, issue, stance, as_of = key
    conditions = {
        Passage(one.report, condition.span, condition.statement)
        for one, _ in members
        for condition in one.conditions
        if stance in ("accepts-conditionally", "threatens", "proposes")
    }
    return Position(
        party=party,
        issue=issue,
        stance=stance,
        as_of=as_of,
        confidence=max(held.confidence for _, held in members),
        speakers=tuple(sorted({one.statement.speaker.name for one, _ in members if one.statement.speaker})),
        conditions=tuple(sorted(conditions, key=_place)),
        evidence=tuple(
            sorted({Passage(o.report, o.statement.content, o.statement.id) for o, _ in members}, key=_place)
        ),
    )


def _place(passage: Passage) -> tuple[str, Spans, str]:
    return passage.report, passage.spans, passage.statement or ""


def _contested(made: Sequence[Position]) -> Iterable[Position]:
    by: dict[tuple[str, str | None], list[Position]] = defaultdict(list)
    for one in made:
        by[one.party, one.issue].append(one)
    for one in made:
        yield replace(one, contested=any(_contradict(one, other) for other in by[one.party, one.issue]))


def _contradict(one: Position, other: Position) -> bool:
    opposed = (one.stance in YES and other.stance in NO) or (one.stance in NO and other.stance in YES)
    return opposed and abs((_first(one.as_of) - _first(other.as_of)).days) < WEEK


def _order(one: Position) -> tuple[str, str, date, str, str]:
    return one.party, one.issue or "", _first(one.as_of), one.stance, one.as_of or ""


def _first(value: str | None) -> date:
    found = bounds(value)
    return date.fromisoformat(found[0]) if found else date.min


def _latest(value: str) -> date:
    found = bounds(value)
    return date.fromisoformat(found[1]) if found else date.max
