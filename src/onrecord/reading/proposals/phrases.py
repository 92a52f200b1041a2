"""Noun phrases that may name a proposal: "the 30-day ceasefire plan", "Franco-British proposal for a truce"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.model.proposal import Maker, ProposalKind
from onrecord.reading.page import Page
from onrecord.reading.proposals.cast import Cast
from onrecord.reading.proposals.words import (
    ABOUT,
    CEASEFIRE,
    DETERMINERS,
    HEADS,
    NUMBERS,
    ORDINARY,
    PARTS,
    PREFIXES,
    TITLES,
    UNITS,
)

_HEADS = "|".join(head.replace(" ", "[ -]") for head in sorted(HEADS, key=len, reverse=True))
HEAD = re.compile(rf"(?<![\w-])(?:{_HEADS})s?\b(?!-\w)")
_TOKEN = re.compile(r"(?P<word>[\w$€£][\w.,/&\u2013\u2014-]*)(?P<of>\s?[’']\s?s|[’'])?[\s“\"‘`]+$")
_COUNTED = re.compile(rf"(?P<n>\d+|{'|'.join(NUMBERS)})[-\u2013](?P<unit>[a-z]+?)s?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MADE = re.compile(r"(?P<who>.+)-(?:brokered|mediated|proposed|drafted|sponsored|negotiated|authored)", re.IGNORECASE)
_BACKED = re.compile(r".+-(?:backed|supported|led|wide|style|term|time|so-called)", re.IGNORECASE)
_JOINS = re.compile(
    r"\s(?:for|on|of|about|regarding|concerning|towards?)\s(?:(?:a|an)\s)?(?:possible|potential|future|eventual)?\s?$"
)
# "His plan to stall the talks" is put to nobody.
_SCHEME = re.compile(
    r"s?\s(?:to|of)\s(?:stall|seiz|invad|attack|kill|occup|sabotag|undermin|derail|overthrow|destroy|annex|assassinat|"
    r"conquer|bomb|storm|besieg|steal|deceiv|buy)"
)
_CONTINENT = re.compile(r"\b(?:North|South|Latin|Central|West|East)\s$")  # "the North American pact"
_CAPITALISED = re.compile(r"(?<!^)\b[A-Z][\w.-]*\s$")
_THEIR = frozenset({"his", "her", "its", "their", "our", "my", "your"})
LONGEST = 90  # characters that may stand before a head
# "the Norland Treaty Organisation", "the River Accords Council"
_BODY = re.compile(
    r"s?\s(?:Organi[sz]ation|Council|Agency|Office|Commission|Committee|Association|Secretariat|Fund|Act)\b"
)
# "She signed a memorandum directing the ports to close": an order, which no other side is asked to sign.
_ORDER = re.compile(
    r"\s(?:issued\s|(?!(?:end|outlin|sett|cover|includ|establish|address|halt|extend|propos|call|pledg)ing)[a-z]+ing\s)"
)
_BETWEEN = re.compile(r"\s(?:on|about|with|between)\s")
_AFTER_DASH = re.compile(r".*[\u2013\u2014](?:an?|the)", re.IGNORECASE)  # "its plan for the ports—a 20-point roadmap"
_SETTLING = frozenset({"peace", "truce", "ceasefire", "settlement", "withdrawal"})
_VERBS = frozenset({"plan", "plans", "offer", "offers", "draft", "drafts", "deal", "deals"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with a head that proposals have.

    `span` goes from the first word after the article to the head (or to the end of what the head is for), without words
    such as "temporary", which `opening` is before. `definite` is whether "the" or the like stands before it, and
    `has_title` whether it is a "memorandum of understanding" or one "on the ports".
    """

    span: Span
    head: Span
    kind: ProposalKind
    definite: bool
    article: bool
    marks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    makers: tuple[Maker, ...] = ()
    plural: bool = False
    opening: int = 0
    has_title: bool = False
    is_plan: bool = False

    @property
    def is_named(self) -> bool:
        """Whether its own words tell it from others."""
        if self.kind == "memorandum":  # "the memorandum" is one that was told of before, or an order
            return (
                (self.article and not self.definite) or self.has_title or bool(self.marks or self.about or self.makers)
            )
        if self.kind == "accord":
            return any(not _is_number(mark) for mark in self.marks) and (self.definite or not self.article)
        if self.kind == "truce":
            return bool(self.makers) or any(_is_number(mark) for mark in self.marks)
        return bool(self.makers) or bool(self.marks)


def _is_number(mark: str) -> bool:
    return "-" in mark and mark.split("-")[0].isdigit()


def find_phrases(page: Page, low: str, cast: Cast) -> tuple[Phrase, ...]:
    """Phrases in the order of the text, none inside another. `cast` tells whom words name."""
    found: list[Phrase] = []
    ends = [sentence.end for sentence in page.prose]
    for head in HEAD.finditer(low):
        at = bisect_right(ends, head.start())
        if at < len(page.prose) and page.prose[at].start <= head.start():
            phrase = _phrase(page.text, page.prose[at], Span(*head.span()), cast)
            if phrase is not None:
                found.append(phrase)
    return tuple(_joined(low, _outermost(found)))


def _phrase(text: str, sentence: Span, head: Span, cast: Cast) -> Phrase | None:
    word = head.text(text).lower()
    kind = _kind(word)
    reader = _Before(text, sentence, head.start, kind, cast)
    reader.read()
    if _is_shouted(text[reader.start : head.end]):
        return None
    if kind == "plan" and _SCHEME.match(text, head.end):
        return None
    if _BODY.match(text, head.end) or (kind == "plan" and text[head.start].isupper() and _is_programme(reader)):
        return None
    if word == "plans" and not _SETTLING.intersection(reader.about):
        return None
    if kind == "memorandum" and _ORDER.match(text, head.end):
        return None
    if word in _VERBS and not reader.determiner and not reader.owned and not reader.about:
        return None
    return Phrase(
        span=Span(reader.start, head.end),
        head=head,
        kind=kind,
        definite=reader.determiner not in (None, "a", "an", "any", "no", "some", "another", "each", "every"),
        article=reader.determiner is not None,
        marks=tuple(dict.fromkeys(reversed(reader.marks))),
        about=tuple(dict.fromkeys(reversed(reader.about))),
        makers=tuple(dict.fromkeys(reader.makers)),
        plural=word.endswith("s"),
        opening=reader.at,
        is_plan=word in ("plan", "plans"),
        has_title=word.startswith("memorandum of") or _BETWEEN.match(text, head.end) is not None,
    )


def _is_programme(read: _Before) -> bool:
    """ "The Clean Harbours Initiative" is run, not bargained over; "the Aldmoor Peace Plan" is."""
    names = [mark for mark in read.marks if not mark[0].isdigit()]
    return bool(names) and not read.makers and not _SETTLING.intersection(read.about)


def _kind(word: str) -> ProposalKind:
    plain = word.replace("-", " ")
    return HEADS.get(plain) or HEADS.get(plain.removesuffix("s")) or "plan"


class _Before:
    """Reads the words before a head, from right to left, until one does not belong to it.

    `start` is where the name begins: words such as "temporary" are none of it.
    """

    def __init__(self, text: str, sentence: Span, head: int, kind: ProposalKind, cast: Cast) -> None:
        self.text, self.start, self.kind, self.cast = text, head, kind, cast
        self.at = head
        self.opening, self.first = sentence.start, max(sentence.start, head - LONGEST)
        self.marks: list[str] = []
        self.about: list[str] = []
        self.makers: list[Maker] = []
        self.determiner: str | None = None
        self.owned = False

    def read(self) -> None:
        while (token := _TOKEN.search(self.text, self.first, self.at)) and self._takes(token):
            self.at = token.start()
            if token["word"].lower() not in ORDINARY and not (token["of"] and self.kind == "accord"):
                self.start = self.at
        if self.determiner in _THEIR and not self.owned:
            self._take_for_names()

    def _take_for_names(self) -> None:
        """'Her Aldmoor plan' is hers, whoever goes by the name of Aldmoor."""
        self.marks += [maker.name.lower() for maker in self.makers]
        self.makers = []

    def _takes(self, token: re.Match[str]) -> bool:
        word = token["word"]
        low = word.lower()
        if word[-1] in ",/" or (word[-1] == "." and not re.fullmatch(r"(?:\w\.)+", word)):
            return False
        if _AFTER_DASH.fullmatch(low):
            self.determiner = "a"
            return False
        if low in DETERMINERS:
            self.determiner = low
            return False
        if low == "and" and self.kind == "accord":
            return bool(self.marks) and _CAPITALISED.search(self.text, self.first, token.start()) is not None
        if token["of"] is not None:
            return self._owner(Span(*token.span("word")))
        return self._number(low, token.start()) or self._plain(low) or self._name(word, Span(*token.span("word")))

    def _number(self, low: str, start: int) -> bool:
        counted = _COUNTED.fullmatch(low)
        if counted and counted["unit"] in UNITS | PARTS:
            number = NUMBERS.get(counted["n"], counted["n"])
            self.marks.append(f"{number}-{counted['unit']}")
            return True
        if low in UNITS and (before := _TOKEN.search(self.text, self.first, start)):
            number = NUMBERS.get(before["word"].lower(), before["word"])
            if number.isdigit() and not before["of"]:
                self.marks.append(f"{number}-{low}")
                return True
        if self.marks and self.marks[-1].startswith(f"{NUMBERS.get(low, low)}-"):
            return True
        if _YEAR.fullmatch(low):
            self.marks.append(low)
            return True
        return False

    def _plain(self, low: str) -> bool:
        if low in ABOUT or _BACKED.fullmatch(low):
            self.about.append("truce" if low in CEASEFIRE else low)
            return True
        return low in ORDINARY

    def _owner(self, word: Span) -> bool:
        """'Norland's plan': whose it is. "Norland's agreement" is that it agrees, or one of many."""
        makers = self.cast.named_by(word)
        if not makers:
            return False
        self.owned = True
        if self.kind != "accord":
            self.makers += makers
        return True

    def _name(self, word: str, span: Span) -> bool:
        if made := _MADE.fullmatch(word):
            makers = self.cast.named_by(Span(span.start, span.start + len(made["who"])))
            self.makers += makers
            self.about += [] if makers else [word.lower()]
            return bool(makers) or word[0].isupper()
        if not word[0].isupper() or word in TITLES:
            return False
        makers = self._makers(word, span)
        if not makers and span.start == self.opening:
            return False
        if makers and self.kind in ("plan", "memorandum"):
            self.makers += makers
        else:
            self.marks += [mark for part in _parts(span, word) if (mark := self._mark(part))]
        return True

    def _mark(self, part: Span) -> str:
        """A name; of a people, its state's, since "the Norlandic accord" is the Norland accord."""
        word = part.text(self.text)
        if word == "United" and "states" in self.marks:
            self.marks[self.marks.index("states")] = "united states"
            return ""
        if _CONTINENT.search(self.text, self.first, part.start):
            return word.lower()
        return (self.cast.state_of(part) or word).lower()

    def _makers(self, word: str, span: Span) -> tuple[Maker, ...]:
        """'Norland', 'Norlandic', 'Franco-British': each part names somebody."""
        parts = re.split(r"[-\u2013\u2014]", word)
        if len(parts) != 2:
            return self.cast.named_by(span, adjective=True)
        named = [PREFIXES.get(parts[0].lower()), None]
        first = (
            (Maker(named[0], named[0]),)
            if named[0]
            else self.cast.named_by(Span(span.start, span.start + len(parts[0])))
        )
        second = self.cast.named_by(Span(span.end - len(parts[1]), span.end))
        return (*first, *second) if first and second else ()


def _is_shouted(text: str) -> bool:
    """'VELMORA REJECTS TRUCE PLAN': a headline whose capitals name nothing."""
    return text.isupper() and text.count(" ") > 1


def _parts(span: Span, word: str) -> Iterator[Span]:
    """The parts of "Norland-Torland"."""
    for part in re.finditer(r"[^-\u2013\u2014/]+", word):
        yield Span(span.start + part.start(), span.start + part.end())


def _outermost(found: Sequence[Phrase]) -> Iterator[Phrase]:
    """Without the "ceasefire" of a "ceasefire plan"."""
    for at, one in enumerate(found):
        following = found[at + 1 : at + 4]
        if not any(other.span.covers(one.span) and other.span != one.span for other in following):
            yield one


def _joined(low: str, found: Iterator[Phrase]) -> Iterator[Phrase]:
    """A "proposal for a 20-day ceasefire" is one thing."""
    last: Phrase | None = None
    for one in found:
        if (
            last is not None
            and last.kind in ("plan", "memorandum")
            and _JOINS.fullmatch(low, last.span.end, one.opening)
        ):
            last = _merged(last, one)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _merged(outer: Phrase, inner: Phrase) -> Phrase:
    head = "truce" if inner.kind == "truce" else "peace" if "peace" in inner.about else "accord"
    return replace(
        outer,
        span=Span(outer.span.start, inner.span.end),
        marks=tuple(dict.fromkeys((*outer.marks, *inner.marks))),
        about=tuple(dict.fromkeys((*outer.about, *inner.about, head))),
        makers=outer.makers or inner.makers,
    )
