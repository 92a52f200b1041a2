"""Words and word pieces of a page, packed in windows for the encoder. Training and reading share this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from onrecord.model import Span, Spans

Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102  # BERT's
WINDOW = 256  # pieces, marks at both ends included
LONGEST_WORD = 12  # pieces kept of one word: "aaaa..." of a hostile text must not fill a window

# The encoder is uncased; what the case and the spacing of a word tell comes in as a second input.
LOWER, TITLE, UPPER, MIXED, DIGIT, PUNCTUATION, OPENING, CLOSING = range(1, 9)
SHAPES = 9
QUOTES = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
ALWAYS_OPENING, ALWAYS_CLOSING = "\u201c\u201e\u00ab", "\u201d\u00bb"


@dataclass(frozen=True)
class Words:
    """The words of a page. `pieces` and `shapes` are flat; word i has those from `first[i]` to `first[i + 1]`."""

    spans: tuple[Span, ...]
    sentence: Ints
    paragraph: Ints
    pieces: Ints
    shapes: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.spans)


@dataclass(frozen=True)
class Window:
    """Consecutive words `start` to `end`, as the encoder takes them; `position[k]` is where word `start + k` begins."""

    start: int
    end: int
    ids: Ints
    shapes: Ints
    position: Ints


def load_tokenizer(folder: Path) -> Tokenizer:
    """The encoder's WordPiece (Schuster and Nakajima 2012), without the padding and cutting its file asks for."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def words(text: str, sentences: Spans, paragraphs: Spans, tokenizer: Tokenizer) -> Words:
    """Splits every sentence into words (at white space and around punctuation, as BERT does) and these into pieces."""
    encoded = tokenizer.encode_batch([s.text(text) for s in sentences], add_special_tokens=False)
    # One row a piece: the sentence, the word within it, and where it begins and ends in the text.
    sizes = np.array([len(one) for one in encoded], dtype=np.int64)
    of = np.repeat(np.arange(len(encoded)), sizes)
    ids, word = (_flat([one.ids for one in encoded]), _flat([one.word_ids for one in encoded]))
    offsets = _flat([part for one in encoded for part in one.offsets]).reshape(-1, 2)
    begins = np.array([s.start for s in sentences], dtype=np.int64)
    starts, ends = (offsets + begins[of, None]).T if len(of) else (ids, ids)
    opens = np.ones(len(of), dtype=bool)
    opens[1:] = (word[1:] != word[:-1]) | (of[1:] != of[:-1])
    at = np.flatnonzero(opens)
    lengths = np.diff(np.append(at, len(of)))
    spans = tuple(map(Span, starts[at].tolist(), ends[at + lengths - 1].tolist()))
    kept = np.arange(len(of)) - np.repeat(at, lengths) < LONGEST_WORD
    lengths = np.minimum(lengths, LONGEST_WORD)
    return Words(
        spans,
        of[at],
        np.searchsorted([p.start for p in paragraphs], begins, side="right")[of[at]] - 1,
        ids[kept],
        np.repeat(_shapes(text, spans), lengths),
        np.concatenate([[0], np.cumsum(lengths)]),
    )


def _flat(parts: Sequence[Sequence[int | None]]) -> Ints:
    return np.array(list(chain.from_iterable(parts)), dtype=np.int64)


def windows(of: Words, first_length: int = WINDOW) -> Iterator[Window]:
    """Packs whole sentences into windows of at most `WINDOW` pieces; a mark stands between paragraphs.

    Every word is in exactly one window. A sentence longer than a window is cut. `first_length` shortens the first
    window, so that training sees the same sentences in other company.
    """
    if not len(of):
        return
    breaks = _paragraph_breaks(of)
    upto = of.first[1:] + np.cumsum(breaks)
    sentence_ends = np.append(np.flatnonzero(of.sentence[1:] != of.sentence[:-1]) + 1, len(of))
    start, limit = 0, first_length
    while start < len(of):
        before = upto[start] - (of.first[start + 1] - of.first[start])
        fitting = int(np.searchsorted(upto, before + limit - 2, side="right"))
        ends = sentence_ends[np.searchsorted(sentence_ends, fitting, side="right") - 1]
        end = int(ends) if start < ends <= fitting else max(fitting, start + 1)
        yield _window(of, start, end)
        start, limit = end, WINDOW


def _paragraph_breaks(of: Words) -> Ints:
    breaks = np.zeros(len(of), dtype=np.int64)
    breaks[1:] = of.paragraph[1:] != of.paragraph[:-1]
    return breaks


def _window(of: Words, start: int, end: int) -> Window:
    first = of.first[start : end + 1]
    breaks = np.zeros(end - start, dtype=np.int64)
    breaks[1:] = of.paragraph[start + 1 : end] != of.paragraph[start : end - 1]
    position = 1 + first[:-1] - first[0] + np.cumsum(breaks)
    total = int(2 + first[-1] - first[0] + breaks.sum())
    ids = np.full(total, SEP, dtype=np.int64)
    shapes = np.zeros(total, dtype=np.int64)
    ids[0] = CLS
    at = np.repeat(position - (first[:-1] - first[0]), first[1:] - first[:-1]) + np.arange(int(first[-1] - first[0]))
    ids[at] = of.pieces[first[0] : first[-1]]
    shapes[at] = of.shapes[first[0] : first[-1]]
    return Window(start, end, ids, shapes, position)


def _shapes(text: str, spans: Spans) -> Ints:
    out = np.empty(len(spans), dtype=np.int64)
    seen: dict[str, int] = {}
    for i, (start, end) in enumerate(spans):
        word = text[start:end]
        shape = seen.get(word)
        if shape is None:
            shape = _quote_shape(text, start, end) if word in QUOTES else _shape(word)
            if word not in QUOTES:
                seen[word] = shape
        out[i] = shape
    return out


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.istitle():
        return TITLE
    if word[:1].isdigit():
        return DIGIT
    return MIXED if word[:1].isalpha() else PUNCTUATION


def _quote_shape(text: str, start: int, end: int) -> int:
    """Straight marks do not tell whether they open or close; the white space beside them mostly does."""
    mark = text[start:end]
    if mark in ALWAYS_OPENING:
        return OPENING
    if mark in ALWAYS_CLOSING:
        return CLOSING
    space_before = start == 0 or text[start - 1].isspace()
    space_after = end == len(text) or text[end].isspace()
    if space_before == space_after:
        return PUNCTUATION
    return OPENING if space_before else CLOSING
