"""On which day an utterance was spoken, as its reports tell it between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.model.edtf import bounds, parse

A_DAY = timedelta(days=1)


class Telling(NamedTuple):
    """What one reading says of the day: an EDTF value, or null; whose report it is, and when that was published."""

    day: str | None
    origin: str
    published: str | None


def day_told(tellings: Sequence[Telling]) -> str | None:
    """The day of an utterance, from the tellings of its readings, the base first; none after the first report of it.

    Exact days go before vague ones that may be them: of several the one that most origins tell, else the base's, else
    that of the report that was published first. A vague day that cannot be that one stands where it is told first, and
    no fewer origins are against the exact one than tell it. A report and its copies are one origin.
    """
    known = _possible(tellings)
    if not known:
        return None
    exact: dict[str, set[str]] = {}
    for one in known:
        if one.day and _is_exact(one.day):
            exact.setdefault(one.day, set()).add(one.origin)
    first = known[0].day or ""
    if not exact:
        return first
    by_report = sorted(known, key=lambda one: (one is not tellings[0], one.published or "9"))
    rank = {one.day: place for place, one in reversed(list(enumerate(by_report)))}
    best = min(exact, key=lambda day: (-len(exact[day]), rank[day]))
    against = {one.origin for one in known if one.day and not _is_exact(one.day) and not _may_be(one.day, best)}
    return best if _is_exact(first) or _may_be(first, best) or len(exact[best]) > len(against) else first


def _possible(tellings: Sequence[Telling]) -> list[Telling]:
    """Those that tell a day on which it may have been said, given that it was reported when it was."""
    published = [ends[1] for one in tellings if (ends := bounds(one.published))]
    last = min(published, default=None)
    return [one for one in tellings if one.day and (last is None or _may_be_by(one.day, last))]


def _may_be_by(day: str, last: str) -> bool:
    """Whether a day (EDTF), give or take one where it is about, may be no later than the last."""
    ends = bounds(day)
    if ends is None or ends[0] <= last:
        return True
    return "~" in day and ends[0] <= (date.fromisoformat(last) + A_DAY).isoformat()


def _is_exact(day: str) -> bool:
    when = parse(day)
    return when.precision == "day" and not when.approximate and not when.uncertain


def _may_be(vague: str, exact: str) -> bool:
    """Whether a vague day, give or take one where it is about, may be the exact one."""
    ends = bounds(vague)
    if ends is None:
        return False
    day, some = date.fromisoformat(exact), A_DAY if "~" in vague else timedelta(0)
    return ends[0] <= (day + some).isoformat() and (day - some).isoformat() <= ends[1]
