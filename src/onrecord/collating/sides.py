"""For whom an actor spoke from which day to which: who changes sides or office does so at a date.

A pure function of what reports tell day by day, and of what a person judged; so no order of reports matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import Judgement
from onrecord.model.edtf import bounds
from onrecord.model.sides import HeldParty, ToldParty

EVER = (date.min.isoformat(), date.max.isoformat())
BY_REPORTS = "reports"
# What a change of sides costs, in days of reports that tell otherwise: one day's slip, copied by many, changes nothing.
CHANGE = 1.5
MOST = 6  # parties that are weighed, those of most reports

Told = dict[str, Counter[str]]


def sides(told: Iterable[ToldParty], judgements: Sequence[Judgement]) -> tuple[HeldParty, ...]:
    """The actor's parties, by day; none where one party stands for all days.

    Of `judgements` those count that set a party: with an interval (EDTF) as `object` for its days, else for all; of two
    on one day the later stands.
    """
    said = sorted((one for one in judgements if _sets_party(one)), key=lambda one: (one.judged_at, one.id))
    for_all = max((n for n, one in enumerate(said) if one.object is None), default=-1)
    held = [] if for_all >= 0 else _by_reports(told)
    for one in said[for_all + 1 :]:
        held = [*_without(held, *_days(one)), _as_judged(one)]
    return tuple(sorted(held))


def interval(since: str | None, until: str | None) -> str | None:
    """The interval (EDTF) from one day to another, null for all days. Raises ValueError where one is no day."""
    if since is None and until is None:
        return None
    first, last = (None if day is None else bounds(day) for day in (since, until))
    for day, found in ((since, first), (until, last)):
        if day is not None and found is None:
            raise ValueError(f"not a day: {day!r}; write 2025-03-13, 2025-03 or 2025")
    if first and last and first[0] > last[1]:
        raise ValueError(f"{until} is before {since}")
    return f"{first[0] if first else '..'}/{last[1] if last else '..'}"


def _sets_party(one: Judgement) -> bool:
    return one.kind == "set-party" and one.undone_at is None


def _days(one: Judgement) -> tuple[str, str]:
    return bounds(one.object) or EVER


def _as_judged(one: Judgement) -> HeldParty:
    return HeldParty(*_days(one), one.value, True, one.judge, 1.0, one.why, one.judged_at)


def _without(held: Sequence[HeldParty], first: str, last: str) -> Iterator[HeldParty]:
    """What is left of the rows when these days are cut out."""
    for one in held:
        if one.first < first:
            yield replace(one, last=min(one.last, _off(first, -1)))
        if one.last > last:
            yield replace(one, first=max(one.first, _off(last, 1)))


def _off(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _by_reports(told: Iterable[ToldParty]) -> list[HeldParty]:
    """The parties that explain what the reports tell day by day with fewest changes and fewest that tell otherwise."""
    by_day: Told = defaultdict(Counter)
    for one in told:
        by_day[one.day][one.party] += one.reports
    if not by_day:
        return []
    runs = list(_runs(_path(by_day)))
    if len(runs) < 2:
        return []
    starts = [EVER[0], *(days[0] for _, days in runs[1:])]
    ends = [*(_off(start, -1) for start in starts[1:]), EVER[1]]
    return [
        HeldParty(start, end, party, False, BY_REPORTS, *_why(party, days, by_day))
        for (party, days), start, end in zip(runs, starts, ends, strict=True)
    ]


def _path(by_day: Told) -> list[tuple[str, str]]:
    """Each day with the party in force, so that days that tell otherwise and changes cost least. (Viterbi, 1967)"""
    whole = sum(by_day.values(), Counter[str]())
    ranked = sorted(whole, key=lambda party: (-whole[party], party))[:MOST]
    cost = dict.fromkeys(ranked, 0.0)
    came: list[dict[str, str]] = []
    for day in sorted(by_day):
        least = min(ranked, key=cost.__getitem__)
        here = by_day[day]
        every = here.total()
        moves = {party: party if cost[party] <= cost[least] + CHANGE else least for party in ranked}
        came.append(moves)
        otherwise = {party: 1 - here[party] / every for party in ranked}
        cost = {
            party: round(cost[of] + (CHANGE if of != party else 0.0) + otherwise[party], 6)
            for party, of in moves.items()
        }
    party = min(ranked, key=cost.__getitem__)
    found: list[tuple[str, str]] = []
    for day, moves in zip(sorted(by_day, reverse=True), reversed(came), strict=True):
        found.append((day, party))
        party = moves[party]
    return found[::-1]


def _runs(path: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    held: tuple[str, list[str]] | None = None
    for day, party in path:
        if held is not None and held[0] == party:
            held[1].append(day)
            continue
        if held is not None:
            yield held
        held = party, [day]
    if held is not None:
        yield held


def _why(party: str, days: Sequence[str], by_day: Told) -> tuple[float, str]:
    """The share of the reports of these days that tell this party, and those that do as the reason."""
    telling = [day for day in days if by_day[day][party]]
    count, every = sum(by_day[day][party] for day in days), sum(by_day[day].total() for day in days)
    when = telling[0] if telling[0] == telling[-1] else f"{telling[0]} to {telling[-1]}"
    reports = "a report" if count == 1 else f"{count} reports"
    others = f"; {every - count} of those days otherwise" if every > count else ""
    return round(count / every, 2), f"told by {reports} of {when}{others}"
