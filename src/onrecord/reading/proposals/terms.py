"""The terms of a proposal: how long it would last, what it would cover, who would watch over it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.model.proposal import Term
from onrecord.reading.proposals.phrases import Phrase
from onrecord.reading.proposals.words import NUMBERS, UNITS

_N = rf"(?:\d+|an?|{'|'.join(NUMBERS)})"
_UNITS = "|".join(sorted(UNITS))
_LASTS = re.compile(
    r"(?:\s(?:of|for|lasting)|[^.;:“”\"]{0,60}?\s(?:lasting|to last|(?:would|will|could|should) (?:last|run)(?: for)?|"
    r"for an initial|for a period of))\s(?:at least\s|up to\s|an initial\s|about\s)?"
    rf"(?P<term>{_N}[\s-](?:{_UNITS})s?)\b"
)
_INSIDE = re.compile(rf"(?<![\w-]){_N}[\s\u2013-](?:{_UNITS})s?\b")
_ASIDE = r"(?:,\s[^.;:,“”\"]{1,90},)?"  # "that offer, addressed to both unions, proposes"
_COVERS = re.compile(
    rf"{_ASIDE}(?:,?\s(?:that|which)\s|\s)(?P<term>(?:(?:would|will|could|should)\s(?:(?:also|first)\s)?(?:have\s)?)?"
    r"(?:include[sd]?|cover(?:s|ed)?|halt(?:s|ed)?|stop(?:s|ped)?|ban(?:s|ned)?|appl(?:y|ies|ied) to|oblige[sd]?|"
    r"call(?:s|ed)? for|require[sd]?|allow(?:s|ed)?|provide[sd]? for|freez(?:e|es)|envisage[sd]?|foresees?|"
    r"extend(?:s|ed)? to|proposes?|offers?(?!\s(?:hope|little|no|a\schance)\b)|grants?|guarantees?|promises?)\s)"
)
# "The offer gives each a raise. It also proposes six days of leave."
_ALSO = re.compile(
    r"it\s(?:also\s|would\salso\s|would\s|further\s)+(?P<term>(?:include|cover|halt|stop|ban|call for|require|"
    r"allow|provide|propose|offer|grant|guarantee|promise|extend|free|lift|raise|give)(?:s|d|ed|es)?\s)"
)
OPENING = 16  # characters into its sentence within which a proposal is what the sentence is about
_COVERING = re.compile(
    r",?\s(?P<term>(?:covering|halting|banning|limited to|requiring|calling for|including|freezing|under which|whereby|"
    r"in which)\s)"
)
_TO_DO = re.compile(
    r"\s(?P<term>(?:to\s(?!(?:be|the|an?|its?|his|her|their|our|this|that|all|both|any)\b)[a-z]+|for\s[a-z]+ing)\s)"
)
_WATCHED = re.compile(
    r"[^.;:“”\"]{0,80}?\b(?P<term>(?:monitored|supervised|overseen|verified|policed|enforced|guaranteed|observed)\s"
    r"(?:\w+ly\s)?by\s)"
)
_UNDER = re.compile(
    r"[^.;:“”\"]{0,60}?\s(?P<term>under\s(?:[\w’'.-]+\s){1,5}?(?:supervision|monitoring|auspices|observation|guarantees?))\b"
)
_END = re.compile(
    r"\s?(?:[;:!?()\u2014\n]|\.(?!\d))|,?\s?[”\"]|\s?,\s(?:but|and|which|while|who|said|says|according|a\s|as\s|he\s|she\s|they\s|it\s)|"
    r",\s(?:[\w.’'-]+\s){0,4}?(?:said|says|told|added|announced|according)\b|"
    r"\s(?:he|she|they|it|officials?|sources?)\s(?:said|told|added)\b|$"
)
_END_OF_DOING = re.compile(rf"{_END.pattern}|\s(?:could|would|will|is|was|were|are|has|had|--)\s")
_END_OF_WATCHING = re.compile(rf"{_END.pattern}|\s?,\s")
LONGEST = 160


def terms_of(low: str, sentence: Span, phrase: Phrase) -> Iterator[Term]:
    """Terms that the phrase itself or the rest of its sentence tells, by place."""
    if inside := _INSIDE.search(low, *phrase.span):
        yield Term("duration", Span(*inside.span()))
    elif lasts := _LASTS.match(low, phrase.span.end, sentence.end):
        yield Term("duration", Span(*lasts.span("term")))
    for pattern in (_COVERS, _COVERING, _TO_DO) if phrase.kind in ("plan", "memorandum") else (_COVERS, _COVERING):
        if covers := pattern.match(low, phrase.span.end, sentence.end):
            end = _END_OF_DOING if pattern is _TO_DO else _END
            span = _clause(low, Span(*covers.span("term")), sentence.end, end)
            if span.end - span.start > len(covers["term"]) + 2:
                yield Term("scope", span)
                break
    if watched := _WATCHED.match(low, phrase.span.end, sentence.end):
        yield Term("monitors", _clause(low, Span(*watched.span("term")), sentence.end, _END_OF_WATCHING))
    elif under := _UNDER.match(low, phrase.span.end, sentence.end):
        yield Term("monitors", Span(*under.span("term")))


def terms_after(low: str, sentence: Span, phrase: Phrase, following: Span) -> Iterator[Term]:
    """What the next sentence adds, where this one is about the proposal: "It would also free the ports"."""
    if phrase.kind == "accord" or phrase.span.start - sentence.start > OPENING:
        return
    if also := _ALSO.match(low, following.start, following.end):
        yield Term("scope", _clause(low, Span(*also.span("term")), following.end, _END))


def _clause(low: str, opening: Span, sentence_end: int, ends: re.Pattern[str]) -> Span:
    """To the end of the clause, or at a word's end if it is long."""
    limit = min(sentence_end, opening.start + LONGEST)
    end = ends.search(low, opening.end, limit)
    stop = end.start() if end else limit
    if stop == limit < sentence_end and " " in low[opening.end : limit]:
        stop = low.rfind(" ", opening.end, limit)
    return Span(opening.start, max(stop, opening.end - 1))
