"""Dates by the calendar's own names: "13 March 2031", "mid-2031", "the third quarter", "the 1990s", "09/04/2031"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.model import edtf
from onrecord.reading.when.setting import Setting
from onrecord.reading.when.words import CENTURIES, MONTHS, ORDINALS, SEASONS

YEAR_SHIFT = {"last": -1, "previous": -1, "past": -1, "this": 0, "the same": 0, "next": 1, "following": 1, "coming": 1}

# A number that only looks like a year: "some 2000 troops", "Resolution 1701", "at 1900 GMT", "$2025".
NO_YEAR_BEFORE = re.compile(
    r"(?:[$\u20ac\u00a3\u00a5#\u2116/.:,\d-]|(?:\u00a9|\([cC]\)|[Cc]opyright)\s?|(?<![A-Za-z])(?:[Rr]esolution|[Nn]o\.?|[Aa]rticle|[Ss]ection|[Ff]light|[Hh]ighway"
    r"|[Rr]oute|[Rr]oom|[Pp]age|[Mm]odel|Boeing|Airbus|[Ff]orm|[Bb]ill|[Oo]rder|[Bb]oxes|some|about|than|nearly|almost"
    r"|over|roughly|approximately|only|least|most|up to|another|these|those|all|extra)\s?)$"
)
NO_YEAR_AFTER = re.compile(
    r"\s?(?:GMT|UTC|BST|EST|EDT|CET|hours|hrs|[ap]\.?m\b|%|percent|per cent|km|kms|kilomet|square|sq\b|met(?:re|er)s"
    r"|miles|feet|ft\b|yards|tonnes|tons|kg|barrels|litres|gallons|acres|hectares|dollars|euros|rubles|roubles|pounds|yuan"
    r"|people|troops|soldiers|workers|jobs|houses|homes|drones|missiles|tanks|prisoners|hostages|men|women|children"
    r"|civilians|officers|police|points|seats|votes|times|days|weeks|months|years|Index|MW|GW|MB|GB|rpm|cc\b|x\d)"
)
COUNTED = re.compile(r"\s[a-z]+s\b(?!')")
ORDINAL_END = re.compile(r"(?:st|nd|rd|th)$")

# Days that are named by their date alone; from the day itself on, they mean that one.
BY_DATE = re.compile(
    r"\s?(?:attacks?|terror|massacres?|assault|onslaught|atrocit|hostages?|invasion|insurrection|riots?)"
)
NAMED_DAYS = {(9, 11): "2001-09-11", (10, 7): "2023-10-07", (1, 6): "2021-01-06"}


def month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def day_number(printed: str) -> int:
    return int(ORDINAL_END.sub("", printed))


def full_year(printed: str, like: int | None = None) -> int:
    """'25' after 2024 is 2025; two digits alone are of this century up to 49."""
    year = int(printed.lstrip("'\u2019"))
    if year >= 100:
        return year
    return (like // 100 * 100 + year) if like else year + (2000 if year < 50 else 1900)


def calendar_day(m: re.Match[str], at: Setting) -> str | None:
    """ "March 13, 2031", "13 March"; a weekday before it settles a year not named."""
    month, day = month_number(m["month"]), day_number(m["day"])
    year = _year_of(m, at)
    if year is None:
        named = NAMED_DAYS.get((month, day))
        if named and BY_DATE.match(at.after()) and (at.published is None or at.published.isoformat() >= named):
            return named
        year = _nearest_year(month, day, at)
    if year is None:
        return f"XXXX-{month:02}-{day:02}" if day <= monthrange(2000, month)[1] else None
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else None


def days_in_month(m: re.Match[str], at: Setting) -> str | None:
    """ "March 10-16", "from 10 to 16 March 2031"."""
    month, first, last = month_number(m["month"]), day_number(m["day"]), day_number(m["last"])
    year = _year_of(m, at) or _nearest_year(month, first, at)
    if year is None or not first < last <= monthrange(year, month)[1]:
        return None
    return edtf.interval(date(year, month, first), date(year, month, last))


def days_over_months(m: re.Match[str], at: Setting) -> str | None:
    """ "from March 30 to April 2, 2031"."""
    first, last = month_number(m["month"]), month_number(m["to"])
    year = _year_of(m, at) or _nearest_year(first, day_number(m["day"]), at)
    if year is None:
        return None
    try:
        start, end = date(year, first, day_number(m["day"])), date(year, last, day_number(m["last"]))
        end = end if start <= end else end.replace(year=year + 1)
    except ValueError:
        return None
    return edtf.interval(start, end)


def whole_months(m: re.Match[str], at: Setting) -> str | None:
    """ "from April to June", "April-June 2031"."""
    first, last = month_number(m["month"]), month_number(m["to"])
    year = _year_of(m, at) or _nearest_year(first, None, at)
    return edtf.months(year, first, (last - first) % 12 + 1) if year else None


def month_itself(m: re.Match[str], at: Setting) -> str | None:
    """ "in March 2031", "early June", "last September"; one that only may be a name needs a word before it."""
    month = month_number(m["month"])
    year = _year_of(m, at)
    if year is None:
        if not _is_month(m, at):
            return None
        year = _month_year(month, (m["shift"] or "").lower(), at)
    return f"{year:04}-{month:02}" if year else None


def week_of_month(m: re.Match[str], at: Setting) -> str | None:
    """ "the last week of March": the week that holds its last day; the first one holds its first Thursday."""
    month = month_number(m["month"])
    year = _year_of(m, at) or _nearest_year(month, None, at)
    if year is None:
        return None
    ordinal = ORDINALS[m["ordinal"].lower()]
    day = date(year, month, monthrange(year, month)[1] if ordinal < 0 else min(7 * ordinal - 3, 28))
    if m["what"] == "week":
        return edtf.week(day)
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return edtf.interval(saturday, saturday + timedelta(days=1))


def plain_year(m: re.Match[str], at: Setting) -> str | None:
    """ "in 2031", "mid-2031", "the 2031 agreement"; no count and no number of anything."""
    if m["part"]:
        return m["year"]
    year = int(m["year"])
    if NO_YEAR_BEFORE.search(at.before()) or NO_YEAR_AFTER.match(at.after()) or year < 1700 or year > 2099:
        return None
    if year % 50 == 0 and COUNTED.match(at.after()) and not at.before().endswith(("in ", "the ")):
        return None
    return m["year"]


def years(m: re.Match[str], at: Setting) -> str | None:
    """ "2029-2031", "from 2029 to 2031", "2030/31"."""
    first = int(m["year"])
    last = full_year(m["last"], first)
    if not first < last <= first + 200:
        return None
    return f"{first:04}/{last:04}"


def iso_day(m: re.Match[str], _at: Setting) -> str | None:
    value = f"{m['year']}-{m['month']}-{m['day']}"
    return value if edtf.is_valid(value) else None


def numeric_day(m: re.Match[str], at: Setting) -> str | None:
    """ "13/03/2031", "3.13.31": in the order that can be a date; if both can, the one nearer to the report's day."""
    one, two, year = int(m["one"]), int(m["two"]), full_year(m["year"])
    read = [day for month, number in ((one, two), (two, one)) if (day := _day(year, month, number))]
    if len(read) == 2 and read[0] != read[1]:
        if at.published is None:
            return None
        published = at.published
        read.sort(key=lambda day: abs((day - published).days))
    return read[0].isoformat() if read else None


def season(m: re.Match[str], at: Setting) -> str | None:
    """ "summer 2031", "last summer", "this spring", "in the autumn"."""
    first = SEASONS[m["season"].lower()]
    if m["year"]:
        return edtf.months(int(m["year"]), first, 3)
    if at.published is None:
        return None
    shift = (m["shift"] or "").lower()
    if not shift and not re.search(r"\b(?:in|by|since|during|until|before|over) the $", at.before()):
        return None
    year, month = at.published.year, at.published.month
    started, over = month >= first, month >= first + 3
    if first == 12:
        started, over, year = True, month >= 3, (year if month == 12 else year - 1)
        over = over and month != 12
    if shift in ("last", "past", "previous"):
        year -= 0 if over else 1
    elif shift in ("next", "coming", "following"):
        year += 1 if started else 0
    elif at.tense() == "future":
        year += 1 if over else 0
    elif not shift and not started:
        year -= 1
    return edtf.months(year, first, 3)


def quarter(m: re.Match[str], at: Setting) -> str | None:
    """ "the third quarter of 2031", "Q3", "third-quarter results", "the second half of last year"."""
    ordinal = int(m["digit"]) if m["digit"] else ORDINALS[m["ordinal"].lower()]
    count, size = (2, 6) if m["what"] == "half" else (4, 3)
    number = count if ordinal < 0 else ordinal
    if number > count:
        return None
    year = _year_of(m, at)
    if year is None:
        if at.published is None or m["what"] == "half":
            return None
        begun = (number - 1) * size < at.published.month
        year = at.published.year - (0 if begun or at.tense() == "future" else 1)
    return edtf.months(year, (number - 1) * size + 1, size)


def decade(m: re.Match[str], _at: Setting) -> str | None:
    """ "the 1990s", "the '70s"."""
    tens = m["tens"] if len(m["tens"]) == 3 else f"{19 if int(m['tens']) > 2 else 20}{m['tens']}"
    return f"{tens}X"


def century(m: re.Match[str], _at: Setting) -> str | None:
    name = m["ordinal"].lower()
    number = CENTURIES.get(name) or (int(ORDINAL_END.sub("", name)) if name[0].isdigit() else 0)
    return f"{number - 1:02}XX" if 11 <= number <= 22 else None


def named_day(m: re.Match[str], at: Setting) -> str | None:
    """ "9/11", "Christmas Eve", "New Year's Day"."""
    name = m["holiday"].lower().replace("\u2019", "'")
    if name == "9/11":
        return NAMED_DAYS[9, 11]
    month, day = {"christmas eve": (12, 24), "new year's eve": (12, 31)}.get(name, (12, 25) if "ch" in name else (1, 1))
    year = int(m["year"]) if m["year"] else _nearest_year(month, day, at)
    return f"{year:04}-{month:02}-{day:02}" if year else None


def _year_of(m: re.Match[str], at: Setting) -> int | None:
    """The year that is printed, or told of as "last year"."""
    groups = m.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    said = (groups.get("year_shift") or "").lower()
    if said and at.published:
        return at.published.year + YEAR_SHIFT.get(" ".join(said.split()), 0)
    weekday_year = groups.get("last_year")
    return int(weekday_year) if weekday_year else None


def _is_month(m: re.Match[str], at: Setting) -> bool:
    """Is the bare word a month? "in May", "the March summit"; not "Marta May", "the March on Norhaven"."""
    name, before, after = m["month"], at.before(), at.after()
    if m["part"] or m["shift"]:
        return True
    led_by = re.search(
        r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill?|[Ff]rom|[Tt]hrough|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|for|to|and|or"
        r"|[Ee]ach|[Bb]etween|[Tt]he|[Aa]|[Aa]n|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|mid|as of)[\s-]+$",
        before,
    )
    if len(name.rstrip(".")) < 5 and name.rstrip(".") not in ("May", "June", "July"):
        return bool(led_by) and not after.startswith("-")
    if name in ("May", "March"):
        return bool(led_by) and not re.match(r"\s(?:on|for|against|of|to|[A-Z])", after)
    if name.isupper():
        return False
    named = re.search(r"[A-Z][a-z]+\s$", before) and not led_by
    return not named and not (name in ("April", "June", "August") and re.match(r"\s[A-Z][a-z]", after) and not led_by)


def _month_year(month: int, shift: str, at: Setting) -> int | None:
    """Bare months look back, unless their clause looks ahead; this month is this month."""
    published = at.published
    if published is None:
        return None
    here = (published.year, published.month)
    if shift in ("last", "past", "previous"):
        return published.year - (0 if (published.year, month) < here else 1)
    if shift in ("next", "coming", "following"):
        return published.year + (0 if (published.year, month) > here else 1)
    if shift == "this" or month == published.month:
        return published.year
    if at.tense() == "future":
        return published.year + (0 if month > published.month else 1)
    return published.year - (0 if month < published.month else 1)


def _nearest_year(month: int, day: int | None, at: Setting) -> int | None:
    """The year that brings the day nearest to the report's; back, unless ahead is meant or far nearer."""
    published = at.published
    if published is None:
        return None
    days = [d for year in (-1, 0, 1) if (d := _day(published.year + year, month, day or 15))]
    back = [(published - d).days for d in days if d <= published]
    ahead = [(d - published).days for d in days if d >= published]
    if not back or not ahead:
        return days[0].year if days else None
    past, future = min(back), min(ahead)
    tense = at.tense()
    looks_ahead = future <= 270 if tense == "future" else future * 6 < past if tense == "past" else future * 2 < past
    return (published + timedelta(days=future)).year if looks_ahead else (published - timedelta(days=past)).year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
