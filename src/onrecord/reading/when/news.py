"""What was said for the press without a day: about the day of the news that the report brings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from onrecord.model import Date, edtf
from onrecord.reading.page import Page
from onrecord.reading.when.attaching import anchor, around
from onrecord.reading.when.earlier import VAGUE, TimesTold, is_told_again
from onrecord.reading.when.telling import DIGRESSION, LEAD, SaidOn, Told

NEWS = timedelta(days=2)
FOR_THE_PRESS = re.compile(
    r"\b(?:(?:told|informed)\s(?:reporters|journalists|the press|the media)"
    r"|(?:press|news|media)\s(?:conference|briefing)"
    r"|[Ii]n an?\s(?:\w+\s)?(?:post|statement|speech|tweet|message|interview|address)"
    r"|[Oo]n\s(?:X|Twitter|Truth Social|Telegram|social media)|tweeted|posted|[Ss]peaking\s(?:at|to|in|from|after)"
    r"|interview with"
    r"|(?:[Ff]ollowing|[Aa]fter)\s(?:a|the|their|his|her)\s(?:\w+\s){0,2}(?:call|meeting|talks|conversation|summit)s?)\b"
)


def from_news(
    page: Page, in_order: list[Told], dates: Sequence[Date], published: str | None, told_of: TimesTold
) -> None:
    """Words for the press, undated in a report of that very week, were spoken about the last day that it tells of.

    "Following a call with Dorn, Marn told reporters ...": approximate, as nothing but the report's own news dates it.
    """
    news = _news(dates, published)
    if news is None:
        return
    said: SaidOn = (edtf.roughly(news.value), news.span)
    heard: set[str] = set()
    vague: dict[str, int] = {}
    open_ones = [o for o in in_order if o.said[0] is None and o.outer is None and o.aspect == "said" and o.speaker]
    open_ones = [o for o in open_ones if not (is_told_again(page, o) or told_of.is_long_before(o, said))]
    for one in open_ones:
        sentence = around(page, anchor(one.passage))
        if VAGUE.search(page.text, sentence.start, sentence.end):
            vague[one.speaker or ""] = one.sentence
        elif one.sentence - vague.get(one.speaker or "", -9) <= DIGRESSION:
            continue
        elif FOR_THE_PRESS.search(page.text, sentence.start, sentence.end):
            one.said = said
            heard.add(one.speaker or "")
    lead = [o for o in in_order if o.said[0] is None and o.outer is None and o.sentence < LEAD and o.aspect == "says"]
    for one in (*open_ones, *lead):
        near_vague = one.speaker in vague and abs(one.sentence - vague[one.speaker]) <= DIGRESSION
        if one.said[0] is None and one.speaker in heard and not near_vague:
            one.said = said


def _news(dates: Sequence[Date], published: str | None) -> Date | None:
    """The last day told of, if the report was published on it or on one of the two days after it."""
    last = edtf.day_of(published)
    if last is None:
        return None
    days = [(day, date) for date in dates if (day := edtf.day_of(date.value)) and (last - day) <= NEWS and day <= last]
    return max(days, key=lambda each: each[0])[1] if days else None
