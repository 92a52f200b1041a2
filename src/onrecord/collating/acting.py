"""What statements do, put together by act of speaking: readings of one utterance do one thing, on one day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.collating.bargaining import speaks_for_party
from onrecord.collating.likely import chance
from onrecord.collating.said import Said
from onrecord.model import Condition, IssueStance, Span, Spans, Stance, Statement
from onrecord.model.edtf import bounds
from onrecord.model.position import Passage

YES: frozenset[Stance] = frozenset({"accepts", "accepts-conditionally"})
NO: frozenset[Stance] = frozenset({"rejects"})
# The confidence below which words are no position: a bare "we will meet on Monday" offers nothing, and "thirty people
# were killed on Tuesday" blames nobody.
LEAST, LEAST_BLAME = 0.45, 0.55
# The chance of being a position below which an act is none, and below which it is thin; docs/positions.md has what
# that leaves out.
LEAST_CHANCE, SURE = 0.10, 0.6
# Of yeses with a condition that were less likely than this, 26 were wrong for one that was right.
LEAST_IF = 0.2
FAMILY: dict[Stance, str] = {
    "accepts": "answer",
    "accepts-conditionally": "answer",
    "rejects": "answer",
    "undecided": "answer",
    "proposes": "want",
    "demands": "want",
    "threatens": "threat",
    "accuses": "blame",
}
LIMITS: frozenset[Stance | None] = YES | {"proposes", "demands", None}  # what may stand in the words of a "but"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a statement does on one issue, in words that are readings of `utterances`.

    `judged` is whether a person set the stance; `likely` is its chance of being a position, which is one where a person
    judged.
    """

    said: Said
    party: str
    issue: str
    stance: Stance
    day: str | None
    confidence: float
    utterances: tuple[str, ...] = ()
    proposal: str | None = None
    conditions: tuple[Passage, ...] = ()
    judged: bool = False
    likely: float = 1.0

    @property
    def report(self) -> str:
        return self.said.report

    @property
    def place(self) -> tuple[str, Spans, str]:
        return self.report, self.said.statement.content, self.said.statement.id


def acts(said: Iterable[Said]) -> list[Act]:
    """What each statement does on each issue that the codebook knows, by a party on its own behalf."""
    every = list(said)
    later, inside = _limits_by_speaker(every), _by_enclosing(every)
    done = (
        _act(one, one.party, stance.issue, stance, later)
        for one in every
        if one.party is not None and one.own and speaks_for_party(one)
        for stance in _stances(one.statement)
        if stance.issue is not None and is_plain(stance) and not _is_anothers(one, stance, inside)
    )
    return [act for act in done if act.likely >= (LEAST_IF if act.stance == "accepts-conditionally" else LEAST_CHANCE)]


def is_plain(stance: IssueStance) -> bool:
    """Whether reading was sure enough of the stance."""
    return stance.confidence >= (LEAST_BLAME if stance.stance == "accuses" else LEAST)


def _by_enclosing(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Statements of known parties that stand in another statement, by its id."""
    found: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.statement.within is not None and one.party is not None:
            found[one.statement.within].append(one)
    return found


def _is_anothers(one: Said, stance: IssueStance, inside: dict[str, list[Said]]) -> bool:
    """'The agency said Velmora would disarm': what Velmora does in it, the agency does not.

    What one does with another ("Torland said it and Velmora would disarm") is its own.
    """
    there = [
        other
        for other in inside.get(one.statement.id, ())
        if stance.evidence
        and all(any(part.covers(span) for part in other.statement.content) for span in stance.evidence)
    ]
    own = {other.statement.id for other in there if other.party == one.party}
    return any(other.statement.id not in own for other in there)


def _stances(statement: Statement) -> Sequence[IssueStance]:
    """What it does on each issue; where reading told only one stance, that one on all of its issues."""
    if statement.stances or statement.stance is None:
        return statement.stances
    return [IssueStance(issue, statement.stance, statement.confidence) for issue in statement.issues]


Occasion = tuple[str, str, str | None]


def _occasion(one: Said) -> Occasion | None:
    speaker = one.statement.speaker
    return None if speaker is None else (one.report, speaker.id, one.as_of)


def _limits_by_speaker(said: Iterable[Said]) -> dict[Occasion, list[Said]]:
    """Statements that carry a condition, by report, speaker and day."""
    found: dict[Occasion, list[Said]] = defaultdict(list)
    for one in said:
        occasion = _occasion(one)
        if occasion is not None and one.conditions:
            found[occasion].append(one)
    return found


def _act(one: Said, party: str, issue: str, held: IssueStance, later: dict[Occasion, list[Said]]) -> Act:
    stance = held.stance
    conditions = {_passage(one, each) for each in one.conditions}
    if stance in YES and not held.judged and (occasion := _occasion(one)) is not None:
        added = {limit for other in later[occasion] for limit in _limits(one, other, issue)}
        if added:
            stance, conditions = "accepts-conditionally", conditions | added
    return Act(
        said=one,
        party=party,
        issue=issue,
        stance=stance,
        day=one.as_of,
        confidence=held.confidence,
        utterances=_utterances(one, held.evidence),
        proposal=held.proposal,
        conditions=tuple(sorted(conditions, key=_condition_place)),
        judged=held.judged,
        likely=1.0 if held.judged else chance(one, held),
    )


def _passage(one: Said, condition: Condition) -> Passage:
    return Passage(one.report, condition.span, condition.statement)


def _condition_place(passage: Passage) -> tuple[str, Spans, str]:
    return passage.report, passage.spans, passage.statement or ""


def _limits(yes: Said, other: Said, issue: str) -> Iterator[Passage]:
    """What the same speaker adds further on, on the same issue: "We agree. ... But first the guns must go home"."""
    if other.statement.id == yes.statement.id or other.statement.content[:1] < yes.statement.content[:1]:
        return
    if all(one.stance in LIMITS for one in other.statement.stances if one.issue in (issue, None)):
        for each in other.conditions:
            if issue in each.on and each.statement == other.statement.id:
                yield _passage(other, each)


def _utterances(one: Said, evidence: Spans) -> tuple[str, ...]:
    """The utterances in whose words it is done; all of the statement's where only its cue shows it."""
    here = {id for id, spans in one.parts if any(_touch(span, spans) for span in evidence)}
    return tuple(sorted(here or {id for id, _ in one.parts}))


def _touch(span: Span, spans: Spans) -> bool:
    return any(span.overlaps(one) for one in spans)


def acts_of_speaking(every: Sequence[Act]) -> Iterator[list[Act]]:
    """Acts that readings of one utterance show, together: with one stance, one day and one proposal."""
    held: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for at, act in enumerate(every):
        for utterance in act.utterances:
            held[act.party, act.issue, FAMILY[act.stance], utterance].append(at)
    leader = list(range(len(every)))
    for together in held.values():
        for at in together[1:]:
            leader[_root(leader, at)] = _root(leader, together[0])
    groups: dict[int, list[Act]] = defaultdict(list)
    for at, act in enumerate(every):
        groups[_root(leader, at)].append(act)
    for group in groups.values():
        yield _as_one(group) if len(group) > 1 else group


def _root(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at


def _as_one(group: Sequence[Act]) -> list[Act]:
    stance, day = _heaviest(group), _day(group)
    named = Counter(act.proposal for act in group if act.proposal)
    proposal = min(named, key=lambda name: (-named[name], name)) if named else None
    return [replace(act, stance=stance, day=day, proposal=proposal) for act in group]


def _heaviest(every: Sequence[Act]) -> Stance:
    """The stance that most confidence speaks for; a yes is a conditional one if any reading has the condition.

    Where a person judged, no other reading is heard.
    """
    group = [act for act in every if act.judged] or every
    weight: Counter[Stance] = Counter()
    for act in sorted(group, key=lambda one: (one.place, one.stance, one.confidence)):
        weight["accepts" if act.stance in YES else act.stance] += round(100 * act.confidence)
    best = min(weight, key=lambda stance: (-weight[stance], stance))
    limited = any(act.stance == "accepts-conditionally" for act in group)
    return "accepts-conditionally" if best == "accepts" and limited else best


def _day(group: Sequence[Act]) -> str | None:
    """The day that most reports tell; where none does, the first of the days of the reports."""
    told = Counter(act.day for act in group if act.said.told and act.day is not None)
    if told:
        return min(told, key=lambda day: (-told[day], bounds(day) or ("", ""), day))
    return min(
        (act.day for act in group if act.day is not None), key=lambda day: (bounds(day) or ("", ""), day), default=None
    )
