"""Edges of a content: in one piece, and not broken off in mid-phrase."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.edges import with_whole_contents
from onrecord.reading.attribution.passages import Passage, kind_of
from onrecord.reading.layout import lay_out


def told(text: str, source: str, cue: str, *contents: str) -> Passage:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    content = tuple(map(span, contents))
    return Passage((span(source),), (span(cue),), content, kind_of(lay_out(text), content), 0.9, (1, 2))


def mended(text: str, *passages: Passage) -> list[str]:
    """The parts of the first passage's content."""
    return [part.text(text) for part in with_whole_contents(lay_out(text), list(passages))[0].content]


@pytest.mark.parametrize(
    ("text", "contents", "whole"),
    [
        (
            "Norr set limits, including that ferries stay away.",
            ("limits, including", "that ferries stay away"),
            "limits, including that ferries stay away",
        ),
        ("In May, tolls rose, Norr said.", ("In May", "tolls rose"), "In May, tolls rose"),
        (
            "Norr told Sund, still in Esk, that the lock is shut.",
            ("Sund", "that the lock is shut"),
            "Sund, still in Esk, that the lock is shut",
        ),
    ],
)
def test_parts_of_one_sentence_are_one(text: str, contents: tuple[str, ...], whole: str) -> None:
    cue = next(verb for verb in (" set", "said", "told") if verb in text)
    assert mended(text, told(text, "Norr", cue, *contents)) == [whole]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The lock, Norr said, is shut.", ("The lock", "is shut")),
        ("Norr said tolls may rise – how was left open – if rain stops.", ("tolls may rise", "if rain stops")),
        ("Norr said the lock is shut. The tolls rose.", ("the lock is shut", "The tolls rose")),
        ("Norr said the lock (built by Sund) is shut.", ("the lock", "is shut")),
    ],
)
def test_parts_with_a_teller_between_stay_apart(text: str, contents: tuple[str, ...]) -> None:
    assert mended(text, told(text, "Norr", "said", *contents)) == list(contents)


def test_parts_with_another_who_speaks_between_stay_apart() -> None:
    text = "Norr said the lock, which Sund calls a ruin, is shut."
    inner = told(text, "Sund", "calls", "a ruin")
    assert mended(text, told(text, "Norr", "said", "the lock", "is shut"), inner) == ["the lock", "is shut"]


def test_two_quotations_of_one_sentence_stay_apart() -> None:
    text = "Norr said “the lock” and “the bridge” too."
    assert mended(text, told(text, "Norr", "said", "“the lock”", "“the bridge”")) == ["“the lock”", "“the bridge”"]


@pytest.mark.parametrize(
    ("text", "content", "rest"),
    [
        ("Norr said it would open the lock while the guard kept the bridge.", "it would open the lock while", " while"),
        ("Norr said it would open the lock but asked for time.", "it would open the lock but", " but"),
        ("Norr said boats carry ore, which Sund denies.", "boats carry ore, which", ", which"),
        ("Norr said it holds the lock and what it called a port.", "it holds the lock and what", " and what"),
        ("Norr said it lost boats such as the Ada and the Ona.", "it lost boats such as", " such as"),
    ],
)
def test_what_leads_over_to_another_clause_is_left_out(text: str, content: str, rest: str) -> None:
    assert mended(text, told(text, "Norr", "said", content)) == [content.removesuffix(rest)]


@pytest.mark.parametrize("content", ["the port may rest a while", "it will answer what", "boats or rafts"])
def test_a_last_word_stays_where_nothing_goes_on(content: str) -> None:
    text = f"Norr said {content}."
    assert mended(text, told(text, "Norr", "said", content)) == [content]


def test_a_lone_relative_at_the_end_is_left_out() -> None:
    text = "Norr said it wants a date, and for the first time, after the long talks of the year, what Sund calls peace."
    assert mended(text, told(text, "Norr", "said", "it wants a date", "what")) == ["it wants a date"]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Norr said the toll rose to 41,870.", "the toll rose to 41", "the toll rose to 41,870"),
        ("Norr said the toll rose to 3.5 marks.", "the toll rose to 3", "the toll rose to 3.5"),
        ("Norr said the ferrymen left.", "the ferry", "the ferrymen"),
        ("Norr said ore fell to half of its price, a record.", "ore fell to half of", "ore fell to half of its price"),
        ("Norr said the lock will be shut.", "the lock will be", "the lock will be shut"),
    ],
)
def test_a_word_a_number_and_a_phrase_are_not_broken_off(text: str, content: str, whole: str) -> None:
    assert mended(text, told(text, "Norr", "said", content)) == [whole]


def test_a_phrase_goes_on_only_to_where_another_is_told() -> None:
    text = "Norr said ore fell to a third of Sund said prices."
    inner = told(text, "Sund", "said prices", "prices")
    assert mended(text, told(text, "Norr", "said", "ore fell to a third of"), inner) == ["ore fell to a third of"]


def test_what_the_page_sets_out_is_left_alone() -> None:
    text = "NORR: We stay, but Sund leaves."
    passage = Passage((Span(0, 4),), (Span(4, 5),), (Span(6, 18),), "direct", 0.9, (0, 0))
    assert mended(text, passage) == ["We stay, but"]
