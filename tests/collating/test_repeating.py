"""Unit: collating.repeating, which tells that several papers print one text around what was said."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.collating.repeating import Passage, narration, repeated
from onrecord.model import Kind, Span, Statement, statement_id

QUOTED = "“We will open the lower canal to grain ships on the first of October, or it will not open at all”"
WIRE = f"{QUOTED}, the governor said as she left the flooded council hall by its back door with two of her deputies."
BEFORE = "The river had stood three feet above the quay since the second week of a very wet summer."


def passage(report: str, text: str, said: str, day: str = "2024-09-12", kind: Kind = "direct") -> Passage:
    content = Span(text.index(said), text.index(said) + len(said))
    one = Statement(statement_id(report, (), (), (content,), kind), (), (), (content,), kind, "assertion", 0.9)
    return Passage(report, day, narration(text, one))


def one_text(text: str, other: str, said: str = QUOTED) -> bool:
    return bool(repeated([passage("a", text, said), passage("b", other, said)]))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"Nobody fished. {WIRE} Prices rose.", id="a wire's sentence amid another's"),
        pytest.param(f"{BEFORE} {QUOTED}, Ada Voss wrote on the wall.", id="the sentence before it"),
    ],
)
def test_a_sentence_that_two_papers_have_around_it_makes_one_text(other: str) -> None:
    assert one_text(f"{BEFORE} {WIRE} Rain fell.", other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(WIRE, f"Ada Voss told us by the sluice: {QUOTED}.", id="a quotation alone"),
        pytest.param(
            f"The Velmoran Interior Minister Ada Voss said: {QUOTED}",
            f"{QUOTED}, the Velmoran Interior Minister Ada Voss told sailors.",
            id="a name and its title",
        ),
        pytest.param(f"{WIRE} Rain fell. {BEFORE}", f"{QUOTED}, she told us. It was dry. {BEFORE}", id="farther away"),
    ],
)
def test_what_two_reporters_have_of_themselves_makes_none(text: str, other: str) -> None:
    assert not one_text(text, other)


def test_penn_quotation_marks_are_quotation_marks() -> None:
    said = "`` We will open the lower canal to the grain ships on the first day of October ''"
    texts = (f"{said} , she said .", f"Ada Voss wrote : {said} .")
    assert not one_text(*texts, said="first day of October")


def test_the_first_by_day_has_it_and_the_order_plays_no_role() -> None:
    three = [
        passage("c", f"{BEFORE} {WIRE}", QUOTED, "2024-09-12"),
        passage("a", f"{BEFORE} {QUOTED}, she said.", QUOTED, "2024-09-13"),
        passage("b", f"Boats waited. {WIRE}", QUOTED, "2024-09-13"),
        passage("d", f"{QUOTED}, she told us.", QUOTED, "2024-09-11"),
    ]
    assert {tuple(repeated(order).items()) for order in permutations(three)} == {(("a", "c"), ("b", "c"))}
