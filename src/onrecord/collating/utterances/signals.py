"""What speaks for two wordings being of one act of speaking, and against it, in figures; and the trained judge of them.

The judge is a logistic regression. Its weights lie in `judge.tsv`, a signal a line in hundredths, made by
`python -m training.utterances` from pairs that people judged (docs/annotation/utterances.md).
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from onrecord.collating.utterances.likeness import Words, longest_run, quoted_in_common, quoted_weight, shared_weight
from onrecord.model import weights as tables
from onrecord.model.utterance import Wording
from onrecord.model.weights import Weights

Who = Literal["same", "same side", "not told", "another"]

RARE = 0.75
LONG = 8.0
# What is well quoted: the weight of what both have between quotation marks in one run.
QUOTATION = 1.05
FEW, MANY = 3.0, 8.0
# What is sought last, for it costs most: how long a run the two share, in all and between quotation marks.
COSTLY = ("run", "run with another name", "quoted")
# What is not told of two wordings before it is worth while.
UNTOLD = ("rare words shared", "lost", "names shared", "names lost", "other numbers", "names only")


def cheap_signals(x: Words, y: Words, a: Wording, b: Wording, who: Who, *, apart: int) -> dict[str, float]:
    """All signals but the costly ones; each about 0 to 1. `apart`: days between the two at the least."""
    shared = shared_weight(x, y)
    whole, part = 2 * shared / (x.total + y.total), shared / min(x.total, y.total)
    much = min(shared, 5.0) / 5.0
    small, large = (x, y) if x.total <= y.total else (y, x)
    lost = sum(weight for sense, weight in small.weights.items() if sense not in large.senses)
    rare = sum(weight >= RARE and sense in large.senses for sense, weight in small.weights.items())
    names_shared = sum(small.weights[name] for name in small.names if name in large.senses)
    names_lost = sum(small.weights[name] for name in small.names if name not in large.senses)
    quoted, quoted_share = quoted_in_common(a, b)
    other_numbers = bool(x.numbers and y.numbers and not x.numbers & y.numbers)
    same = float(who == "same")
    lengths = len(x.order), len(y.order)
    return {
        "always": 1.0,
        "whole": whole,
        "part": part,
        "whole x shared": whole * much,
        "part x shared": part * much,
        "rare words shared": min(rare, 4) / 4.0,
        "lost": min(lost, 4.0) / 4.0,
        "names shared": min(names_shared, 2.0) / 2.0,
        "names lost": min(names_lost, 2.0) / 2.0,
        "pairs of words": 2 * len(x.pairs & y.pairs) / max(1, len(x.pairs) + len(y.pairs)),
        "alike in length": min(lengths) / max(1, *lengths),
        "other numbers": float(other_numbers and whole > 0.6),
        "names only": float(x.names_only or y.names_only),
        "both direct": float(a.kind == "direct" and b.kind == "direct"),
        "quoted words": min(quoted, 3.0) / 3.0,
        "share of quoted words": quoted_share,
        "one day": float(a.dated and b.dated and not apart),
        "two days apart": float(apart > 1),
        "same speaker x whole": same * whole,
        "same speaker x shared": same * much,
        "same side": float(who == "same side"),
        "another speaker": float(who == "another"),
    } | signals_around(a, b)


def signals_around(a: Wording, b: Wording) -> dict[str, float]:
    """What the two reports tell of the wordings beside their words."""
    return {
        "sure": min(a.sure, b.sure),
        "one stance": float(not a.does.isdisjoint(b.does)),
        "seldom words shared": min(len(a.seldom & b.seldom), FEW) / FEW,
        "words beside shared": min(len(a.beside & b.beside), MANY) / MANY,
    }


def costly_signals(x: Words, y: Words, a: Wording, b: Wording, who: Who) -> dict[str, float]:
    run = min(longest_run(x, y), LONG) / LONG
    return {
        "run": run,
        "run with another name": run * (who == "another"),
        "quoted": min(quoted_weight(a, b), 3.0) / 3.0,
    }


def at_best(x: Words, y: Words, a: Wording, b: Wording, who: Who, *, apart: int) -> float:
    """What all signals come to at the most, by those that are quickly told: most pairs come to too little even so."""
    known = weights()
    shared = shared_weight(x, y)
    whole, much = 2 * shared / (x.total + y.total), min(shared, 5.0) / 5.0
    part = shared / min(x.total, y.total)
    paired = len(x.pairs & y.pairs)
    longer, shorter = max(1, len(x.order), len(y.order)), min(len(x.order), len(y.order))
    direct = a.kind == "direct", b.kind == "direct"
    told = (
        known["always"]
        + whole * (known["whole"] + much * known["whole x shared"])
        + part * (known["part"] + much * known["part x shared"])
        + known["pairs of words"] * 2 * paired / max(1, len(x.pairs) + len(y.pairs))
        + known["alike in length"] * shorter / longer
        + known["sure"] * min(a.sure, b.sure)
        + known["seldom words shared"] * min(len(a.seldom & b.seldom), FEW) / FEW
        + known["words beside shared"] * min(len(a.beside & b.beside), MANY) / MANY
    )
    if who == "same":
        told += known["same speaker x whole"] * whole + known["same speaker x shared"] * much
    elif who != "not told":
        told += known["same side" if who == "same side" else "another speaker"]
    for name, so in (
        ("both direct", all(direct)),
        ("one day", a.dated and b.dated and not apart),
        ("two days apart", apart > 1),
        ("one stance", not a.does.isdisjoint(b.does)),
    ):
        told += known[name] if so else 0.0
    both_quoted = (direct[0] or bool(x.marked)) and (direct[1] or bool(y.marked))
    return told + _left_to_hope(who, bool(paired), both_quoted)


@cache
def _left_to_hope(who: Who, paired: bool, both_quoted: bool) -> float:
    """What the signals can add at the most of which `at_best` knows nothing.

    Where no two words follow each other in both, no run is longer than a word.
    """
    longest = 1.0 if paired else 1.0 / LONG
    most = dict.fromkeys(UNTOLD, 1.0) | {"run": longest, "run with another name": longest * (who == "another")}
    if both_quoted:
        most |= dict.fromkeys(("quoted words", "share of quoted words", "quoted"), 1.0)
    known = weights()
    return sum(max(0.0, known[name]) * value for name, value in most.items())


def weights() -> Weights:
    """The weight of each signal."""
    return tables.shipped("onrecord.collating.utterances", "judge.tsv")


def weighed(signals: dict[str, float]) -> float:
    """The sum of the signals by their weights: the logarithm of the odds, if they are all."""
    known = weights()
    return sum(known[name] * value for name, value in signals.items())


@cache
def most_hoped(who: Who) -> float:
    """What the costly signals can add at the most."""
    known = weights()
    return sum(max(0.0, known[name]) for name in COSTLY if name != "run with another name" or who == "another")


def chance(odds: float) -> float:
    """From the logarithm of the odds."""
    return 1.0 / (1.0 + math.exp(-odds))
