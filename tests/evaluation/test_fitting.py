"""Tests onrecord.evaluation.fitting on a few invented statements."""

from __future__ import annotations

from onrecord.evaluation.fitting import Example, common_stems, fit
from onrecord.model import Stance
from onrecord.reading.stances.weights import CHOICES, as_table

STEMS = common_stems(["the envoy refused what the king offered; she refuses, he offers"])


def example(word: str, stance: Stance | None, negotiation: str) -> Example:
    return Example(frozenset({f"c:{word}", "w:the"}), stance, negotiation)


EXAMPLES = [
    one
    for place in ("salt", "wool", "tin", "amber")
    for one in (example("refus", "rejects", place), example("offer", "proposes", place), example("envoy", None, place))
]


def test_weights_tell_what_they_were_shown() -> None:
    weights = fit(EXAMPLES, STEMS)
    assert CHOICES[int(weights.chances({"c:refus", "w:the"}).argmax())] == "rejects"
    assert CHOICES[int(weights.chances({"c:offer", "w:the"}).argmax())] == "proposes"


def test_fitting_twice_gives_the_same() -> None:
    assert as_table(fit(EXAMPLES, STEMS)) == as_table(fit(EXAMPLES, STEMS))


def test_a_word_of_one_negotiation_has_no_weight() -> None:
    local = [Example(one.features | {"c:wool"}, one.stance, "wool") for one in EXAMPLES]
    assert "c:wool" not in fit(local, STEMS | {"wool"}).table


def test_a_name_has_no_weight() -> None:
    stems = common_stems(["Refuso met Refuso", "they offered"])
    named = [Example(frozenset({"c:refuso", "c:offer"}), one.stance, one.negotiation) for one in EXAMPLES]
    assert "c:refuso" not in fit(named, stems).table
    assert "c:offer" in fit(named, stems).table
