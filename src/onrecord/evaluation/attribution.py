"""The measures of attribution: source, cue and content against PolNeAR-style annotation (Newell et al. 2018).

token        a run of word characters; it is in a span when they share a character.
statement    a predicted content and a gold one whose token-IoU is at least 0.5; one to one, best first.
attributed   a matched pair whose sources share a token, determiners aside; the gold one has a source.
direct, indirect, mixed   all, none, some of the content's tokens lie within double quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from onrecord.model import Span, Spans

WORD = re.compile(r"\w+")
DETERMINERS = frozenset(
    "the a an this that these those some any all each every both either neither no another such".split()
)
ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed")
LEAST_OVERLAP = 0.5


class Passage(Protocol):
    """Anything with the three spans of an attribution."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...


class Measure(NamedTuple):
    """Precision, recall and their harmonic mean, 0..1."""

    precision: float
    recall: float
    f1: float


def measure(hits: int, predicted: int, wanted: int) -> Measure:
    precision = hits / predicted if predicted else 0.0
    recall = hits / wanted if wanted else 0.0
    both = precision + recall
    return Measure(precision, recall, 2 * precision * recall / both if both else 0.0)


class Article:
    """A text as tokens, each known to lie within quotation marks or not."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [m.span() for m in WORD.finditer(text)]
        quoted = quoted_mask(text)
        self.quoted = [bool(quoted[start]) for start, _ in self.tokens]
        self._at = [-1] * len(text)
        for i, (start, end) in enumerate(self.tokens):
            self._at[start:end] = [i] * (end - start)

    def tokens_in(self, spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(i for start, end in spans for i in self._at[start:end] if i >= 0)

    def heads(self, tokens: frozenset[int]) -> frozenset[int]:
        """Without determiners, unless there is nothing else."""
        kept = frozenset(i for i in tokens if self.text[slice(*self.tokens[i])].lower() not in DETERMINERS)
        return kept or tokens

    def kind(self, tokens: frozenset[int]) -> str:
        quoted = sum(self.quoted[i] for i in tokens)
        if not quoted:
            return "indirect"
        return "direct" if quoted == len(tokens) else "mixed"


def quoted_mask(text: str) -> bytearray:
    """1 for each character within double quotation marks, paired by line; an unclosed one runs to its line's end."""
    mask = bytearray(len(text))
    for line in re.finditer(r"[^\n]+", text):
        opened, closers = -1, ""
        i = line.start()
        while i < line.end():
            mark, two = text[i], text[i : i + 2]
            if opened < 0:
                opener = _closers_of(text, i, line.start())
                if opener:
                    opened, closers = i, opener
            elif (closers == "''" and two == "''") or (closers != "''" and mark in closers):
                mask[opened : i + 1] = b"\1" * (i + 1 - opened)
                opened = -1
            i += 1
        if opened >= 0:
            mask[opened : line.end()] = b"\1" * (line.end() - opened)
    return mask


def _closers_of(text: str, i: int, line_start: int) -> str:
    mark = text[i]
    if mark in "\u201c\u201e":
        return '\u201d"'
    if mark == "\u00ab":
        return "\u00bb"
    if text[i : i + 2] == "``":
        return "''"
    if mark == '"' and not (i > line_start and text[i - 1].isdigit()):
        return '"\u201d'
    return ""


@dataclass
class _Side:
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    who: frozenset[int]
    kind: str


@dataclass
class Score:
    """Counts over any number of articles; `table()` gives the measures."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, gold: Sequence[Passage], predicted: Sequence[Passage]) -> None:
        wanted, got = [_side(article, p) for p in gold], [_side(article, p) for p in predicted]
        self._count_tokens(wanted, got)
        for i, j in match([s.content for s in wanted], [s.content for s in got]):
            got[j].kind = wanted[i].kind
            for kind in ("all", wanted[i].kind):
                self.counts[f"hit {kind}"] += 1
                self.counts[f"attributed {kind}"] += bool(wanted[i].who & got[j].who)
        for name, sides in (("gold", wanted), ("predicted", got)):
            for side in sides:
                for kind in ("all", side.kind):
                    self.counts[f"{name} {kind}"] += 1
                    self.counts[f"{name} sourced {kind}"] += bool(side.source)
        self.counts["articles"] += 1
        self.counts["words"] += len(article.tokens)

    def _count_tokens(self, wanted: list[_Side], got: list[_Side]) -> None:
        for role in ROLES:
            gold: set[int] = set().union(*(getattr(s, role) for s in wanted))
            mine: set[int] = set().union(*(getattr(s, role) for s in got))
            self.counts[f"gold tokens {role}"] += len(gold)
            self.counts[f"predicted tokens {role}"] += len(mine)
            self.counts[f"hit tokens {role}"] += len(gold & mine)

    def token(self, role: str) -> Measure:
        return self._measure(f"hit tokens {role}", f"predicted tokens {role}", f"gold tokens {role}")

    def statement(self, kind: str = "all") -> Measure:
        return self._measure(f"hit {kind}", f"predicted {kind}", f"gold {kind}")

    def attributed(self, kind: str = "all") -> Measure:
        return self._measure(f"attributed {kind}", f"predicted sourced {kind}", f"gold sourced {kind}")

    def _measure(self, hits: str, predicted: str, wanted: str) -> Measure:
        return measure(self.counts[hits], self.counts[predicted], self.counts[wanted])

    def table(self) -> dict[str, Measure]:
        out = {f"token {role}": self.token(role) for role in ROLES}
        out["statement"] = self.statement()
        out["attributed"] = self.attributed()
        return out | {f"attributed {kind}": self.attributed(kind) for kind in KINDS}


def match(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of gold and predicted contents, one to one, the best overlap first; ties go to the lower indices."""
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            both = len(g & p)
            if both and both / len(g | p) >= LEAST_OVERLAP:
                scored.append((-both / len(g | p), i, j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _side(article: Article, passage: Passage) -> _Side:
    source, content = article.tokens_in(passage.source), article.tokens_in(passage.content)
    return _Side(source, article.tokens_in(passage.cue), content, article.heads(source), article.kind(content))
