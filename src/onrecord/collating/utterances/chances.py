"""How likely two wordings are of one act of speaking, tied or not: what the judge makes of all signals."""

from __future__ import annotations

from onrecord.collating.utterances.circumstances import days_apart, same_speaker
from onrecord.collating.utterances.judging import SLACK
from onrecord.collating.utterances.likeness import words_of
from onrecord.collating.utterances.signals import chance, cheap_signals, costly_signals, weighed
from onrecord.model.utterance import Wording


def chance_of_one_act(one: Wording, other: Wording) -> float:
    """0 to 1; nothing for two of one statement, for days too far apart, and where either has no words."""
    a, b = sorted((one, other))
    apart = days_apart(a, b)
    x, y = words_of(a.slices), words_of(b.slices)
    if a.statement == b.statement or apart > SLACK or not x.total or not y.total:
        return 0.0
    who = same_speaker(a, b)
    return chance(weighed(cheap_signals(x, y, a, b, who, apart=apart) | costly_signals(x, y, a, b, who)))
