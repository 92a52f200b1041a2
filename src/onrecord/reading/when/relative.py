"""Dates that count from another day: "on Friday", "yesterday", "next week", "two days ago", "later that day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.model import edtf
from onrecord.reading.numbers import value_of
from onrecord.reading.when.setting import Setting
from onrecord.reading.when.words import WEEKDAYS

BACK = frozenset({"last", "past", "previous", "preceding"})
ON = frozenset({"next", "coming", "upcoming", "following"})
HERE = frozenset({"this", "current"})

# No day of the calendar, though it is called one.
NO_WEEKDAY_BEFORE = re.compile(
    r"(?:[Bb]lack|[Gg]ood|[Bb]loody|[Ss]uper|[Aa]sh|[Pp]alm|[Ee]aster|[Cc]yber|[Ff]at|[Ss]heffield|[Ee]very|[Ee]ach|[Mm]ost)\s$"
)
NO_WEEKDAY_AFTER = re.compile(r"\s(?:Times|Telegraph|Mail|Mirror|Post|Herald|Express|Independent|Tribune)\b")
NO_DEICTIC = re.compile(
    r"(?:\b(?:USA|Russia|India|Psychology|History|Turkey)|\b(?:youth|world|society|generation|children|politics) of)\s$"
)

NO_TODAY_AFTER = re.compile(
    r"\s(?:programme|program|show)\b|['\u2019]s\s(?:world|society|standards|youth|generation|modern|market)"
)


NEAR = 4  # days


def weekday(m: re.Match[str], at: Setting) -> str | None:
    """ "on Friday", printed on a Friday, is that day; else the last one, or the next if its clause looks ahead."""
    if NO_WEEKDAY_BEFORE.search(at.before()) or NO_WEEKDAY_AFTER.match(at.after()):
        return None
    day = _weekday_day(m["weekday"], (m["shift"] or "").lower(), (m["week"] or "").lower(), at)
    return day.isoformat() if day else None


def weekdays(m: re.Match[str], at: Setting) -> str | None:
    """ "from Monday to Wednesday"."""
    first = _weekday_day(m["weekday"], "", "", at)
    if first is None:
        return None
    days = (WEEKDAYS[m["to"].lower().rstrip(".")] - first.weekday()) % 7
    return edtf.interval(first, first + timedelta(days=days)) if days else None


def deictic(m: re.Match[str], at: Setting) -> str | None:
    """ "today", "yesterday evening", "tonight", "this morning"."""
    word = m["word"].lower()
    if at.today is None or (word == "today" and _no_day(m, at)):
        return None
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(" ".join(word.split()), 0)
    shift = {"day before": -1, "day after": 1}.get(m["off"] or "", 0) + shift
    return (at.today + timedelta(days=shift)).isoformat()


def same_day(m: re.Match[str], at: Setting) -> str | None:
    """ "earlier in the day", "that day", "the day before": counted from the day last told of."""
    if at.day_told_of is None:
        return None
    words = " ".join(m.group().lower().split())
    if re.search(r"\b(?:previous|preceding|before|earlier)$|previous day|preceding day", words):
        shift = -1
    elif re.search(r"\b(?:next|following|after|later)\b", words) and not words.startswith(
        ("later in", "later that", "later the")
    ):
        shift = 1
    else:
        shift = 0
    if shift and at.narrative is None:
        return None
    return (at.day_told_of + timedelta(days=shift)).isoformat()


def unit(m: re.Match[str], at: Setting) -> str | None:
    """ "next week", "the past month", "early last year", "the end of the month"."""
    shift = (m["shift"] or "").lower()
    name = m["unit"].lower()
    if name == "weekend" and at.published and re.search(r"\b(?:over|at|during) the $", at.before()):
        return _weekend(at.published, 0 if at.published.weekday() > 4 or at.tense() == "future" else -1)
    if at.published is None or not (shift or m["part"]):
        return None
    if not shift and name not in ("week", "month", "year", "quarter", "weekend"):
        return None
    steps = -1 if shift in BACK else 1 if shift in ON else 0
    if shift == "past" or (shift == "preceding" and name == "year"):
        return _span_to(at.published, name, 1)
    return _unit(name, steps, at.published)


def run_of_units(m: re.Match[str], at: Setting) -> str | None:
    """ "the past three weeks", "the next four years": from the report's day back or on."""
    number = value_of(m["count"])
    if at.published is None or number is None:
        return None
    sign = 1 if m["shift"].lower() in ON else -1
    return _span_to(at.published, m["unit"].lower(), sign * -1 * int(number))


def ago(m: re.Match[str], at: Setting) -> str | None:
    """ "two days ago" is a day, "three months ago" a month, "a week ago" about that day."""
    number = value_of(m["count"]) if m["count"].lower() not in ("a", "an") else 1.0
    origin = at.published if m["from"] == "ago" else at.narrative
    if origin is None or number is None:
        return None
    sign = 1 if m["from"] in ("later", "after") else -1
    name, steps = m["unit"].lower(), sign * int(number)
    if name == "day":
        return (origin + timedelta(days=steps)).isoformat() if abs(steps) < 1000 else None
    if name == "week":
        return edtf.roughly((origin + timedelta(weeks=steps)).isoformat()) if abs(steps) < 500 else None
    return _unit(name, steps, origin)


def same_time(m: re.Match[str], at: Setting) -> str | None:
    """ "the same month last year", "the year before": a year before the month, quarter or year last told of."""
    told = at.told or (f"{at.published.year:04}" if at.published and m["same"] else "")
    if not re.fullmatch(r"\d{4}(?:-\d\d)?(?:/\d{4}-\d\d)?", told):
        told = told[:7] if m["same"] == "month" else told[:4]
    if not edtf.is_valid(told) or not m["same"]:
        told = told[:4]
    return re.sub(r"\d{4}", lambda year: f"{int(year.group()) - 1:04}", told) if told[:4].isdigit() else None


def _weekday_day(name: str, shift: str, week: str, at: Setting) -> date | None:
    origin = at.published
    if origin is None:
        return None
    back = (origin.weekday() - WEEKDAYS[name.lower().rstrip(".")]) % 7
    if week:
        return origin - timedelta(days=back_to(origin, name)) + timedelta(weeks=_week_steps(week))
    if shift in BACK:
        return origin - timedelta(days=back or 7)
    ahead = (7 - back) % 7
    if shift in ON:
        return origin + timedelta(days=ahead or 7)
    tense = at.clause_tense()
    if tense is None:
        # A verb of another clause tells less than the distance: Tuesday's paper hardly calls last week's "Wednesday".
        tense = "future" if back > NEAR else "past" if ahead > NEAR else at.tense()
    return origin + timedelta(days=ahead) if tense == "future" else origin - timedelta(days=back)


def back_to(origin: date, name: str) -> int:
    """Days from that weekday of the same week, Monday to Sunday, to the day itself; negative if it is yet to come."""
    return origin.weekday() - WEEKDAYS[name.lower().rstrip(".")]


def _week_steps(week: str) -> int:
    word = week.split()[0]
    return -1 if word in BACK else 1 if word in ON else 0


def _no_day(m: re.Match[str], at: Setting) -> bool:
    """ "Kessaly Today" is a paper; "today's world" is no day."""
    return bool(NO_DEICTIC.search(at.before())) or bool(NO_TODAY_AFTER.match(at.after()))


def _unit(name: str, steps: int, origin: date) -> str | None:
    """The whole day, week, month ... that lies so many steps from the day's own."""
    try:
        if name == "day":
            return (origin + timedelta(days=steps)).isoformat()
        if name == "week":
            return edtf.week(origin + timedelta(weeks=steps))
        if name == "weekend":
            return _weekend(origin, steps)
        if name == "month":
            first = _months_on(origin, steps)
            return f"{first.year:04}-{first.month:02}"
        if name == "quarter":
            first = _months_on(origin, 3 * steps)
            return edtf.months(first.year, (first.month - 1) // 3 * 3 + 1, 3)
    except (OverflowError, ValueError):
        return None
    year = origin.year + steps * {"year": 1, "decade": 10, "century": 100}[name]
    if not 1000 <= year <= 9999:
        return None
    return f"{year:04}" if name == "year" else f"{year // 10:03}X" if name == "decade" else f"{year // 100:02}XX"


def _weekend(origin: date, steps: int) -> str:
    """This weekend is the one that ends the week; last weekend is over; printed on a Sunday, it is the one before."""
    saturday = origin + timedelta(days=5 - origin.weekday(), weeks=steps)
    return edtf.interval(saturday, saturday + timedelta(days=1))


def _span_to(origin: date, name: str, count: int) -> str | None:
    """From so many units before the day (after it, if negative) to the day: "the past week" is its last seven days."""
    try:
        if name in ("day", "week"):
            other = origin - timedelta(days=count * (7 if name == "week" else 1))
            return edtf.interval(*sorted((other, origin)))
        if name in ("month", "quarter"):
            other = _months_on(origin, -count * (3 if name == "quarter" else 1))
            first, last = sorted((f"{other:%Y-%m}", f"{origin:%Y-%m}"))
            return f"{first}/{last}"
    except (OverflowError, ValueError):
        return None
    years = count * {"year": 1, "decade": 10, "century": 100}.get(name, 0)
    first_year, last_year = sorted((origin.year - years, origin.year))
    return f"{first_year:04}/{last_year:04}" if years and first_year > 999 and last_year < 10_000 else None


def _months_on(origin: date, months: int) -> date:
    index = origin.year * 12 + origin.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
