"""How likely a reader would find an utterance right: one act of speaking, by whom, for whom and when. Pure.

A logistic regression over what tells most of the utterances that were read beside their reports. Its weights lie in
`sureness.tsv`, a signal a line in hundredths, made by `python -m training.utterances.sureness` from those verdicts
(docs/annotation/utterances.md); `onrecord evaluate utterances-read` prints how far the figure can be believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.collating.utterances.circumstances import same_speaker
from onrecord.collating.utterances.judging import whole_likeness
from onrecord.collating.utterances.likeness import quoted_weight, words_of
from onrecord.collating.utterances.signals import chance
from onrecord.model import weights as tables
from onrecord.model.utterance import Wording
from onrecord.model.weights import Weights

# The weight of words from which on more of them between quotation marks tell no more.
MUCH = 3.0


class Together(NamedTuple):
    """Wordings that were put together: the base, the others, and whether all are from one site."""

    base: Wording
    others: Sequence[Wording]
    one_site: bool


def confidence(of: Together) -> float:
    """0 to 1, with two decimals."""
    known = weights()
    return round(chance(sum(known[name] * value for name, value in signals(of).items())), 2)


def signals(of: Together) -> dict[str, float]:
    """What tells whether it is right, each 0 to 1."""
    beside = [one for one in of.others if one.report != of.base.report] or list(of.others)
    quoted = max((quoted_weight(*sorted((of.base, one))) for one in beside), default=0.0)
    every = (of.base, *of.others)
    indirect = all(one.kind == "indirect" for one in every)
    return {
        "always": 1.0,
        "least words in common": min((whole_likeness(of.base, one) for one in beside), default=1.0),
        "quoted in common": min(quoted, MUCH) / MUCH,
        "one site": float(of.one_site),
        "named by some alone": float(_named_by_some(of.base, beside)),
        "only a name of a thing, indirect": float(indirect and any(words_of(one.slices).names_only for one in every)),
        "more than two": float(len(every) > 2),
        "a day told": float(any(one.dated for one in every)),
    }


def _named_by_some(base: Wording, others: Sequence[Wording]) -> bool:
    """Whether some name a speaker and others none."""
    told = {one.speaker is not None and one.speaker_type != "unnamed" for one in (base, *others)}
    return True in told and any(same_speaker(*sorted((base, one))) == "not told" for one in others)


def weights() -> Weights:
    """The weight of each signal."""
    return tables.shipped("onrecord.collating.utterances", "sureness.tsv")
