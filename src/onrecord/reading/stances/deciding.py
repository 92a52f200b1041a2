"""Settles what a statement does where the rules and the trained weights differ."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import IssueStance, Spans, Stance, Statement
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.weights import CHOICES, Floats

SURER = 0.2  # how much likelier than what the rules say another stance must be to take its place
LEAST = 0.4  # how likely a stance on no issue must be; chosen on folds of whole negotiations


def decided(statement: Statement, judged: Judged, chances: Floats) -> Judged:
    """What the rules say, unless another stance is likelier by these chances [9]. A yes that the rules found limited
    stays so, or is nothing: "We agree with the truce. But it must remove the causes of the war" is more than a demand.

    "The gunman fled from the murder squad" blames nobody: what touches no issue is a stance only where that is likely.
    """
    likeliest, ruled = int(chances.argmax()), CHOICES.index(judged.stance)
    keeps = bool(chances[likeliest] < chances[ruled] + SURER)
    stance, chance = CHOICES[ruled if keeps else likeliest], float(chances[ruled if keeps else likeliest])
    if stance == "accepts-conditionally":
        chance += float(chances[CHOICES.index("accepts")])
    if stance is None or (not judged.issues and chance < LEAST):
        return Judged(judged.issues, None, 0.0, ())
    if keeps or judged.stance == "accepts-conditionally":
        return judged
    confidence = round(float(chances[likeliest]), 2)
    if any(one.stance == stance for one in judged.stances):
        return replace(judged, stance=stance, confidence=confidence)
    return Judged(judged.issues, stance, confidence, _anew(statement, judged, stance, confidence))


def _anew(statement: Statement, judged: Judged, stance: Stance, confidence: float) -> tuple[IssueStance, ...]:
    """The stances with this one in place of the main one, which the rules got wrong or missed."""
    shown: Spans = statement.cue or statement.content[:1]
    if judged.stance is None:
        return tuple(IssueStance(issue, stance, confidence, shown) for issue in judged.issues or (None,))
    return tuple(
        replace(one, stance=stance, confidence=confidence) if one.stance == judged.stance else one
        for one in judged.stances
    )
