"""Dates of photographs: a caption's date tells when the picture was taken, and nothing of what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Date
from onrecord.reading.page import Page

FAR = 180  # characters from the date to the end of the credit
# "... at the lock on May 3, 2031. (Torland Press Photo/Ona Marn)", "(credit: O. Marn)": agencies' names are open facts.
CREDIT = re.compile(
    r"(?:[^()\"“”\n.!?]|[.](?!\s+[A-Z0-9])){0,130}\s*\((?:[^()]{0,60}\b)?(?:credit|photo|image|images|getty|ap|reuters|afp|epa|handout|via|illustration"
    r"|associated\spress|anadolu|bloomberg|xinhua)\b[^()]{0,80}(?:\([^()]{0,40}\)[^()]{0,40})?\)",
    re.IGNORECASE,
)
# "Marn said on Monday (photo)" is no caption: what it tells is told.
TELLS = re.compile(r"\b(?:said|says|told|announced|added|warned)\b")


def without_captions(page: Page, dates: Iterable[Date]) -> list[Date]:
    """The dates, but for those of captions: what stands between them and the end of their sentence is a credit."""
    return [date for date in dates if not _is_caption(page, date)]


def _is_caption(page: Page, date: Date) -> bool:
    end = date.span[-1].end
    credit = CREDIT.match(page.text, end, min(len(page.text), end + FAR))
    return credit is not None and not TELLS.search(page.text, end, credit.end())
