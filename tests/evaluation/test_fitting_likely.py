"""Tests onrecord.evaluation.likely: weights are fitted to verdicts, and none hangs on a name."""

from __future__ import annotations

from onrecord.evaluation.likely import Example, by_fifths, common, fit
from onrecord.model.weights import BIAS, as_table, chance_of, from_table

STEMS = frozenset({"ready", "velmora"})


def examples(count: int = 12) -> list[Example]:
    plain = [
        Example(f"siege {n % 4}", "tuned", frozenset({"cue:some", "w:ready", "w:Velmora"}), "right")
        for n in range(count)
    ]
    far = [Example(f"siege {n % 4}", "tuned", frozenset({"stances:2"}), "wrong") for n in range(count)]
    return plain + far


def test_what_is_right_speaks_for_a_position() -> None:
    weights = fit(examples(), STEMS)
    assert chance_of({"cue:some"}, weights) > 0.5 > chance_of({"stances:2"}, weights)


def test_a_mark_of_few_negotiations_has_no_weight() -> None:
    rare = Example("siege 0", "tuned", frozenset({"top"}), "right")
    assert "top" not in fit([*examples(), *([rare] * 9)], STEMS)


def test_no_weight_hangs_on_a_name() -> None:
    text = "Velmora is ready. Velmora and Torland are ready, said Velmora."
    assert common([text]) >= {"ready", "and"}
    assert not {"velmora", "torland"} & common([text])
    assert "w:Velmora" not in fit(examples(), common([text]))


def test_a_table_gives_the_same_weights() -> None:
    weights = fit(examples(), STEMS)
    assert from_table(as_table(weights)) == weights
    assert BIAS in weights


def test_the_likeliest_are_told_first() -> None:
    told = list(by_fifths(examples(10), fit(examples(), STEMS)))
    assert told[0][1:] == (1.0, 0.0, 0.4)
    assert told[-1][1:] == (0.5, 0.5, 1.0)
