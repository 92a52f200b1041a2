"""Transcripts: whose turn it is to speak."""

import pytest

from onrecord.reading.layout import lay_out
from onrecord.reading.page import Turn


def turns(text: str) -> list[tuple[str, str]]:
    return [(turn.name, turn.content.text(text)) for turn in lay_out(text).turns]


def test_labels_in_capitals() -> None:
    text = (
        "THE PREMIER:  We met.\n\nWe talked.\n\nQ    On what, ma’am?\n\nTHE PREMIER:  The dams.\n\n"
        "MS. O’ROE:  Thanks.\n\nEND  4:10 P.M."
    )
    assert turns(text) == [
        ("The Premier", "We met.\n\nWe talked."),
        ("Q", "On what, ma’am?"),
        ("The Premier", "The dams."),
        ("Ms. O’Roe", "Thanks."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Q: What now?\nA: We wait.\nQ: And then?\nA: We sign.",
        "**Q:** What now?\n**A:** We wait.\n**Q:** And then?\n**A:** We sign.",
    ],
)
def test_questions_and_answers(text: str) -> None:
    assert turns(text) == [("Q", "What now?"), ("A", "We wait."), ("Q", "And then?"), ("A", "We sign.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe: What now?\nBo Doe: We wait.\nAnn Roe: And then?\nBo Doe: We sign.",
        "**Ann Roe:** What now?\n**Bo Doe:** We wait.\n**Ann Roe:** And then?\n**Bo Doe:** We sign.",
    ],
)
def test_names_that_take_turns(text: str) -> None:
    assert turns(text) == [
        ("Ann Roe", "What now?"),
        ("Bo Doe", "We wait."),
        ("Ann Roe", "And then?"),
        ("Bo Doe", "We sign."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ESKBY: The envoys met.\nThey talked.\nNORLAND CITY: The cabinet met.",
        "WATER: The dams open.\nTRADE: The ferries sail.\nARMS: None are sold.",
        "Background: The dams were built long ago.\nMore: See below.\nThe envoys met.",
        "Q is a letter.\nA truce was signed.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert turns(text) == []


def test_labels_on_lines_of_their_own() -> None:
    assert turns("ANN ROE:\nWhat now?\nBO DOE:\nWe wait.\nANN ROE:\nAnd then?") == [
        ("Ann Roe", "What now?"),
        ("Bo Doe", "We wait."),
        ("Ann Roe", "And then?"),
    ]


def test_a_label_is_a_sentence_of_its_own() -> None:
    text = "MR. ROE: We met. We talked.\nMS. DOE: So?\nMR. ROE: No deal."
    page = lay_out(text)
    assert [span.text(text) for span in page.sentences][:3] == ["MR. ROE:", "We met.", "We talked."]


def test_a_label_that_asks_names_no_one() -> None:
    text = "Q: What now?\nMR. ROE: We wait.\nQ: And then?"
    assert [turn.asks for turn in lay_out(text).turns] == [True, False, True]
    assert isinstance(lay_out(text).turns[0], Turn)
