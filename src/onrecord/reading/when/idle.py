"""Dates that tell of nothing that was said: of photographs, of opening hours, and a "today" that is the present."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Date
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in

FAR = 180  # characters from the date to the end of the credit
# "... at the lock on May 3, 2031. (Torland Press Photo/Ona Marn)", "(credit: O. Marn)": agencies' names are open facts.
CREDIT = re.compile(
    r"(?:[^()\"“”\n.!?]|[.](?!\s+[A-Z0-9])){0,130}\s*\((?:[^()]{0,60}\b)?(?:credit|photo|image|images|getty|ap|reuters|afp|epa|handout|via|illustration"
    r"|associated\spress|anadolu|bloomberg|xinhua)\b[^()]{0,80}(?:\([^()]{0,40}\)[^()]{0,40})?\)",
    re.IGNORECASE,
)
# "... at the lock on May 3. (Ona Marn)": who took the picture
BY = re.compile(r"\.?\s\((?:[A-Z][\w.'\u2019-]{1,30}(?:\s|(?=[/)]))){2,4}(?:/[^()]{2,40})?\)")
# "Marn said on Monday (photo)" is no caption: what it tells is told.
TELLS = re.compile(r"\b(?:said|says|told|announced|added|warned)\b")
# "Monday - Friday, 6:00 PM"
HOURS = re.compile(r"[A-Z][a-z]+day\s?[-\u2013]\s?[A-Z][a-z]+day\b")
# "on a Thursday in March": some Thursday
SOME = re.compile(r"\b[Oo]n an?\s$")
# "the board that it is today", "would be alive today", "safer today than in May", "today's youth"
IS_NOW = re.compile(r"\b(?:is|be|been|alive|living|still\s[a-z]+ing)\s$")
NOW = re.compile(r"\s(?:than|still)\b|['\u2019]s\s(?:world|society|standards|youth|generation|technology|politics)\b")


def without_idle(page: Page, dates: Iterable[Date]) -> list[Date]:
    """The dates, but for those of captions (what stands between them and the end of their sentence is a credit), of
    hours, for "on a Thursday", and for a "today" that means the present."""
    idle = (_is_caption, _is_hours, _is_no_day)
    return [date for date in dates if not any(is_so(page, date) for is_so in idle)]


def _is_hours(page: Page, date: Date) -> bool:
    start, end = date.span[0].start, date.span[-1].end
    return any(m.start() < end and start < m.end() for m in HOURS.finditer(page.text, max(0, start - 14), end + 14))


def _is_no_day(page: Page, date: Date) -> bool:
    start, end = date.span[0].start, date.span[-1].end
    if SOME.search(page.text, max(0, start - 6), start):
        return True
    if page.text[start:end].lower() != "today":
        return False
    return bool(IS_NOW.search(page.text, max(0, start - 20), start) or NOW.match(page.text, end))


def _is_caption(page: Page, date: Date) -> bool:
    end = date.span[-1].end
    if lies_in(page.captions, date.span[0]):
        return True
    credit = CREDIT.match(page.text, end, end + FAR) or BY.match(page.text, end, end + FAR)
    return credit is not None and not TELLS.search(page.text, end, credit.end())
