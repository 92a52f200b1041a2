"""Occasions: dated calls, meetings, visits, votes, news conferences that a report tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.model import Date, Event, EventKind, Span, Spans, edtf
from onrecord.reading.page import Page

KINDS: dict[EventKind, str] = {
    "call": r"(?:tele)?phone (?:call|conversation)s?|(?:video|conference) calls?|calls?(?=\s(?:with|between))"
    r"|(?:spoke|speaking|talked|spoken)\s(?:\w+\s){0,3}?by\s(?:tele)?phone|phoned|telephoned",
    "news conference": r"(?:news|press|media)\s(?:conference|briefing)|(?:daily|regular)\sbriefing",
    "interview": r"interviews?(?!ed\b)",
    "speech": r"(?:nightly|daily|evening|video|televised|national)\s(?:video\s)?address|speech"
    r"|address\sto\s(?:the|a)\b",
    "summit": r"summits?",
    "talks": r"talks|negotiations|consultations",
    "meeting": r"meetings?|(?<!be\s)met(?=\s(?:with|in|on|at|for|[A-Z]))|sat\sdown\swith",
    "visit": r"visit(?:ed)?(?!s|ing)\b|trip(?=\sto)|toured|arrived\sin|travell?ed\sto|flew\s(?:in)?to",
    "vote": r"votes?(?=\s(?:on|in|of|to|by))|voted|referendum|ballot",
    "signing": r"signed|signing",
    "post": r"posted\s(?:on|to)|(?:a\s)?post\son",
}
GROUPS = {f"k{place}": kind for place, kind in enumerate(KINDS)}
OCCASION = re.compile(
    r"\b(?:" + "|".join(rf"(?P<k{place}>{forms})" for place, forms in enumerate(KINDS.values())) + r")\b",
    re.IGNORECASE,
)
NAMED = (
    r"[A-Z\u00c0-\u00de][\w\u2019'-]*(?:\s(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"[A-Z\u00c0-\u00de][\w\u2019'-]*|(?:of|al|bin|de|van|von)(?=\s[A-Z]))){0,5}"
)
WITH = re.compile(
    rf"^\s(?:\w+\s){{0,3}}?(?:with|between|to|by|of)\s(?:[a-z-]+\s){{0,4}}?(?P<one>{NAMED})"
    rf"(?:,?\sand\s(?:[a-z-]+\s){{0,3}}?(?P<two>{NAMED}))?"
)
MET = re.compile(rf"^\s(?:with\s)?(?:[a-z-]+\s){{0,4}}?(?P<one>{NAMED})(?:\sand\s(?P<two>{NAMED}))?")
NAME = re.compile(NAMED)
CALENDAR = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|The|A|An|In|On|At|After|Before|During|Following|Earlier|Later|This|That|He|She|It|They|We|I|But"
    r"|And|While|When|As|His|Her|Its|Their|Also|Meanwhile|Last|Next|Speaking)\b"
)
CLAUSE = re.compile(r"[;:]|\b(?:who|which|that|while|although|but|because|since)\b")
RELATIVE = re.compile(r",\s?(?:who|whose|which|where)\b")
REACH = 90  # characters between an occasion and its day


def find_occasions(page: Page, dates: Sequence[Date], published: str | None = None) -> tuple[Event, ...]:
    """The occasions that a report names together with their day, in the order of the text.

    The day is the nearest date of the same clause; one named without a date, and one still to come when the report was
    published, is left out. `span` covers the words that name the occasion ("news conference", "met"), `participants`
    the names beside it.
    """
    found: list[Event] = []
    last = edtf.latest(published) if published and edtf.is_valid(published) else None
    for sentence, here in _dated_sentences(page, dates):
        for m in OCCASION.finditer(page.text, sentence.start, sentence.end):
            date = _day_of(page, m, _near(here, m))
            if date is None or m.lastgroup is None:
                continue
            first = edtf.earliest(date.value)
            if last and first and first > last:
                continue
            people = _participants(page, sentence, m)
            found.append(Event((Span(*m.span()),), GROUPS[m.lastgroup], date.value, date.span, people))
    return tuple(found)


def _dated_sentences(page: Page, dates: Sequence[Date]) -> Iterator[tuple[Span, list[Date]]]:
    """Sentences in which a day, a week or a month is named, with these dates."""
    starts = [date.span[0].start for date in dates]
    closed = [f.span for f in page.furniture if f.kind in ("boilerplate", "aside")]
    place = 0
    while place < len(dates):
        index = page.sentence_at(starts[place])
        if index < 0:
            place += 1
            continue
        sentence = page.sentences[index]
        end = max(place + 1, bisect_left(starts, sentence.end))
        here = [d for d in dates[place:end] if edtf.parse(d.value).precision in ("day", "month", "interval")]
        if here and not any(span.covers(sentence) for span in closed):
            yield sentence, here
        place = end


def _near(here: list[Date], m: re.Match[str]) -> list[Date]:
    """The dates within reach, which are in the order of the text."""
    first = bisect_left(here, m.start() - 2 * REACH, key=lambda date: date.span[0].start)
    last = bisect_left(here, m.end() + REACH + 1, key=lambda date: date.span[0].start)
    return here[first:last]


def _day_of(page: Page, m: re.Match[str], here: list[Date]) -> Date | None:
    """The nearest date of the same clause."""
    best: tuple[int, Date] | None = None
    for date in here:
        span = date.span[0]
        low, high = (m.end(), span.start) if span.start >= m.end() else (span.end, m.start())
        if high < low or high - low > REACH or CLAUSE.search(page.text, low, high) or _aside(page, span, m):
            continue
        if best is None or high - low < best[0]:
            best = (high - low, date)
    return best[1] if best else None


def _aside(page: Page, date: Span, m: re.Match[str]) -> bool:
    """Does the date stand in a clause of its own? "Kerrin, which was shelled on Monday, wants talks"."""
    comma = page.text.rfind(",", max(0, date.start - REACH), date.start)
    end = page.text.find(",", date.end, date.end + REACH)
    if comma < 0 or not RELATIVE.match(page.text, comma):
        return False
    return not (comma < m.start() and (end < 0 or m.start() < end))


def _participants(page: Page, sentence: Span, m: re.Match[str]) -> Spans:
    """Who is named right behind it ("with Marn and Dorn"), and the last name before it."""
    behind = page.text[m.end() : min(sentence.end, m.end() + 2 * REACH)]
    after = (MET if m.group().lower() in ("met", "visited", "phoned", "telephoned") else WITH).match(behind)
    places = []
    if after:
        places = [Span(*after.span(group)) for group in ("one", "two") if after[group]]
    people = [Span(m.end() + s.start, m.end() + s.end) for s in places]
    start = max(sentence.start, m.start() - 2 * REACH)
    before = [n for n in NAME.finditer(page.text, start, m.start()) if not CALENDAR.match(n.group())]
    if before and not any(span.overlaps(Span(*before[-1].span())) for span in people):
        people.insert(0, _trimmed(page.text, before[-1]))
    return tuple(
        span for span in people if not CALENDAR.match(span.text(page.text)) and not _is_noun(page, sentence, span)
    )


def _is_noun(page: Page, sentence: Span, span: Span) -> bool:
    """ "Delegations held talks": a plural that opens the sentence is no name."""
    name = span.text(page.text)
    return span.start == sentence.start and name.endswith("s") and " " not in name


def _trimmed(text: str, m: re.Match[str]) -> Span:
    end = m.end()
    if text[m.start() : end].endswith(("'s", "\u2019s")):
        end -= 2
    return Span(m.start(), end)
