"""Speech that the page sets out: turns, posts, signed quotations, headlines."""

from __future__ import annotations

import pytest

from onrecord.model import Furniture, Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.setting import set_out
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page


def found_in(text: str) -> list[tuple[str, str, str]]:
    return [_words(passage, text) for passage in set_out(lay_out(text))]


def _words(passage: Passage, text: str) -> tuple[str, str, str]:
    source, cue, content = (
        " ".join(part.text(text) for part in spans) for spans in (passage.source, passage.cue, passage.content)
    )
    return source, cue, content


def test_a_post_is_the_paragraph_above_its_signature() -> None:
    text = (
        "Norr wrote after the vote.\nOur delegation told me all about the talks.\n"
        "— Ada Norr / Ада Норр (@adanorr) March 3, 2031\n"
        "They were constructive. We will move… pic.twitter.com/x1\nThe port was calm."
    )
    expected = ("Ada Norr", "—", "Our delegation told me all about the talks. They were constructive. We will move…")
    assert expected in found_in(text)


@pytest.mark.parametrize(
    "text", ["“We never left the table.” — Ada Norr, envoy", "“We never left the table.”\n— Ada Norr, envoy"]
)
def test_a_signed_quotation_needs_no_verb(text: str) -> None:
    page = Page(text, lay_out(text).paragraphs, lay_out(text).sentences, lay_out(text).quotations)
    assert [_words(p, text) for p in set_out(page)] == [("Ada Norr, envoy", "", "“We never left the table.”")]


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        (
            "Norland open to river truce ‘if terms are met’: Report",
            "Report",
            "Norland open to river truce ‘if terms are met’",
        ),
        ("Ada Norr: ‘We will not yield an inch’", "Ada Norr", "‘We will not yield an inch’"),
    ],
)
def test_a_headline_may_name_its_source_beside_a_colon(title: str, source: str, content: str) -> None:
    page = Page(title, (Span(0, len(title)),), (), (), (Furniture(Span(0, len(title)), "title"),))
    assert [_words(p, title) for p in set_out(page)] == [(source, ":", content)]


def test_a_colon_before_what_is_said_of_a_place_names_nobody() -> None:
    title = "River talks: what we know so far"
    page = Page(title, (Span(0, len(title)),), (), (), (Furniture(Span(0, len(title)), "title"),))
    assert not list(set_out(page))


def test_each_turn_of_a_transcript_is_a_statement() -> None:
    text = (
        "THE ENVOY: We agreed on two things.\n\nThe rest can wait.\n\nQ: Which two?\n\nTHE ENVOY: Water and rail.\n\n"
        "Q: And fish?\n\nMS. ROE: No."
    )
    turns = [(source, content) for source, _, content in found_in(text)]
    assert ("THE ENVOY", "We agreed on two things. The rest can wait.") in turns
    assert ("MS. ROE", "No.") in turns
