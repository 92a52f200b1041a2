"""Second verbs: what a speaker adds with another verb is a statement of its own."""

from __future__ import annotations

import pytest

from onrecord.model import Report, Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.second_verbs import with_second_verbs
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.reader import load

TAGGER = Tagger()
READ = load()


def divided(text: str, content: str, *, cue: str = "said") -> list[tuple[str, str]]:
    """Cue and content of each passage that comes of one in which Norr says `content`."""
    page = lay_out(text)
    tagged = TAGGER(page)
    at, verb = text.index(content), text.index(cue)
    words = tagged.words.spans
    number = next(i for i, span in enumerate(words) if span.start == verb)
    whole = Passage(
        (Span(0, 4),),
        (Span(verb, verb + len(cue)),),
        (Span(at, at + len(content)),),
        "indirect",
        0.9,
        (number, number + 1),
    )
    found = with_second_verbs(page, tagged, [whole])
    assert all(words[p.words[0]].start <= p.cue[0].start < words[p.words[1] - 1].end for p in found)
    return [(p.cue[0].text(text), " ".join(part.text(text) for part in p.content)) for p in found]


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (
            "the port of Esk was open, adding that the tolls would stay",
            [("said", "the port of Esk was open"), ("adding", "that the tolls would stay")],
        ),
        (
            "he was ready for a truce but suggested a later day for it",
            [("said", "he was ready for a truce"), ("suggested", "a later day for it")],
        ),
        (
            "the plan was “a disgrace,” adding, “We will not sign it.”",
            [("said", "the plan was “a disgrace,”"), ("adding", "“We will not sign it.”")],
        ),
        (
            "the dam would hold, adding that it was new and stressed that nobody need leave",
            [
                ("said", "the dam would hold"),
                ("adding", "that it was new"),
                ("stressed", "that nobody need leave"),
            ],
        ),
    ],
)
def test_a_second_verb_divides_a_content(content: str, parts: list[tuple[str, str]]) -> None:
    assert divided(f"Norr said {content}", content) == parts


@pytest.mark.parametrize(
    "content",
    [
        "the village had added a school and a mill to its roads",
        "the guests were “tired, adding little to the talks” that night",
        "the mill was closed and urged by its owner to reopen soon",
        "the roads were closed, adding to the trouble of the farmers",
    ],
)
def test_other_uses_of_such_verbs_divide_nothing(content: str) -> None:
    assert divided(f"Norr said {content}", content) == [("said", content)]


def test_the_reader_shows_both() -> None:
    text = (
        "President Ada Norr said that Norland was ready for a ceasefire but suggested the terms would have to change."
    )
    found = READ(Report(text)).statements
    assert [(s.speaker.name, s.cue[0].text(text)) for s in found if s.speaker] == [
        ("Ada Norr", "said"),
        ("Ada Norr", "suggested"),
    ]
