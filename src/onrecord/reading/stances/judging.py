"""Which issues a statement touches, and what it does on each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.model import Actor, Condition, IssueHit, IssueStance, Span, Spans, Stance, Statement, envelope
from onrecord.reading.page import Page
from onrecord.reading.stances.cues import ANNOUNCED, cue_act
from onrecord.reading.stances.deciding import decided
from onrecord.reading.stances.features import features
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.limits import with_conditions
from onrecord.reading.stances.moves import ASKED, Act, Scene, acts, scene_of, whose
from onrecord.reading.stances.network import Hear
from onrecord.reading.stances.signals import Signal, find_signals
from onrecord.reading.stances.swaps import asked_in_return, grant, on_what_is_given, swaps
from onrecord.reading.stances.weights import Weights, mixed, tilted
from onrecord.reading.words import lowered

MOST_ISSUES = 3
# From these chances on, of none and of the likeliest, the network is not asked: it takes time, and changes little.
IDLE, SURELY = 0.55, 0.7
SURE = 3.0  # the weight at which nothing is left to doubt
YES = 1.7  # the least weight of a yes that a demand behind it limits, but does not outweigh
FAR = 0.5  # the nearness of an act and an issue with two clauses between them
CLEAR = 1.9  # the least weight of an act that stands beside the main one
MARGIN = 40  # characters around a statement in which a signal may begin or end
REACH = 400  # characters back, at most, in which an issue may be found for "it"
SUPPOSES = re.compile(
    r"(?:(?:but|and|only)\s)*(?:if|unless|until|till|provid|assuming|when|once|after|as\s|so\s|on\s|in\s|should\s\w+\s|"
    r"without|depend|conting|condition|before|the\smoment|subject)"
)
NEEDS = re.compile(
    r"(?:must|need|ha[sd]|have|ought|should|require|will\s|would\s|key|main|central|first|remain|with\s)"
)
_TURNS = re.compile(r"(?:(?:but|and|only)\s)*(?:until|unless|before|without|till|if)\b")
_WILL = re.compile(
    r"(?:\b(?:will|shall|would|(?:is|are|am) going to|has decided to|have decided to|plan(?:s|ned)? to)|['’]\s?ll)\s"
    r"(?!not\b|be\b|have\b|never\b|remain\b|get\b|see\b|find\b|only\b|like\b|mean\b)"
)
_MAY = re.compile(
    r"\b(?:will|would|can|could|shall|may)\b|['’]\s?ll\b|\b(?:ca|wo)(?=\sn['’]t)|\b(?:cannot|can['’]t|won['’]t)\b"
)
_DENIED = re.compile(r"\b(?:not|no|never|cannot|nothing)\b|n\s?['’]\s?t\b")
_NO = re.compile(
    r"\b(?:strike|attack|destroy|war|retaliat\w+|hurt|consequences|face|hit|price|fail\w*|collapse|withdraw from|"
    r"end of|dead|die|danger|risk|worse|nasty|"
    r"suffer|lose|walk (?:away|off|out)|down tools|stop work|impose|punish\w*|tax|target|escalate)\b"
)
# "It may leave the talks if they prove futile", "it will not hesitate to raise them": harm, and no yes.
_HARMS = re.compile(
    r"\b(?:hesitate|disengage|ramp(?:ed)? up|step(?:ped)? up|tighten\w*|expel\w*|concrete actions?|"
    r"(?:could|will|may|would|might) (?:increase|up))\b"
)
_WARNS = re.compile(r"\b(?:warn|threat|predict|fear)\w*")
# Who or what a clause is about where something is done in it; before it the clause begins.
_DOER = re.compile(
    r"\b(?:i|we|he|she|it|they|you|wars?|truce|cease-?fires?|deals?|agreements?|talks|negotiations|hostilities|fighting|peace|"
    r"strikes?|sanctions|tariffs|duties|siege|blockade|operations?|offensive|release|withdrawal|vote|contract|settlement)\b"
)
_CLAUSES = re.compile(r"[.;:?!,]|\b(?:but|and|that|which|who|while|because)\b")
# Words by which somebody looks on: what is expected, seen or asked about is no stance of anybody.
_TELLS_ONLY = re.compile(
    r"\b(?:(?:is|are|was|were|been|be) (?:\w+ )?(?:expected|believed|seen|estimated|reported|interpreted|known|"
    r"thought)|about|report(?:s|ed|ing)?|speculat\w+|predict\w*|worri\w+|refer\w*|worry|asked|asking|showed|shows|"
    r"calculat\w+|read|reads|writes|unclear|doubts?|questions?)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that(?=\s(?:is|was|would|will|can|could|should|ha[sd]|must|needs?|means)\b)|these|those|them|such|idea|proposals?|plans?|deal|agreement|offer|initiative|statement|answer|step|"
    r"issues?|move|measure|terms?|conditions?|demands?|text|document|decision|first|meeting|approach|response)\b"
)
_CLAUSE = re.compile(r"[.;:?!]|,\s(?:but|and|while|although)\b|\b(?:but|while|although|however|whereas)\b")


Placed = TypeVar("Placed", Signal, IssueHit)


def judge(
    page: Page,
    statements: Sequence[Statement],
    hits: Sequence[IssueHit],
    conditions: Sequence[Condition],
    actors: Sequence[Actor] = (),
    weights: Weights | None = None,
    hear: Hear | None = None,
) -> tuple[Judged, ...]:
    """One judgement per statement, in their order.

    `hits` are the places in the page's text that touch issues, in order; `conditions` what `find_conditions` found.
    Where `weights` are given, they settle what the rules propose, together with what the network hears in a statement.
    An acceptance with a condition in the same utterance is never a plain one.
    """
    told = by_rules(page, statements, hits, conditions, actors)
    if weights is None:
        return tuple(one for one, _ in told)
    return settle(page, statements, told, conditions, weights, hear)


def settle(
    page: Page,
    statements: Sequence[Statement],
    told: Sequence[tuple[Judged, frozenset[str]]],
    conditions: Sequence[Condition],
    weights: Weights,
    hear: Hear | None = None,
) -> tuple[Judged, ...]:
    """What the weights, and the network where it is asked, make of what `by_rules` told."""
    settled = []
    for statement, (judged, signs) in zip(statements, told, strict=True):
        chances = weights.chances(signs)
        first = decided(statement, judged, tilted(chances))
        # A yes with its condition hangs on grammar, which the network overlooks more often than it mends.
        asked = chances[0] < IDLE and chances.max() < SURELY and first.stance != "accepts-conditionally"
        # What touches no issue, and is nobody's whose party is known, makes no position.
        asked = asked and (bool(judged.issues) or statement.party is not None)
        settled.append(decided(statement, judged, tilted(mixed(chances, hear(statement)))) if hear and asked else first)
    return with_conditions(page, lowered(page.text), statements, settled, conditions)


def by_rules(
    page: Page,
    statements: Sequence[Statement],
    hits: Sequence[IssueHit],
    conditions: Sequence[Condition],
    actors: Sequence[Actor] = (),
) -> list[tuple[Judged, frozenset[str]]]:
    """What the rules make of each statement, and the features by which trained weights may judge it."""
    low = lowered(page.text)
    scene = scene_of(low, actors)
    signals = [one for place in _told(statements, len(low)) for one in find_signals(low, *place)]
    starts, hit_starts = [one.span.start for one in signals], [one.span.start for one in hits]
    supposed = [one.span[0] for one in conditions if one.trigger and SUPPOSES.match(low, *one.trigger[0])]
    needs = [one for one in conditions if one.trigger and NEEDS.match(low, *one.trigger[0])]
    judged, signs = [], []
    for statement in statements:
        inside = [one for part in statement.content for one in _within(signals, starts, part)]
        cues = [one for part in statement.cue for one in _within(signals, starts, part)]
        touched = [one for part in statement.content for one in _within(hits, hit_starts, part)]
        if not touched:
            touched = _nearest(page, low, statement, hits, hit_starts)
        done = acts(scene, statement, inside, supposed)
        done = _until(scene, statement, done, supposed) + _needed(statement, needs, done)
        done = done or _if_then(scene, statement, supposed) or _will(scene, statement)
        asked = swaps(low, statement, conditions)
        done = done or grant(low, statement, asked)
        one = asked_in_return(low, _judged(scene, statement, done, cues, touched), touched, supposed)
        judged.append(on_what_is_given(one, touched, asked, hits, hit_starts))
        signs.append((inside, cues))
    limited = with_conditions(page, low, statements, judged, conditions)
    return [
        (one, features(scene, statement, inside, cues, one, conditions))
        for statement, one, (inside, cues) in zip(statements, limited, signs, strict=True)
    ]


def _needed(statement: Statement, needs: Sequence[Condition], done: Sequence[Act]) -> list[Act]:
    """What must be, or must first be settled, is demanded."""
    held = [one.span[0] for one in needs if any(part.overlaps(one.span[0]) for part in statement.content)]
    spans = [one for one in held if not any(one.overlaps(act.span) and act.weight > CLEAR for act in done)]
    return [Act(span, "demands", CLEAR) for span in spans]


def _until(scene: Scene, statement: Statement, done: Sequence[Act], supposed: Sequence[Span]) -> list[Act]:
    """'It will not sign until the port opens' is no flat no: it says what would turn it into a yes."""
    held = [one for one in supposed if any(part.overlaps(one) for part in statement.content)]
    turns = [one for one in held if _TURNS.match(scene.low, *one)]
    return [
        replace(act, stance="accepts")
        if act.stance == "rejects" and any(_joined(scene, act.span, one) for one in turns)
        else act
        for act in done
    ]


def _joined(scene: Scene, act: Span, condition: Span) -> bool:
    left, right = min(act.end, condition.end), max(act.start, condition.start)
    return left >= right or not re.search(r"[.;!?]", scene.low[left:right])


def _will(scene: Scene, statement: Statement) -> list[Act]:
    """What a party announces that it will itself do is an offer, where no other word says what it is."""
    for part in statement.content:
        for will in _WILL.finditer(scene.low, *part):
            if ASKED.match(scene.low, will.end(), part.end):
                continue
            if whose(scene, statement, part, will.start()) == "own":
                return [Act(Span(*will.span()), "proposes", ANNOUNCED)]
    return []


def _if_then(scene: Scene, statement: Statement, supposed: Sequence[Span]) -> list[Act]:
    """'It would open the port in return for the forts' is a yes with a condition, whatever the verb.

    So is "it will not open the port until the forts are ours"; "it will shell the port if ..." is none, nor is
    "children could die if it does not open", whoever says so.
    """
    if any(_WARNS.search(scene.low, *part) for part in statement.cue):
        return []
    for part in statement.content:
        held = [one for one in supposed if part.overlaps(one)]
        own = _without(scene.low, part, held) if held else ""
        for will in _MAY.finditer(own):
            at = part.start + will.start()
            if whose(scene, statement, part, at) != "own":
                continue
            denied, turns = _DENIED.search(own), any(_TURNS.match(scene.low, *one) for one in held)
            if (_NO.search(own) and not denied) or _HARMS.search(own):
                return []
            if (denied and turns) or (not denied and _is_done(scene, part, at)):
                return [Act(Span(at, part.start + will.end()), "accepts", CLEAR)]
    return []


def _is_done(scene: Scene, part: Span, at: int) -> bool:
    """Whether somebody does it, or a deal does: "hunger could spread if ..." is what nobody does."""
    start = max((mark.end() for mark in _CLAUSES.finditer(scene.low, part.start, at)), default=part.start)
    return bool(
        _DOER.search(scene.low, start, at) or not scene.low[start:at].strip(" \"“‘'`") or scene.named(start, at)
    )


def _without(low: str, part: Span, held: Sequence[Span]) -> str:
    """The part's text, blank where these stand."""
    text = low[part.start : part.end]
    for one in held:
        start, end = max(0, one.start - part.start), max(0, one.end - part.start)
        text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return text


def _told(statements: Sequence[Statement], length: int) -> list[Span]:
    """What statements fill of a text, with a margin, in order and apart: signals elsewhere are nobody's."""
    merged: list[Span] = []
    for span in sorted(span for one in statements for span in (*one.cue, *one.content)):
        start, end = max(0, span.start - MARGIN), min(length, span.end + MARGIN)
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _within(found: Sequence[Placed], starts: Sequence[int], part: Span) -> Sequence[Placed]:
    """Those that begin in the part, and one that began just before and reaches into it ("is ready to")."""
    first = bisect_left(starts, part.start)
    if first and found[first - 1].span.end > part.start:
        first -= 1
    return found[first : bisect_left(starts, part.end)]


def _nearest(
    page: Page, low: str, statement: Statement, hits: Sequence[IssueHit], starts: Sequence[int]
) -> list[IssueHit]:
    """Where the content names no issue but points at one ("we support it"): what its sentence names, else the last that
    the sentence before names. Further back, two in three were another's."""
    words = " ".join(low[part.start : part.end] for part in statement.content)
    if not statement.content or not _POINTS_BACK.search(words):
        return []
    start, end = envelope(statement.content)
    first = page.sentence_at(start)
    left = min(start, page.sentences[first].start) if first >= 0 else start
    around = [one for one in _within(hits, starts, Span(left, end)) if not one.hint]
    back = max(left - REACH, page.sentences[first - 1].start) if first > 0 else left
    before = [one for one in _within(hits, starts, Span(back, left)) if not one.hint]
    return around[:1] or before[-1:]


def _judged(
    scene: Scene, statement: Statement, done: Sequence[Act], cues: Sequence[Signal], touched: Sequence[IssueHit]
) -> Judged:
    cue = cue_act(scene, statement, cues, done, touched=bool(touched))
    issues = (
        _issues(touched)
        if done or cue or any(part.covers(h.span) for part in statement.content for h in touched)
        else ()
    )
    if _TELLS_ONLY.search(" ".join(scene.low[part.start : part.end] for part in statement.cue)):
        return Judged(issues, None, 0.0, ())
    everything = [*([cue] if cue else []), *(_fainter(done) if cue else done)]
    if not everything:
        return Judged(issues, None, 0.0, ())
    near = _near(scene, done, cue, touched, issues)
    stances = [_on(scene, issue, touched, everything, cue) for issue in near] or [_on(scene, None, (), everything, cue)]
    main = _heaviest(everything)
    if main.stance not in {one.stance for one in stances}:
        stances[0] = IssueStance(stances[0].issue, main.stance, _confidence(main.weight), (main.span,))
    rest = _others(everything, {one.stance for one in stances}, issues)
    return Judged(issues, main.stance, _confidence(main.weight), (*stances, *rest))


def _near(
    scene: Scene, done: Sequence[Act], cue: Act | None, touched: Sequence[IssueHit], issues: tuple[str, ...]
) -> tuple[str, ...]:
    """Without the issues that stand clauses away from all that is done: "We reject the pause; as to prisoners, ..."."""
    if cue or len(issues) <= 1:
        return issues
    near = [
        issue
        for issue in issues
        if any(_nearness_of(scene, act.span, one.span) > FAR for act in done for one in touched if one.issue == issue)
    ]
    return tuple(near) or issues[:1]


def _fainter(done: Sequence[Act]) -> list[Act]:
    return [Act(one.span, one.stance, one.weight * 0.6) for one in done]


def _issues(touched: Sequence[IssueHit]) -> tuple[str, ...]:
    """The issues touched most, the first one named before others that are named as often."""
    strong = [one for one in touched if not one.hint] or list(touched)
    often = Counter(one.issue for one in strong)
    most = max((count for one in strong if not one.yields for count in (often[one.issue],)), default=0)
    yielding = {one.issue for one in strong if one.yields and often[one.issue] <= most}
    return tuple([issue for issue, _ in often.most_common() if issue not in yielding][:MOST_ISSUES])


def _on(
    scene: Scene, issue: str | None, touched: Sequence[IssueHit], done: Sequence[Act], cue: Act | None
) -> IssueStance:
    """What is done on one issue: the weightiest act, those in its own clause first."""
    places = [one.span for one in touched if one.issue == issue]
    best = max(done, key=lambda act: (act.weight * _nearness(scene, act, places, cue), -act.span.start))
    evidence: Spans = (best.span, *places[:1])
    return IssueStance(issue, best.stance, _confidence(best.weight), tuple(sorted(set(evidence))))


def _nearness(scene: Scene, act: Act, places: Sequence[Span], cue: Act | None) -> float:
    if not places or act is cue:
        return 1.0
    return max(_nearness_of(scene, act.span, place) for place in places)


def _nearness_of(scene: Scene, act: Span, place: Span) -> float:
    left, right = min(act.end, place.end), max(act.start, place.start)
    breaks = len(_CLAUSE.findall(scene.low, left, right)) if left < right else 0
    return (1.0, 0.6, 0.4)[min(breaks, 2)]


def _heaviest(done: Sequence[Act]) -> Act:
    """The act that carries most weight, the same stance's other words added at a third; the first of equals."""
    total: dict[Stance, float] = {}
    for act in done:
        so_far = total.get(act.stance, 0.0)
        total[act.stance] = max(so_far, act.weight) + 0.3 * min(so_far, act.weight)
    stance = max(total, key=lambda one: total[one])
    if stance == "demands" and total.get("accepts", 0.0) >= YES and _leads("accepts", done):
        stance = "accepts"
    best = max((act for act in done if act.stance == stance), key=lambda act: act.weight)
    return Act(best.span, stance, total[stance])


def _leads(stance: Stance, done: Sequence[Act]) -> bool:
    return min(done, key=lambda act: act.span.start).stance == stance


def _others(done: Sequence[Act], have: set[Stance], issues: tuple[str, ...]) -> list[IssueStance]:
    """Other things that the statement clearly does, on its first issue."""
    found = []
    for act in done:
        if act.stance not in have and act.weight >= CLEAR:
            have.add(act.stance)
            found.append(IssueStance(issues[0] if issues else None, act.stance, _confidence(act.weight), (act.span,)))
    return found


def _confidence(weight: float) -> float:
    return round(min(0.95, 0.3 + 0.6 * min(weight, SURE) / SURE), 2)
