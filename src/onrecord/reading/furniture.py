"""Furniture at a report's head and foot: title, byline, dateline, credit line, and signatures of embedded posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import Furniture, Span, Spans

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = (
    rf"(?:{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}(?:\s?,?\s\d{{4}})?)"
)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)"
AGENCY = (
    r"(?:AP|AFP|UPI|CNN|BBC|ANSA|DPA|dpa|EFE|IRNA|ISNA|KUNA|MNA|SANA|SPA|WAM|PTI|ANI|APP|TASS|RIA(?: Novosti)?|Interfax"
    r"|Ukrinform|Reuters|REUTERS|Xinhua|Kyodo(?: News)?|Yonhap|Anadolu(?: Agency)?|Agence France-Presse|Bloomberg"
    r"|(?:The )?Associated Press|Agencies|Staff)"
)
CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]+(?:[ /-][A-Z\u00c0-\u00de.'\u2019-]+){0,4}"
PLACE = rf"{CAPITALS}(?:,\s[A-Z][\w.'\u2019-]+(?:\s[A-Z][\w.'\u2019-]+)?)?"
# "PORT ESK/NORLAND CITY —", "PORT ESK, Norland, May 3 (AP) —", "ESK, May 3. /TASS/."
DATELINE = re.compile(
    rf"{PLACE}(?:,?\s\(?{WEEKDAY}?{DAY}\)?\.?)?(?:\s*[(\[/]\s?[^()\[\]/\n]{{1,40}}\s?[)\]/])?"
    r"(?:\s*(?:\u2014|\u2013|\u2015|--|-)\s+|:\s+|(?<=/)\.\s+)"
)
# "Esk (Reuters) -", "( CNN )", and "Esk — The" where a small place opens the report.
AGENCY_LINE = re.compile(
    rf"(?:[A-Z][\w.'\u2019-]+(?:[ ,]\s?[A-Z][\w.'\u2019-]+){{0,3}}\s)?\(\s?{AGENCY}\s?\)"
    r"(?:\s*(?:\u2014|\u2013|--|-|:))?\s+"
)
SMALL_PLACE = re.compile(r"[A-Z][a-z]{3,}(?:[ ,-]+[A-Z][\w.]+){0,3}\s(?:\u2014|\u2013|--)\s(?=[A-Z])")
KICKER = re.compile(
    r"(?:EXCLUSIVE|BREAKING|WATCH|UPDATED?|LIVE|OPINION|ANALYSIS|VIDEO|FACT CHECK|READ|NOTE|EDITOR|WARNING|BYLINE"
    r"|MODERATOR|HOST|ANCHOR|QUESTION|AP|AFP|UN|US|EU|UK|NATO)\b"
)
CAPITAL_LABEL = re.compile(rf"{CAPITALS}\s?:")
DAY_LINE = re.compile(
    rf"(?:(?:Published|Updated|Posted|Last (?:updated|modified)|Issued|Modified)(?:\s(?:on|at))?:?\s*)?{WEEKDAY}?"
    rf"(?:{DAY}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,4}\)?)?)?(?:\s\([^()]{1,40}\))?",
    re.IGNORECASE,
)

CAPITALISED = r"[A-Z\u00c0-\u00de][\w'\u2019.-]*"
NAME = rf"(?-i:{CAPITALISED}(?:\s(?:{CAPITALISED}|de|van|von|der|den|al|bin|el|la|du|da)){{1,3}})"
JOB = (
    r"(?:correspondents?|reporters?|editors?|writers?|bureau chief|columnists?|analyst|staff|producer|journalist"
    r"|contributor|news desk)"
)
AND = r"(?:,|,?\s(?-i:and)|\s&|\s\|)\s"
BYLINE = re.compile(
    rf"(?:(?:written|reported|words|story|analysis|text)\s)?by:?\s(?:{NAME}|{AGENCY})(?:{AND}(?:{NAME}|{AGENCY})){{0,4}}"
    rf"(?:(?:,|\s\||\s(?:of|for|in|at|[\u2014\u2013-]))\s.{{1,60}})?"
    rf"|{NAME}(?:{AND}{NAME}){{0,3}}\s(?-i:in)\s(?-i:[A-Z][\w-]+)(?:\s(?-i:[A-Z][\w-]+))?"
    rf"|{NAME}(?:{AND}{NAME}){{0,3}},?\s(?:[\w\u2019'&-]+\s){{0,4}}{JOB}(?:,\s.{{1,40}})?",
    re.IGNORECASE,
)
# In a text without line breaks only names that are surely names: "By Ann Roe and Bo Q. Doe".
SURE_NAME = r"[A-Z][\w\u2019'-]+\s(?:[A-Z]\.\s)?[A-Z][\w\u2019'-]+"
REPORTING = r"(?:\sReporting from\s[A-Z]\w+)?"
RUN_IN_BYLINE = re.compile(rf"\bBy\s{SURE_NAME}(?:,\s{SURE_NAME})*,?\sand\s{SURE_NAME}{REPORTING}")
RUN_IN_NAME = re.compile(rf"\bBy\s{SURE_NAME}{REPORTING}")
RUN_IN_HEAD = re.compile(r".{0,80}?\bAdvertisement\s+Supported by\b")

CREDIT = re.compile(
    rf"\(?(?:additional |with (?:additional )?)?(?:reporting|writing|editing|compiled|edited|written|graphics?|video|"
    rf"translated|edited translation|production|research|fact[- ]check(?:ed|ing))\s(?:by|from)\b.{{0,300}}"
    rf"|with (?:inputs?|files|additional reporting|reporting|agency)\s(?:by|from|inputs?)\b.{{0,120}}"
    rf"|(?:source|sources|credit|photo|image|picture)s?\s?:\s.{{1,80}}"
    rf"|[\u2014\u2013-]*\s?\(?{AGENCY}(?:\s?(?:[-\u2013\u2014/,&|]|and)\s?{AGENCY}){{0,4}}\)?\.?"
    rf"|[\u2014\u2013-]*\s?agencies\s?[-\u2013\u2014:/]\s?{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}"
    rf"|[\u2022*]?\s?this (?:article|story|report|reporting|work) (?:was|is|has been) (?:also |originally |first )*"
    rf"(?:published|written|based|adapted|translated|supported|produced|edited|compiled|reported)\b.{{0,300}}"
    rf"|{NAME} is (?:(?:an?|the)\s)?(?:[\w\u2019'&.-]+\s){{0,5}}(?:{JOB})\b.{{0,200}}"
    rf"|{NAME} (?:covers|reports on) .{{0,80}}\b(?:based in|for)\b.{{0,60}}"
    rf"|\(?(?:editor['\u2019]s note|correction|clarification)\s?:.{{0,400}}",
    re.IGNORECASE,
)
# "Ann Roe is a reporter for the Esk Post. She covers courts and joined the Post in 2029."
WRITER = re.compile(rf"{NAME} is (?:(?:an?|the)\s)?(?:[\w\u2019'&.-]+\s){{0,5}}(?:{JOB})\b", re.IGNORECASE)
MORE_OF_WRITER = re.compile(
    r"(?:He|She|They|[A-Z][\w\u2019'-]+?)(?:[\u2019']s)? (?:(?:also|has|have|previously|formerly|now|currently) ){0,3}"
    r"(?:cover(?:s|ed)|report(?:s|ed)? (?:on|from|for)|writes?|writ(?:ten|ing)|joined|worked|lives?|graduated|holds?|"
    r"served|spent|began|studied|won|speaks|(?:is|was) (?:also |now |currently )?(?:an?|the|based|born))\b"
    r"|(?:Previously|Before (?:joining|that)|Prior to (?:joining|that)|Since joining|Beyond th\w+)\b",
)
CONTRIBUTED = re.compile(
    rf"(?:[\u2014\u2013\u2022*-]+\s*)?{CAPITALISED},?\s+"
    rf"(?:(?:{CAPITALISED}|and|in|the|writers?|reporters?|staff|also|correspondents?),?\s+){{0,30}}"
    r"contributed(?:\s(?:reporting|to this|from|to the (?:report|story|article))\b.{0,80}|\s?\.|$)"
)
SIGNATURE = re.compile(rf"[\u2014\u2013-]{{1,2}}\s?[^\n@\u2014]{{1,80}}\( ?@ ?\w{{1,20}} ?\)(?:\s{DAY})?")
HEADLINE_END = re.compile(r"[^.!:;,\u2026\u2014-]$|[.!]['\"\u2019\u201d]$")
BULLET = re.compile(r"[-*\u2022\u00b7\u25aa#>|]|\d+[.)]\s|\(?[a-z]\)")
NO_HEADLINE = re.compile(rf"{BULLET.pattern}|.*?(?:://|\bpic\.)")
NO_TITLE = re.compile(rf"{BULLET.pattern}|\d{{1,2}}:\d\d\b|BYLINE\b|For Immediate Release|\({MONTH}")
LETTERS = re.compile(r"[\W_]+")
HEAD_LINES, HEAD_SENTENCES, FOOT_LINES, FOOT_SENTENCES = 5, 12, 4, 14


def title_line(text: str, paragraphs: Spans, sentences: Spans, given: str | None) -> Span | None:
    """The first line, where it is the title that was given, or reads as a headline and prose follows."""
    if not paragraphs:
        return None
    first = paragraphs[0]
    if given:
        return _printed_title(text, first, given)
    if len(paragraphs) > 1 and _reads_as_title(text, first, paragraphs[1], sentences):
        return first
    return None


def _printed_title(text: str, first: Span, given: str) -> Span | None:
    if text.startswith(given, first.start):
        after = first.start + len(given)
        if after == first.end or text[after : after + 1].isspace():
            return Span(first.start, after)
    same = LETTERS.sub("", given).casefold() == LETTERS.sub("", first.text(text)).casefold()
    return first if same and LETTERS.sub("", given) else None


def _reads_as_title(text: str, first: Span, following: Span, sentences: Spans) -> bool:
    line = first.text(text)
    words = line.split()
    inside = sum(1 for sentence in sentences[:3] if first.covers(sentence))
    if not 2 <= len(words) <= 22 or len(line) > 170 or inside > 1 or NO_TITLE.match(line):
        return False
    if line.endswith(".") and not line.endswith("..."):  # some archives end every title with a full stop
        long_words = [word for word in words if len(word) > 3]
        capitals = sum(1 for word in long_words if word.lstrip("'\"\u2018\u201c(")[:1].isupper())
        return len(words) <= 16 and len(long_words) > 2 and capitals >= 0.8 * len(long_words)
    return bool(HEADLINE_END.search(line)) and following.end - following.start > 20


def headlines(text: str, paragraphs: Spans) -> Iterator[Span]:
    """Sub-headings: short lines without a full stop, with prose after them."""
    for line, following in pairwise(paragraphs):
        length = line.end - line.start
        if not 3 < length <= 100 or text[line.end - 1] in '.!?:;,\u2026\u2014-"\u201d)':
            continue
        if following.end - following.start < 1.5 * length or text[following.end - 1] not in ".!?\u2026\"\u201d\u2019':":
            continue
        words = line.text(text).split()
        if (
            not words[-1].endswith("''")
            and len(words) <= 16
            and words[0][:1].isupper()
            and not NO_HEADLINE.match(text, *line)
        ):
            yield line


def bylines(text: str, paragraphs: Spans, sentences: Spans) -> Iterator[Span]:
    """Lines with the writers' names near the head or at the foot, and such names run into a text without lines."""
    near = paragraphs[:HEAD_LINES] + paragraphs[HEAD_LINES:][-2:]
    for line in near if len(paragraphs) > 1 else ():
        if line.end - line.start <= 200 and BYLINE.fullmatch(text, *line):
            yield line
    if len(paragraphs) < HEAD_LINES:
        for sentence in sentences[:HEAD_SENTENCES]:
            if found := RUN_IN_BYLINE.search(text, sentence.start, min(sentence.end, sentence.start + 400)):
                yield Span(*found.span())
                return
        if (head := next(run_in_head(text, paragraphs), None)) and (
            found := RUN_IN_NAME.search(text, head.end, min(paragraphs[0].end, head.end + 500))
        ):
            yield Span(*found.span())


def datelines(text: str, paragraphs: Spans) -> Iterator[Span]:
    """Place, day and agency before the first words ("ESK, May 3 (AP) — "), and lines that hold only a day."""
    found = False
    for index, line in enumerate(paragraphs[:8]):
        if line.end - line.start <= 90 and DAY_LINE.fullmatch(text, *line):
            yield line
            continue
        place = DATELINE.match(text, line.start, line.end) or AGENCY_LINE.match(text, line.start, line.end)
        if place is None and index < 2:
            place = SMALL_PLACE.match(text, line.start, line.end)
        if place and not found and place.end() < line.end and not _is_label(text, place, paragraphs):
            found = True
            yield Span(line.start, line.start + len(place.group().rstrip()))


def _is_label(text: str, place: re.Match[str], paragraphs: Spans) -> bool:
    """ "ANN ROE:" where others speak after her is no place, nor is "EXCLUSIVE:"."""
    if KICKER.match(text, place.start()):
        return True
    labels = (line for line in paragraphs if line.start != place.start() and CAPITAL_LABEL.match(text, *line))
    return place.group().rstrip().endswith(":") and any(labels)


def credits(text: str, paragraphs: Spans, sentences: Spans) -> Iterator[Span]:
    """Who else reported, edited or took the pictures: lines at the foot, or the last sentences of an unbroken text."""
    for line in paragraphs[1:][-FOOT_LINES:]:
        if line.end - line.start <= 500 and CREDIT.fullmatch(text, *line):
            yield line
    of_writer = False
    for sentence in sentences[1:][-FOOT_SENTENCES:]:
        if sentence.end - sentence.start > 400:
            of_writer = False
        elif CREDIT.fullmatch(text, *sentence):
            of_writer = WRITER.match(text, *sentence) is not None
            yield sentence
        elif of_writer and MORE_OF_WRITER.match(text, *sentence):
            yield sentence
        elif found := CONTRIBUTED.search(text, *sentence):
            yield Span(*found.span())
        else:
            of_writer = False


def signatures(text: str) -> Iterator[Span]:
    """The lines that sign embedded posts: "— Ann Roe (@annroe) March 13, 2025"."""
    if "@" in text:
        yield from (Span(*m.span()) for m in SIGNATURE.finditer(text))


def run_in_head(text: str, paragraphs: Spans) -> Iterator[Span]:
    """The word "Advertisement" and what stands before it, where a page lost its line breaks."""
    if paragraphs and (found := RUN_IN_HEAD.match(text, paragraphs[0].start, paragraphs[0].end)):
        yield Span(*found.span())


def in_order(parts: list[Furniture]) -> tuple[Furniture, ...]:
    """By place; of two that overlap the one that starts first stays, or the longer."""
    kept: list[Furniture] = []
    for part in sorted(parts, key=lambda part: (part.span.start, -part.span.end)):
        if not kept or part.span.start >= kept[-1].span.end:
            kept.append(part)
    return tuple(kept)
