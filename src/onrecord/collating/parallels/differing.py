"""What reports tell otherwise in sentences that tell one thing. Pure.

A figure of the same unit is `number`, unless the two name other days; all else is `wording`: it is slight where other
words are quoted, or commit anybody to something else ("plans" and "agreed"), and trifling where the same is merely told
in other words. What one report has and the other leaves out is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from onrecord.collating.disagreements import QUOTED, spelled_alike
from onrecord.collating.parallels.pairing import Laid, Parallel
from onrecord.collating.parallels.sentences import Sentence, Words
from onrecord.collating.parallels.signals import Slot, aligned, likeness, slots
from onrecord.collating.tellings.differing import other_figures
from onrecord.collating.tellings.retold import of_two_days
from onrecord.collating.utterances.words import Token
from onrecord.model.disagreement import Disagreement, DisagreementKind, Place, Weight

TELLING = 0.25
# What each side must have for itself, in weights of the story; less is another small word, or a name left out.
LEAST_OWN = 0.5
# A little may do where much of the shorter does not stand in the longer one, in its order.
MOST_ALIGNED = 0.75
# In sentences less alike than this another verb is of another clause.
ALIKE = 0.45
MOST_COMPARED = 6
HALF = 0.5
MOST_WORDS = 4
Found = tuple[DisagreementKind, Weight, str]


def disagreements(laid: Laid, pairs: Iterable[Parallel]) -> Iterator[Disagreement]:
    """One for each group of sentences that tell one thing, if two tell it otherwise; by place."""
    for group in _groups(laid, pairs):
        beside = combinations(group, 2) if len(group) <= MOST_COMPARED else ((group[0], one) for one in group[1:])
        found = [each for one, other in beside if (each := _differ(one, other, laid))]
        if found:
            kind: DisagreementKind = "number" if any(each[0] == "number" for each in found) else "wording"
            why = "; ".join(dict.fromkeys(each[2] for each in sorted(found, key=lambda each: each[1])))
            places = tuple(Place(one.report, (one.span,), one.text, one.statement) for one in group)
            yield Disagreement(kind, group[0].text, places, min(each[1] for each in found), why)


def _groups(laid: Laid, pairs: Iterable[Parallel]) -> list[list[Sentence]]:
    """Sentences that such pairs join, the likeliest pair first; never two of one report.

    Any two of a group are as likely as not to tell one thing: what only a third ties stays out.
    """
    whole: dict[Sentence, list[Sentence]] = {}
    for pair in pairs:
        one, other = (whole.setdefault(end, [end]) for end in (pair.one, pair.other))
        if one is other:
            continue
        if all(a.report != b.report and laid.chance(a, b) >= HALF for a, b in product(one, other)):
            one += other
            whole |= dict.fromkeys(other, one)
    found = {id(group): group for group in whole.values() if len(group) > 1}
    return sorted((sorted(group, key=_place) for group in found.values()), key=lambda group: _place(group[0]))


def _place(one: Sentence) -> tuple[str, str, int]:
    return one.day or "", one.report, one.span.start


def _differ(one: Sentence, other: Sentence, laid: Laid) -> Found | None:
    if not of_two_days(one.text, other.text) and (figures := _figures(one, other)):
        return "number", "serious", figures
    x, y = laid.words[one], laid.words[other]
    replaced = [slot for slot in slots(x, y) if _tells(slot, x, y)]
    own = min(_own_weight(x, y), _own_weight(y, x))
    if own < LEAST_OWN and not replaced and (not own or aligned(x, y) >= MOST_ALIGNED):
        return None
    quoted = any(_in_quotation(one, slot.ours) and _in_quotation(other, slot.theirs) for slot in replaced)
    committed = likeness(x, y) >= ALIKE and bool(x.commits - y.commits) and bool(y.commits - x.commits)
    told = [f"{_printed(one, slot.ours)} / {_printed(other, slot.theirs)}" for slot in replaced]
    why = "; ".join(told) or f"{_own_words(x, y) or 'nothing'} / {_own_words(y, x) or 'nothing'}"
    return "wording", "slight" if quoted or committed else "trifling", why


def _figures(one: Sentence, other: Sentence) -> str:
    """The figures of one unit that differ, where neither sentence has the other's."""
    for a, b in product(one.figures, other.figures):
        ours, theirs = ({each.value for each in side.figures if each.of == a.of} for side in (one, other))
        if a.of == b.of and ours.isdisjoint(theirs) and other_figures(a, b):
            return f"{a.mark_text} / {b.mark_text}"
    return ""


def _own(x: Words, y: Words) -> list[Token]:
    return [one for one in x.tokens if one.weight >= TELLING and one.sense not in y.weights]


def _own_weight(x: Words, y: Words) -> float:
    return sum(x.weights[sense] for sense in {one.sense for one in _own(x, y)})


def _own_words(x: Words, y: Words) -> str:
    best = sorted({one.sense for one in _own(x, y)}, key=lambda sense: (-x.weights[sense], sense))[:MOST_WORDS]
    printed = {one.sense: one.printed for one in reversed(_own(x, y))}
    return ", ".join(printed[sense] for sense in printed if sense in best)


def _tells(slot: Slot, x: Words, y: Words) -> bool:
    ours, theirs = _own(x, y), _own(y, x)
    return (
        any(one in ours for one in slot.ours)
        and any(one in theirs for one in slot.theirs)
        and not spelled_alike(slot.ours, slot.theirs)
    )


def _in_quotation(one: Sentence, words: Sequence[Token]) -> bool:
    start, end = words[0].start, words[-1].end
    return any(part.start() <= start and end <= part.end() for part in QUOTED.finditer(one.text))


def _printed(one: Sentence, words: Sequence[Token]) -> str:
    return one.text[words[0].start : words[-1].end]
