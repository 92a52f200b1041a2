"""Which date of its own sentence says when a statement was made, and which dates tell of other things."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, Protocol

from onrecord.model import Date, Span, Spans, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.opening import (
    COARSE_LEADS,
    LEADS_ELSEWHERE,
    SPOKEN_AT,
    WHEN,
    is_bare_year,
    is_opening,
    opens_with,
)


class Passage(Protocol):
    """A statement's places: who (source), the words that ascribe (cue), and what is ascribed (content)."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...


Aspect = Literal["said", "says", "has said", "had said", "will say"]

FAR = 500  # characters
REACH = 90  # characters between a cue and the date that belongs to it
# Between these and the date stands no act of speaking: "in office since January", "by Friday", "a vote of 2019".
NOT_THEN = re.compile(
    r"\b(?:since|until|till|by|from|before|of|for|through|between|over|than|due|scheduled|to)\s+(?:the\s+)?$"
)
OTHER_CLAUSE = re.compile(
    r"^\W*(?:(?:even|just|only|shortly|soon|right|hours|days|minutes|weeks|months|two|three)\s)*"
    r"(?:who|whom|whose|which|where|that|when|since|before|until|because|although|though|as|despite|but|if|ahead of)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r",\s(?:who|whom|whose|which|where)\b")
AFTERMATH = re.compile(
    r"^\W*(?:(?:shortly|soon|right|just|hours|minutes|immediately|a day|the day)\s)*"
    r"(?:after|following|during|at|in|on|upon)\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:was|were|is|are|has|had|will|would|began|ended|struck|killed|took place|came|broke|made|held)\b"
)
# "On Friday the ferry sailed after Marn said": what she said is another act, and was before.
AFTER = re.compile(
    r"\b(?P<soon>(?:shortly|immediately|right|(?:an|one) hour|minutes|moments)\s)?(?:after|since)\s+(?:having\s)?$",
    re.IGNORECASE,
)
# "On Thursday, “we agree,” she said"
OF_WORDS_TOO = re.compile(r"\s?,\s(?:[\"\u201c`]|['\u2018]{1,2}\w)")
AS_LATE_AS = re.compile(r"\bas (?:recently|late|early|far back) as\b")
SPOKEN_DAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
# "the Kerrin of today", "from the war until today": no day at all, but the present.
THE_PRESENT = re.compile(r"\b(?:of|until|till|to|unlike|than)\s$", re.IGNORECASE)

# A document says what it says on the day that it is of: "a report published in January concluded", "in a letter dated".
ISSUED = re.compile(
    r"\b(?:published|released|issued|dated|posted|sent|signed|aired|broadcast)(?:\s(?:late|early|earlier))?"
    r"(?:\s(?:in|on|by))?\s+$"
)
SPEAKING = re.compile(r"\W*(?:speaking|in an?|writing)\b", re.IGNORECASE)
BESIDE = 12  # characters between a source and the word that tells that it was issued
# "declared a blockade on May 4": what is told is a thing, and the day that follows is that of the telling.
ON_DAY = re.compile(r"\s(?:on\s|late\s(?:on\s)?|early\s(?:on\s)?)?$")
CLAUSE_IN_CONTENT = re.compile(
    r"^(?:that|to|if|whether|how|why|what|who|it|he|she|they|there|we)\b|\b(?:will|would|is|are|was|were|has|have|had)\b"
    r"|[\"“”]|\b(?:meeting|talks|summit|visit|vote|hearing|election|call|session|event|conference|deadline)s?\b",
    re.IGNORECASE,
)
DECLARES = re.compile(
    r"^(?:(?:had|has|have)\s)?(?:declared|announced|imposed|unveiled|proclaimed|rejected|condemned|denounced|accepted|endorsed"
    r"|approved|issued|denied|backed|welcomed|criticised|criticized|demanded|proposed|defended|praised|hailed)$",
    re.IGNORECASE,
)
# "blamed the board on Tuesday for the flood": of whom is spoken, the day of speaking, then what for.
JUDGES = re.compile(
    r"^(?:(?:had|has|have|also)\s)*(?:accused|blamed|blasted|condemned|congratulated|criticised|criticized|defended"
    r"|denounced|hailed|lambasted|mocked|praised|rebuked|ridiculed|roasted|scolded|slammed|thanked|urged|warned)$",
    re.IGNORECASE,
)
WHAT_FOR = re.compile(r"\s(?:for|over|of|to|that|against|about)\s")
# "said after a phone call with Dorn on May 19": spoken right behind it, on that day.
AFTER_TALKS = re.compile(
    r"\b(?:following|after|during)\s(?:a|an|the|his|her|their)\s(?:\w+\s){0,2}(?:call|conversation|meeting|talks|summit)\b"
)

HAVE = re.compile(r"\b(?:has|have|['\u2019]ve|had)\b(?:\s\w+){0,3}\s*$")
IS = re.compile(r"\b(?:is|are|['\u2019]s|['\u2019]re)\s+(?:\w+ly\s)?$")
HABIT = re.compile(
    r"\b(?:repeatedly|consistently|often|always|long|previously|frequently|regularly|keeps?|continues?)\b"
)
AHEAD = re.compile(r"\b(?:will|would|may|might|could|should|must|can|to|expected to|set to)\s+(?:\w+\s)?$")
# What was a view when it was told, though the telling has put it back: 'said that Kerrin saw a partner in them'.
TOLD_VIEW = re.compile(
    r"^(?:saw|wanted|thought|believed|hoped|feared|viewed|considered|supported|backed|knew|felt|expected|intended|sought"
    r"|needed|opposed|favou?red|planned)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"\band\s(?:(?:also|again|then|\w+ly)\s)?$")
PRESENT = re.compile(r"\b(?:is|are|does|do)\b", re.IGNORECASE)
PARTICIPLE = re.compile(
    r"(?:\w+ly\s)?(?:saying|adding|calling|telling|describing|insisting|arguing|noting|warning|claiming|stressing|stating)\b"
)
VERBS = re.compile(
    r"\b(?:(?P<have>has|have|had)\s(?:(?:\w+ly|also|long|often|always|already|since)\s){0,2}\w{3,}(?:ed|ld|id|en|wn|ght)\b"
    r"|(?P<verb>said|told|\w{2,}ed|is|are|was|were|will|would)\b)"
)
VERB = re.compile(
    r"(?:(?:has|have|had|['\u2019]ve|will|would|may|might|could|should|must|can|is|are|was|were|been|being|be|does|do|did|not|n['\u2019]t|also|\w+ly"
    r"|long|often|always|later|since|expected to|set to)\s+)+",
    re.IGNORECASE,
)
# "says", "pushes for", "open to", "a bid": it holds as the report is written, and was not said at one time.
STANDING = re.compile(
    r"^(?:(?!was|is\b|has|does|discuss|address|stress|express|press|guess|focus|miss|pass|confess|profess|witness)[a-z]+s\b"
    r"|is\b|are\b|say\b|believe\b|want\b|fear\b|think\b|hope\b|(?:open|willing|ready|committed)\b|according to\b"
    r"|(?:attempt|bid|effort|push|plan|hope|wish|stance|position|demand|view|desire|intention)\b)",
    re.IGNORECASE,
)


def anchor(passage: Passage) -> Span:
    """Where the act of speaking is named: at the cue, else the source, else the content."""
    return (passage.cue or passage.source or passage.content)[0]


def around(page: Page, at: Span) -> Span:
    """The sentence of a place; of one that runs on and on, as in a page without stops, what stands near."""
    sentence = page.sentences[max(0, page.sentence_at(at.start))]
    return Span(max(sentence.start, at.start - FAR), max(at.end, min(sentence.end, at.end + FAR)))


def aspect(page: Page, passage: Passage) -> Aspect:
    """Is one act of speaking told ("said"), a standing one ("says", "has said"), one before another, or one to come?"""
    if not passage.cue:
        return "said"
    start, end = passage.cue[0].start, passage.cue[-1].end
    sentence = around(page, passage.cue[0])
    verb = VERB.match(page.text, start, end)
    # Cues come with their auxiliaries ("has long said") or without.
    start = verb.end() if verb else start
    # "'It will always continue,' said Marn": what is said tells nothing of how it was said.
    spoken = max((part.end for part in passage.content if part.end <= start), default=sentence.start)
    before, printed = page.text[max(sentence.start, spoken, start - 40) : start], page.text[start:end]
    if have := HAVE.search(before):
        return "had said" if have.group().startswith("had") else "has said"
    if HABIT.search(before[-24:]):
        return "has said"
    if AHEAD.search(before):
        return "will say"
    if STANDING.match(printed) or (verb and PRESENT.search(verb.group())):
        return "says"
    if printed.endswith("ing") and IS.search(before):
        return "says"
    if PARTICIPLE.match(printed) and (main := _last_verb(page.text[sentence.start : start])):
        return main
    return "has said" if _joins_perfect(page, passage, Span(max(sentence.start, spoken), start)) else "said"


def _joins_perfect(page: Page, passage: Passage, head: Span) -> bool:
    """ "Marn has defended the dues and said they will stay": one perfect for both verbs, where one has them."""
    words = head.text(page.text)
    if not JOINED.search(words) or _last_verb(words) != "has said":
        return False
    have = [m for m in VERBS.finditer(words) if m["have"]][-1]
    return not any(head.start + have.start() < part.start < head.end for part in passage.source)


def _last_verb(head: str) -> Aspect | None:
    """ "Marn has often defended the board, calling it brave": what goes on in a participle is told as before it."""
    found = [m for m in VERBS.finditer(head) if m["have"] or m["verb"]]
    have = found[-1]["have"] if found else None
    told = any(m["verb"] in ("said", "told", "added", "wrote") for m in found)
    return None if have is None or told else "had said" if have == "had" else "has said"


def is_view(page: Page, passage: Passage) -> bool:
    """Does the passage, told within other words, tell what one thinks or wants, and not what he said before?"""
    told = passage.cue[0].text(page.text) if passage.cue else ""
    return aspect(page, passage) == "says" or bool(TOLD_VIEW.match(told))


def own_dates(page: Page, passage: Passage, dates: Sequence[Date]) -> list[Date]:
    """The dates of its sentence that say when it was said, the surest first.

    'Marn said on Friday that ...', 'On Friday, she warned ...', 'In December, he wrote ...'. A date of another event
    is none: 'Marn, who took office in January, said ...'.
    """
    at = anchor(passage)
    sentence = around(page, at)
    ranked: list[tuple[int, int, Date]] = []
    for date in _from(dates, sentence.start):
        span = date.span[0]
        if span.start >= sentence.end:
            break
        if _inside(span, passage.content):
            if _between_whom_and_what_for(page, passage, at, date) or _before_that(page, passage, at, date):
                ranked.append((1, abs(span.start - at.start), date))
            continue
        if lies_in(page.quotations, span) and not lies_in(page.quotations, at):
            continue
        if at.covers(span):
            ranked.append((0, 0, date))  # 'said Thursday' as one cue
            continue
        after = span.start >= at.end
        rank = _after_cue(page, passage, at, date) if after else _before_cue(page, passage, sentence, at, date)
        if rank is not None:
            ranked.append((rank, abs(span.start - at.start), date))
    return [date for _, _, date in sorted(ranked, key=lambda each: each[:2])]


def _between_whom_and_what_for(page: Page, passage: Passage, at: Span, date: Date) -> bool:
    """ "blamed the board on Tuesday for the flood", where all that follows the verb is taken for what is told."""
    span, content = date.span[0], passage.content[0]
    if not JUDGES.match(at.text(page.text)) or not at.end <= content.start <= at.end + 2 or not _is_day(date):
        return False
    whom = page.text[content.start : span.start]
    preposition = re.search(ON_DAY, whom)
    clause = CLAUSE_IN_CONTENT.search(whom) or LEADS_ELSEWHERE.search(whom) or WHAT_FOR.search(whom)
    return bool(preposition and not clause and WHAT_FOR.match(page.text, span.end)) and len(whom) <= REACH


def _before_that(page: Page, passage: Passage, at: Span, date: Date) -> bool:
    """ "announced March 12 that the dues will be waived", where all that follows the verb is taken for what is told."""
    span, content = date.span[0], passage.content[0]
    opens = at.end <= content.start <= at.end + 2 and span.start - content.start <= len("on ")
    return opens and _is_day(date) and page.text.startswith(" that ", date.span[-1].end)


def day_in_words(page: Page, passage: Passage, dates: Sequence[Date]) -> Date | None:
    """A "today" among the quoted words ("Today we begin"), which says that they were spoken on that very day."""
    for part in passage.content:
        for date in _from(dates, part.start):
            span = date.span[0]
            if span.start >= part.end:
                break
            if THE_PRESENT.search(page.text, max(0, span.start - 8), span.start):
                continue
            if SPOKEN_DAY.search(span.text(page.text)) and (not page.quotations or lies_in(page.quotations, span)):
                return date
    return None


def _from(dates: Sequence[Date], start: int) -> Iterator[Date]:
    """The dates, which are in the order of the text, from a place on."""
    return islice(dates, bisect_left(dates, start, key=lambda date: date.span[0].start), None)


def _after_cue(page: Page, passage: Passage, at: Span, date: Date) -> int | None:
    """ "said on Thursday", "told reporters in Kerrin on Thursday", "warned in her evening talk Wednesday"."""
    start, text = date.span[0].start, page.text
    gap = AS_LATE_AS.sub("", text[at.end : start])
    after_talks = len(gap) <= REACH and AFTER_TALKS.search(gap)
    if after_talks and _is_day(date):
        gap = gap[: after_talks.start()] + gap[after_talks.end() :]
    if len(gap) > REACH or LEADS_ELSEWHERE.search(gap) or NOT_THEN.search(text, max(0, start - 16), start):
        return None
    between = Span(at.end, start)
    if any(between.overlaps(part) for part in passage.content):
        return 2 if _follows_a_thing(text, passage, at, start) and _is_day(date) else None
    if not _is_day(date) and len(gap) > 24 and not SPOKEN_AT.search(gap):
        return None
    return 0 if len(gap) < 40 else 1


def _is_issued(head: str, sentence: Span, passage: Passage) -> bool:
    """Does the date tell when the source was issued, or that in which it speaks?"""
    issued = ISSUED.search(head)
    if issued is None or not passage.source:
        return False
    at, source = sentence.start + issued.start(), passage.source[-1]
    return source.start < at <= source.end + BESIDE or bool(SPEAKING.match(head))


def _follows_a_thing(text: str, passage: Passage, at: Span, start: int) -> bool:
    """Is what is told a thing in a few words, right behind the cue, with the day right behind it?"""
    told = at.text(text)
    if not JUDGES.match(told) and (len(passage.content) != 1 or not DECLARES.match(told)):
        return False
    content = passage.content[0]
    return (
        at.end <= content.start <= at.end + 2
        and content.end <= start
        and bool(ON_DAY.fullmatch(text, content.end, start))
        and not CLAUSE_IN_CONTENT.search(content.text(text))
    )


def _before_cue(page: Page, passage: Passage, sentence: Span, at: Span, date: Date) -> int | None:
    """ "On Friday, she warned", "Speaking on Friday, she said"; not "Marn, who resigned on Friday, said"."""
    span, text = date.span[0], page.text
    if NOT_THEN.search(text, max(0, span.start - 16), span.start):
        return None
    head = text[sentence.start : span.start]
    cut = max(head.rfind(","), head.rfind(";"), head.rfind("\u2014"), head.rfind(" \u2013 "), head.rfind("(")) + 1
    clause, gap = head[cut:], text[span.end : at.start]
    source = passage.source[0].start if passage.source else at.start
    lead = text[span.end : max(span.end, min(source, at.start))]
    if len(gap) <= REACH and _is_issued(head, sentence, passage):
        return 1
    if (after := AFTER.search(lead)) and not after["soon"]:
        return None
    if not cut and WHEN.match(head) and not lead.strip(", "):
        return 2
    if OTHER_CLAUSE.match(clause) or len(gap) > 2 * REACH:
        return None
    if LEADS_ELSEWHERE.search(clause) and not AFTERMATH.match(clause):
        return None
    if RELATIVE.search(lead):
        return None  # "agreed on Friday to open the lock, where pilots have warned of ice"
    between = Span(span.end, at.start)
    if any(between.covers(part) for part in passage.content):
        told_before = all(part.end <= at.start for part in passage.content)
        if not gap.startswith(",") or (told_before and not OF_WORDS_TOO.match(gap)):
            return None  # "On Monday, one ferry sailed, Marn said"
    if not _is_day(date):
        return _coarse_before_cue(page, passage, date, head, gap, lead)
    if AFTERMATH.match(clause) and FINITE.search(clause):
        return 3
    return 1 if not cut else 2


def _coarse_before_cue(page: Page, passage: Passage, date: Date, head: str, gap: str, lead: str) -> int | None:
    """The same of a week, a month, a year: "In January, she warned", "Orsk, a judge, last month found"."""
    how = aspect(page, passage)
    if how == "says" and any(part.covers(date.span[0]) for part in passage.source):
        return None  # "those who met in the early 2020s say"
    if gap.strip() in ("", "by"):
        return 1
    if any(mark in head for mark in (",", ";", "\u2014", " \u2013 ", "(")):
        return None
    told = passage.cue[0].text(page.text) if passage.cue else ""
    goes_on = lead.strip(", \u00a0").startswith("when") or told.split(" ")[0].endswith("ing")
    if COARSE_LEADS.search(head) and len(gap) < 60 and (is_opening(head) or goes_on):
        return 1  # not "Jailed for a march in 2019, Marn said"
    if is_bare_year(date.span[0].text(page.text)) and not COARSE_LEADS.search(head):
        return None
    if how not in ("said", "had said"):
        return None
    return 4 if opens_with(head, lead) or opens_with(head, gap) else None


def _is_day(date: Date) -> bool:
    return edtf.parse(date.value).precision == "day"


def _inside(span: Span, parts: Spans) -> bool:
    return any(part.overlaps(span) for part in parts)
