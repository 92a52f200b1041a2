"""Shifts between positions of one party: a pure function of them, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from onrecord.collating.positions import ANSWERS, WEEK
from onrecord.model.change import Change
from onrecord.model.edtf import bounds
from onrecord.model.position import Passage, Position
from onrecord.model.statement import Stance

AGAIN = 2  # words in common from which on two demands may be one
HOSTILE = frozenset({"threatens", "accuses"})  # "if you sail" and "if you land": the same threat in other words
ALIKE = 0.5  # the share of words from which on two conditions are taken for one
Words = Callable[[Passage], frozenset[str]]
Line = tuple[str, str | None, str | None, str]


def changes(held: Iterable[Position], words: Words) -> tuple[Change, ...]:
    """What shifts from one position to the next of the same party on the same issue or proposal, by day.

    Silence is no shift, nor is a day that is not known to within a week: who said "yes, if" and then "yes" may have
    left the "if" unsaid, unless two reports have the plain yes. Two speakers of one party who differ within a week are
    in conflict, which is no shift either, and what is told thinly shifts nothing. `words` gives the words of a
    condition that carry its meaning.
    """
    lines: dict[Line, list[Position]] = defaultdict(list)
    for one in held:
        if _days(one) is not None and not one.thin:
            line = "answer" if one.stance in ANSWERS else one.stance
            lines[one.party, one.issue, one.proposal, line].append(one)
    found = [change for line in lines.values() for change in _along(sorted(line, key=_order), words)]
    return tuple(sorted(found, key=_place))


def _along(line: Sequence[Position], words: Words) -> Iterator[Change]:
    """The shifts of one line of positions, in order of day."""
    stands: list[Position] = []
    named: list[frozenset[str]] = []
    for _, group in groupby(line, key=_first):
        today = list(group)
        if len({one.stance for one in today}) == 1 and stands:
            change = _shift(stands, today[0], named, words)
            if change is not None:
                yield change
            stands = [*stands, *today] if change is None and _in_conflict(stands, today[0]) else today
        else:
            stands = today
        named += [words(one) for each in today for one in each.conditions]


def _shift(stands: Sequence[Position], now: Position, named: Sequence[frozenset[str]], words: Words) -> Change | None:
    same = [one for one in stands if one.stance == now.stance]
    if not same:
        if _in_conflict(stands, now) or not _is_later(now, stands[-1]) or _leaves_unsaid(stands[-1], now):
            return None
        dropped = stands[-1].conditions if now.stance in ("accepts", "rejects") else ()
        return Change("stance", stands[-1], now, added=now.conditions, dropped=dropped)
    before = same[-1]
    if not _is_later(now, before):
        return None
    added = tuple(one for one in now.conditions if _is_new(words(one), named))
    if added and named and now.stance not in HOSTILE:
        return Change("condition", before, now, added=added)
    if before.strength * now.strength < 0 and _is_said_again(before, now, words):
        return Change("strength", before, now, firmer=now.strength > 0)
    return None


def _is_said_again(before: Position, now: Position, words: Words) -> bool:
    """Whether the same thing is put otherwise: "must" and "would like" of two things are no shift."""
    said, again = (frozenset().union(*map(words, one.evidence)) for one in (before, now))
    return len(said & again) >= AGAIN


def _leaves_unsaid(before: Position, now: Position) -> bool:
    """Whether a yes may only not repeat what it hangs on."""
    told = {one.report for one in now.evidence}
    return before.stance == "accepts-conditionally" and now.stance == "accepts" and len(told) == 1


def _in_conflict(stands: Sequence[Position], now: Position) -> bool:
    """Whether somebody else of the party said otherwise within the week."""
    return any(
        one.stance != now.stance
        and (_first(now) - _first(one)).days < WEEK
        and not set(one.speakers) & set(now.speakers)
        for one in stands
    )


def _is_new(said: frozenset[str], named: Sequence[frozenset[str]]) -> bool:
    return bool(said) and all(len(said & one) < ALIKE * min(len(said), len(one)) for one in named if one)


def _is_later(now: Position, before: Position) -> bool:
    here, there = _days(now), _days(before)
    return here is not None and there is not None and here[0] > there[1]


def _days(one: Position) -> tuple[date, date] | None:
    """The first and last day of a position that is dated to within a week."""
    found = bounds(one.as_of)
    if found is None:
        return None
    first, last = map(date.fromisoformat, found)
    return (first, last) if (last - first).days < WEEK else None


def _first(one: Position) -> date:
    found = _days(one)
    return found[0] if found else date.min


def _order(one: Position) -> tuple[date, Stance, str]:
    return _first(one), one.stance, one.id


def _place(change: Change) -> tuple[date, str, str, str, str, str]:
    after = change.after
    return _first(after), after.party, after.issue or "", after.proposal or "", change.kind, change.id
