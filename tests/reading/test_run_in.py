"""Run-in credits and headlines: what stood beside a text that lost its lines."""

from __future__ import annotations

import pytest

from onrecord.reading.layout import lay_out

BEFORE = "The old bridge over the river at Esk, which had been closed to lorries since the winter, fell on Monday. "
CAPTION = "Ada Roe, left, and the mayor look at the bridge in Esk. "
AFTER = " The mayor said on Tuesday that nobody had been hurt."


def prose(text: str) -> list[str]:
    return [span.text(text) for span in lay_out(text).prose]


@pytest.mark.parametrize(
    "credit",
    [
        "(credit: ANNA ROE)",
        "(Anna roe via Getty Images)",
        "(Photo by Anna Roe)",
        "(AP Photo/Anna Roe)",
        "(Anna Roe/Esk Images via AP)",
        "(Getty Images)",
        "(Anna Roe City of Esk)",
        "(Reuters)",
    ],
)
def test_a_picture_credit_between_two_sentences_is_not_read(credit: str) -> None:
    assert prose(BEFORE + CAPTION + credit + AFTER) == [BEFORE.strip(), AFTER.strip()]


@pytest.mark.parametrize(
    "headline",
    [
        "MAYOR BLASTS BUILDERS AFTER BRIDGE FALLS: ‘A DISGRACE’",
        "CLICK HERE TO GET THE ESK POST APP",
        "7 BRIDGES CLOSED AS INSPECTORS TURN TO THE RIVER",
    ],
)
def test_a_headline_in_capitals_before_a_sentence_is_not_read(headline: str) -> None:
    assert prose(BEFORE + headline + AFTER) == [BEFORE.strip(), AFTER.strip()]


def test_a_headline_behind_the_credit_of_an_unstopped_caption_is_not_read() -> None:
    caption, headline = "Ada Roe, left, and Jan Orm ", "(Tesk Images) MAYOR CALLS FOR CALM AFTER BRIDGE FALLS "
    assert prose(BEFORE + caption + headline + AFTER) == [BEFORE.strip(), AFTER.strip()]


def test_a_headline_may_follow_a_credit() -> None:
    text = f"{BEFORE}{CAPTION}(AP) MAYOR BLASTS BUILDERS AFTER BRIDGE FALLS{AFTER}"
    assert prose(text) == [BEFORE.strip(), AFTER.strip()]


@pytest.mark.parametrize(
    "sentence",
    [
        "UN engineers said that it was old.",
        "A guard said that it was old.",
        "U.N. Envoy Ada Norr said that nobody had looked at it.",
    ],
)
def test_a_short_word_in_capitals_opens_the_sentence_behind_the_headline(sentence: str) -> None:
    assert prose(f"{BEFORE}MAYOR BLASTS BUILDERS AFTER BRIDGE FALLS {sentence}") == [BEFORE.strip(), sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "“MAKE THE RIVER ROADS OPEN FOR EVERYBODY AGAIN,” Norr wrote on Monday.",
        "SECRETARY OF STATE ADA MARIE NORR: We have no plans for the bridge.",
        "NATO and the EU said so.",
        "The council (which met in Esk) said so.",
    ],
)
def test_other_capitals_and_brackets_are_read(sentence: str) -> None:
    assert prose(BEFORE + sentence)[-1] == sentence


def test_a_report_that_shouts_throughout_is_read() -> None:
    text = "THE BRIDGE AT ESK FELL ON MONDAY. THE MAYOR SAID THAT NOBODY HAD BEEN HURT. ALL WERE SAFE."
    assert len(prose(text)) == 3
