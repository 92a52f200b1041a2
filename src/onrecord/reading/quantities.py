"""Quantities: numbers with their unit, and the words that say of what.

The conventions, which are those of the annotated seeds:

- A span covers number and unit, no "less than" or "nearly" before it: "200 square kilometres", "30-day", "$5 million".
  Where things are counted ("2,000 troops") it covers the number; the noun is the unit, and its place `of`.
- "tens of thousands" counts as 10,000, its order of magnitude; "a fifth" as 0.2 with the unit `fraction`.
- A range ("25,000 to 30,000 posts") gives two quantities, each with the unit, scale and noun that are printed once.
- Dates, years, ages of persons, clock times, ordinals, numbers that name ("Article 5", "G7", "the F-16", "10 Downing
  Street") and small numbers that point back ("the two sides") are none, nor is what is part of a date ("two days ago").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Date, Quantity, Span
from onrecord.reading.numbers import DIGITS, SCALES, SHORT_SCALES, WORDS, value_of
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.units import ATTRIBUTIVE, CURRENCIES, CURRENCY, UNIT, symbol

SP = r"[^\S\n\r]"
_SCALE = rf"(?:(?:{SP}|-)?(?:{'|'.join(SCALES)})\b|(?:k|m|mn|mln|bn|b|tn|trn)(?![\w]))"
_NUMBER = rf"(?:{DIGITS}(?!\d)(?:{_SCALE})?|{WORDS}(?![\w]))"
NUMBER = re.compile(_NUMBER, re.IGNORECASE)

# Where a number may begin. The first characters stand in front because the pass is several times as fast with them.
FIRST_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions trillion trillions half dozen dozens tens scores
""".split()
_FIRST = "|".join(form for word in FIRST_WORDS for form in (word, word.title()))
_AFTER_A = (
    "hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half|few"
    "|day|week|month|year|decade|century|minute|second|km|kilomet|mile"
)
CORE = re.compile(
    rf"(?=[\daAb-fhmnostBEFHMNOSTCRU$\u20ac-\u20bf\u00a3\u00a5])(?<![\w.,/:\u2019'-])"
    rf"(?:(?=\d)|(?=(?:{_FIRST})\b)|(?=[aA]n?{SP}(?:{_AFTER_A}))|(?P<currency>{CURRENCY}){SP}?(?=\d))"
)
FRACTION = re.compile(
    rf"(?P<over>an?|one|two|three|four|five|nine)(?:{SP}|-)(?P<part>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    rf"(?={SP}of\b)|(?P<half>half)(?={SP}(?:of|the|its|his|their|all)\b)",
    re.IGNORECASE,
)
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
TO = re.compile(rf"{SP}?[-\u2010-\u2015]{SP}?|{SP}(?:to|and|or){SP}")
MEASURE = re.compile(rf"(?:{SP}|-)?(?:plus(?:{SP}|-))?(?P<unit>{UNIT})(?P<old>-old\b|{SP}old\b)?")
COUNTED = re.compile(
    rf"{SP}(?:of{SP})?(?:more{SP}|other{SP}|additional{SP}|new{SP})?"
    rf"(?P<noun>(?:[A-Z][\w\u2019-]+{SP}|[a-z][a-z-]+{SP}){{0,3}}?"
    rf"(?:people|men|women|children|troops|police|personnel|aircraft|staff|dead|wounded|injured|killed|missing|votes?"
    rf"|(?![a-z]+ous\b)(?!(?:is|was|has|as|his|this|its|us|plus|less|across|does|says|thus|yes|always|perhaps|minus|towards|besides|ones"
    rf"|times|others|sides|hours|minutes|versus|series|news)\b)[a-z][a-z-]*[^s\W\d_]s))\b"
)
INTO_PHRASE = re.compile(rf"(?:{SP}of(?={SP})(?:{SP}an?(?={SP}))?)?(?:{SP}(?:the|its|their|his|her|our)(?={SP}))?")
WORD = re.compile(rf"(?:{SP}|-)(?P<word>[A-Za-z][\w-]*(?:[\u2019'][st]\b)?)")
LONGEST_PHRASE = 3  # words
NOT_OF = frozenset(
    """
    in on to at by for and or that which who with from as but is was were are has had have will would along over after
    before ago later earlier into if when while than until since because so it he she they we i you not without down up
    on out said says per a an has each behind west east north south more fewer this these there here until through
    during under against about around be been being
    """.split()
)
NAMED_BEFORE = re.compile(
    r"(?:\b(?:no|nos|art|sec|ch|vol)\.?|\b(?:article|section|chapter|resolution|flight|route|highway|room|page|model|psalm"
    r"|type|phase|level|class|boeing|airbus|group of|gate|windows|interstate|figure|table|part|stage|district|season"
    r"|episode|channel|aged?|ages|age of|between the ages of|turned)|#)\s$",
    re.IGNORECASE,
)
DEFINITE_BEFORE = re.compile(
    r"\b(?:the|these|those|both|all|our|their|his|her|its|your|my|other|first|last|next|any|between|of)\s$",
    re.IGNORECASE,
)
CASUALTIES_BEFORE = re.compile(
    r"\b(?P<verb>(?:kill|wound|injur|displac|captur|arrest|detain|evacuat|execut|releas)(?:ed|ing|es|s|e)?)\s"
    r"(?:(?:at least|about|around|some|nearly|almost|more than|over|up to|another|as many as)\s)?$"
)
CLOCK_AFTER = re.compile(r":\d\d|\s?[ap]\.?m\b|\s?(?:GMT|UTC|o['\u2019]clock)|/\d|\.\d+\.|(?:st|nd|rd|th)\b|-\w+-\d")
PERSON_AFTER = re.compile(
    r"[\s-](?:[\w-]+\s){0,2}?(?:man|woman|boy|girl|child|son|daughter|person|president|leader|soldier|student|mother|father"
    r"|grandmother|grandfather|resident|politician|suspect|victim|driver|teacher|actor|singer|baby|toddler|teenager|widow"
    r"|husband|wife|brother|sister|uncle|aunt|pensioner|farmer|worker|veteran|journalist)\b|[\s-](?:[A-Z]\w+|was|is|who|has|had|said|told)\b|[,.;)]|\s(?:and|in|from|to)\b|$"
)
LONGEST = 90  # characters that a number, its unit and its noun may take


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place, with its currency if a sign stands before it."""

    span: Span
    value: float
    currency: str | None = None


def find_quantities(page: Page, dates: Sequence[Date]) -> tuple[Quantity, ...]:
    """Every quantity of the page outside boilerplate, in the order of the text; none overlaps one of the dates.

    `value` is the number with its scale (1.5 billion is 1500000000.0). `unit` is a symbol (km, km2, %, USD, fraction),
    a singular for time (day), the noun itself where things are counted (troops), or null.
    """
    taken = sorted(span for date in dates for span in date.span)
    closed = page.closed
    found: list[Quantity] = []
    done = 0
    for core in CORE.finditer(page.text):
        if core.start() < done or lies_in(closed, Span(*core.span())):
            continue
        for quantity in _quantities(page.text, core):
            span = quantity.span[0]
            done = max(done, span.end)
            if not _overlaps(taken, span):
                found.append(quantity)
    return tuple(found)


def _quantities(text: str, core: re.Match[str]) -> Iterator[Quantity]:
    """What begins here: a fraction, one quantity, or the two of a range."""
    if fraction := FRACTION.match(text, core.end(), core.end() + LONGEST):
        yield _fraction(text, fraction)
        return
    first = _number(text, core.start(), core.end(), CURRENCIES.get(core["currency"] or ""))
    if first is None or NAMED_BEFORE.search(text, max(0, core.start() - 24), core.start()):
        return
    second = _second(text, first)
    if second is None:
        if quantity := _quantity(text, first, core.start()):
            yield quantity
        return
    last = _quantity(text, second, core.start())
    if last is not None:
        scale = _scale_of(text, second) if _scale_of(text, first) == 1 else 1
        yield replace(last, span=(first.span,), value=round(first.value * scale, 6))
        yield last


def _number(text: str, start: int, digits: int, currency: str | None) -> Number | None:
    m = NUMBER.match(text, digits, digits + LONGEST)
    if m is None:
        one = re.compile(r"an?(?=\s)", re.IGNORECASE).match(text, digits)
        return Number(Span(start, one.end()), 1.0) if one else None
    value = value_of(m.group())
    if value is None or CLOCK_AFTER.match(text, m.end()):
        return None
    return Number(Span(start, m.end()), value, currency)


def _second(text: str, first: Number) -> Number | None:
    """The other end of a range: "25,000 to 30,000", "10-20%", "$5-6 million"; it is no less than the first."""
    to = TO.match(text, first.span.end)
    if to is None:
        return None
    sign = re.compile(CURRENCY).match(text, to.end())
    begin = sign.end() if sign else to.end()
    if not (text[begin : begin + 1].isdigit() or text[begin : begin + 3].isalpha()):
        return None
    second = _number(text, to.end(), begin, CURRENCIES.get(sign.group()) if sign else first.currency)
    if second is None or second.value <= first.value or second.span.end - begin < 1 or text[begin] in "aA":
        return None
    return second


def _quantity(text: str, number: Number, start: int) -> Quantity | None:
    if number.currency:
        return Quantity((number.span,), number.value, number.currency, _of(text, number.span.end))
    measure = MEASURE.match(text, number.span.end, number.span.end + LONGEST)
    if measure and (unit := symbol(measure["unit"])):
        return _measured(text, number, measure, unit)
    if number.value == 1 and not text[number.span.start].isdigit():
        return None
    return _counted(text, number, start)


def _measured(text: str, number: Number, measure: re.Match[str], unit: str) -> Quantity | None:
    end = measure.end()
    joined = text[number.span.end : number.span.end + 1] == "-"
    if unit in ATTRIBUTIVE and not joined:
        return None
    if unit in ("°C", "°F") and len(measure["unit"]) == 1:
        return None
    if measure["old"] and PERSON_AFTER.match(text, end):
        return None
    if text[number.span.start : number.span.end].lower() in ("a", "an") and not joined:
        return None  # "a day later" counts nothing
    leads = joined or not measure["unit"].endswith("s") or unit in CURRENCIES.values()
    of = _of(text, end) if leads or text.startswith(" of ", end) else ()
    return Quantity((Span(number.span.start, end),), number.value, unit, of)


def _counted(text: str, number: Number, start: int) -> Quantity | None:
    printed = number.span.text(text)
    if m := COUNTED.match(text, number.span.end, number.span.end + LONGEST):
        if not _is_counted(m["noun"]) or (
            number.value <= 12 and DEFINITE_BEFORE.search(text, max(0, start - 10), start)
        ):
            return None
        noun = Span(*m.span("noun"))
        unit = m["noun"].split()[-1].lower()
        return Quantity((number.span,), number.value, symbol(unit) or unit, (noun,))
    verb = CASUALTIES_BEFORE.search(text, max(0, start - 40), start)
    if verb and (printed[0].isdigit() or number.value > 1):
        return Quantity((number.span,), number.value, None, (Span(*verb.span("verb")),))
    return None


def _is_counted(noun: str) -> bool:
    words = noun.split()
    return not any(word.lower() in NOT_OF for word in words)


def _fraction(text: str, m: re.Match[str]) -> Quantity:
    over = 1.0 if m["half"] else (value_of(m["over"]) or 1.0)
    part = 2 if m["half"] else PARTS[m["part"].lower()]
    return Quantity((Span(*m.span()),), round(over / part, 6), "fraction", _of(text, m.end()))


def _of(text: str, end: int) -> tuple[Span, ...]:
    """The noun phrase right after: "1,700-kilometer river border", "200 tonnes of grain"; empty where none is plain."""
    into = INTO_PHRASE.match(text, end)
    at = into.end() if into else end
    joined = into is not None and into.end() > end
    first, last, words = -1, -1, 0
    while words < LONGEST_PHRASE and (m := WORD.match(text, at)):
        if m["word"].lower() in NOT_OF or (m["word"].endswith(("ed", "ing")) and (words or not joined)):
            break
        first = m.start("word") if first < 0 else first
        at = last = m.end("word")
        words += 1
    return (Span(first, last),) if words else ()


def _scale_of(text: str, number: Number) -> float:
    words = re.findall(r"[a-z]+", number.span.text(text).lower())
    factor = SCALES.get(words[-1]) or SHORT_SCALES.get(words[-1]) if words else None
    return float(factor or 1)


def _overlaps(taken: list[Span], span: Span) -> bool:
    index = bisect_right(taken, span.start, key=lambda one: one.start)
    return any(one.overlaps(span) for one in taken[max(0, index - 1) : index + 2])
