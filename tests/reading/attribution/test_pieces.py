"""Words, pieces and windows: what the encoder is given of a page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.attribution import pieces
from onrecord.reading.attribution.pieces import LONGEST_WORD, WINDOW, Words, load_tokenizer, windows, words
from onrecord.reading.attribution.tagger import FOLDER
from onrecord.reading.layout import lay_out
from onrecord.reading.sentences import paragraphs, sentences

TOKENIZER = load_tokenizer(FOLDER)


def words_of(text: str) -> Words:
    found = paragraphs(text)
    return words(text, tuple(s for p in found for s in sentences(text, p)), found, TOKENIZER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland won't sign.", ["Norland", "won", "'", "t", "sign", "."]),
        ("«Ja», dit-il", ["«", "Ja", "»", ",", "dit", "-", "il"]),
        ("İlham said 4.7%", ["İlham", "said", "4", ".", "7", "%"]),
    ],
)
def test_words_are_slices_of_the_text(text: str, expected: list[str]) -> None:
    assert [span.text(text) for span in words_of(text).spans] == expected


def test_straight_marks_face_by_their_spaces() -> None:
    of = words_of('She said "no deal" twice')
    shapes = {span.start: of.shapes[of.first[i]] for i, span in enumerate(of.spans)}
    assert [shapes[9], shapes[17]] == [pieces.OPENING, pieces.CLOSING]


def test_a_new_paragraph_is_marked_between() -> None:
    window = next(windows(words_of("One.\nTwo.")))
    assert list(window.ids).count(pieces.SEP) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Aa b c.", "Dd. Ee", "ffff " * 90, "x" * 400, "\n", "“Gg”"]), max_size=30))
def test_each_word_is_in_one_window_that_fits(parts: list[str]) -> None:
    of = words_of(" ".join(parts))
    seen = list(windows(of))
    assert [i for w in seen for i in range(w.start, w.end)] == list(range(len(of)))
    assert all(len(w.ids) <= WINDOW for w in seen)
    for w in seen:
        assert np.array_equal(w.ids[w.position], of.pieces[of.first[w.start : w.end]])


def test_shorter_first_window_shifts_the_company() -> None:
    of = words_of("Nothing new here. " * 120)
    assert next(windows(of, 64)).end < next(windows(of)).end


@pytest.mark.parametrize("text", ["", "The end.", "Norr spoke.\n\nThe U.S. left, at 9:30.\nNobody stayed."])
def test_each_word_has_its_sentence_and_its_paragraph(text: str) -> None:
    page = lay_out(text)
    of = words(text, page.sentences, page.paragraphs, TOKENIZER)
    assert of.sentence.tolist() == [page.sentence_at(span.start) for span in of.spans]
    assert of.paragraph.tolist() == [page.paragraph_at(span.start) for span in of.spans]


def test_of_a_word_without_end_only_its_first_pieces_count() -> None:
    text = f"Norr said {'xqz' * 15}, then left."
    page = lay_out(text)
    of = words(text, page.sentences, page.paragraphs, TOKENIZER)
    assert max(of.first[1:] - of.first[:-1]) == LONGEST_WORD
    assert of.spans[2].text(text) == "xqz" * 15
