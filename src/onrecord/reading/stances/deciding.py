"""Settles what a statement does where the rules and the trained weights differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import IssueStance, Spans, Stance, Statement
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.weights import CHOICES, Weights

SURER = 0.2  # how much likelier than what the rules say another stance must be to take its place


def decided(statement: Statement, judged: Judged, features: Iterable[str], weights: Weights) -> Judged:
    """What the rules say, unless the weights are surer of another stance. A yes that is limited stays so."""
    chances = weights.chances(features)
    likeliest, ruled = int(chances.argmax()), CHOICES.index(judged.stance)
    if chances[likeliest] < chances[ruled] + SURER:
        return judged
    stance, confidence = CHOICES[likeliest], round(float(chances[likeliest]), 2)
    if stance is None:
        return Judged(judged.issues, None, 0.0, ())
    if stance == "accepts" and judged.stance == "accepts-conditionally":
        stance = judged.stance
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
