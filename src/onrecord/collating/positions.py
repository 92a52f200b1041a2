"""Positions out of statements: a pure function of all of them, whatever their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.collating.acting import NO, SURE, YES, Act, acts, acts_of_speaking
from onrecord.collating.said import Said
from onrecord.collating.spelling import spelled, surnames
from onrecord.model import ActorRef, Spans, Stance
from onrecord.model.edtf import bounds
from onrecord.model.position import Against, Passage, Position

WEEK = 7
ANSWERS = YES | NO | {"undecided"}
LIMITED: frozenset[Stance] = frozenset({"accepts-conditionally", "threatens", "proposes"})
_Key = tuple[str, str, str | None, Stance, str | None]


def positions(
    said: Iterable[Said],
    readings: Mapping[str, Sequence[Passage]] | None = None,
    copies: Mapping[str, str] | None = None,
) -> tuple[Position, ...]:
    """Every position ever in force, by party, issue, day and stance; what touches no issue is none.

    Statements that are readings of one utterance make one position; `readings` are the passages of each utterance,
    which are evidence too where their own report's words show no stance. A yes that any wording of the same days
    reports with a condition is a conditional one in all of them: an outlet that leaves the condition out has not
    removed it. `copies` are reports that print another's words, each with the report whose words they are.
    """
    return positions_of(acts(said), readings, copies)


def positions_of(
    done: Sequence[Act],
    readings: Mapping[str, Sequence[Passage]] | None = None,
    copies: Mapping[str, str] | None = None,
) -> tuple[Position, ...]:
    """The same, of acts: what statements of one report do can be told without those of another."""
    found: dict[_Key, list[Act]] = defaultdict(list)
    for together in acts_of_speaking(done):
        for act in together:
            found[act.party, act.issue, act.proposal, act.stance, act.day].append(act)
    found = _surely(found)
    made = [_position(key, members, readings or {}, copies or {}) for key, members in _yes_but(found).items()]
    return tuple(_contested(sorted(made, key=order)))


def in_force(held: Iterable[Position], day: str) -> tuple[Position, ...]:
    """Of these positions, those that stand as of a day (`2025-03-14`): of each party and issue, the latest answer.

    A yes, a no or a "not yet" takes the place of an earlier one; a demand, an offer or a threat stands beside them. An
    answer that another one of the same week contradicts stands beside it. What is told thinly takes the place of
    nothing that is not: the latest of what is told thinly later stands beside it. Silence changes nothing.
    """
    last = _latest(day)
    by: dict[tuple[str, str | None, str | None, str], list[Position]] = defaultdict(list)
    for one in held:
        if one.as_of is None or _first(one.as_of) <= last:
            by[one.party, one.issue, one.proposal, "answer" if one.stance in ANSWERS else one.stance].append(one)
    kept = []
    for several in by.values():
        firm = [_first(one.as_of) for one in several if not one.thin]
        settled = [one for one in several if firm and _first(one.as_of) <= max(firm)]
        thinly = [one for one in several if not firm or _first(one.as_of) > max(firm)]
        kept += _newest(settled) + _newest(thinly)
    return tuple(sorted(kept, key=order))


def _newest(several: Sequence[Position]) -> list[Position]:
    """Those of the latest day, and of the week before it those that are contested."""
    newest = max((_first(one.as_of) for one in several), default=date.min)
    days = [((newest - _first(one.as_of)).days, one) for one in several]
    return [one for before, one in days if before == 0 or (before < WEEK and one.contested)]


def _surely(found: dict[_Key, list[Act]]) -> dict[_Key, list[Act]]:
    """What one report tells of about a day, and another of that day, is of that day."""
    surest: dict[tuple[str, str, str | None, Stance, tuple[str, str] | None], _Key] = {}
    for key in sorted(found, key=lambda key: (len(key[4] or ""), key[4] or "")):
        surest.setdefault((*key[:4], bounds(key[4])), key)
    joined: dict[_Key, list[Act]] = defaultdict(list)
    for key, members in found.items():
        joined[surest[*key[:4], bounds(key[4])]] += members
    return joined


def _yes_but(found: dict[_Key, list[Act]]) -> dict[_Key, list[Act]]:
    """Plain yeses joined to the conditional ones of the same party, issue and days, on the same proposal if on one."""
    limited: dict[tuple[str, str], list[_Key]] = defaultdict(list)
    for key in found:
        if key[3] == "accepts-conditionally":
            limited[key[:2]].append(key)
    joined: dict[_Key, list[Act]] = defaultdict(list)
    for key, members in found.items():
        near = [other for other in limited[key[:2]] if _may_be_one(other, key)] if key[3] == "accepts" else []
        same = [other for other in near if not _by_others(found[other], members)]
        joined[min(same, key=lambda other: _nearness(other, key)) if same else key] += members
    return joined


def _may_be_one(limited: _Key, plain: _Key) -> bool:
    one_proposal = limited[2] == plain[2] or plain[2] is None
    left, right = bounds(limited[4]), bounds(plain[4])
    return one_proposal and (left is None or right is None or (left[0] <= right[1] and right[0] <= left[1]))


def _by_others(limited: Sequence[Act], plain: Sequence[Act]) -> bool:
    """Whether other persons say the one than the other: the minister's "if" is not the envoy's."""
    left, right = ({one.said.statement.speaker for one in acts_} for acts_ in (limited, plain))
    told = [one for one in left | right if one is None or one.type != "person"]
    return not told and not _surnames(left) & _surnames(right)


def _surnames(speakers: Iterable[ActorRef | None]) -> set[str]:
    """How the surnames sound that these persons may have: "Kim" may be "Kim Jong Un"."""
    return {sound for one in speakers if one is not None for sound in surnames(spelled(one.name))}


def _nearness(limited: _Key, plain: _Key) -> tuple[bool, bool, str, str]:
    return limited[4] != plain[4], limited[2] != plain[2], limited[4] or "", limited[2] or ""


def _position(
    key: _Key, members: Sequence[Act], readings: Mapping[str, Sequence[Passage]], copies: Mapping[str, str]
) -> Position:
    party, issue, proposal, stance, as_of = key
    conditions = {one for act in members for one in act.conditions if stance in LIMITED}
    shown = {Passage(act.report, act.said.statement.content, act.said.statement.id) for act in members}
    there = {(one.report, one.statement) for one in shown}
    also = {one for act in members for each in act.utterances for one in readings.get(each, ())}
    evidence = shown | {one for one in also if (one.report, one.statement) not in there}
    speakers = {act.said.statement.speaker.name for act in members if act.said.statement.speaker}
    return Position(
        party=party,
        issue=issue,
        stance=stance,
        as_of=as_of,
        confidence=round(max(act.likely for act in members), 2),
        speakers=tuple(sorted(speakers)),
        conditions=tuple(sorted(conditions, key=_place)),
        evidence=tuple(sorted(evidence, key=_place)),
        proposal=proposal,
        strength=_strength(members),
        judged=any(act.said.corrected for act in members),
        thin=max(act.likely for act in members) < SURE
        and len({copies.get(one.report, one.report) for one in evidence}) == 1,
    )


def _strength(members: Sequence[Act]) -> int:
    told = Counter(act.said.strength for act in members if act.said.strength)
    return next(iter(told)) if len(told) == 1 else 0


def _place(passage: Passage) -> tuple[str, Spans, str]:
    return passage.report, passage.spans, passage.statement or ""


def _contested(made: Sequence[Position]) -> Iterable[Position]:
    by: dict[tuple[str, str | None], list[Position]] = defaultdict(list)
    for one in made:
        if one.stance in YES | NO:
            by[one.party, one.issue].append(one)
    for one in made:
        against = [other for other in by[one.party, one.issue] if _contradict(one, other)]
        held = tuple(Against(other.id, other.stance, other.as_of, other.speakers) for other in against)
        yield replace(one, contested=bool(held), against=held)


def _contradict(one: Position, other: Position) -> bool:
    opposed = (one.stance in YES and other.stance in NO) or (one.stance in NO and other.stance in YES)
    return opposed and abs((_first(one.as_of) - _first(other.as_of)).days) < WEEK and _on_one_thing(one, other)


def _on_one_thing(one: Position, other: Position) -> bool:
    """A yes to one proposal is no answer to another."""
    return one.proposal is None or other.proposal is None or one.proposal == other.proposal


def order(one: Position) -> tuple[str, str, date, str, str, str]:
    """By party, issue and day."""
    return one.party, one.issue or "", _first(one.as_of), one.stance, one.as_of or "", one.proposal or ""


def _first(value: str | None) -> date:
    found = bounds(value)
    return date.fromisoformat(found[0]) if found else date.min


def _latest(value: str) -> date:
    found = bounds(value)
    return date.fromisoformat(found[1]) if found else date.max
