"""The dates that a report names, with what is to be seen of each wherever a statement stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.when.attaching import NOT_THEN
from onrecord.reading.when.setting import Setting

# What people speak at, or on: "after Thursday's hearing", "a survey published in May".
OCCASION = re.compile(
    r"\b(?:conference|briefing|interview|hearing|speech|address|statement|meeting|met|summit|talks|call|session|debate"
    r"|report|study|survey|poll|letter|memo|post|posted|ruling|ruled|decision|opinion|court|announcement|announced|visit"
    r"|event|figures|testimony|testified|appearance|trial|vote|notes?)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"day\b")
PRESENT = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
LAST_WORD = re.compile(r"([\w\u2019']+)\W*$")
PREPOSITIONS = frozenset(
    "on in at late early earlier later since by until from of for before after during last".split()
)
AGES = ((0, "0"), (1, "1"), (2, "2"), (6, "week"), (31, "month"), (366, "year"))  # days before the report's own
BEFORE, AFTER = 90, 60  # characters around a date in which the occasion stands


@dataclass(frozen=True, slots=True)
class Mention:
    """A date of the report's, the index of its sentence, its day without the mark of approximate ones, and features.

    `inside`: it stands among words that are ascribed to somebody.
    """

    date: Date
    sentence: int
    day: str
    precision: str
    marks: tuple[str, ...]
    inside: bool

    @property
    def start(self) -> int:
        return self.date.span[0].start


def mention(page: Page, one: Date, last: date | None, *, inside: bool) -> Mention:
    """`last` is the last day on which the report may have been published."""
    span, sentence = one.span[0], page.sentence_at(one.span[0].start)
    here = page.sentences[max(0, sentence)]
    precision = edtf.parse(one.value).precision
    marks = (
        f"precision {precision}",
        f"words {_kind(span.text(page.text))}",
        f"age {age(one.value, last)}",
        *_surrounds(page.text, one, here),
    )
    return Mention(one, sentence, one.value.rstrip("~"), precision, marks, inside)


def age(value: str, last: date | None) -> str:
    """How long before the report's day, roughly."""
    end = edtf.latest(value)
    if end is None or last is None:
        return "unknown"
    days = (last - end).days
    return next((name for most, name in AGES if days <= most), "more")


def _surrounds(text: str, one: Date, here: Span) -> list[str]:
    span = one.span[0]
    setting = Setting(text, span.start, one.span[-1].end, here, None, None, quoted=False)
    word = LAST_WORD.search(setting.before(16))
    before = word[1].lower() if word else "opens"
    marks = [f"before {before if before in PREPOSITIONS or not word else 'other'}", f"tense {setting.clause_tense()}"]
    if text[span.end : span.end + 2] in ("'s", "\u2019s"):
        marks.append("owns")
    if NOT_THEN.search(text, max(0, span.start - 16), span.start):
        marks.append("not then")
    if OCCASION.search(text, max(here.start, span.start - BEFORE), min(here.end, span.end + AFTER)):
        marks.append("occasion")
    return marks


def _kind(words: str) -> str:
    if PRESENT.search(words):
        return "present"
    if WEEKDAY.search(words):
        return "weekday"
    return "numbers" if any(each.isdigit() for each in words) else "word"
