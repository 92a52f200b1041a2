"""The marks by which a page's asides are told from the end of its report. None hangs on a name or a topic."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span, Spans

OFTEN = 3  # times that what a report is about stands in it
LEAD = 2  # sentences that say what it is about
STEM = 6  # letters by which a word goes
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters of a word that may say something
LITTLE = frozenset(
    """
    about above after again against also although among another around because been before behind being below between
    both could does doing down during each either even ever every from further have having here however into itself just
    least less like made make many might more most much must near need never next none once only onto other over same
    shall should since some still such than that their theirs them then there these they this those though through till
    under until upon very were what when where whether which while whom whose will with within without would your yours
    said says told year years week weeks month months today people time first last
    """.split()
)
OPENINGS = {
    "takes up": "he she they it his her their its him them this that these those such both neither here there",
    "goes on": "but and so yet or nor however meanwhile also still then instead moreover nevertheless earlier "
    "later since",
    "reader": "you your we our us",
    "asks": "how what why who where when watch see read which inside meet",
}
KIND_OF_OPENING = {word: kind for kind, words in OPENINGS.items() for word in words.split()}
PLAIN_OPENINGS = frozenset("the a an in on at for with as after by from while if".split())
PRONOUNS = frozenset("he she they it his her their its him them".split())
KINDS = {
    "said": "said told added according stated announced noted wrote reported",
    "says": "says hears tells writes looks explains explores reveals examines reflects asks visits",
    "page": "newsletter newsletters inbox subscribe subscribed subscribers subscription reporter correspondent writer "
    "journalist editor covers twitter comment comments account email emails stories headlines publish published "
    "publisher publishers copyright website app",
    "was": "was were had did",
    "has": "has have",
    "is": "is are",
    "will": "will would could can may might should",
    "a": "a an",
    "day": "monday tuesday wednesday thursday friday saturday sunday",
}
OF_KIND = {name: frozenset(words.split()) for name, words in KINDS.items()}
NUMBER = re.compile(r"\d")
QUOTES = '"\u201c\u201d\u00ab\u00bb'
ENDS = (".", "!", "?", '"', "\u201d", "\u2019", "'", ")", "\u2026", "\u00bb")


@dataclass
class Before:
    """What stands before a sentence: its words, those of the sentence right before, of the lead, and the names."""

    seen: set[str]
    last: set[str]
    lead: frozenset[str]
    keys: frozenset[str]
    names: set[str]


@dataclass(frozen=True)
class Sentence:
    """One sentence, its words, the same written small, and the stems of those that say something."""

    text: str
    words: list[str]
    small: list[str]
    stems: list[str]

    @property
    def quotes(self) -> bool:
        return any(mark in self.text for mark in QUOTES)


def marks(text: str, prose: Sequence[Span], first: int, taken: Spans, end: int) -> Iterator[frozenset[str]]:
    """What is told of each sentence from the `first` on, beside all that stands before it.

    `taken` is the page's furniture, `end` where the page ends. Raises nothing; `first` is at least 1.
    """
    before = _before(text, prose[:first])
    here = [_sentence(one.text(text)) for one in prose[first:]]
    for index, one in enumerate(here):
        following = set(here[index + 1].stems) if index + 1 < len(here) else None
        at = first + index
        found = [*_of_words(one, before, following), *_of_kind(one)]
        found.append(f"page closes:{'yes' if taken and taken[-1].end >= end else 'no'}")
        if _furniture_between(taken, prose[at - 1].end, prose[at].start):
            found.append("behind furniture")
        yield frozenset(found)
        before.seen.update(one.stems)
        before.names.update(one.words)
        before.last = set(one.stems)


def _before(text: str, body: Sequence[Span]) -> Before:
    words = Counter(WORD.findall(text, body[0].start, body[-1].end))
    count: Counter[str] = Counter()
    for word, times in words.items():
        if len(word) >= SHORTEST and (small := word.lower()) not in LITTLE:
            count[small[:STEM]] += times
    keys = frozenset(stem for stem, times in count.items() if times >= OFTEN)
    lead = _sentence(text[body[0].start : body[min(LEAD, len(body)) - 1].end])
    return Before(set(count), set(_sentence(body[-1].text(text)).stems), frozenset(lead.stems), keys, set(words))


def _sentence(text: str) -> Sentence:
    words = WORD.findall(text)
    small = [word.lower() for word in words]
    return Sentence(text, words, small, [one[:STEM] for one in small if len(one) >= SHORTEST and one not in LITTLE])


def _of_words(one: Sentence, before: Before, following: set[str] | None) -> Iterator[str]:
    kinds = set(one.stems)
    fresh = len(kinds - before.seen)
    yield f"new:{_step(fresh / len(kinds), (0.2, 0.35, 0.5, 0.65, 0.8)) if kinds else 'none'}"
    yield f"new words:{_step(fresh, (1, 3, 5, 7, 10))}"
    yield f"first words known:{''.join('y' if stem in before.seen else 'n' for stem in one.stems[:3])}"
    yield f"taken from the last:{min(len(kinds & before.last), 3)}"
    yield f"taken by the next:{'none' if following is None else min(len(kinds & following), 3)}"
    yield f"of the lead:{min(len(kinds & before.lead), 3)}"
    yield f"opens:{_opening(one, before)}"
    yield from _of_names(one, before, len(kinds & before.keys))


def _of_names(one: Sentence, before: Before, keys: int) -> Iterator[str]:
    named = [word for word in one.words[1:] if word[0].isupper()]
    known = sum(word in before.names for word in named)
    unknown = len(named) - known
    yield f"names:{_step(unknown / len(named), (0.01, 0.5, 0.99)) if named else 'none'}"
    yield f"new names:{min(unknown, 4)}"
    yield f"known names:{min(known, 3)}"
    yield f"keys:{min(keys, 3)}"
    goes_on = bool(one.small) and KIND_OF_OPENING.get(one.small[0]) == "goes on"
    if not (goes_on or one.quotes or not PRONOUNS.isdisjoint(one.small)):
        yield f"free, keys:{min(keys, 2)}, known names:{min(known, 1)}"


def _opening(one: Sentence, before: Before) -> str:
    word = one.words[0] if one.words else ""
    if one.text[:1] in QUOTES:
        return "quotation"
    small = word.lower()
    if small in PLAIN_OPENINGS:
        return small
    return KIND_OF_OPENING.get(small) or ("known" if word in before.names else "new")


def _of_kind(one: Sentence) -> Iterator[str]:
    yield f"long:{_step(len(one.words), (4, 8, 12, 16, 22, 30))}"
    yield f"pronouns:{min(sum(word in PRONOUNS for word in one.small), 2)}"
    words = set(one.small)
    yield from (name for name, group in OF_KIND.items() if not words.isdisjoint(group))
    if "@" in one.text:
        yield "page"
    if NUMBER.search(one.text):
        yield "number"
    if one.quotes:
        yield "quotes"
    if not one.text.endswith(ENDS):
        yield "no stop"


def _furniture_between(taken: Spans, start: int, end: int) -> bool:
    at = bisect_left(taken, start, key=lambda span: span.start)
    return at < len(taken) and taken[at].start < end


def _step(value: float, steps: tuple[float, ...]) -> int:
    """How many of the steps a value has reached."""
    return bisect_right(steps, value)
