"""reading.who.behalf.tellings: what tells of states in a report."""

import pytest

from onrecord.reading.layout import lay_out
from onrecord.reading.who.behalf.tellings import dateline, tellings
from onrecord.reading.who.naming.entities import gather
from onrecord.reading.who.naming.names import find_names
from onrecord.reading.who.wording.words import cut, numbered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway left.", [("NO", "state")]),
        ("Norwegian ships left.", [("NO", "people")]),
        ("The Knesset met.", [("IL", "seat"), ("IL", "sign")]),
        ("A Tory spoke.", [("GB", "sign")]),
        ("A Chancellor spoke.", [("AT", "sign"), ("DE", "sign")]),
        ("The Chancellor of the Exchequer spoke.", [("GB", "sign")]),
        ("Texas waits.", [("US", "province")]),
        ("The docks wait.", []),
    ],
)
def test_a_state_is_told_of_by_what_is_its_own(text: str, told: list[tuple[str, str]]) -> None:
    page, words = lay_out(text), cut(text)
    sentences, paragraphs = numbered(words, page.sentences), numbered(words, page.paragraphs)
    cast = gather(words, find_names(words, []), paragraphs, sentences)
    assert sorted((one.code, one.kind) for one in tellings(cast)) == told


def test_a_dateline_ends_at_the_first_dash() -> None:
    text = "OSLO, Norway (Wire) - Poland waits."
    page, words = lay_out(text), cut(text)
    sentences, paragraphs = numbered(words, page.sentences), numbered(words, page.paragraphs)
    cast = gather(words, find_names(words, []), paragraphs, sentences)
    assert dateline(cast, tellings(cast)) == {"NO"}
