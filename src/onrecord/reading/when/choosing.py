"""Which day is a statement's, of those that may be, or none: weighed by a small trained scorer.

A conditional logit over the candidates of each statement, one of which is "none", with weight 0, fitted on statements
that were labelled with their day by reading (training/when). The statements are taken in their order, so
that what was decided of those before can be weighed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from onrecord.model import edtf
from onrecord.reading.when.candidates import Candidate, Past, Surroundings
from onrecord.reading.when.telling import UNKNOWN, SaidOn, Told

Weights = Mapping[str, int]  # in hundredths, so that their sum is the same in any order
Pick = Callable[[Told, list[Candidate]], SaidOn]


@lru_cache(maxsize=1)
def shipped() -> Weights:
    table: dict[str, dict[str, int]] = json.loads(
        files("onrecord.reading.when").joinpath("days.json").read_text(encoding="utf-8")
    )
    return table["weights"]


def choose(surroundings: Surroundings, in_order: Sequence[Told], open_ones: Collection[int], pick: Pick) -> None:
    """Gives those statements whose places are in `open_ones` the day that `pick` takes, and lets the others be.

    A single day is then approximate: of two that are chosen, a careful reader would leave one open.
    """
    past = Past()
    for one in in_order:
        if one.place in open_ones:
            day, shown = pick(one, surroundings.candidates(one, past))
            one.said = (edtf.roughly(day) if day and edtf.day_of(day) else day, shown)
        past.add(one)


def best(weights: Weights) -> Pick:
    """The day with most weight, if there is one that has more than none at all."""

    def pick(_one: Told, candidates: list[Candidate]) -> SaidOn:
        most, said = 0, UNKNOWN
        for each in candidates:
            weight = sum(weights.get(feature, 0) for feature in each.features)
            if weight > most:
                most, said = weight, each.said
        return said

    return pick
