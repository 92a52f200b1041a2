"""Attribution of a page: what has the form of a statement and ascribes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.model import Span
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.passages import Passage, find_passages
from onrecord.reading.attribution.reading import attributions
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out

TAGGER, HEADS = Tagger(), Heads()
DEEDS = {"called back", "slashed", "were arrested", "hiked", "discussed", "lashed out at", "was charged"}


def cues(text: str) -> list[str]:
    page = lay_out(text)
    found = attributions(page, TAGGER(page), TAGGER, HEADS)
    return [span.text(text) for one in found for span in one.passage.cue]


def test_a_name_ascribes_nothing() -> None:
    assert "known" not in " ".join(cues("The strike is known as the salt war.")).split()


def test_what_somebody_must_do_is_not_told_within() -> None:
    assert "needed" not in cues(
        "Ada Norr said that the envoy needed to take her thoughts to the king of Norland first."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norland called back its negotiating team from the talks in Esk on Tuesday.",
        "Judge Sund slashed their terms to nine years.",
        "Three dockers were arrested for the theft of a violin, Norr said.",
        "Norland hiked tolls on barges from Sarn in March.",
        "The ministers discussed the tolls on Tuesday.",
        "President Ada Norr lashed out at Minister Ora Tann on Tuesday.",
        "Ilmar Voss, 28, was charged with conspiracy to commit arson.",
    ],
)
def test_what_is_done_without_a_word_ascribes_nothing(text: str) -> None:
    assert not DEEDS & set(cues(text))


def test_a_poll_shows_what_people_think() -> None:
    assert "shows" in " ".join(cues("A new poll shows that most people in Norland want the tolls to go.")).split()


def test_a_deed_is_less_sure_than_a_saying() -> None:
    text = "The council of Esk passed a law on the tolls. The council of Esk said that the tolls would go."
    page = lay_out(text)
    tagged = TAGGER(page)

    def told(cue: str, content: str) -> Passage:
        at, start = text.index(cue), text.index(content)
        number = next(i for i, span in enumerate(tagged.words.spans) if span.start == at)
        where = (Span(start, start + len(content)),)
        return Passage((Span(0, 18),), (Span(at, at + len(cue)),), where, "indirect", 0.7, (number, number + 1))

    deed, saying = HEADS.confidence(
        tagged, [told("passed", "a law on the tolls"), told("said", "that the tolls would go")]
    )
    assert deed < saying


def test_confidence_is_a_chance() -> None:
    text = "“We agree,” said Norr. Sund hopes to sign. The bridge is believed to be old. “Never.”"
    page = lay_out(text)
    tagged = TAGGER(page)
    sure = HEADS.confidence(tagged, find_passages(page, tagged))
    assert sure and all(0 <= one <= 1 and np.isfinite(one) for one in sure)


@pytest.mark.parametrize(
    "text",
    [
        "The Norland Wire reported on Monday that the port will shut. It cited people close to the harbour board as "
        "its sources.",
        "The Norland Wire reported that the port will shut, citing two officials as its sources.",
        "The Norland Wire reported that the port will shut, citing people with knowledge of the talks.",
    ],
)
def test_who_is_named_as_a_source_says_nothing_yet(text: str) -> None:
    assert cues(text) == ["reported"]


@pytest.mark.parametrize("reason", ["fears of a flood as the reason for the delay", "a shortage of pilots"])
def test_what_is_cited_as_a_reason_is_told(reason: str) -> None:
    assert cues(f"The minister cited {reason}.") == ["cited"]
