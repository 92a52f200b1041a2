"""Where a content begins and ends: in one piece where nobody else speaks between, and not broken off in mid-phrase.

The tagger judges word by word. So it may part "a series of limits, including | that Norr stays away", stop at the first
half of "41,250", and leave a content with the "while" of the clause behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Spans
from onrecord.reading.attribution.passages import Passage, kind_of
from onrecord.reading.page import Page

NARROW = 40  # characters between two parts of a content that are one
MARKS = re.compile(r"[\"\u201c\u201d\u2018\u00ab\u00bb()]|[.!?]\s")
# "They may act – how, they left open – if the siege goes on": what a teller puts between dashes is the teller's.
ASIDE = re.compile(r"\s*[\u2014\u2013-]+\s*\w")
# "Esk wants to stay open but | disagrees on the toll"; "Norr calls the strike what | Sund calls it".
DANGLING = re.compile(
    r"(?<![\s,;:\u2014\u2013-])[\s,;:\u2014\u2013-]+"
    r"(?:(?:and|but|or|nor|(?<!\ba )while|whereas|although|because|including|such as)"
    r"|(?:(?:of|in|to|for|with|from|by|on|at|about|through|under|as|and|but) )?(?:which|what|who|whom|whose))$"
)
GOES_ON = re.compile(r"(?:\s*,)?\s+[\w\"\u201c\u2018]|,")
# "enriched to a level close to | the limit": a word that asks for another behind it.
ASKING = re.compile(
    r"\s(?:the|an?|of|to|at|into|from|with|than|for|by|its|their|our|my|is|are|was|were|be|been|has|have|had|will|"
    r"would|could|should|might|must)$"
)
FOLLOWING = re.compile(r"\s+\w")
STOP = re.compile(r"[,;:!?()\"\u201c\u201d\u2018\u2014\u2013]|\.(?!\d)")
LONGEST_REST = 60  # characters
LONGEST_WORD = 40  # characters: a script without spaces has no words to end at
BROKEN = re.compile(r"(?<=\w)\w+(?:[.,]\d+)*|(?<=\d)(?:[.,]\d+)+")


def with_whole_contents(page: Page, passages: list[Passage]) -> list[Passage]:
    """The same passages, the contents that the tagger found mended at their edges."""
    told = sorted(span for p in passages for span in (*p.source, *p.cue))
    taken = sorted(span.start for p in passages for span in (*p.source, *p.cue, *p.content))
    return [_mended(page, one, told, taken) if one.is_tagged else one for one in passages]


def _mended(page: Page, passage: Passage, told: Sequence[Span], taken: Sequence[int]) -> Passage:
    parts = passage.content if passage.kind == "direct" else _joined(page, _saying(page.text, passage.content), told)
    *before, last = (_unbroken(page.text, part, taken) for part in parts)
    if passage.kind != "direct" and passage.cue:
        last = _rounded(page, last, taken)
    content = (*before, last)
    return passage if content == passage.content else replace(passage, content=content, kind=kind_of(page, content))


def _saying(text: str, parts: Spans) -> Spans:
    """Without a last part that is only the "what" of a clause of somebody else's."""
    alone = len(parts) > 1 and DANGLING.fullmatch(f" {parts[-1].text(text)}") and GOES_ON.match(text, parts[-1].end)
    return parts[:-1] if alone else parts


def _joined(page: Page, parts: Spans, told: Sequence[Span]) -> Spans:
    """Parts of one sentence are one where no more than a few words stand between, and no one's source or verb."""
    out = [parts[0]]
    for part in parts[1:]:
        if _is_near(page, out[-1].end, part.start, told):
            out[-1] = Span(out[-1].start, part.end)
        else:
            out.append(part)
    return tuple(out)


def _is_near(page: Page, end: int, start: int, told: Sequence[Span]) -> bool:
    if start - end > NARROW or page.sentence_at(end - 1) != page.sentence_at(start):
        return False
    if MARKS.search(page.text, end, start) or ASIDE.match(page.text, end, start):
        return False
    at = bisect_left(told, start, key=lambda span: span.start)
    return not any(one.end > end for one in told[max(0, at - 3) : at])


def _unbroken(text: str, part: Span, taken: Sequence[int]) -> Span:
    """With the rest of its last word or number, as far as that is no one else's."""
    at = bisect_left(taken, part.end)
    rest = BROKEN.match(text, part.end, min([part.end + LONGEST_WORD, *taken[at : at + 1]]))
    return Span(part.start, rest.end()) if rest else part


def _rounded(page: Page, part: Span, taken: Sequence[int]) -> Span:
    """Without a conjunction or relative at its end; and with what a last "the" or "of" asks for."""
    text = page.text
    if (loose := DANGLING.search(text, part.start, part.end)) and GOES_ON.match(text, part.end):
        return Span(part.start, loose.start()) if loose.start() > part.start else part
    if ASKING.search(text, part.start, part.end) and FOLLOWING.match(text, part.end):
        at = bisect_left(taken, part.end)
        limit = min([page.sentences[page.sentence_at(part.end - 1)].end, *taken[at : at + 1]])
        stop = STOP.search(text, part.end, limit)
        end = len(text[: stop.start() if stop else limit].rstrip())
        if part.end < end <= part.end + LONGEST_REST:
            return Span(part.start, end)
    return part
