"""reading.who.sourcing.tags: who stands beside a verb of saying right after a quotation."""

import pytest

from onrecord.model import Span
from onrecord.reading.who.resolving import resolve
from onrecord.reading.who.sourcing.tags import tag_after
from onrecord.reading.who.wording.words import cut
from tests.reading.who.marked import Passage, page


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“It is over,” the ministry noted.", "the ministry", "noted"),
        ("“It is over,” said Ana Kolt in Oslo.", "Ana Kolt", "said"),
        ('"It is over," he continued.', "he", "continued"),
        ("“Is it over?” Prime Minister Ana Kolt asked.", "Prime Minister Ana Kolt", "asked"),
        ("“It is over.” The rain stopped and Kolt said so.", None, None),
        ("“It is over,” which nobody said.", None, None),
        ("It is over, the ministry noted.", None, None),
    ],
)
def test_source_and_cue_after_a_quotation(text: str, source: str | None, cue: str | None) -> None:
    words = cut(text)
    end = text.index("over") + len("over") + (2 if words.words[0] in '“"' else 0)
    found = tag_after(words, words.range(Span(end, end))[0])
    assert (words.printed(*found[0]) if found else None) == source
    assert (words.printed(*found[1]) if found else None) == cue


def test_a_quotation_without_source_takes_the_one_beside_it() -> None:
    text = "Ana Kolt of Norway left early. “It is over,” Ana Kolt said."
    quoted = Passage((), (), (Span(text.index("“"), text.index("”") + 1),))
    reading = resolve(page(text), [], [quoted], report="r").readings[0]
    assert [span.text(text) for span in (*reading.source, *reading.cue)] == ["Ana Kolt", "said"]
