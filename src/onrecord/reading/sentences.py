"""Paragraphs and sentences, by rule: fast, and the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span, Spans

LINE = re.compile(r"[^\n\r\u2028\u2029]+")

# A stop, the marks that close with it, and the white space before what may be a new sentence. Wire copy that lost its
# line breaks glues two sentences together: 'and nothing was signed.Earlier that day'.
STOP = re.compile(
    r"""(?<![.!?\u2026])(?P<stop>[.!?\u2026]++)(?P<closing>["'\u2019\u201d\u00bb)\]]*+)"""
    r"""(?:(?P<gap>\s+)(?=\S)|(?<=[a-z\u201d"\d%][.!?])(?=[A-Z][a-z]))"""
)
OPENS = re.compile(
    r"""["'\u2018\u201c\u00ab(\[\u2014\u2013-]*"""
    r"""(?:[A-Z0-9\u00c0-\u00de\u0400-\u042f\u0600-\u06ff]|@\w|https?:)"""
)
ALWAYS_ABBREVIATED = frozenset(
    """
    mr mrs ms dr prof sen sens rep reps gov govs gen gens lt col maj sgt capt cmdr adm rev hon pres st messrs mt
    ft vs no nos fig figs vol pp ed eds al approx dept dist supt atty asst assoc e.g i.e cf viz
    """.split()
)
# These end a sentence only when what follows can hardly go on with it: "in the U.S. The deal", "Acme Inc. On Monday".
OFTEN_ABBREVIATED = frozenset(
    """
    jr sr inc corp co ltd llc plc bros u.s u.k u.n e.u u.a.e d.c a.m p.m etc jan feb mar apr jun jul aug sep
    sept oct nov dec ariz calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo ala ark ave blvd rd
    """.split()
)
STARTERS = frozenset(
    """
    the a an this that these those he she it they we i you but and or in on at for from with as after before
    while when if since there his her its their our my according however meanwhile also both some many most all
    no not what who why how where asked speaking under over during despite although though earlier later last
    next
    """.split()
)
TOKEN_BEFORE = re.compile(r"[\w.&\u2019'-]*$")
WORD_AFTER = re.compile(r"[^\w@]*([\w\u2019']+)")
INITIAL = re.compile(r"^(?:[A-Za-z]\.)*[A-Z]$")


def paragraphs(text: str) -> Spans:
    """The lines that hold anything, without the white space around them."""
    return tuple(trimmed for m in LINE.finditer(text) if (trimmed := _trim(text, m.start(), m.end())))


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, trimmed. A closing quotation mark stays with its sentence."""
    start = paragraph.start
    for stop in STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() < paragraph.end and _ends_sentence(text, start, stop):
            if one := _trim(text, start, stop.end("closing")):
                yield one
            start = stop.end()
    if one := _trim(text, start, paragraph.end):
        yield one


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if not OPENS.match(text, stop.end()):
        return False
    if stop["stop"] != "." or stop["gap"] is None:
        return True
    if stop["closing"] and stop["closing"][0] not in ")]":
        return True
    found = TOKEN_BEFORE.search(text, max(start, stop.start() - 24), stop.start())
    before = found.group() if found else ""
    return not _is_abbreviation(before, text, stop.end())


def _is_abbreviation(token: str, text: str, after: int) -> bool:
    lowered = token.lower()
    if lowered in ALWAYS_ABBREVIATED:
        return True
    if lowered in OFTEN_ABBREVIATED or (INITIAL.match(token) and token not in ("I", "A")):
        following = WORD_AFTER.match(text, after)
        return not (following and following[1].lower() in STARTERS and following[1][0].isupper())
    return False


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
