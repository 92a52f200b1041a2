"""The rules: for each word that a time expression is built on, the shapes it may have, and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.reading.when import absolute, relative
from onrecord.reading.when.setting import Setting
from onrecord.reading.when.words import (
    COUNT,
    DASH,
    DAY,
    MONTH,
    MONTHS,
    OSP,
    PART,
    PART_OF_DAY,
    SEASON,
    SEASONS,
    SHIFT,
    SP,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)

# One pass over the text finds the words that every time expression has one of; rules are tried only around them. The
# first letters stand in front because the pass is six times as fast with them.
UNITS = "day days week weeks weekend weekends month months year years quarter quarters decade decades century half"
SEASON_NAMES = [name for season in SEASONS for name in (season, season.title())]
DEICTICS = ["today", "Today", "TODAY", "yesterday", "Yesterday", "tomorrow", "Tomorrow", "tonight", "Tonight"]
KINDS: dict[str, str] = {
    **{form: "month" for name in MONTHS for form in (name.title(), name.upper())},
    **{form: "weekday" for name in WEEKDAYS for form in (name.title(), name.upper())},
    **dict.fromkeys(DEICTICS, "deictic"),
    **dict.fromkeys(UNITS.split(), "unit"),
    **dict.fromkeys(SEASON_NAMES, "season"),
    **dict.fromkeys(["morning", "afternoon", "evening", "night"], "part_of_day"),
    **dict.fromkeys(["Q1", "Q2", "Q3", "Q4"], "q"),
    "Christmas": "holiday",
}
CORE = re.compile(
    rf"\b(?=[{''.join(sorted({word[0] for word in KINDS}))}\d])"
    rf"(?:(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})\b|New\sYear(?=['\u2019]s\b)"
    r"|(?:\d\d?[/.]\d\d?[/.](?:\d\d){1,2}|9/11|(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d|s\b)|\d{1,3}0s\b)"
)


def kind_of(core: str) -> str:
    """Which rules to try around the word."""
    return KINDS.get(core) or ("holiday" if core[0] == "N" else "decade" if core[-1] == "s" else "digits")


Value = Callable[[re.Match[str], Setting], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape that an expression may have, and the value that it then has (null: it has none here)."""

    pattern: re.Pattern[str]
    value: Value


def _rule(pattern: str, value: Value) -> Rule:
    return Rule(re.compile(pattern), value)


_YEAR = rf"(?P<year>{YEAR})"
_YEAR_TOLD = rf"(?P<year_shift>[Ll]ast|[Pp]revious|this|[Nn]ext|coming|following){SP}(?:fiscal{SP})?year\b"
_OF_YEAR = rf"(?:{OSP},?{OSP}(?:of{SP})?(?:the{SP})?(?:{_YEAR}|{_YEAR_TOLD}))"
_OF_THIS_YEAR = rf"(?:,?{SP}(?:of{SP})?(?:the{SP})?{_YEAR_TOLD})"
_AFTER_DAY = rf"(?:{OSP},?{OSP}{_YEAR}|{_OF_THIS_YEAR})?"
_WEEKDAY_LEADS = rf"(?:\b{WEEKDAY}{OSP},?{OSP}(?:the{SP})?)?"
_MONTH = rf"(?P<month>{MONTH})(?![a-z])"
_TO_MONTH = rf"(?P<to>{MONTH})(?![a-z])"
_TO = rf"(?:{DASH}|{SP}(?:to|through|until|till|and){SP})"
_FROM = rf"(?:\b(?:[Ff]rom|[Bb]etween){SP})?"
_FROM_NEEDED = rf"\b(?:[Ff]rom|[Bb]etween){SP}"
_D = rf"(?P<day>{DAY})"
_LAST = rf"(?P<last>{DAY})"

MONTH_RULES = (
    _rule(rf"{_FROM}{_MONTH}{SP}{_D}{_TO}{_TO_MONTH}{SP}{_LAST}{_AFTER_DAY}", absolute.days_over_months),
    _rule(rf"{_FROM}\b{_D}{SP}{_MONTH}{_TO}{_LAST}{SP}{_TO_MONTH}{_AFTER_DAY}", absolute.days_over_months),
    _rule(rf"{_FROM_NEEDED}{_MONTH}{SP}{_D}{_TO}{_LAST}{_AFTER_DAY}", absolute.days_in_month),
    _rule(rf"{_MONTH}{SP}{_D}(?:{DASH}|{SP}(?:to|through){SP}){_LAST}{_AFTER_DAY}", absolute.days_in_month),
    _rule(rf"{_FROM_NEEDED}{_D}{_TO}{_LAST}{SP}{_MONTH}{_AFTER_DAY}", absolute.days_in_month),
    _rule(rf"\b{_D}(?:{DASH}|{SP}(?:to|through){SP}){_LAST}{SP}{_MONTH}{_AFTER_DAY}", absolute.days_in_month),
    _rule(
        rf"{_WEEKDAY_LEADS}(?<![\d.,$/-]){_D}{SP}(?:(?:day{SP})?of{SP})?{_MONTH}{_AFTER_DAY}",
        absolute.calendar_day,
    ),
    _rule(rf"{_WEEKDAY_LEADS}\b{_MONTH}{SP}(?:the{SP})?{_D}{_AFTER_DAY}", absolute.calendar_day),
    _rule(
        rf"(?:the{SP})?\b(?P<ordinal>first|second|third|fourth|last|final){SP}(?P<what>week|weekend){SP}"
        rf"(?:of|in){SP}{_MONTH}{_OF_YEAR}?",
        absolute.week_of_month,
    ),
    _rule(rf"{_FROM_NEEDED}{_MONTH}{_TO}{_TO_MONTH}{_OF_YEAR}?", absolute.whole_months),
    _rule(rf"\b{_MONTH}{DASH}{_TO_MONTH}{_OF_YEAR}?", absolute.whole_months),
    _rule(rf"(?:\b(?P<shift>{SHIFT}){SP})?(?P<part>\b{PART})?\b{_MONTH}{_OF_YEAR}?", absolute.month_itself),
)
WEEKDAY_RULES = (
    _rule(rf"{_FROM_NEEDED}(?P<weekday>{WEEKDAY}){_TO}(?P<to>{WEEKDAY})\b", relative.weekdays),
    _rule(
        rf"(?:\b(?:[Ee]arlier|[Ll]ater?|[Ee]arly){SP}(?:on{SP})?)?(?:\b(?P<shift>{SHIFT}){SP})?"
        rf"\b(?P<weekday>{WEEKDAY})\b(?!s\b)(?:{SP}(?:late{SP})?{PART_OF_DAY}\b)?"
        rf"(?:{SP}(?:of{SP})?(?P<week>(?:[Ll]ast|[Nn]ext|this|the{SP}following){SP}week)\b)?",
        relative.weekday,
    ),
)
DIGIT_RULES = (
    _rule(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", absolute.iso_day),
    _rule(
        r"(?<![\d/.])(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/])",
        absolute.numeric_day,
    ),
    _rule(r"(?P<holiday>\b9/11)\b(?![/.]\d)(?P<year>)", absolute.named_day),
    _rule(
        rf"(?<![\d$\u20ac\u00a3,.-])\b{_YEAR}[-\u2010-\u2015/](?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d%-])",
        absolute.years,
    ),
    _rule(rf"{_FROM_NEEDED}{_YEAR}{_TO}(?P<last>{YEAR})", absolute.years),
    _rule(rf"(?P<part>\b{PART})?(?<![\d$\u20ac\u00a3,.]){_YEAR}(?!s\b)", absolute.plain_year),
)
DEICTIC_RULES = (
    _rule(
        rf"(?:\b(?:the{SP})?(?P<off>day{SP}before|day{SP}after){SP}|\b(?:[Ee]arlier|[Ll]ater?|[Ee]arly){SP})?"
        rf"\b(?P<word>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?:{SP}{PART_OF_DAY}\b)?",
        relative.deictic,
    ),
)
PART_OF_DAY_RULES = (
    _rule(
        r"(?:\b(?:[Ee]arlier|[Ll]ater?|[Ee]arly)" + SP + r")?\b(?P<off>)"
        rf"(?P<word>[Tt]his{SP}(?:morning|afternoon|evening)|[Ll]ast{SP}night)\b",
        relative.deictic,
    ),
)
SEASON_RULES = (
    _rule(rf"\b(?P<season>{SEASON}){SP}(?:of{SP})?{_YEAR}(?P<shift>)", absolute.season),
    _rule(
        rf"(?:\b(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id){SP})?(?:\b(?:the{SP})?(?P<shift>{SHIFT}){SP})?"
        rf"\b(?P<season>{SEASON})\b(?P<year>)",
        absolute.season,
    ),
)
_QUARTER_OF = rf"(?:{SP}(?:of|in){SP}(?:the{SP})?(?:{_YEAR}|{_YEAR_TOLD})|{SP}(?P<last_year>{YEAR}))?"
QUARTER_RULES = (
    _rule(
        rf"\b(?:the{SP})?(?P<ordinal>first|second|third|fourth|final|opening|[1-4](?:st|nd|rd|th))(?:{SP}|-)"
        rf"(?P<what>quarter|half)\b(?P<digit>){_QUARTER_OF}",
        absolute.quarter,
    ),
)
Q_RULES = (_rule(rf"\bQ(?P<digit>[1-4])\b(?P<ordinal>)(?P<what>){_QUARTER_OF}", absolute.quarter),)
UNIT_RULES = (
    MONTH_RULES[8],
    *QUARTER_RULES,
    _rule(rf"\b(?P<count>{COUNT}){SP}(?P<unit>day|week|month|year|decade)s?{SP}(?P<from>ago)\b", relative.ago),
    _rule(
        rf"\b(?:[Ee]arlier|[Ll]ater?|[Ee]arly){SP}(?:in{SP}the{SP}day|(?:the{SP}same|that){SP}day)\b"
        rf"|\b(?:[Tt]he{SP}same|[Tt]hat){SP}day\b"
        rf"|\b(?:[Tt]he{SP})(?:previous|preceding|next|following){SP}day\b"
        rf"|\b(?:[Tt]he|[Aa]|[Oo]ne){SP}day{SP}(?:before|earlier|after|later)(?=[.,;]|\s*$)"
        rf"|\b(?:[Aa]|[Oo]ne){SP}day{SP}earlier\b(?!{SP}than\b)",
        relative.same_day,
    ),
    _rule(
        rf"\b(?:the{SP})?same{SP}(?P<same>period|month|quarter|week|time){SP}"
        rf"(?:(?:of{SP})?(?:the{SP})?(?:last|previous){SP}year|a{SP}year{SP}(?:ago|earlier|before)|the{SP}year{SP}before)\b"
        rf"|\bthe{SP}year{SP}(?:before|previous|earlier)\b(?!{SP}(?:the|his|her|its|their|that|it)\b)",
        relative.same_time,
    ),
    _rule(
        rf"\b(?:the{SP})(?P<shift>last|past|previous|next|coming){SP}(?P<count>{COUNT}){SP}"
        rf"(?P<unit>day|week|month|year|decade)s?\b",
        relative.run_of_units,
    ),
    _rule(
        rf"(?P<part>\b{PART})?(?:\b(?:the{SP})?(?P<shift>{SHIFT}){SP})?"
        rf"\b(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)",
        relative.unit,
    ),
    _rule(
        rf"\b(?:the{SP})?(?P<ordinal>\d\d(?:st|nd|rd|th)|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
        rf"|twenty-first)(?:{SP}|-)century\b",
        absolute.century,
    ),
)
DECADE_RULES = (
    _rule(
        rf"(?:(?:\b(?:the{SP})?(?:early|mid|late)(?:-|{SP}))|\bthe{SP})?(?<![\w$])['\u2019]?(?P<tens>\d{{3}}|[2-9])0s\b",
        absolute.decade,
    ),
)
HOLIDAY_RULES = (
    _rule(
        rf"\b(?P<holiday>Christmas{SP}(?:Day|Eve)|New{SP}Year['\u2019]s{SP}(?:Day|Eve))\b(?:,?{SP}(?P<year>{YEAR}))?",
        absolute.named_day,
    ),
)

RULES: dict[str, tuple[Rule, ...]] = {
    "month": MONTH_RULES,
    "weekday": (*MONTH_RULES[6:8], *WEEKDAY_RULES),
    "digits": DIGIT_RULES,
    "deictic": DEICTIC_RULES,
    "unit": UNIT_RULES,
    "season": SEASON_RULES,
    "part_of_day": PART_OF_DAY_RULES,
    "decade": DECADE_RULES,
    "holiday": HOLIDAY_RULES,
    "q": Q_RULES,
}
