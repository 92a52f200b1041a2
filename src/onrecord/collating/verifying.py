"""Quotations held against a transcript: verbatim, altered (and how), or not found in it. Pure.

What quoting allows is no alteration: beginning or ending within a sentence, a capital or a stop that differs, words in
[brackets], what an ellipsis leaves out, figures for numbers in words. What a transcript puts in brackets, (Applause.)
or [laughter], was not said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from onrecord.collating.utterances.words import NUMBERS
from onrecord.model import Span, Spans
from onrecord.model.verdict import Change, ChangeKind, Verdict, VerdictKind

WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|%")
NOT_SAID = re.compile(r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]")
# What stands in brackets may stand for anything: "I have told [him] so".
CUTS = re.compile(r"\[[^\[\]\n]{0,80}\]|\.\s?\.\s?\.\s?\.?|…")
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
SEED = 3
# Of the words of a quotation so many must stand together in the transcript, or it does not come from there.
ENOUGH = 0.55
FEW = 4
SPREAD = 12
SHOWN = 10


class Word(NamedTuple):
    """A word as it compares, and its place."""

    plain: str
    span: Span


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text cut into words, with the places of every run of three; `turns` name who speaks from which place on."""

    text: str
    words: tuple[Word, ...]
    seeds: dict[tuple[str, ...], list[int]]
    turns: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, text: str, turns: Iterable[tuple[Span, str]] = ()) -> Transcript:
        """`turns` are the labels ("MS. ROE:"), which nobody said, with the names that they stand for."""
        labels = sorted(turns)
        whole = [Span(0, 0), *(label for label, _ in labels), Span(len(text), len(text))]
        spoken = [Span(one.end, two.start) for one, two in pairwise(whole)]
        words = tuple(word for span in spoken for word in _words(text, span, NOT_SAID))
        seeds: dict[tuple[str, ...], list[int]] = {}
        for size in (1, SEED):
            for at in range(len(words) - size + 1):
                seeds.setdefault(tuple(word.plain for word in words[at : at + size]), []).append(at)
        return cls(text, words, seeds, tuple((label.start, name) for label, name in labels))

    def speaker_at(self, offset: int) -> str | None:
        return next((name for start, name in reversed(self.turns) if start <= offset), None)


class _Found(NamedTuple):
    """Where a piece of a quotation comes from: words `[first, end)` of the transcript, with what differs."""

    first: int
    end: int
    changes: tuple[Change, ...]


def verify(report: str, quotations: Iterable[Span], transcript: Transcript) -> Iterator[Verdict]:
    """A verdict on each quotation of the report's text, marks within its span or not. Those of no word are passed."""
    for quotation in quotations:
        pieces = [words for piece in _pieces(report, quotation) if (words := list(_words(report, piece)))]
        if pieces:
            yield _verdict(report, quotation, pieces, transcript)


def _verdict(report: str, quotation: Span, pieces: Sequence[Sequence[Word]], transcript: Transcript) -> Verdict:
    whole = [found for piece in pieces if (found := _find(report, piece, transcript))]
    if len(whole) < len(pieces):
        # Two answers run together stand in no one place; their sentences do.
        return _by_sentences(report, quotation, pieces, transcript)
    changes = tuple(change for found in whole for change in found.changes)
    if changes:
        apart = _by_sentences(report, quotation, pieces, transcript)
        joined = any(one.kind == "run together" for one in apart.changes)
        if apart.kind != "not found" and (joined or len(apart.changes) < len(changes)):
            return apart
    return _told(quotation, whole, changes, transcript)


def _by_sentences(report: str, quotation: Span, pieces: Sequence[Sequence[Word]], transcript: Transcript) -> Verdict:
    """Each sentence sought by itself; where two of one piece come from places apart, they were run together."""
    every: list[_Found] = []
    changes: list[Change] = []
    lost = 0
    for piece in pieces:
        before: _Found | None = None
        for words in _sentences(report, piece):
            found = _find(report, words, transcript)
            if found is None:
                lost += len(words)
                changes.append(_change("put in", report, transcript, [], words))
                continue
            changes += found.changes
            if before is not None and (between := _between(report, before, found, words, transcript)):
                changes.append(between)
            every.append(found)
            before = found
    if not every or lost > sum(map(len, pieces)) / 2:
        return Verdict("not found", quotation)
    return _told(quotation, every, tuple(changes), transcript)


def _between(report: str, one: _Found, two: _Found, words: Sequence[Word], transcript: Transcript) -> Change | None:
    if two.first == one.end:
        return None
    gap = transcript.words[one.end : two.first] if one.end < two.first else transcript.words[two.end : one.first]
    if not gap:
        return _change("moved", report, transcript, [], words)
    return _change("run together", report, transcript, gap, [])


def _told(quotation: Span, found: Sequence[_Found], changes: tuple[Change, ...], transcript: Transcript) -> Verdict:
    passages = tuple(
        Span(transcript.words[one.first].span.start, transcript.words[one.end - 1].span.end) for one in found
    )
    kind: VerdictKind = "altered" if changes else "verbatim"
    return Verdict(kind, quotation, passages, changes, transcript.speaker_at(passages[0].start))


def _find(report: str, words: Sequence[Word], transcript: Transcript) -> _Found | None:
    """The place where most of the words stand in their order; exactly, if there is such a place."""
    plain = [word.plain for word in words]
    starts = transcript.seeds.get(tuple(plain[:SEED] if len(plain) >= SEED else plain[:1]), [])
    for at in starts:
        if [word.plain for word in transcript.words[at : at + len(plain)]] == plain:
            return _Found(at, at + len(plain), ())
    if len(plain) < FEW:
        return None
    return max(
        filter(None, (_aligned(report, words, at, transcript) for at in _likely(plain, transcript))),
        key=lambda found: (-sum(_weight(one) for one in found.changes), -found.first),
        default=None,
    )


def _likely(plain: Sequence[str], transcript: Transcript) -> list[int]:
    """Where the words may begin: places at which runs of three, or rare words, stand that far from the beginning."""
    votes: Counter[int] = Counter()
    for size, weight in ((SEED, 3), (1, 1)):
        for offset in range(len(plain) - size + 1):
            places = transcript.seeds.get(tuple(plain[offset : offset + size]), ())
            if size == SEED or len(places) <= SPREAD:
                for place in places:
                    votes[(place - offset) // FEW] += weight
    return [bucket * FEW for bucket, _ in votes.most_common(3)]


def _aligned(report: str, words: Sequence[Word], at: int, transcript: Transcript) -> _Found | None:
    reach = len(words) // 2 + SPREAD
    low, high = max(0, at - reach), min(len(transcript.words), at + len(words) + reach)
    window = transcript.words[low:high]
    matcher = SequenceMatcher(None, [word.plain for word in window], [word.plain for word in words], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < ENOUGH * len(words):
        return None
    # Beyond the first and last words found, as many of the transcript stand for those that differ.
    first = max(0, blocks[0].a - blocks[0].b)
    end = min(len(window), blocks[-1].a + blocks[-1].size + len(words) - blocks[-1].b - blocks[-1].size)
    return _Found(low + first, low + end, tuple(_changes(report, words, window[first:end], transcript)))


def _changes(report: str, words: Sequence[Word], passage: Sequence[Word], transcript: Transcript) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [word.plain for word in passage], [word.plain for word in words], autojunk=False)
    found = [
        (passage[i:j], words[k:m])
        for how, i, j, k, m in matcher.get_opcodes()
        if how != "equal" and _joined(passage[i:j]) != _joined(words[k:m])
    ]
    gone = {_joined(left) for left, right in found if not right}
    came = {_joined(right) for left, right in found if not left}
    for left, right in found:
        moved = _joined(left or right) in gone & came
        yield _change("moved" if moved else _kind(left, right), report, transcript, left, right)


def _kind(left: Sequence[Word], right: Sequence[Word]) -> ChangeKind:
    if not left:
        return "put in"
    if not right:
        return "left out"
    figures = [{word.plain for word in side if word.plain[0].isdigit()} for side in (left, right)]
    return "number" if figures[0] != figures[1] else "changed"


def _change(
    kind: ChangeKind, report: str, transcript: Transcript, left: Sequence[Word], right: Sequence[Word]
) -> Change:
    ours, theirs = _places(left), _places(right)
    return Change(kind, _text(ours, transcript.text), ours, _text(theirs, report), theirs)


def _places(words: Sequence[Word]) -> Spans:
    """From the first word to the last; of a long passage, its beginning and its end."""
    parts = [words] if len(words) <= 2 * SHOWN else [words[:SHOWN], words[-SHOWN:]]
    return tuple(Span(part[0].span.start, part[-1].span.end) for part in parts if part)


def _text(spans: Spans, of: str) -> str:
    return " … ".join(span.text(of) for span in spans)


def _weight(change: Change) -> int:
    return len(change.transcript.split()) + len(change.quotation.split())


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.plain for word in words)


def _pieces(report: str, quotation: Span) -> Iterator[Span]:
    """The quotation cut where an ellipsis or brackets say that its words are not all there, or not the speaker's."""
    start = quotation.start
    for cut in CUTS.finditer(report, quotation.start, quotation.end):
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, quotation.end)


def _sentences(report: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    start, at = 0, words[0].span.start
    for end in SENTENCE.finditer(report, at, words[-1].span.end):
        stop = next((n for n, word in enumerate(words) if word.span.start >= end.end()), len(words))
        if stop > start:
            yield words[start:stop]
            start = stop
    if start < len(words):
        yield words[start:]


def _words(text: str, within: Span, leave_out: re.Pattern[str] | None = None) -> Iterator[Word]:
    skipped = [Span(*found.span()) for found in leave_out.finditer(text, within.start, within.end)] if leave_out else []
    after = 0
    for found in WORD.finditer(text, within.start, within.end):
        while after < len(skipped) and skipped[after].end <= found.start():
            after += 1
        if after == len(skipped) or found.start() < skipped[after].start:
            plain = found[0].lower().replace("’", "'").replace(",", "")
            yield Word("percent" if plain == "%" else NUMBERS.get(plain, plain), Span(*found.span()))
