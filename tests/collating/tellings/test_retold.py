"""Unit: collating.tellings.retold, which tells what two reports have otherwise in nearly the same sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.tellings.differing import differences, differing
from onrecord.collating.tellings.retold import contrasts, most_telling
from onrecord.model import Span, identity
from onrecord.model.disagreement import Disagreement
from onrecord.model.telling import Telling

UNDER = (
    "Under the new toll rules, ferries must be built with at least 60 percent of {} in the delta, up from 45 percent."
)


def sentence(text: str, report: str = "a", *, said: bool = False) -> Telling:
    span = Span(0, len(text))
    statement = identity("statement", report) if said else None
    id = identity("telling", report, "sentence", span, "")
    return Telling(id, report, "sentence", "", "", span, text, span, "2024-09-13", statement)


def between(one: str, other: str, *, said: bool = True) -> list[Disagreement]:
    every = [sentence(one, said=said), sentence(other, "b", said=said)]
    return list(differences(every, differing(every, [])))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (UNDER.format("a hull's worth"), UNDER.format("parts made"), {"a hull's worth", "parts made"}),
        (
            "He said on Friday that sane harbours do not drown sailors as a pastime in the delta.",
            "Voss said on Friday that sane harbours do not drown pilots as a pastime in the delta.",
            {"sailors", "pilots"},
        ),
        (
            "The pact of the ferry lines would expire after five years unless all three ports took steps to extend it.",
            "The pact would automatically expire unless the three ports voted to extend it, said the ferry clerk.",
            {"took steps", "voted"},
        ),
    ],
)
def test_words_between_words_that_both_have(one: str, other: str, differ: set[str]) -> None:
    (found,) = between(one, other)
    assert (found.kind, found.weight, set(found.why.split(" / "))) == ("wording", "slight", differ)
    assert [place.text for place in found.readings] in ([one, other], [other, one])


def test_what_nobody_says_is_a_trifle() -> None:
    (found,) = between(UNDER.format("a hull's worth"), UNDER.format("parts made"), said=False)
    assert found.weight == "trifling"


def test_another_force_is_serious() -> None:
    text = "The harbour board of Maren {} close the northern locks of the delta to ferries before the winter."
    (found,) = between(text.format("is expected to"), text.format("could"))
    assert (found.kind, found.weight) == ("wording", "serious")


def test_another_day_of_the_month_in_whichever_order() -> None:
    edge = "on the sidelines of the River Council of toll pilots"
    one = f"Voss said they agreed to meet around May 28 {edge} in Brennick."
    other = f"Voss and Tann will meet again: on May 24 in Brennick {edge}."
    (found,) = between(one, other)
    assert (found.kind, found.weight) == ("date", "serious")
    assert set(found.why.split(" / ")) == {"May 28", "May 24"}


def test_another_length_of_time() -> None:
    text = "The ferry lines and the harbour board of Maren signed a truce of {} days over the toll on salt."
    (found,) = between(text.format(30), text.format(45))
    assert (found.kind, found.weight) == ("number", "serious")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same in every word, or but for what introduces it.
        (UNDER.format("parts made"), UNDER.format("parts made")),
        (
            "“The toll on salt has emptied the granaries of the upper delta,” Voss wrote on Friday.",
            "“The toll on salt has emptied the granaries of the upper delta,” Voss replied on Friday.",
        ),
        # Another name, or another day of the week: another thing.
        (
            "Boats of the harbour guard sank a salt barge of the Torland line near Maren before dawn.",
            "Boats of the harbour guard sank a salt barge of the Velmora line near Maren before dawn.",
        ),
        (
            "Boats of the harbour guard sank an unnamed salt barge near Maren before dawn on Tuesday.",
            "Boats of the harbour guard sank an empty salt barge near Maren before dawn on Thursday.",
        ),
        # Spelled otherwise.
        (
            "The colour of the harbour flags has been a matter of dispute in Maren since the spring.",
            "The color of the harbor flags has been a matter of dispute in Maren since the spring.",
        ),
        # Two things that have a few words in common.
        (
            "The harbour board of Maren closed the northern locks to ferries because of the ice.",
            "The ferries of Maren lost a third of their passengers when the harbour was closed in spring.",
        ),
        # The same words in another place.
        (
            "The clerk lost the green book in the canal of Maren, and the board wants it back by winter.",
            "The board wants the green book back by winter, since the clerk lost it in the canal of Maren.",
        ),
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert between(one, other) == []


def test_a_sentence_too_short_to_be_compared_has_no_words() -> None:
    assert most_telling("The locks are closed.") == ()


@given(st.permutations("the harbour board of Maren may close northern locks to ferries before winter".split()))
def test_what_differs_does_not_hang_on_the_order_of_the_two(words: list[str]) -> None:
    one, other = sentence(UNDER.format("parts made"), said=True), sentence(" ".join(words), "b", said=True)
    assert bool(contrasts(one, other)) == bool(contrasts(other, one))


def test_each_report_stands_once_beside_the_first() -> None:
    words = ("parts made", "a hull's worth", "timber felled")
    every = [sentence(UNDER.format(each), report) for report, each in zip("abc", words, strict=True)]
    (found,) = differences(every, differing(every, []))
    assert sorted(place.report for place in found.readings) == ["a", "b", "c"]
