"""When a report was published, if nobody says so: from its own text, with the place that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Date, Span, Spans, edtf
from onrecord.reading.page import Page
from onrecord.reading.when.finding import find_dates
from onrecord.reading.when.setting import Setting

PUBLISHED = re.compile(r"\b(?:first\s)?(?:published|posted)\b[\s:]*(?:on|at)?[\s:]*$", re.IGNORECASE)
UPDATED = re.compile(r"\b(?:last\s)?(?:updated|modified|edited)\b[\s:]*(?:on|at)?[\s:]*$", re.IGNORECASE)
# "— Ona Marn (@marn) March 13, 2031": the last line of a post that the report shows.
SIGNED = re.compile(
    r"\(@\w{2,30}\)[\s,\u00b7\u2013\u2014-]*(?:on\s)?(?:\d\d?:\d\d\s?(?:[AaPp][Mm])?\s?[\u00b7,-]?\s?)?$"
)
PLACE_LEADS = re.compile(r"^[^a-z\n]{3,60}(?:,\s[A-Z][\w. ]{2,30})?,?\s*\(?$")
HEAD = 8  # paragraphs in which a line that is nothing but a day is the report's own
DAY_LINE = 60  # characters
RECENT = 92  # days
# Only what is surely still to come bounds the day from above; "would be held on" may be told years later.
TO_COME = re.compile(r"\b(?:will|(?:is|are)(?:\s\w+)?\s(?:expected|scheduled|set|due|planned|slated|to))\b")

Inferred = tuple[str, Spans]


def infer_published(page: Page) -> Inferred | None:
    """The day of publication as EDTF, and the spans that show it; null where the text does not tell.

    In this order: a line of the page's own ("Published: May 21, 2031"), then "Updated ..."; a dateline; the latest post
    that the report shows, after which it was published (so approximate: `2031-03-13~`); last, the bounds that the days
    named in the text set, open where none is known (`2031-03-13/..`). A dateline without a year, and without a recent
    day named in full, gives `XXXX-05-21`. A day taken from neighbouring reports is a belief made in collating, and
    never made here.
    """
    days = _days(page)
    return _own_line(page, days) or _dateline(page, days) or _post(page, days) or _bounds(page, days)


def _days(page: Page) -> list[Date]:
    """The days that the text names in full, or without their year."""
    found = (one for one in find_dates(page, None) if edtf.parse(one.value).precision == "day")
    return [one for one in found if any(each.isdigit() for each in one.span[0].text(page.text))]


def _own_line(page: Page, days: list[Date]) -> Inferred | None:
    updated: Inferred | None = None
    alone: Inferred | None = None
    for one in days:
        if not edtf.day_of(one.value):
            continue
        span = one.span[0]
        before = _line_before(page.text, span)
        if PUBLISHED.search(before):
            return one.value, one.span
        if UPDATED.search(before):
            updated = updated or (one.value, one.span)
        place = page.paragraph_at(span.start)
        line = page.paragraphs[place]
        if place < HEAD and line.end - line.start <= DAY_LINE and not before.strip(" |\u00b7-"):
            alone = alone or (one.value, one.span)
    return updated or alone


def _dateline(page: Page, days: list[Date]) -> Inferred | None:
    """ "KESSALY, May 21. /NRA/."."""
    for one in days:
        span = one.span[0]
        place = page.paragraph_at(span.start)
        if place >= HEAD or not PLACE_LEADS.match(_line_before(page.text, span)):
            continue
        if (
            not page.text[span.end : span.end + 12]
            .lstrip(" .)")
            .startswith(("/", "(", "\u2014", "\u2013", "-", ":", "["))
        ):
            continue
        return (one.value, one.span) if edtf.day_of(one.value) else _with_year(days, one)
    return None


def _with_year(days: list[Date], one: Date) -> Inferred:
    """The year that a dateline lacks is that of a day named in full in the three months before, or stays unknown."""
    for other in days:
        told = edtf.day_of(other.value)
        value = one.value.replace("XXXX", f"{told.year:04}") if told else ""
        day = edtf.day_of(value) if edtf.is_valid(value) else None
        if told and day and 0 <= (day - told).days <= RECENT:
            return edtf.roughly(value), (*one.span, *other.span)
    return one.value, one.span


def _post(page: Page, days: list[Date]) -> Inferred | None:
    signed = [one for one in days if edtf.day_of(one.value) and SIGNED.search(_line_before(page.text, one.span[0]))]
    if not signed:
        return None
    last = max(signed, key=lambda one: one.value)
    return edtf.roughly(last.value), last.span


def _bounds(page: Page, days: list[Date]) -> Inferred | None:
    """After the last day that the text looks back on, and before the first after it that it looks ahead to."""
    told = [(day, one, ahead) for one in days for day, ahead in _looked_at(page, one)]
    past = max(((day, one) for day, one, ahead in told if not ahead), default=None, key=lambda each: each[0])
    coming = [(day, one) for day, one, ahead in told if ahead and (past is None or day >= past[0])]
    future = min(coming, default=None, key=lambda each: each[0])
    if past is None:
        return None
    if future is None:
        return f"{past[0].isoformat()}/..", past[1].span
    return edtf.interval(past[0], future[0]), (*past[1].span, *future[1].span)


def _looked_at(page: Page, one: Date) -> Iterator[tuple[date, bool]]:
    span = one.span[0]
    day, sentence = edtf.day_of(one.value), page.sentences[page.sentence_at(span.start)]
    if day is None:
        return
    setting = Setting(page.text, span.start, span.end, sentence, None, None, quoted=False)
    if setting.tense() != "future":
        yield day, False
    elif TO_COME.search(page.text, sentence.start, span.start):
        yield day, True


def _line_before(text: str, span: Span) -> str:
    return text[max(0, span.start - 120) : span.start].rsplit("\n", 1)[-1]
