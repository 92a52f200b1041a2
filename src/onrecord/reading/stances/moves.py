"""What each signal means where it stands: negated, hypothetical, one's own or another's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Actor, Span, Stance, Statement
from onrecord.reading.stances.signals import JUDGES, Move, Signal

Whose = str  # "own", "other" or "unknown"

STANCE_OF: dict[Move, Stance] = {
    "accept": "accepts",
    "propose": "proposes",
    "demand": "demands",
    "reject": "rejects",
    "threaten": "threatens",
    "accuse": "accuses",
    "open": "undecided",
}
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no longer|cannot|neither|nor|refus\w+ to|reject\w*|without|declin\w+ to|no|unlikely to|"
    r"fail\w* to|far from|yet to|stop\w* short of)|n\s?['’]\s?t)\s"
    r"(?:(?:yet|be|been|to|ever|fully|even|going|currently|formally|really|a|the|any|its|it)\s){0,3}$"
)
_FIRST = re.compile(r"\b(?:i|we|us|our|my|me|let['’]?s)\b|['’](?:m|ve)\b")
_THIRD = re.compile(r"\b(?:he|she|they|it)\b")
_BREAK = re.compile(r"[.;:?!,]|\b(?:but|and|that|which|who|while|because|if|unless)\b|[\"“”]")
_YOU = re.compile(r"\byou\b")


ASKED = re.compile(r"[^.!;:]*\?")
_PASSIVE = re.compile(r"(?<=ed)\sby\b")
_NOUN = re.compile(r"\b(?:the|a|an|any|this|that|its|his|her|their|[\w-]+['’]s)\s$")
_RAISED = re.compile(r"difficulty|key|main|central|chief|core")
# "The opposition is ready", "there was opposition to the truce" are nobody's no; "it voiced its opposition to" is one.
_OPPOSITION = re.compile(r"opposition\b")
_OPPOSES = re.compile(
    r"(?:\b(?:its|his|her|their|our|my|in)|['’]s|\b(?:voic|express|reiterat|restat|repeat|declar)\w*)\s(?:\w+\s)?$"
)
# "She regrets that the pact was abandoned" abandons nothing.
_REGRETS = re.compile(r"\b(?:regret|lament|mourn|deplor|sorry|sad)\w*\s[^.;]{0,50}$")
WISH = 1.5


@dataclass(frozen=True, slots=True)
class Act:
    """A signal as it counts: what is done, in which words, and how sure that is (`weight`, 0 to 3)."""

    span: Span
    stance: Stance
    weight: float


@dataclass(frozen=True)
class Scene:
    """The text in lower case, and who is mentioned where, by party."""

    low: str
    mentions: Sequence[tuple[int, str]] = ()
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [start for start, _ in self.mentions])

    def named(self, start: int, end: int) -> Sequence[tuple[int, str]]:
        return self.mentions[bisect_left(self._starts, start) : bisect_right(self._starts, end)]


def scene_of(low: str, actors: Sequence[Actor]) -> Scene:
    found = {(span.start, actor.party) for actor in actors if actor.party for span in actor.mentions}
    return Scene(low, sorted(found))


def whose(scene: Scene, statement: Statement, part: Span, at: int) -> Whose:
    """Whether the speaker's own party does what stands at this place, or another one that is named before it.

    A clause without a subject ("to hold talks", "ready for a truce") is the speaker's own.
    """
    start = part.start
    for mark in _BREAK.finditer(scene.low, part.start, at):
        start = mark.end()
    clause = scene.low[start:at]
    first = list(_FIRST.finditer(clause))
    named = scene.named(start, at - 1)
    if first and (not named or start + first[-1].start() > named[-1][0]):
        return "own"
    if named:
        return "own" if named[-1][1] == statement.party else "other"
    if _YOU.search(clause):
        return "other"
    if statement.kind == "direct" and _THIRD.search(clause):
        return "other" if not re.search(r"\bit\b", clause) else "unknown"
    return "own"


def is_negated(scene: Scene, part: Span, signal: Signal) -> bool:
    before = scene.low[max(part.start, signal.span.start - 40) : signal.span.start]
    return _NEGATED.search(before) is not None


def acts(scene: Scene, statement: Statement, signals: Sequence[Signal], suppositions: Sequence[Span]) -> list[Act]:
    """What the statement does, signal by signal, in the order of its text; what it only supposes is not done."""
    found: list[Act] = []
    for signal in signals:
        part = next((one for one in statement.content if one.covers(signal.span)), None)
        if part is None:
            continue
        act = _act(scene, statement, signal, part)
        if act is not None and not any(one.covers(signal.span) for one in suppositions):
            found.append(act)
    return _without_echoes(scene, found)


def _is_mere_opposition(scene: Scene, signal: Signal, before: str) -> bool:
    if not _OPPOSITION.match(scene.low, signal.span.start):
        return False
    return not (scene.low.startswith(" to ", signal.span.end) and _OPPOSES.search(before))


def _act(scene: Scene, statement: Statement, signal: Signal, part: Span) -> Act | None:
    before = scene.low[max(part.start, signal.span.start - 40) : signal.span.start]
    negated = is_negated(scene, part, signal) and signal.move not in ("reject", "accuse")
    if _PASSIVE.match(scene.low, signal.span.end) or (
        _NOUN.search(before)
        and signal.move in ("propose", "demand")
        and not _RAISED.match(scene.low, signal.span.start)
    ):
        return None
    if signal.move == "reject" and (_is_mere_opposition(scene, signal, before) or _REGRETS.search(before)):
        return None
    if signal.move == "propose" and signal.weight < WISH and negated:
        return None
    yet = bool(re.search(r"\byet\b", before))
    owner = "own" if signal.weight == JUDGES else whose(scene, statement, part, signal.span.start)
    return _own(signal, negated, yet) if owner != "other" else _others(signal, negated)


def _own(signal: Signal, negated: bool, yet: bool) -> Act | None:
    if not negated:
        return Act(signal.span, STANCE_OF[signal.move], signal.weight)
    if signal.move in ("accept", "propose"):
        return Act(signal.span, "undecided" if yet else "rejects", signal.weight)
    return None


def _others(signal: Signal, negated: bool) -> Act | None:
    """Another's yes or offer is no act of the speaker's; what another must do, is; another's no is mostly blamed."""
    if signal.move == "demand" and signal.weight > WISH:
        return Act(signal.span, "demands", signal.weight)
    if signal.move == "accuse":
        return Act(signal.span, "accuses", signal.weight)
    if signal.move in ("reject", "threaten") or (signal.move == "accept" and negated):
        return Act(signal.span, "accuses", 0.6 * signal.weight)
    return None


def _without_echoes(scene: Scene, found: list[Act]) -> list[Act]:
    """'Refuses to accept' refuses once; 'wants them to agree' wants, and nobody has agreed."""
    kept: list[Act] = []
    for act in found:
        last = kept[-1] if kept else None
        if last is None or not _echoes(scene, act, last):
            kept.append(act)
    return kept


def _echoes(scene: Scene, act: Act, last: Act) -> bool:
    between = scene.low[last.span.end : act.span.start]
    follows = len(between) < 60 and not re.search(r"[.;,]|\bbut\b|\band\b", between)
    leads = last.stance in ("rejects", "demands", "threatens", "proposes")
    soft = act.stance in ("accepts", "proposes", "undecided") or (act.stance, last.stance) == ("demands", "rejects")
    return follows and leads and soft
