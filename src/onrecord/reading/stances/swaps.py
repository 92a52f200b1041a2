"""What is given for what: a yes on the one waits for the other, which is demanded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.model import Condition, IssueHit, IssueStance, Span, Stance, Statement
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.moves import Act

YES_TO: tuple[Stance, ...] = ("accepts", "accepts-conditionally")
GRANTED = 1.9  # the weight of "that they can have"
REACH = 400  # characters back in which the issue may be named on which something is given
_IN_RETURN = re.compile(r"in\s(?:return|exchange)\b")
_GRANTS = re.compile(r"\b(?:they|you|he|she)\s(?:can|may|shall|will)\s(?:have|take|keep|get)\b")
_OF_THE_DEAL = re.compile(
    r"(?:\w+\s){1,3}?(?:it|this|that|such|(?:any|the|a)\s(?:\w+\s)?(?:deal|truce|cease-?fire|agreement|pact|plan|talks))\b"
)


def asked_in_return(low: str, judged: Judged, touched: Sequence[IssueHit], supposed: Sequence[Span]) -> Judged:
    """'We will open the port if the prisoners come home' is a yes on the port; that they come home is demanded.

    "A truce provided it leads to a settlement" asks nobody for a settlement: it tells what truce is meant.
    """
    asks = [clause for clause in supposed if _IN_RETURN.match(low, *clause) or not _OF_THE_DEAL.match(low, *clause)]
    asked = {one.issue for one in touched} - {
        one.issue for one in touched if not any(clause.covers(one.span) for clause in asks)
    }
    yes = [one for one in judged.stances if one.stance in YES_TO]
    if all(one.issue in asked for one in yes):
        naming = [clause for clause in asks if any(clause.covers(one.span) for one in touched)]
        return _on_nothing_named(judged, yes, asked, naming)
    return replace(judged, stances=_demanded(judged.stances, asked))


def _on_nothing_named(
    judged: Judged, yes: Sequence[IssueStance], asked: Collection[str], asks: Sequence[Span]
) -> Judged:
    """'It will leave the hills once the prisoners are free' is a yes on no issue that the codebook knows.

    "If a truce is offered, we will take it" is one on the truce.
    """
    shown = [span for one in yes for span in one.evidence if not any(clause.covers(span) for clause in asks)]
    if not shown or any(clause.start < shown[0].start for clause in asks):
        return judged
    held = replace(yes[0], issue=None, evidence=(shown[0],))
    return replace(judged, stances=(held, *_demanded(judged.stances, asked)))


def _demanded(stances: Sequence[IssueStance], asked: Collection[str]) -> tuple[IssueStance, ...]:
    return tuple(
        replace(one, stance="demands") if one.issue in asked and one.stance in YES_TO else one for one in stances
    )


def swaps(low: str, statement: Statement, conditions: Sequence[Condition]) -> list[Condition]:
    """The conditions of a statement that are asked in return."""
    mine = [one for one in conditions if one.statement == statement.id and one.trigger]
    return [one for one in mine if _IN_RETURN.search(low, *one.trigger[0])]


def grant(low: str, statement: Statement, asked: Sequence[Condition]) -> list[Act]:
    """'Sixty days they can have', "in return for the truce", where something is asked for it."""
    found = [_GRANTS.search(low, *part) for part in statement.content if asked]
    granted = [Span(*one.span()) for one in found if one]
    given = [one.trigger[0] for one in asked if one.trigger[0].end < one.span[0].start]
    return [Act(one, "accepts", GRANTED) for one in (*granted, *given)][:1]


def on_what_is_given(
    judged: Judged,
    touched: Sequence[IssueHit],
    asked: Sequence[Condition],
    hits: Sequence[IssueHit],
    starts: Sequence[int],
) -> Judged:
    """'We will open the gate. In return we want the prisoners': the prisoners are demanded, and the yes is on what was
    named before, be it a while ago, or else on what the report so far is mostly about."""
    if not asked or any(not each.span[0].covers(one.span) for one in touched for each in asked):
        return judged
    given = _before(asked[0].span[0].start, hits, starts)
    yes = [one for one in judged.stances if one.stance in YES_TO]
    if given is None or not yes:
        return judged
    told = tuple(replace(one, stance="demands") if one in yes and one.issue else one for one in judged.stances)
    shown = tuple(span for span in yes[0].evidence if not any(span == one.span for one in touched))
    held = IssueStance(given, yes[0].stance, yes[0].confidence, shown)
    issues = tuple(dict.fromkeys((given, *judged.issues)))
    return replace(judged, issues=issues, stances=(held, *(one for one in told if one.issue)))


def _before(place: int, hits: Sequence[IssueHit], starts: Sequence[int]) -> str | None:
    named = [one for one in hits[: bisect_left(starts, place)] if not one.hint]
    near = [one.issue for one in named if one.span.start > place - REACH and not one.yields]
    often = Counter(one.issue for one in named if not one.yields).most_common(1)
    return near[-1] if near else often[0][0] if often else None
