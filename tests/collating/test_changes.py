"""Tests onrecord.collating.changes: what shifts from one position to the next, whatever their order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.changes import changes
from onrecord.model import Span, Stance
from onrecord.model.change import Change
from onrecord.model.position import Passage, Position

TEXTS = ("once the guns leave the river", "when all guns have left the river", "if Torland frees the sailors")

SHOWN = 9


def position(
    stance: Stance,
    day: str | None,
    *,
    speaker: str = "Ana Ruiz",
    condition: int | None = None,
    strength: int = 0,
    party: str = "Velmora",
    proposal: str | None = None,
) -> Position:
    conditions = () if condition is None else (Passage("r1", (Span(condition, condition + 1),)),)
    shown = (Passage("r1", (Span(SHOWN, SHOWN + 3),)),)
    return Position(
        party, "ceasefire", stance, day, 0.8, (speaker,), conditions, shown, proposal=proposal, strength=strength
    )


def words(passage: Passage) -> frozenset[str]:
    """Of a condition, those of its text; of what shows a position, always the same two."""
    if passage.spans[0].start == SHOWN:
        return frozenset({"open", "port"})
    return frozenset(word for word in TEXTS[passage.spans[0].start].split() if len(word) > 3)


def found(*held: Position) -> list[tuple[str, str, str]]:
    return [(one.kind, one.before.stance, one.after.stance) for one in changes(held, words)]


def test_a_new_answer_is_a_shift() -> None:
    assert found(position("rejects", "2024-09-01"), position("accepts", "2024-09-12")) == [
        ("stance", "rejects", "accepts")
    ]


def test_a_yes_that_gains_a_condition_is_a_shift() -> None:
    limited = position("accepts-conditionally", "2024-09-12", condition=0)
    (change,) = changes([position("accepts", "2024-09-01"), limited], words)
    assert (change.kind, change.added) == ("stance", limited.conditions)


def test_the_same_again_is_none() -> None:
    assert found(position("accepts", "2024-09-01"), position("accepts", "2024-09-12")) == []


def test_the_same_condition_in_other_words_is_none() -> None:
    yes = [position("accepts-conditionally", f"2024-09-{day}", condition=at) for at, day in ((0, "01"), (1, "12"))]
    assert found(*yes) == []


def test_a_new_condition_is_a_shift() -> None:
    yes = [position("accepts-conditionally", f"2024-09-{day}", condition=at) for at, day in ((0, "01"), (2, "12"))]
    (change,) = changes(yes, words)
    assert (change.kind, change.added) == ("condition", yes[1].conditions)


def test_a_condition_that_is_not_named_again_is_not_dropped() -> None:
    first = position("accepts-conditionally", "2024-09-01", condition=0)
    assert found(first, position("accepts-conditionally", "2024-09-12")) == []


def test_firmer_words_are_a_shift() -> None:
    (change,) = changes([position("demands", "2024-09-01", strength=-1), position("demands", "2024-09-12", strength=1)],
                        words)  # fmt: skip
    assert (change.kind, change.firmer) == ("strength", True)


def test_firmer_words_about_another_thing_are_none() -> None:
    held = [position("demands", "2024-09-01", strength=-1), position("demands", "2024-09-12", strength=1)]
    assert changes(held, lambda passage: frozenset({"port"})) == ()


def test_what_is_told_thinly_shifts_nothing() -> None:
    assert found(position("rejects", "2024-09-01"), replace(position("accepts", "2024-09-12"), thin=True)) == []


def test_a_plain_yes_of_one_report_may_leave_the_condition_unsaid() -> None:
    limited, plain = position("accepts-conditionally", "2024-09-01", condition=0), position("accepts", "2024-09-12")
    assert found(limited, plain) == []
    told_twice = (*plain.evidence, Passage("r2", (Span(SHOWN, SHOWN + 3),)))
    assert found(limited, replace(plain, evidence=told_twice)) == [("stance", "accepts-conditionally", "accepts")]


def test_two_speakers_who_differ_within_a_week_are_no_shift() -> None:
    no = position("rejects", "2024-09-10", speaker="Petra Lind")
    assert found(position("accepts", "2024-09-08"), no) == []
    assert found(position("accepts", "2024-08-08"), no) == [("stance", "accepts", "rejects")]


def test_one_speaker_who_turns_within_a_week_is_a_shift() -> None:
    assert found(position("accepts", "2024-09-08"), position("rejects", "2024-09-10")) == [
        ("stance", "accepts", "rejects")
    ]


def test_a_yes_and_a_no_of_one_day_are_no_shift() -> None:
    no = position("rejects", "2024-09-10", speaker="Petra Lind")
    assert found(position("accepts", "2024-08-08"), position("accepts", "2024-09-10"), no) == []


def test_a_day_that_is_not_known_shifts_nothing() -> None:
    assert found(position("accepts", None), position("rejects", "2024-09-10"), position("accepts", "2024")) == []


def test_an_answer_to_another_proposal_is_none() -> None:
    first, second = position("rejects", "2024-09-01", proposal="the river plan"), position("accepts", "2024-09-20")
    assert found(first, second) == []


POSITIONS = st.builds(
    position,
    st.sampled_from(["accepts", "accepts-conditionally", "rejects", "undecided", "demands"]),
    st.sampled_from(["2024-09-01", "2024-09-03", "2024-09-05/2024-09-08", "2024-09-12", "2024-10", None]),
    speaker=st.sampled_from(["Ana Ruiz", "Petra Lind"]),
    condition=st.sampled_from([None, 0, 1, 2]),
    strength=st.sampled_from([-1, 0, 1]),
)
ONCE = st.lists(POSITIONS, max_size=8, unique_by=lambda one: one.id)


@given(ONCE.flatmap(lambda held: st.tuples(st.just(held), st.permutations(held))))
def test_the_order_of_positions_does_not_matter(orders: tuple[list[Position], list[Position]]) -> None:
    one, other = (changes(held, words) for held in orders)
    assert one == other


@given(ONCE)
def test_every_shift_goes_forward(held: list[Position]) -> None:
    def days(change: Change) -> tuple[str, str]:
        return (change.before.as_of or "")[:10], (change.after.as_of or "")[:10]

    assert all(before < after for before, after in map(days, changes(held, words)))
