"""What was said before the news that a report brings: earlier acts, told of in passing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.attaching import AFTER, NOT_THEN, anchor, around
from onrecord.reading.when.telling import UNKNOWN, SaidOn, Told

SOON = re.compile(
    r"\b(?:within (?:the hour|hours|minutes)|(?:minutes|hours) (?:earlier|later)"
    r"|(?:the|that) same (?:day|morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:recent(?:ly)?|previously|once|in the past|years? ago|months? ago|at the time"
    r"|(?:in|at|during)\s(?:an?|his|her|their)\s(?:earlier|previous)"
    r"|during\s(?:\w+\s){0,3}(?:campaign(?:ing)?|first term|tenure)|campaign trail|as a candidate)\b",
    re.IGNORECASE,
)
# "In 2029 the board moved", "on March 3", "ten years ago"; not "the 2029 treaty", nor "on Friday".
THEN = re.compile(r"\b(?:in|during|back in|(?P<day>on))\s(?:the\s|late\s|early\s|mid-?)?$", re.IGNORECASE)
LONG_AGO = re.compile(r"(?:late|early|mid)?\s?(?:last|earlier|previous)\b|.*\bago$", re.IGNORECASE)
DIGIT = re.compile(r"\d")
# "Following the call, Marn said": on the day of the call that was told of before.
AFTER_IT = re.compile(
    r"\W*(?:After|Following)\s(?:the|that|their|this)\s(?:\w+\s)?(?:call|conversation|meeting|talks|summit)\s?,"
)
NEAR = 2  # sentences within which the day that the reporter told of holds
LONG = timedelta(days=4)


def tells_another_time(page: Page, one: Told) -> bool:
    """ "Marn said at the time", "Marn once said": not on the day that was told of before."""
    sentence = around(page, anchor(one.passage))
    return is_told_again(page, one) or any(
        not lies_in(one.passage.content, Span(*m.span()))
        for m in VAGUE.finditer(page.text, sentence.start, sentence.end)
    )


def is_told_again(page: Page, one: Told) -> bool:
    """ "Marn had said", "the fleet sailed after Marn said": before what is told around it."""
    sentence, start = around(page, anchor(one.passage)), anchor(one.passage).start
    if one.aspect == "had said":
        return not SOON.search(page.text, sentence.start, sentence.end)
    if one.passage.source:
        start = min(start, one.passage.source[0].start)
    after = AFTER.search(page.text[sentence.start : start]) if sentence.start < start else None
    return after is not None and not after["soon"]


class TimesTold:
    """The times of which a report tells in its own words, in the order of its text."""

    def __init__(self, page: Page, told: Sequence[Told], dates: Sequence[Date]) -> None:
        spoken = sorted(part for one in told for part in one.passage.content)
        self._page = page
        self._every = [date for date in dates if not lies_in(spoken, date.span[0])]
        self._dates = [date for date in self._every if _is_adverb(page, date)]
        self._starts = [date.span[0].start for date in self._dates]

    def is_long_before(self, one: Told, said: SaidOn) -> bool:
        """Was the time of which the reporter told last, in its sentence or the two before, days before that day?

        "In 2029 the board moved to Kerrin. Marn called it a mistake", in a report of a day in 2031.
        """
        given = edtf.earliest(said[0]) if said[0] else None
        first = self._page.sentences[max(0, one.sentence - NEAR)].start
        low, high = bisect_left(self._starts, first), bisect_right(self._starts, anchor(one.passage).start)
        if given is None or low >= high or any(span.start >= self._starts[high - 1] for span in said[1]):
            return False
        last = edtf.latest(self._dates[high - 1].value)
        return last is not None and given - last >= LONG

    def of_talks(self, one: Told) -> SaidOn:
        """The day of talks that were told of right before: "They spoke on Monday. Following the call, Marn said"."""
        sentence = self._page.sentences[max(0, one.sentence)]
        if not AFTER_IT.match(self._page.text, sentence.start):
            return UNKNOWN
        first = self._page.sentences[max(0, one.sentence - 1)].start
        near = [date for date in self._every if first <= date.span[0].start < sentence.start]
        days = [date for date in near if edtf.day_of(date.value)]
        return (days[-1].value, days[-1].span) if days else UNKNOWN


def _is_adverb(page: Page, date: Date) -> bool:
    start, words = date.span[0].start, date.span[0].text(page.text)
    before = page.text[max(0, start - 16) : start]
    if NOT_THEN.search(before):
        return False
    then = THEN.search(before)
    return bool(LONG_AGO.match(words) or (then and (not then["day"] or DIGIT.search(words))))
