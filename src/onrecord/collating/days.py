"""When a report without a day was published: when others first told of what it tells. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.model import edtf
from onrecord.model.dating import Shared, SiblingDay

RULE = "first told"
ENOUGH = 0.6
SURE = 0.75
SAME_NEWS = timedelta(days=1)
DATELINE = timedelta(days=14)


def from_siblings(shared: Iterable[Shared], own: str | None = None) -> SiblingDay | None:
    """The day on which the newest of the shared utterances was first told; null where nothing tells.

    What is told was said before it was printed, so a report is no older than the newest that it tells; and what several
    papers tell of one speech they mostly print on one day. An old quotation told again has its first day. A day that
    rests on one weak tie is passed over. `own` are bounds that the report's own text sets ("2031-03-13/.."), or its
    dateline without a year. The day is approximate.
    """
    firsts: dict[str, Shared] = {}
    for one in sorted(shared, key=lambda one: (_day(one), one)):
        if one.score >= ENOUGH:
            firsts.setdefault(one.utterance, one)
    days = sorted({_day(one) for one in firsts.values() if _fits(_day(one), own)}, reverse=True)
    for day in days:
        told = tuple(sorted(one for one in firsts.values() if abs(_day(one) - day) <= SAME_NEWS))
        if len(told) > 1 or told[0].score >= SURE:
            return _belief(day, own, told)
    return None


def _belief(day: date, own: str | None, told: tuple[Shared, ...]) -> SiblingDay:
    value = next(_datelines(day, own), None) or day.isoformat()
    score = round(max(one.score for one in told), 2)
    count = "1 utterance that is" if len(told) == 1 else f"{len(told)} utterances that are"
    return SiblingDay(edtf.roughly(value), RULE, score, f"shares {count} first told on {day.isoformat()}", told)


def _day(one: Shared) -> date:
    """The day that its report has; siblings without one are not asked."""
    return edtf.day_of(one.published) or date.max


def _fits(day: date, own: str | None) -> bool:
    if day == date.max:
        return False
    if own is None or not edtf.is_valid(own):
        return True
    if own.startswith("XXXX"):
        return any(_datelines(day, own))
    first, last = edtf.earliest(own), edtf.latest(own)
    return (first is None or first <= day) and (last is None or day <= last)


def _datelines(day: date, own: str | None) -> Iterator[str]:
    """ "NORHAVEN, March 14" in the year that brings it near the day."""
    if own is None or not own.startswith("XXXX-") or len(own) != len("XXXX-03-14"):
        return
    for year in (day.year, day.year - 1, day.year + 1):
        value = own.replace("XXXX", f"{year:04}")
        printed = edtf.day_of(value)
        if printed is not None and abs(printed - day) <= DATELINE:
            yield value
