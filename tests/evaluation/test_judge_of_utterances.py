"""Unit: evaluation.judge_of_utterances, which fits the judge of who says the same."""

from __future__ import annotations

from itertools import combinations

from onrecord.evaluation.judge_of_utterances import Example, asked_of_unseen, fit, signals_of
from onrecord.model.weights import as_table
from tests.collating.utterances.wordings import wording

SAID = [
    "We will open the canal to grain ships before the winter sets in",
    "The dredging along the river has to cease this month",
    "Nobody asked the fishermen about the toll on nets",
    "A joint patrol will guard the lighthouse from Monday",
]
EVERY = [
    wording(f"“{text},”" if report == "a" else f"that {text.lower()}", report=f"{report}{at}", speaker=name)
    for at, text in enumerate(SAID)
    for report, name in (("a", "Ilmar Voss"), ("b", "Voss"))
]
EXAMPLES = [
    Example((one.report, other.report), one.report[1] == other.report[1], (one, other))
    for one, other in combinations(EVERY, 2)
]


def test_what_is_the_same_gets_the_better_odds() -> None:
    weights = fit(EXAMPLES)
    odds = {
        same: [
            sum(weights[name] * value for name, value in found.items())
            for one in EXAMPLES
            if one.same is same and one.wordings and (found := signals_of(*one.wordings))
        ]
        for same in (True, False)
    }
    assert min(odds[True]) > max(odds[False])


def test_no_judge_is_asked_about_days_far_apart() -> None:
    assert signals_of(EVERY[0], wording(SAID[0], day="2025-01-01", report="c")) is None


def test_each_example_is_asked_once_of_a_judge_that_knows_no_text_of_it() -> None:
    pairs = [Example((f"{n}a", f"{n}b"), one.same, one.wordings) for n, one in enumerate(EXAMPLES * 2)]
    judged = list(asked_of_unseen(pairs))
    assert len(judged) == len(pairs)
    assert sum(wanted for wanted, _ in judged) == sum(one.same for one in pairs)


def test_where_reading_finds_nothing_nothing_is_joined() -> None:
    pairs = [Example((f"{n}a", f"{n}b"), one.same, one.wordings) for n, one in enumerate(EXAMPLES)]
    assert list(asked_of_unseen([*pairs, Example(("x", "y"), True, None)])).count((True, False)) >= 1


def test_the_table_has_a_signal_a_line() -> None:
    assert as_table({"always": -1.234, "whole": 0.5}) == "always\t-123\nwhole\t50\n"
