"""Finding the time expressions of a page that mean a calendar date or span, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.rules import CORE, RULES, kind_of
from onrecord.reading.when.setting import Setting

FAR = 500  # characters of a sentence without end that are looked at
FIRST_PRINTED, LAST_PRINTED = 1500, 9000
OF_WORDS = re.compile(r"\b(?:comments|remarks|statements?|claims|words)\s(?:made\s)?(?:on|late|from)\s(?:late\s)?$")
REACH_BACK, REACH_ON = 44, 40  # characters around a core word that an expression may take in


def find_dates(page: Page, published: str | None) -> tuple[Date, ...]:
    """Every time expression that means a calendar date or span, in the order of the text, with its EDTF value.

    Weeks run from Monday to Sunday and are intervals, as are quarters and seasons; clock times and parts of a day count
    as their day; durations ("a 30-day truce") and vague words ("recently") are no dates. `published` is EDTF or null;
    where it leaves open which day it was, only those dates are given that come out the same for its first and last day.
    A day or week that counts from an approximate day is approximate too.
    """
    known = edtf.parse(published) if published else None
    if known is None or known.earliest is None or known.latest is None or not _printed(known.earliest, known.latest):
        return tuple(_dates(page, None))
    found = tuple(_dates(page, known.latest))
    if known.earliest != known.latest:
        both = set(_dates(page, known.earliest))
        found = tuple(one for one in found if one in both)
    if known.approximate or known.uncertain:
        absolute = set(_dates(page, None))
        found = tuple(one if one in absolute or not _by_day(one.value) else _roughly(one) for one in found)
    return found


def _dates(page: Page, published: date | None) -> Iterator[Date]:
    narrative: date | None = None
    told: str | None = None
    done = 0
    for span, sentence, core in _candidates(page):
        if span.start < done:
            continue
        quoted = lies_in(page.quotations, span)
        here = Setting(page.text, span.start, span.end, sentence, published, narrative, quoted, told)
        found = _read(here, core, done)
        if found is None:
            continue
        done, told = found.span[-1].end, found.value
        yield found
        day = edtf.day_of(found.value)
        if (
            day
            and not quoted
            and _recent(day, published)
            and not (narrative and day < narrative and _of_words(page, span))
        ):
            narrative = day


def _read(core: Setting, kind: str, done: int) -> Date | None:
    """The expression around a core word that begins no earlier than `done`, and its value."""
    start = max(done, core.sentence.start, core.start - REACH_BACK)
    end = min(core.sentence.end, core.end + REACH_ON)
    for rule in RULES[kind]:
        for m in rule.pattern.finditer(core.text, start, end):
            if m.start() > core.start:
                break
            if m.end() < core.end:
                continue
            value = rule.value(m, replace(core, start=m.start(), end=m.end()))
            if value is not None and edtf.is_valid(value):
                return Date((_trimmed(core.text, m),), value)
    return None


def _candidates(page: Page) -> Iterator[tuple[Span, Span, str]]:
    """The core words, with their sentence and kind; none from boilerplate."""
    text, sentences = page.text, page.sentences
    closed = page.closed
    index = 0
    for m in CORE.finditer(text):
        while index < len(sentences) and sentences[index].end <= m.start():
            index += 1
        if index == len(sentences):
            return
        sentence = sentences[index]
        if m.start() < sentence.start:
            continue
        span = Span(*m.span())
        if not lies_in(closed, span):
            near = Span(max(sentence.start, span.start - FAR), min(sentence.end, span.end + FAR))
            yield span, near, kind_of(m.group())


def _by_day(value: str) -> bool:
    """Is it told in days? A day more or less in the publication moves no month."""
    return value[8:10].isdigit()


def _roughly(one: Date) -> Date:
    return Date(one.span, edtf.roughly(one.value))


def _of_words(page: Page, span: Span) -> bool:
    """ "Marn rebuked Dorn for comments on Tuesday": told in passing, and what is told goes on on its own day."""
    return OF_WORDS.search(page.text, max(0, span.start - 24), span.start) is not None


def _printed(first: date, last: date) -> bool:
    """Nothing was printed before that, and at the ends of the calendar there is no day to count back or on to."""
    return first.year >= FIRST_PRINTED and last.year <= LAST_PRINTED


def _recent(day: date, published: date | None) -> bool:
    return published is None or timedelta(0) <= published - day <= timedelta(days=366)


def _trimmed(text: str, m: re.Match[str]) -> Span:
    """Without "from" or "the" before it, and the stop of an abbreviation at its end."""
    start, end = m.span()
    while end > start and text[end - 1] in " .,\t\u00a0" and not (text[end - 1] == "." and m.group().count(".") > 1):
        end -= 1
    return Span(start, end)
