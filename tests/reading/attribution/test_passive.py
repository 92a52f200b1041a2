"""Passives of saying: the subject speaks, and what somebody was only asked is nobody's statement."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.passive import with_subjects
from onrecord.reading.layout import lay_out


def spans(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def passage(text: str, cue: str, *content: str, source: str = "") -> Passage:
    parts = tuple(part for words in content for part in spans(text, words))
    return Passage(spans(text, source), spans(text, cue), parts, "indirect", 0.9, (1, 2))


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("“It is over,” she was quoted as saying on a radio.", "was quoted", "“It is over,”", "she"),
        ("Norr was cited by the wire as saying that it is over.", "cited", "that it is over", "Norr"),
        ("The minister, it rained, was heard as saying it is over.", "heard", "it is over", ""),
        ("It rained, and Deputy Minister Ana Norr was cited as saying it is over.", "was cited as saying", "it is over",
         "Deputy Minister Ana Norr"),
        ("It is reported that the port is shut.", "reported", "that the port is shut", ""),
        ("That the port is shut was announced.", "announced", "That the port is shut", ""),
    ],
)  # fmt: skip
def test_the_subject_of_a_passive_is_its_source(text: str, cue: str, content: str, source: str) -> None:
    [told] = with_subjects(lay_out(text), [passage(text, cue, content)])
    assert [span.text(text) for span in told.source] == ([source] if source else [])
    assert [span.text(text) for span in told.content] == [content]


def test_the_subject_is_no_part_of_the_content() -> None:
    text = "Minister Ana Norr was cited as saying that it is over."
    [told] = with_subjects(
        lay_out(text), [passage(text, "was cited as saying", "Minister Ana Norr", "that it is over")]
    )
    assert [span.text(text) for span in told.source] == ["Minister Ana Norr"]
    assert [span.text(text) for span in told.content] == ["that it is over"]


def test_a_source_that_was_found_stays() -> None:
    text = "Norr, whom Sund quoted as saying that it is over, left."
    [told] = with_subjects(lay_out(text), [passage(text, "quoted", "that it is over", source="Sund")])
    assert [span.text(text) for span in told.source] == ["Sund"]


@pytest.mark.parametrize("opening", ["Asked", "When asked"])
def test_what_nobody_named_asked_is_no_statement(opening: str) -> None:
    text = f"{opening} how the talks went, Norr shrugged."
    assert with_subjects(lay_out(text), [passage(text, opening.split()[-1], "how the talks went")]) == []


def test_what_somebody_named_asked_is_one() -> None:
    text = "Norr asked how the talks went."
    own = passage(text, "asked", "how the talks went", source="Norr")
    assert with_subjects(lay_out(text), [own]) == [own]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norr was asked whether the talks went on. She shrugged.", "whether the talks went on"),
        ("On Monday Norr was also asked if the talks went on.", "if the talks went on"),
    ],
)
def test_what_somebody_was_asked_is_no_statement(text: str, asked: str) -> None:
    cue = text[text.index("was") : text.index("asked") + len("asked")]
    assert with_subjects(lay_out(text), [passage(text, cue, "Norr", asked)]) == []


def test_what_somebody_was_asked_to_do_may_be_one() -> None:
    text = "Norr was asked to leave."
    own = passage(text, "was asked", "to leave")
    assert with_subjects(lay_out(text), [own]) == [own]
