"""Rows of states of which the tagger found the last."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.rows import with_whole_rows
from onrecord.reading.layout import lay_out


def source(text: str, words: str, cue: str, content: str) -> tuple[str, str]:
    """What the source and the content are once read."""
    place = [(Span(text.index(each), text.index(each) + len(each)),) for each in (words, cue, content)]
    [one] = with_whole_rows(lay_out(text), [Passage(place[0], place[1], place[2], "indirect", 0.9, (1, 2))])
    return one.source[0].text(text), one.content[0].text(text)


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("It came after the leaders of Norland, the Isles and Sarovia said it is over.", "the Isles and Sarovia",
         "the leaders of Norland, the Isles and Sarovia"),
        ("It rained as foreign ministers from Norland, Marn and Sarovia said it is over.", "Marn and Sarovia",
         "foreign ministers from Norland, Marn and Sarovia"),
        ("The governments of South Norland, the Isles, Marn, and Sarovia said it is over.", "Marn, and Sarovia",
         "The governments of South Norland, the Isles, Marn, and Sarovia"),
        ("After a call with the leaders of Norland, the Isles and Sarovia said it is over.", "the Isles and Sarovia",
         "the Isles and Sarovia"),
        ("After meeting ministers of Norland, the Isles and Sarovia said it is over.", "the Isles and Sarovia",
         "the Isles and Sarovia"),
        ("In the port of Norland, the Isles and Sarovia said it is over.", "the Isles and Sarovia",
         "the Isles and Sarovia"),
        ("It came after the leaders of Norland, Ana Kolt said it is over.", "Ana Kolt", "Ana Kolt"),
    ],
)  # fmt: skip
def test_a_row_is_whole(text: str, words: str, whole: str) -> None:
    assert source(text, words, "said", "it is over") == (whole, "it is over")


@pytest.mark.parametrize(
    ("text", "words", "content", "whole", "rest"),
    [
        ("According to the leaders of Norland, the Isles and Sarovia, it is over.", "the leaders of Norland",
         "the Isles and Sarovia, it is over", "the leaders of Norland, the Isles and Sarovia", "it is over"),
        ("According to the leaders of Norland, the Isles and Sarovia agree.", "the leaders of Norland",
         "the Isles and Sarovia agree", "the leaders of Norland", "the Isles and Sarovia agree"),
    ],
)  # fmt: skip
def test_a_row_that_runs_into_the_content(text: str, words: str, content: str, whole: str, rest: str) -> None:
    assert source(text, words, "According to", content) == (whole, rest)
