"""`onrecord evaluate record DIR`: what reading finds in reports that people annotated (see `gold`).

Where several annotated a report, recall asks for what all of them have and none doubts, and right is what any of them
has. Of attributes (speaker, party ...) only those are asked on which the annotators agree.

statement F1   contents whose token-IoU is at least 0.5, one to one, best first.
attributed F1  the same, and the sources share a word, small ones aside, or neither has one.
kind, type, speaker, party, said_on   right among the attributed; said_on where the annotators give a day.
dates, quantities F1   the spans overlap and the values are equal.
conditions F1  token-IoU of at least 0.4.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.evaluation.attribution import LEAST_OVERLAP, measure
from onrecord.evaluation.gold import Annotation, GoldReport, GoldStatement, GoldValue
from onrecord.model import Reading, Report, Spans, Statement, edtf

WORD = re.compile(r"\w+(?:['\u2019]\w+)?")
SMALL = frozenset("the a an of s 's his her its their".split())
# -skyy, -skiy and -ski end alike: the letters stand for one Cyrillic ending.
ENDING = re.compile(r"(?:iy|yy|ii|ij|y|i)$")
LEAST_OF_A_CONDITION = 0.4
FOUND = ("statement", "attributed", "dates", "quantities", "conditions")
DIGITS = 4

A = TypeVar("A")
B = TypeVar("B")
T = TypeVar("T", GoldStatement, GoldValue)
Match = Callable[[T, T], float]


class Words:
    """A text's words, by number."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self._starts, self._ends = [m.start() for m in found], [m.end() for m in found]
        self._words = [m.group().lower() for m in found]

    def within(self, spans: Spans) -> frozenset[int]:
        """The words that share a character with the spans."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def weighty(self, spans: Spans) -> frozenset[int]:
        return frozenset(number for number in self.within(spans) if self._words[number] not in SMALL)


@dataclass
class RecordScore:
    """Counts over any number of reports; `measures()` gives the shares."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, gold: GoldReport, reading: Reading) -> None:
        words, by = Words(gold.report.text), gold.annotations
        said = [_as_gold(statement) for statement in reading.statements]
        dates = [GoldValue(date.span, date.value) for date in reading.dates]
        quantities = [GoldValue(quantity.span, quantity.value) for quantity in reading.quantities]
        conditions = [GoldValue(condition.span) for condition in reading.conditions]
        self._count("statement", [one.statements for one in by], said, _same_content(words))
        self._count("attributed", [one.statements for one in by], said, _same_statement(words))
        self._count("dates", [one.dates for one in by], dates, _same_value)
        self._count("quantities", [one.quantities for one in by], quantities, _same_value)
        self._count("conditions", [one.conditions for one in by], conditions, _same_words(words))
        self._judge(by, said, _same_statement(words))
        self.counts["reports"] += 1

    def measures(self) -> dict[str, float]:
        """F1, precision and recall of what is to be found, and the share of right attributes where any was asked."""
        out: dict[str, float] = {}
        for name in FOUND:
            precision = self._share(f"{name} right", f"{name} predicted")
            recall = self._share(f"{name} recalled", f"{name} wanted")
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            out |= {f"{name} F1": f1, f"{name} precision": precision, f"{name} recall": recall}
        asked = [name for name in JUDGED if self.counts[f"{name} asked"]]
        out |= {name: self._share(f"{name} right", f"{name} asked") for name in asked}
        return {name: round(value, DIGITS) for name, value in out.items()}

    def _share(self, part: str, whole: str) -> float:
        return measure(self.counts[part], self.counts[whole], 0).precision

    def _count(self, name: str, golds: Sequence[Sequence[T]], predicted: Sequence[T], match: Match[T]) -> None:
        right = {place for gold in golds for place in pair_up(predicted, gold, match)}
        agreed = [one for one in golds[0] if not one.doubtful]
        for gold in golds[1:]:
            twins = pair_up(agreed, gold, match)
            agreed = [one for i, one in enumerate(agreed) if i in twins and not gold[twins[i]].doubtful]
        self.counts[f"{name} right"] += len(right)
        self.counts[f"{name} predicted"] += len(predicted)
        self.counts[f"{name} recalled"] += len(pair_up(agreed, predicted, match))
        self.counts[f"{name} wanted"] += len(agreed)

    def _judge(self, by: Sequence[Annotation], said: Sequence[GoldStatement], match: Match[GoldStatement]) -> None:
        first, *others = (one.statements for one in by)
        for place, wanted in pair_up(said, first, match).items():
            twins = [gold[i] for gold in others for i in pair_up([first[wanted]], gold, match).values()]
            for name, right in _judgements(said[place], first[wanted], twins):
                self.counts[f"{name} asked"] += 1
                self.counts[f"{name} right"] += right


def score(golds: Iterable[GoldReport], read: Callable[[Report], Reading]) -> RecordScore:
    total = RecordScore()
    for gold in golds:
        total.add(gold, read(gold.report))
    return total


def pair_up(left: Sequence[A], right: Sequence[B], match: Callable[[A, B], float]) -> dict[int, int]:
    """Places of the left, each with its partner's on the right: one to one, the best first, ties by place."""
    scored = ((match(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted((-value, i, j) for value, i, j in scored if value > 0):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the shorter name's words all stand in the longer one, accents, case and endings aside.

    >>> same_name("Ada Norr", "Norr"), same_name("Ivan Rusky", "Iván Ruskiy"), same_name(None, "Norr")
    (True, True, False)
    """
    if not one or not other:
        return not one and not other
    shorter, longer = sorted((_folded(one), _folded(other)), key=len)
    return bool(shorter) and shorter <= longer


def _folded(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return {ENDING.sub("i", word) for word in WORD.findall(plain) if word not in SMALL}


def _judgements(
    got: GoldStatement, wanted: GoldStatement, twins: Sequence[GoldStatement]
) -> Iterator[tuple[str, bool]]:
    """Each attribute on which the annotators agree, and whether it is right."""
    for name, (attribute, same) in JUDGED.items():
        want = attribute(wanted)
        if want is None and name not in ("speaker", "party"):
            continue
        if all(same(want, attribute(twin)) for twin in twins):
            yield name, same(attribute(got), want)


def _equal(one: str | None, other: str | None) -> bool:
    return one == other


def same_day(one: str | None, other: str | None) -> bool:
    """Whether two EDTF values are one, doubt aside; null is none."""
    if one is None or other is None:
        return one is other
    return _plain_day(one) == _plain_day(other)


def _plain_day(value: str) -> str:
    plain = value.rstrip("~?")
    return edtf.normalise(plain) if edtf.is_valid(plain) else plain


def _as_gold(statement: Statement) -> GoldStatement:
    return GoldStatement(
        source=statement.source,
        cue=statement.cue,
        content=statement.content,
        kind=statement.kind,
        type=statement.type,
        speaker=statement.speaker.name if statement.speaker else None,
        party=statement.party,
        said_on=statement.said_on,
    )


def _iou(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _same_content(words: Words) -> Match[GoldStatement]:
    def match(a: GoldStatement, b: GoldStatement) -> float:
        overlap = _iou(words.within(a.content), words.within(b.content))
        return overlap if overlap >= LEAST_OVERLAP else 0.0

    return match


def _same_statement(words: Words) -> Match[GoldStatement]:
    same_content = _same_content(words)

    def match(a: GoldStatement, b: GoldStatement) -> float:
        mine, theirs = words.weighty(a.source), words.weighty(b.source)
        return same_content(a, b) if mine & theirs or not (mine or theirs) else 0.0

    return match


def _same_words(words: Words) -> Match[GoldValue]:
    def match(a: GoldValue, b: GoldValue) -> float:
        overlap = _iou(words.within(a.span), words.within(b.span))
        return overlap if overlap >= LEAST_OF_A_CONDITION else 0.0

    return match


def _same_value(a: GoldValue, b: GoldValue) -> float:
    touching = any(x.overlaps(y) for x in a.span for y in b.span)
    return float(touching and _plain_value(a.value) == _plain_value(b.value))


def _plain_value(value: str | float | None) -> str | float | None:
    return _plain_day(value) if isinstance(value, str) else value


Attribute = Callable[[GoldStatement], str | None]
JUDGED: dict[str, tuple[Attribute, Callable[[str | None, str | None], bool]]] = {
    "kind": (lambda one: one.kind, _equal),
    "type": (lambda one: one.type, _equal),
    "speaker": (lambda one: one.speaker, same_name),
    "party": (lambda one: one.party, same_name),
    "said_on": (lambda one: one.said_on, same_day),
}
