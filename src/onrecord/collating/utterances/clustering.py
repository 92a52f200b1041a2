"""Wordings into utterances: the best ties first, and never two that do not fit; whatever the order of reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.collating.utterances.chances import chance_of_one_act
from onrecord.collating.utterances.circumstances import days_apart
from onrecord.collating.utterances.judging import SLACK, alike
from onrecord.collating.utterances.likeness import contradict, length, words_of
from onrecord.model import identity_within
from onrecord.model.utterance import Tie, Utterance, Worded, Wording

FIT = 0.15
LINKED = 0.25
# Only what is plainly two: .3 parted 9 of 28 utterances that were several put together, and took with them right pairs
# of stories held out (F1 .640 without a bound, .620 at this one, .605 at .3).
BESIDE_THE_BASE = 0.1
# How likely each is of one act with the base once all are there: a chain needs a third report. Of 308 that were read
# and made so, 51 joined wrongly; 36 are left of those with this and ENOUGH at .75, and the right ones are 226, not 222.
NEAR_THE_BASE = {2: 0.2, 3: 0.5}
Scores = Mapping[tuple[str, str], float]
KINDS = {"direct": 0, "mixed": 1, "indirect": 2}
WHY = {
    "direct": "the most complete direct wording",
    "mixed": "no report has it directly; the most complete one with quoted words",
    "indirect": "no report quotes it; the most complete wording",
}


def cluster(wordings: Iterable[Wording], ties: Iterable[Tie]) -> list[Utterance]:
    """The utterances behind the wordings, sorted by id; every wording is in one of them.

    What becomes of a wording depends only on those that ties lead to, so a store may cluster each such
    neighbourhood by itself. What a person tied is joined last, and whether it fits or not.
    """
    each = {one.id: one for one in wordings}
    inside = sorted((tie for tie in ties if tie.a in each and tie.b in each), key=lambda tie: (-tie.score, tie))
    scores = {(tie.a, tie.b): tie.score for tie in inside}
    tied = _tied(inside)
    found = _grown(each, [tie for tie in inside if not tie.judged], tied, scores)
    near = [part for group in found for part in _by_their_base(group, tied, scores)]
    whole = _joined(near, [tie for tie in inside if tie.judged])
    of = {wording.id: number for number, group in enumerate(whole) for wording in group}
    best: dict[str, Tie] = {}
    for tie in sorted(inside, key=lambda tie: not tie.judged):
        if of[tie.a] == of[tie.b]:
            best.setdefault(tie.a, tie)
            best.setdefault(tie.b, tie)
    return sorted((_utterance(group, best) for group in whole), key=lambda one: one.id)


def _grown(
    each: Mapping[str, Wording], ties: Iterable[Tie], tied: Mapping[str, set[str]], scores: Scores
) -> list[list[Wording]]:
    """Groups of wordings: tie by tie, two that belong together are made one."""
    groups = {id: [one] for id, one in each.items()}
    of = {id: id for id in groups}
    apart: dict[tuple[str, str], int] = {}
    for tie in ties:
        one, two = of[tie.a], of[tie.b]
        # Groups only grow: of two that did not belong together none need ask again until one of them has.
        size = 0 if one == two else len(groups[one]) + len(groups[two])
        if one == two or apart.get((one, two)) == size:
            continue
        if _belong(groups[one], groups[two], tied, scores):
            for wording in groups[two]:
                of[wording.id] = one
            groups[one] += groups.pop(two)
        else:
            apart[one, two] = size
    return list(groups.values())


def _joined(groups: Sequence[list[Wording]], ties: Iterable[Tie]) -> list[list[Wording]]:
    """The groups, but that all that these ties hold together are one."""
    of = {wording.id: group for group in groups for wording in group}
    for tie in ties:
        one, two = of[tie.a], of[tie.b]
        if one is not two:
            one += two
            of |= {wording.id: one for wording in two}
    return list({id(group): group for group in of.values()}.values())


def _by_their_base(group: Sequence[Wording], tied: Mapping[str, set[str]], scores: Scores) -> Iterator[list[Wording]]:
    """The group, parted until every wording is near to the base of its own, and tied to another of it."""
    left = list(group)
    while len(left) > 1:
        base, reports = base_of(left), len({one.report for one in left})
        least = NEAR_THE_BASE[min(3, max(2, reports))]
        near = {one.id for one in left if one is base or _chance(base, one, scores) >= least}
        kept = {id for id in near if id == base.id or not tied[id].isdisjoint(near)}
        yield [one for one in left if one.id in kept]
        left = [one for one in left if one.id not in kept]
    if left:
        yield left


def _chance(one: Wording, other: Wording, scores: Scores) -> float:
    a, b = sorted((one, other))
    score = scores.get((a.id, b.id))
    return chance_of_one_act(a, b) if score is None else score


def _belong(one: Sequence[Wording], two: Sequence[Wording], tied: Mapping[str, set[str]], scores: Scores) -> bool:
    return _linked(one, two, tied) and _fit(one, two) and _beside(one, two, scores) and not _nested(one, two)


def _beside(one: Sequence[Wording], two: Sequence[Wording], scores: Scores) -> bool:
    """Whether the best of the one is likely enough of one act with the best of the other, not only by way of a third.

    "The locks leak, and the town must pay" in one report leads from "The locks leak" to "The town must pay" elsewhere.
    """
    return _chance(base_of(one), base_of(two), scores) >= BESIDE_THE_BASE


def _nested(one: Sequence[Wording], two: Sequence[Wording]) -> bool:
    """Whether in two reports or more a wording of the one stands within one of the other.

    "Voss dismissed Lind's claim that the locks leak" is two acts of speaking, his and hers, where both reports have it
    so. Where but one has, another may have told the one of them in its words.
    """
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    here: dict[str, list[Wording]] = {}
    for wording in small:
        here.setdefault(wording.report, []).append(wording)
    return len({b.report for b in large for a in here.get(b.report, ()) if _overlap(a, b)}) > 1


def _overlap(a: Wording, b: Wording) -> bool:
    return a.statement != b.statement and any(x.overlaps(y) for x in a.spans for y in b.spans)


def _tied(ties: Iterable[Tie]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for tie in ties:
        found.setdefault(tie.a, set()).add(tie.b)
        found.setdefault(tie.b, set()).add(tie.a)
    return found


def _linked(one: Sequence[Wording], two: Sequence[Wording], tied: Mapping[str, set[str]]) -> bool:
    """Whether enough of each has a tie into the other: a chain from saying to saying is no utterance.

    A report counts once, however many of its wordings are there.
    """
    return min(_reached(one, two, tied), _reached(two, one, tied)) >= LINKED


def _reached(one: Sequence[Wording], two: Sequence[Wording], tied: Mapping[str, set[str]]) -> float:
    ids = {wording.id for wording in two}
    reports = {wording.report for wording in one if not tied[wording.id].isdisjoint(ids)}
    return len(reports) / len({wording.report for wording in one})


def _fit(one: Sequence[Wording], two: Sequence[Wording]) -> bool:
    """Whether the best of the one may be of one act of speaking with the best of the other, and all the days agree.

    "He agreed, but saw open questions" must not make one of "We agree" and "There are open questions".
    """
    a, b = base_of(one), base_of(two)
    told = [wording for wording in (*one, *two) if wording.first and wording.last]
    if told:
        latest, earliest = max(told, key=lambda w: w.first or ""), min(told, key=lambda w: w.last or "")
        if days_apart(latest, earliest) > SLACK:
            return False
    return alike(a, b) >= FIT and not contradict(words_of(a.slices), words_of(b.slices))


def base_of(wordings: Sequence[Wording]) -> Wording:
    """The most complete direct wording; where there is none, the most complete one."""
    return min(wordings, key=lambda one: (KINDS[one.kind], -length(one), one.id))


def _utterance(group: Sequence[Wording], best: dict[str, Tie]) -> Utterance:
    base = base_of(group)
    members = sorted(
        Worded(one.id, best[one.id].score, best[one.id].why) if one.id in best else Worded(one.id, 1.0, "alone")
        for one in group
    )
    why = WHY[base.kind] if len(group) > 1 else "the only wording"
    return Utterance(identity_within("utterance", *(one.wording for one in members)), base.id, why, tuple(members))
