"""How likely a reader would find an utterance right: one act of speaking, by whom, for whom and when. Pure.

A logistic regression over what tells most of the utterances that were read beside their reports. Its weights lie in
`sureness.tsv`, a signal a line in hundredths, made by `python -m training.utterances.sureness` from those verdicts
(docs/annotation/utterances.md); `onrecord evaluate utterances-read` prints how far the figure can be believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.collating.utterances.chances import chance_of_one_act
from onrecord.collating.utterances.circumstances import same_speaker
from onrecord.collating.utterances.signals import chance
from onrecord.model import weights as tables
from onrecord.model.utterance import Wording
from onrecord.model.weights import Weights

# Of 29 that one origin alone told indirectly, and not all as sure as this, 12 were right.
SURE = 0.8


class Together(NamedTuple):
    """Wordings that were put together: the base, the others, and whether all are from one site, or from one origin."""

    base: Wording
    others: Sequence[Wording]
    one_site: bool
    one_origin: bool


def confidence(of: Together) -> float:
    """0 to 1, with two decimals."""
    known = weights()
    return round(chance(sum(known[name] * value for name, value in signals(of).items())), 2)


def signals(of: Together) -> dict[str, float]:
    """What tells whether it is right, each 0 to 1."""
    beside = [one for one in of.others if one.report != of.base.report] or list(of.others)
    chances = [chance_of_one_act(of.base, one) for one in beside]
    whose = [same_speaker(*sorted((of.base, one))) for one in beside]
    every = (of.base, *of.others)
    indirect = all(one.kind == "indirect" for one in every)
    return {
        "always": 1.0,
        "chance beside the base": sum(chances) / max(1, len(chances)),
        "one site": float(of.one_site),
        "one origin": float(of.one_origin),
        "a speaker not told": float("not told" in whose),
        "all direct": float(all(one.kind == "direct" for one in every)),
        "all indirect": float(indirect),
        "one origin, indirect and unsure": float(indirect and of.one_origin and min(one.sure for one in every) < SURE),
        "several days told": float(len({(one.first, one.last) for one in every if one.dated}) > 1),
    }


def weights() -> Weights:
    """The weight of each signal."""
    return tables.shipped("onrecord.collating.utterances", "sureness.tsv")
