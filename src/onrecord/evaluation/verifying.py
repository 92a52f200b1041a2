"""How well quotations are held against transcripts: sentences of the transcripts are quoted, faithfully and altered.

Which sentence, and how it is altered, hangs on its words, so every run plants the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from onrecord.collating.verifying import Transcript, verify
from onrecord.model import Fault, Report, Span
from onrecord.model.verdict import VerdictKind
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page
from onrecord.sources import reports

LEAST, MOST = 10, 45
PLAIN = re.compile(r"[\[\]()…\n\"“”]|\.\.\.|--")
NUMBER = re.compile(r"\b[1-9]\d*\b")
OR = re.compile(r"\bor\b")
# A sentence that the transcript has in another place as well may be quoted from there.
APART = 6

Alter = Callable[[str, Sequence[str]], str | None]


def _dropped(sentence: str, _: Sequence[str]) -> str | None:
    words = sentence.split()
    at = 3 + _number(sentence) % (len(words) - 6)
    return " ".join(words[:at] + words[at + 1 :]) if words[at - 1] != words[at] != words[at + 1] else None


def _put_in(sentence: str, _: Sequence[str]) -> str:
    words = sentence.split()
    at = 3 + _number(sentence) % (len(words) - 6)
    return " ".join([*words[:at], "reluctantly", *words[at:]])


def _or_and(sentence: str, _: Sequence[str]) -> str | None:
    return OR.sub("and", sentence, count=1) if OR.search(sentence) else None


def _other_number(sentence: str, _: Sequence[str]) -> str | None:
    found = NUMBER.search(sentence)
    return None if found is None else f"{sentence[: found.start()]}{int(found[0]) + 7}{sentence[found.end() :]}"


def _run_together(sentence: str, every: Sequence[str]) -> str | None:
    at = every.index(sentence)
    return f"{sentence} {every[at + APART]}" if at + APART < len(every) else None


def _invented(sentence: str, _: Sequence[str]) -> str:
    """The words in alphabetical order: nobody said that."""
    return " ".join(sorted(sentence.split(), key=str.lower))


ALTERED: Mapping[str, Alter] = {
    "a word left out": _dropped,
    "a word put in": _put_in,
    "and for or": _or_and,
    "another figure": _other_number,
    "two answers run together": _run_together,
    "not said at all": _invented,
}


def _cut_short(sentence: str, _: Sequence[str]) -> str:
    return " ".join(sentence.split()[:-3]).rstrip(",;:")


def _with_a_gap(sentence: str, _: Sequence[str]) -> str:
    words = sentence.split()
    return " ".join([*words[:4], "...", *words[6:]])


def _as_it_is(sentence: str, _: Sequence[str]) -> str:
    return sentence


FAITHFUL: Mapping[str, Alter] = {"word for word": _as_it_is, "cut short": _cut_short, "with a gap shown": _with_a_gap}


@dataclass(frozen=True, slots=True)
class Score:
    """By what was done to them: how many quotations, and of how many the verdict is as it should be."""

    planted: Mapping[str, int]
    right: Mapping[str, int]

    def share(self, ways: Mapping[str, Alter]) -> tuple[int, int]:
        """How many are right, of how many, of those of these ways."""
        return sum(self.right.get(way, 0) for way in ways), sum(self.planted.get(way, 0) for way in ways)


def score(data: Path) -> Score:
    """Quotes from each transcript in turn, in every way that one of its sentences allows. Raises ValueError."""
    planted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in reports([str(data)]):
        if not isinstance(one, Fault) and (page := lay_out(one.text, title=one.title)).turns:
            for way, caught in _verdicts(one, page):
                planted[way] += 1
                right[way] += caught
    if not planted:
        raise ValueError(f"{data}: no transcript in it")
    return Score(planted, right)


def _verdicts(one: Report, page: Page) -> Iterator[tuple[str, bool]]:
    transcript = Transcript.of(one.text, [(turn.label, turn.name) for turn in page.turns])
    every = list(_spoken(page))
    for ways, wanted in ((ALTERED, ("altered", "not found")), (FAITHFUL, ("verbatim",))):
        for way, alter in ways.items():
            ranked = sorted(every, key=lambda sentence: (_number(way, sentence), sentence))
            told = next((made for sentence in ranked if (made := alter(sentence, every)) is not None), None)
            if told is not None:
                yield way, _verdict(told, transcript) in wanted


def _verdict(quotation: str, transcript: Transcript) -> VerdictKind:
    article = f"“{quotation}” was said at the meeting."
    (found,) = verify(article, [Span(0, len(quotation) + 2)], transcript)
    return found.kind


def _spoken(page: Page) -> Iterator[str]:
    """Sentences of the turns that are long enough, plain, and stand once."""
    counts = Counter(span.text(page.text) for span in page.sentences)
    for span in page.sentences:
        text = span.text(page.text)
        inside = any(turn.content.covers(span) for turn in page.turns)
        if inside and counts[text] == 1 and LEAST <= len(text.split()) <= MOST and not PLAIN.search(text):
            yield text


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=4).digest(), "big")


def lines(found: Score) -> Iterator[tuple[str, float | int | str]]:
    for way in (*ALTERED, *FAITHFUL):
        yield way, f"{found.right.get(way, 0)} of {found.planted.get(way, 0)}"
    caught, altered = found.share(ALTERED)
    kept, faithful = found.share(FAITHFUL)
    yield "alterations planted", altered
    yield "alterations caught", round(caught / altered, 4) if altered else 0.0
    yield "faithful quotations", faithful
    yield "faithful quotations accused", faithful - kept
