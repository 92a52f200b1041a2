"""Who made a proposal, and when, by the words around it: "a truce proposed by Norland on Monday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Date, Span, Spans
from onrecord.model.proposal import Maker
from onrecord.reading.proposals.cast import Cast
from onrecord.reading.proposals.phrases import Phrase
from onrecord.reading.proposals.words import MAKING

_BY = re.compile(
    rf",?\s(?:(?:that|which)\s)?(?:(?:was|were|is|are|has been|had been|have been|being)\s)?(?:\w+ly\s)?(?:{MAKING})"
    r"(?:\s[\w’'-]+){0,3}?\sby\s"
)
# "an offer of talks from Norland"
_FROM = re.compile(r"(?:\s(?:of|for|on)\s(?:[\w-]+\s){0,3}[\w-]+)?(?P<who>\sfrom\s)")
_RELATIVE = re.compile(
    r",?\s(?:that\s|which\s)?(?!(?:before|after|when|while|as|if|because|since|until|in|at|on|but|and|for|to|by)\s)"
    rf"(?P<who>[^,.;:“”\"]{{2,80}}?)\s(?:has\s|have\s|had\s)?(?:\w+ly\s)?(?:{MAKING})"
    r"(?=\s?(?:$|[.,;:]|\s(?:in|on|at|last|this|earlier|to|for|with|during|after|as|and|but|is|was|would|will|has|had|could|"
    r"may|yesterday|today|a|two|three|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b))"
)
_ACTIVE = re.compile(
    rf"\b(?:{MAKING}|propos(?:es|ing)|offers|presents|unveils|floats|suggests|puts forward)\s"
    r"(?:(?:a|an|the|its|his|her|their|what|\w+ly)\s)*$"
)
_BETWEEN = re.compile(
    r"(?:\s(?:has|have|had|also|then|first|earlier|again|\w+ly|on\s\w+day|(?:last|this)\s\w+|is|are|was|were))*\s"
)
_HIS = re.compile(r"\b(?:his|her)\s$")
_AND = re.compile(r"(?:,\s)?\s?and\s(?:the\s|its\s|his\s|her\s)?")
_SAID = re.compile(r"\b(?:said|says|told|called|agreed|accepted|rejected|wants|hoped|backed)\b")
# "We have sent the other side a proposal": the speaker's, or the party's for whom the speaker says "we".
_OURS = re.compile(
    rf"\b(?:we|i)(?:\s?[’']ve|\s?[’']re|\s(?:have|had|are|also|just|already|now|then|first|\w+ly))*\s"
    rf"(?:{MAKING}|made|making|delivered|sent|gave|given|handed over|handed)\s(?:[\w’'-]+\s){{0,4}}$"
)
REACH, NEAR = 90, 45


@dataclass(frozen=True, slots=True)
class Made:
    """The makers that the words tell, with those words; and the day, if they tell one."""

    makers: tuple[Maker, ...] = ()
    evidence: Spans = ()
    day: str | None = None
    day_evidence: Spans = ()


NOBODY = Made()


def made_by(low: str, sentence: Span, phrase: Phrase, cast: Cast, dates: Sequence[Date]) -> Made:
    """Who made it, as its own sentence tells: after it, before it, or in its own adjectives."""
    found = _after(low, sentence, phrase, cast) or _before(low, sentence, phrase, cast)
    found = found or _whose(low, sentence, phrase, cast)
    if found is None or (phrase.makers and not cast.bargains(found[0][0])):
        return Made(phrase.makers, (phrase.span,), *_year(phrase)) if phrase.makers else Made((), (), *_year(phrase))
    makers, evidence = found
    around = Span(min(evidence.start, phrase.span.start), sentence.end)
    day = next((one for one in dates if _is_near(one, around, evidence, phrase)), None)
    if day is None:
        return Made(makers, (evidence,), *_year(phrase))
    return Made(makers, (evidence,), day.value, day.span)


def is_ours(low: str, sentence: Span, phrase: Phrase) -> bool:
    """Whether the speaker tells that it is the speaker's own: "we have put forward a proposal"."""
    opening = phrase.opening or phrase.span.start
    return _OURS.search(low, max(sentence.start, opening - REACH), opening) is not None


def _is_near(date: Date, around: Span, evidence: Span, phrase: Phrase) -> bool:
    span = date.span[0]
    inside = around.covers(span) and not phrase.span.overlaps(span)
    return inside and span.start - max(evidence.end, phrase.span.end) < NEAR


def _year(phrase: Phrase) -> tuple[str | None, Spans]:
    year = next((mark for mark in phrase.marks if len(mark) == len("2024") and mark.isdigit()), None)
    return year, (phrase.span,) if year else ()


def _after(low: str, sentence: Span, phrase: Phrase, cast: Cast) -> tuple[tuple[Maker, ...], Span] | None:
    start, end = phrase.span.end, min(sentence.end, phrase.span.end + REACH)
    if by := _BY.match(low, start, end):
        first = cast.first_in(by.end(), min(sentence.end, by.end() + REACH))
        if first is not None and first[0].start - by.end() <= NEAR:
            return _with_partner(low, cast, first, sentence), Span(by.start(), first[0].end)
    if given := _FROM.match(low, start, end):
        first = cast.first_in(given.end(), min(sentence.end, given.end() + REACH))
        if first is not None and first[0].start - given.end() <= len("the "):
            return _with_partner(low, cast, first, sentence), Span(given.start("who"), first[0].end)
    if relative := _RELATIVE.match(low, start, end):
        first = cast.first_of(*relative.span("who"))
        if first is not None and not _SAID.search(low, *relative.span("who")):
            return _with_partner(low, cast, first, sentence), Span(first[0].start, relative.end())
    return None


def _before(low: str, sentence: Span, phrase: Phrase, cast: Cast) -> tuple[tuple[Maker, ...], Span] | None:
    opening = phrase.opening or phrase.span.start
    active = _ACTIVE.search(low, max(sentence.start, opening - NEAR), opening)
    if active is None:
        return None
    last = cast.last_in(max(sentence.start, active.start() - NEAR), active.start())
    if last is None or not _BETWEEN.fullmatch(low, last[0].end, active.start()):
        return None
    return (last[1],), Span(last[0].start, active.end())


def _whose(low: str, sentence: Span, phrase: Phrase, cast: Cast) -> tuple[tuple[Maker, ...], Span] | None:
    """'Voss could not win the house for her coal plan': hers, where her sentence names nobody else before it."""
    opening = phrase.opening or phrase.span.start
    own = _HIS.search(low, max(sentence.start, opening - len(" their ")), opening)
    persons = cast.persons_in(sentence.start, own.start()) if own else []
    if own is None or len({maker for _, maker in persons}) != 1:
        return None
    return (persons[-1][1],), Span(own.start(), phrase.span.end)


def _with_partner(low: str, cast: Cast, first: tuple[Span, Maker], sentence: Span) -> tuple[Maker, ...]:
    """'by Norland and Torland': both."""
    joined = _AND.match(low, first[0].end, sentence.end)
    second = cast.first_in(joined.end(), sentence.end) if joined else None
    if joined and second and second[0].start == joined.end() and second[1].party != first[1].party:
        return first[1], second[1]
    return (first[1],)
