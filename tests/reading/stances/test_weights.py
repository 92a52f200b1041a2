"""Tests onrecord.reading.stances.weights, .features and .deciding: what trained weights make of what the rules told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import ActorRef, IssueStance, Span, Stance, Statement, statement_id
from onrecord.reading.stances.deciding import decided
from onrecord.reading.stances.features import features, stem
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.moves import Scene
from onrecord.reading.stances.signals import find_signals
from onrecord.reading.stances.weights import BIAS, CHOICES, Floats, Weights, as_table, from_table, mixed, shipped

TEXT = "Ruiz warned that Velmora will not open the port."
CUE, CONTENT = Span(5, 11), Span(12, 47)
NAME = ActorRef("ruiz", "Ruiz", "person")
SAID = Statement(
    statement_id(TEXT, (), (CUE,), (CONTENT,), "indirect"), (), (CUE,), (CONTENT,), "indirect", "assertion", 1.0, NAME
)
NOTHING = Judged(("talks",), None, 0.0, ())


def seen(judged: Judged = NOTHING) -> frozenset[str]:
    low = TEXT.lower()
    inside, cues = find_signals(low, *CONTENT), find_signals(low, *CUE)
    return features(Scene(low), SAID, inside, cues, judged, ())


def leaning(stance: Stance | None, weight: float = 9.0) -> Floats:
    rows = np.zeros((1, len(CHOICES)), np.float32)
    rows[0, CHOICES.index(stance)] = weight
    return Weights({BIAS: 0}, rows).chances(())


def ruled(*stances: Stance) -> Judged:
    return Judged(("talks",), stances[0], 0.5, tuple(IssueStance("talks", one, 0.5, (CONTENT,)) for one in stances))


@pytest.mark.parametrize(
    ("word", "expected"), [("warned", "warn"), ("talks", "talk"), ("negotiations", "negotia"), ("us", "us")]
)
def test_stem_drops_endings(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_features_tell_words_of_cue_and_content_apart() -> None:
    assert {"c:warn", "w:open", "f:that"} <= seen()
    assert "w:warn" not in seen()


def test_features_tell_a_denied_modal_and_what_follows() -> None:
    assert any(one.startswith("m:will:") and one.endswith(":1") for one in seen())


def test_features_take_in_what_the_rules_made_of_it() -> None:
    assert {"rule:rejects", "also:rejects"} <= seen(ruled("rejects"))


def test_the_rules_stand_where_the_weights_are_not_surer() -> None:
    judged = ruled("rejects")
    assert decided(SAID, judged, leaning("threatens", weight=0.1)) == judged


@pytest.mark.parametrize(("weight", "stance"), [(0.1, None), (9.0, "rejects")])
def test_a_stance_on_no_issue_must_be_likely(weight: float, stance: Stance | None) -> None:
    judged = Judged((), "rejects", 0.5, (IssueStance(None, "rejects", 0.5, (CONTENT,)),))
    assert decided(SAID, judged, leaning("rejects", weight)).stance == stance


def test_surer_weights_take_a_stance_away() -> None:
    assert decided(SAID, ruled("rejects"), leaning(None)) == NOTHING


def test_surer_weights_put_another_stance_in_the_place_of_the_main_one() -> None:
    one = decided(SAID, ruled("rejects", "demands"), leaning("threatens"))
    assert one.stance == "threatens"
    assert [each.stance for each in one.stances] == ["threatens", "demands"]
    assert one.stances[0].evidence == (CONTENT,)


def test_a_stance_that_the_rules_missed_is_shown_by_its_cue() -> None:
    one = decided(SAID, NOTHING, leaning("threatens"))
    assert one.stances == (IssueStance("talks", "threatens", one.confidence, (CUE,)),)


def test_a_yes_that_the_rules_found_limited_is_never_made_plain() -> None:
    assert decided(SAID, ruled("accepts-conditionally"), leaning("accepts")).stance == "accepts-conditionally"


def test_the_table_reads_back() -> None:
    weights = shipped()
    again = from_table(as_table(weights))
    assert again.key == weights.key
    assert np.array_equal(again.rows[again.table["c:threate"]], weights.rows[weights.table["c:threate"]])


def test_what_ships_knows_what_threatening_is() -> None:
    assert CHOICES[int(shipped().chances({"c:threate", "cs:threaten"}).argmax())] == "threatens"


@given(st.frozensets(st.sampled_from(sorted(shipped().table)), max_size=30))
def test_chances_add_up_to_one(found: frozenset[str]) -> None:
    chances = shipped().chances(found)
    assert chances.shape == (len(CHOICES),)
    assert chances.sum() == pytest.approx(1.0, abs=1e-4)


def test_a_second_opinion_can_turn_the_first() -> None:
    surely = np.log(leaning("demands"))
    assert CHOICES[int(mixed(leaning("proposes", 1.0), surely).argmax())] == "demands"


def test_no_second_opinion_leaves_the_first() -> None:
    first = leaning("proposes")
    assert mixed(first, None) is first


@pytest.mark.parametrize("other", ["accepts", "demands", "rejects", "threatens"])
def test_a_yes_with_its_condition_is_made_nothing_else(other: Stance) -> None:
    """ "We agree with the truce. But it must remove the causes of the war": more than a demand."""
    assert decided(SAID, ruled("accepts-conditionally"), leaning(other)).stance == "accepts-conditionally"


def test_a_yes_with_its_condition_may_be_no_stance_at_all() -> None:
    assert decided(SAID, ruled("accepts-conditionally"), leaning(None)).stance is None
