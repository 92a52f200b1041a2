"""What stood beside a report's text and was run into it when the page lost its lines: picture credits, link headlines.

"The bridge in 2031. (credit: ANNA ROE) The mayor said ..."; "MAYOR CALLS FOR CALM AFTER BRIDGE FALLS The council met".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.model import Span, Spans

WORD = r"(?:[A-Z\u00c0-\u00de][\w.&\u2019'-]*|\d+)"
WORDS = rf"{WORD}(?:[ ,]{WORD}){{0,5}}"
# "(credit: ANNA ROE)", "(Photo by Anna Roe)", "(AP Photo/Anna Roe)", "(Anna Roe/Getty Images)", "(Getty Images)"
CREDIT = (
    r"\((?i:(?:photo |picture |image |illustration |video )?credits?:"
    r"|(?:photo|picture|image|illustration|video)(?: by|:)|courtesy(?: of|:)|file photo)\s?[^()\n]{0,90}\)"
    rf"|\( ?{WORDS} ?/[^()\n]{{1,70}}\)|\[(?:File: ?)?{WORDS} ?/[^\[\]\n]{{1,70}}\]"
    r"|\((?:[^\s()]+ ){0,8}(?:Images|Photo|Photos|AP|AFP|Reuters|REUTERS|TASS|EPA)\)"
)
# "(Anna Roe City of Esk)" is a credit only between two sentences.
BARE = rf"\({WORD}(?: (?:of|the|de|van|{WORD})){{1,7}}\)"
OPENING = r"(?=\s+[A-Z\"\u201c\u2018])"
# "... in Esk, May 3, 2031.  (credit: TORLAND PRESS (ESK) VIA TESK) The mayor said"
AFTER_STOP = r"(?:(?<=[.!?\"\u201d][ \u00a0])|(?<=[.!?\"\u201d][ \u00a0]{2}))"
NAMED = r"\((?:photo )?credit:(?:[^()\n]|\([^()\n]{1,40}\)){1,90}\)"
IN_LINE = re.compile(rf"{AFTER_STOP}(?:{CREDIT}){OPENING}|(?:(?<=\S[ \u00a0])|(?<=\S[ \u00a0]{{2}})){NAMED}")
# Behind a caption with a paragraph to itself, where an agency alone may have sent the words: "(AP Photo/Ona Marn)".
AT_END = re.compile(rf"(?:{AFTER_STOP}|(?<=\w ))(?:{CREDIT})$")
NAMES_PICTURE = re.compile(r"/|\b(?:photo|picture|image|illustration|video|credit|courtesy|getty)", re.IGNORECASE)
AT_START = re.compile(rf"(?:{CREDIT}|{BARE}){OPENING}\s+")
PICTURE = re.compile(rf"{CREDIT}|{BARE}|{NAMED}")
WITHIN = re.compile(rf"(?:{CREDIT})\s+")
SHOUTED_WORD = (
    r"[\"'\u2018\u2019(]?(?:[A-Z][A-Z\d.,'\u2019&:;!?%$()/-]*|[\d$][\d.,%]*[A-Z]*['\u2019]?)|[-\u2013\u2014|]"
)
SHOUTED = re.compile(rf"(?:(?:{SHOUTED_WORD})(?:\s+|$)){{5,}}")
SHORT_NAME = re.compile(r"\S{1,4}\s+$")
OPENS = re.compile(r"(?:\bA|(?<!\S)(?:[A-Z]\.){2,3})\s+$")
LONGEST = 160  # characters of a credit
FEWEST = 28  # characters of a headline
LOUD = 0.3  # share of capitals above which a report is one that shouts


def run_in(text: str, sentences: Spans, quotations: Spans) -> Iterator[tuple[Span, bool]]:
    """Each credit and each headline in capitals at the beginning of a sentence, and whether it is a headline."""
    if "(" not in text and not SHOUTED.search(text):
        return
    opened = [span.start for span in quotations]
    quiet = _is_quiet(text)
    for sentence in sentences:
        at = bisect_right(opened, sentence.start) - 1
        if at < 0 or sentence.start >= quotations[at].end:
            yield from _heads(text, sentence, quiet)
        if quiet:
            yield from _behind_credits(text, sentence)


def credits_between(text: str, paragraphs: Spans) -> Iterator[Span]:
    """The credits that stand within a line, or at its end, behind the caption of a picture."""
    if "(" in text or "[" in text:
        for line in paragraphs:
            yield from (Span(*found.span()) for found in IN_LINE.finditer(text, *line))
            yield from _at_end(text, line)


def _at_end(text: str, line: Span) -> Iterator[Span]:
    if text[line.end - 1] in ")]":
        found = AT_END.search(text, max(line.start, line.end - LONGEST), line.end)
        if found and NAMES_PICTURE.search(found.group()):
            yield Span(*found.span())


def is_of_picture(credit: str) -> bool:
    """Whether a line that gives credit gives it for a picture, as those in brackets do."""
    return PICTURE.fullmatch(credit) is not None


def _heads(text: str, sentence: Span, quiet: bool) -> Iterator[tuple[Span, bool]]:
    at = sentence.start
    while at < sentence.end:
        if credit := AT_START.match(text, at, sentence.end):
            yield Span(at, at + len(credit.group().rstrip())), False
            at = credit.end()
        elif quiet and (end := _headline_end(text, at, sentence.end)):
            yield Span(at, at + len(text[at:end].rstrip())), True
            at = end
        else:
            return


def _behind_credits(text: str, sentence: Span) -> Iterator[tuple[Span, bool]]:
    """Captions may lack a stop: 'Ada Roe, left, with Jan Orm (Esk Images) MAYOR CALLS FOR CALM The council'."""
    for credit in WITHIN.finditer(text, sentence.start + 1, sentence.end):
        if end := _headline_end(text, credit.end(), sentence.end):
            yield Span(credit.start(), credit.start() + len(credit.group().rstrip())), False
            yield Span(credit.end(), credit.end() + len(text[credit.end() : end].rstrip())), True


def _headline_end(text: str, start: int, end: int) -> int | None:
    """Where a headline in capitals ends. Of what follows are a short word before small letters, "A" and "U.N."."""
    found = SHOUTED.match(text, start, end)
    if found is None:
        return None
    stop = found.end()
    following = SHORT_NAME if text[stop:end][:1].islower() else OPENS
    if name := following.search(text, start, stop):
        stop = name.start()
    ending = text[start:stop].rstrip()
    label = ending.endswith(":") or (ending.endswith(("\u2014", "\u2013", "-")) and ending.count(" ") < 8)
    return stop if stop - start >= FEWEST and not label and not text[stop:end][:1].islower() else None


def _is_quiet(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals < LOUD * max(1, sum(map(str.isalpha, text)))
