"""Where a clause ends, by what a paper prints: commas, dashes, quotation marks, "he said"."""

from __future__ import annotations

import re

from onrecord.model import Span

_SAYS = (
    r"(?:said|says|say|added|adds|told|warned|noted|stated|insisted|explained|stressed|tweeted|wrote|reported|argued|"
    r"claimed|according)"
)
# What ends a clause that follows its main clause; after a comma, only some words do.
_HARD_END = re.compile(r"[;:]|\s[\u2014\u2013-]{1,2}\s|\u2014|\)|[\"”»](?=\W|$)|''|``|\s\.\s|\b(?:because|though)\b")
_COMMA = re.compile(r"\s?,[\"”’']*\s*")
_GOES_ON = re.compile(
    r"(?:including|includes|such as|and|or|as well as|especially|particularly|above all|if|unless|nor)\b"
)
_BREAKS = re.compile(
    rf"(?:according|which|who|whose|while|whereas|but|yet|although|though|adding|saying|telling|citing|referring|"
    rf"he|she|they|it|we|you|i|there|then|mr|ms|mrs|an?\s\w+\s{_SAYS}|(?:[\w.’'-]+\s){{1,5}}{_SAYS})\b"
)
# "If the guild, another party to the suit, walks out": the clause goes on behind it.
_APPOSED = re.compile(
    rf"(?:another|an?|the|who|which)\s(?![^,;.]*\b{_SAYS}\s?,)[^,;.]{{3,70}}?\s?,\s"
    r"(?!(?:and|but|then|he|she|they|it|we|i|you)\b)"
)
_SUBJECT = re.compile(r"(?:that|this|it|he|she|they|we|you|i)\s\w")
_ITEM = re.compile(r"(?:[^,;.]{2,70},\s){0,3}[^,;.]{2,70},?\s(?:and|or)\s")
_FINITE = re.compile(
    r"\b(?:will|would|can|could|may|might|shall|should|must|is|are|was|were|be|has|have|had|do|does|did|there|it)\b|['’]ll\b|['’]re\b"
)


SHORT = 6  # words from which on a clause may be whole before its first comma


def _hard_end(low: str, start: int, limit: int) -> int:
    """The first mark that ends a clause; a phrase quoted inside it ('an "abject" failure') does not."""
    at = start
    while hard := _HARD_END.search(low, at, limit):
        mark, inside = hard.group(), low[start : hard.start()]
        if mark in ('"', "”", "''"):
            opened = inside.rfind("“" if mark == "”" else "``" if mark == "''" else '"')
            if opened >= 0:
                at = hard.end()
                continue
            if mark == '"' and (closing := low.find('"', hard.end(), limit)) > 0 and low[hard.start() - 1].isspace():
                at = closing + 1
                continue
        elif mark == "``":
            at = hard.end()
            continue
        return hard.start()
    return limit


def clause_end(low: str, start: int, limit: int) -> int:
    """Where a clause that opens at `start`, behind its main clause, ends; never after `limit`."""
    end, passed = _hard_end(low, start, limit), False
    for comma in _COMMA.finditer(low, start, end):
        after = comma.end()
        if _GOES_ON.match(low, after, end):
            continue
        if passed or (low.count(" ", start, comma.start()) < SHORT and _APPOSED.match(low, after, end)):
            passed = not passed
            continue
        if _BREAKS.match(low, after, end) or not _ITEM.match(low, after, end):
            return comma.start()
    return end


def fronted_end(low: str, start: int, limit: int) -> int:
    """Where a clause that opens its sentence ends: at the comma before the main clause, or with the sentence."""
    end, passed = _hard_end(low, start, limit), False
    for comma in _COMMA.finditer(low, start, end):
        after = comma.end()
        if passed or (low.count(" ", start, comma.start()) < SHORT and _APPOSED.match(low, after, end)):
            passed = not passed
            continue
        main = _FINITE.search(low, after, min(end, after + 60)) or _SUBJECT.match(low, after, end)
        if main and not _GOES_ON.match(low, after, end):
            return comma.start()
    return end


def opens_clause(low: str, sentence: Span, at: int) -> bool:
    """Whether only quotation marks and joining words stand before this place in its sentence, or in its quotation."""
    before = low[sentence.start : at]
    return bool(re.search(r"(?:^|[\"“‘:;—–]|``)[\s\"“‘'`]*(?:(?:and|but|so|now|well|because|that)\s)?,?\s*$", before))


def trimmed(low: str, start: int, end: int) -> Span:
    """Without the white space, commas and closing marks at its edges."""
    while start < end and (low[start].isspace() or low[start] in ",;:—–-"):
        start += 1
    while end > start and (low[end - 1].isspace() or low[end - 1] in ".,;:!?—–-\"”’'»…"):
        end -= 1
    return Span(start, end)


def list_items(low: str, span: Span) -> tuple[Span, ...]:
    """The items of a list inside the span, where it lists: 'including X, Y and Z' gives X, Y and Z.

    Where nothing is listed, the span itself.
    """
    head = re.search(r"(?:,?\s(?:including|such as|namely|among them)\b|:)\s?", low[span.start : span.end])
    if head is None:
        return (span,)
    start = span.start + head.end()
    ends = [match.span() for match in re.finditer(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", low[start : span.end])]
    items, at = [], start
    for left, right in ends:
        items.append(trimmed(low, at, start + left))
        at = start + right
    items.append(trimmed(low, at, span.end))
    return tuple(item for item in items if item.end - item.start > 2) or (span,)
