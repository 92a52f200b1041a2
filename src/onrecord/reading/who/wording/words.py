"""The words of a page, with their places: cut once, and read by every step of "who"."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Span

# "U.S." and "Jr." keep their stops where the next letter shows that they must; "Norland's" is two words.
TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-.&][^\W_]+)*(?:['\u2019](?!s\b)[^\W\d_]+)*"
    r"|['\u2019][ ]?s\b|['\u2019](?=\s)|[^\w\s]"
)
APART = re.compile(r" (['\u2019]) ?s\b")
CAPITALISED_ANYWAY = frozenset(
    """i the a an he she it they we you his her this that these those but and or if in on at for from as when while
    after before monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december not no yes there what who why how where with by to of mr mrs
    ms says said""".split()
)


@dataclass(frozen=True)
class Words:
    """`words[i]` is `text[starts[i]:ends[i]]`; marks are words too."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]

    @cached_property
    def lower(self) -> tuple[str, ...]:
        return tuple(map(str.lower, self.words))

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The places of the words that begin with a capital."""
        return tuple(at for at, word in enumerate(self.words) if word[0].isupper())

    def __len__(self) -> int:
        return len(self.words)

    def range(self, span: Span) -> tuple[int, int]:
        """The words that lie in the span, wholly or in part: `[first, past the last)`."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, end: int) -> Span:
        return Span(self.starts[first], self.ends[end - 1])

    def printed(self, first: int, end: int) -> str:
        """As the text has it, on one line; "Norland 's" of a text that parts its words is "Norland's"."""
        return APART.sub(r"\1s", " ".join(self.text[self.starts[first] : self.ends[end - 1]].split()))


def cut(text: str) -> Words:
    found = list(TOKEN.finditer(text))
    starts, ends = tuple(map(re.Match.start, found)), tuple(map(re.Match.end, found))
    return Words(text, starts, ends, tuple(map(re.Match.group, found)))


def numbered(words: Words, spans: Sequence[Span]) -> list[int]:
    """For each word the last span that starts at or before it; -1 before the first."""
    numbers, done = [], 0
    for number, (start, _) in enumerate(spans):
        upto = bisect_left(words.starts, start, done)
        numbers += [number - 1] * (upto - done)
        done = upto
    return numbers + [len(spans) - 1] * (len(words) - done)


def inside(words: Words, spans: Sequence[Span]) -> list[bool]:
    """Of each word, whether it begins in one of the spans, which are in order and apart."""
    return [
        number >= 0 and start < spans[number].end
        for number, start in zip(numbered(words, spans), words.starts, strict=True)
    ]


def marked(words: Words, spans: Sequence[Span]) -> list[bool]:
    """Of each word, whether it stands in one of the spans, which may overlap."""
    found = [False] * len(words)
    for span in spans:
        first, end = words.range(span)
        found[first:end] = [True] * max(0, end - first)
    return found


def plain(word: str) -> str:
    """A word as it compares within one report: 'Korvynskyy', 'Korvynskiy' and 'Korvynsky' are alike, accents aside."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    stem = folded.rstrip("yij")
    return stem + "y" if stem != folded and len(stem) > 2 else folded
