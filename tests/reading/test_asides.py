"""Asides: what a page prints behind its report and is no part of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.model.weights import BIAS, from_table, odds_of
from onrecord.reading.asides import BODY, asides, cut, foot, key, shipped
from onrecord.reading.asides_marks import marks
from onrecord.reading.layout import lay_out
from onrecord.reading.reader import load

REPORT = (
    "The harbour of Esk stays shut until the dockers and the owners agree on the night shift, the port board said. "
    "Ada Roe, who speaks for the dockers, told the board that her members would not unload another ship. "
    "The owners want the dockers to work two nights more each month, and they offer 4% for it. "
    "She said the offer was an insult to the dockers. "
    "The board has asked the owners for a second offer, which it expects before the end of the week. "
    '"We are still far apart," its chairman, Jan Orm, said. '
    "He added that the harbour loses three ships a day."
)
TEASERS = (
    "Bakers across Norland raise their prices as flour grows scarce. "
    "Pia Lund, 34, appears before magistrates charged with the theft of a violin. "
    "A museum in Velmora shows paintings that nobody has seen since 1912. "
    "Scientists find a frog thought extinct in marshes near Torvik. "
    "The singer Bo Ek explains why he left his band."
)
NOTICE = "Copyright 2031 Esk Post. All rights reserved."
TEASING = "Esk Post is not responsible for the content of linked websites."


def found(text: str) -> list[str]:
    return [part.span.text(text) for part in lay_out(text).furniture if part.kind == "aside"]


@pytest.mark.parametrize("notice", [NOTICE, f"{NOTICE} {TEASING}"])
def test_teasers_of_other_stories_above_the_notice_are_asides(notice: str) -> None:
    cut_off = found(f"{REPORT} {TEASERS} {notice}")
    assert len(cut_off) >= 4
    assert TEASERS.endswith(" ".join(cut_off))


@pytest.mark.parametrize("end", ["", f" {NOTICE}", f" {NOTICE} {TEASING}"])
def test_the_end_of_a_report_is_none(end: str) -> None:
    assert found(REPORT + end) == []


def test_an_aside_is_not_read() -> None:
    text = f"{REPORT} {TEASERS} {NOTICE} {TEASING}"
    assert all("Pia Lund" not in one.text(text) for one in lay_out(text).prose)


def test_notes_on_the_writers_are_no_prose() -> None:
    notes = "Eva Strand is a business reporter for Esk Post. You can reach her at strand@esk.example."
    text = f"{REPORT} {notes} {NOTICE}"
    assert not any("Eva Strand" in one.text(text) or "reach her" in one.text(text) for one in lay_out(text).prose)


@pytest.mark.parametrize(
    "note",
    [
        "She covers ports and shipping.",
        "Strand has covered three wars.",
        "He previously worked for the Torland Courier.",
        "Before joining the Post, she was an editor in Velmora.",
        "She's written for half the papers of Norland.",
    ],
)
def test_what_follows_a_note_on_a_writer_is_of_the_writer(note: str) -> None:
    text = f"{REPORT} Eva Strand is a business reporter for Esk Post. {note} {NOTICE}"
    assert lay_out(text).prose[-1].text(text) == "He added that the harbour loses three ships a day."


@pytest.mark.parametrize("sentence", ["She covers her losses, she said.", "He previously worked for the port."])
def test_what_follows_nobody_of_the_press_is_prose(sentence: str) -> None:
    text = f"{REPORT} {sentence} {NOTICE}"
    assert lay_out(text).prose[-1].text(text) == sentence


@pytest.mark.parametrize(
    "line",
    [
        "More : Mayor of Esk signals that the bridge opens late",
        "JUST WATCHED Roe : Dockers will not yield Replay More Videos ...",
        "Related Coverage Owners weigh a third offer",
        "Norland drops its claim to the eel grounds Read more",
        "WATCH: Ada Roe on the night shift",
    ],
)
def test_a_link_on_a_line_of_its_own_is_boilerplate(line: str) -> None:
    text = "\n".join([*REPORT.split(". ")[:2], line, "The board meets again on Friday."])
    assert [part.span.text(text) for part in lay_out(text).furniture if part.kind == "boilerplate"] == [line]


def test_a_transcript_has_no_asides() -> None:
    text = "\n".join(f"{'MS. ROE' if at % 2 else 'Q'}: {one}." for at, one in enumerate(TEASERS.split(". ") * 3))
    assert found(text) == []


@pytest.mark.parametrize(
    ("scores", "teases", "at"),
    [
        ([-3.0, 2.0, 2.0], False, 1),
        ([-3.0, 2.0, 0.5], False, 3),
        ([-3.0, -3.0, 9.0], False, 3),
        ([-3.0, -3.0, 9.0], True, 2),
        ([0.2, 2.0, 2.0], False, 1),
        ([2.0] * 7, True, 2),
        ([], False, 0),
    ],
)
def test_where_the_page_is_cut(scores: list[float], teases: bool, at: int) -> None:
    assert cut(scores, teases=teases) == at


def test_a_table_of_weights_reads_back() -> None:
    weights = from_table("# a remark\n(always)\t-50\nnew:5\t120\n")
    assert weights == {BIAS: -0.5, "new:5": 1.2}
    assert odds_of(["new:5", "unheard of"], weights) == pytest.approx(0.7)


def test_a_short_page_has_no_foot() -> None:
    prose, first = foot((Span(0, 5), Span(6, 9)), ())
    assert first > len(prose)


def test_marks_tell_what_takes_up_the_report_from_what_does_not() -> None:
    page = lay_out(f"{REPORT} {TEASERS}")
    prose, first = foot(page.sentences, ())
    told = list(marks(page.text, prose, first, (), len(page.text)))
    assert "opens:takes up" in told[6 - first]
    assert any(mark.startswith("free, keys:0") for mark in told[-1] | told[-3])


def test_the_key_tells_the_weights() -> None:
    assert len(key()) == 16


def test_a_reader_is_keyed_by_the_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    before = load().key
    monkeypatch.setattr("onrecord.reading.asides.key", lambda: "other weights")
    assert load().key != before


def test_no_weight_hangs_on_a_name() -> None:
    assert not any(part[:1].isupper() for mark in shipped() for part in mark.split(":"))


OWN, OTHERS = ([f"{one.rstrip('. ')}." for one in told.split(". ")] for told in (REPORT, TEASERS))


def of_sentences(every: list[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(every), min_size=least, max_size=most)


@given(of_sentences(OWN, 5, 9), of_sentences(OTHERS, 0, 5), st.sampled_from([(), (NOTICE,), (NOTICE, TEASING)]))
@example(OWN, OTHERS, (NOTICE,))
def test_asides_are_the_last_of_the_prose(own: list[str], others: list[str], notice: tuple[str, ...]) -> None:
    text = " ".join((*own, *others, *notice))
    sentences = lay_out(" ".join((*own, *others))).sentences
    cut_off = asides(text, sentences, ())
    assert cut_off == sentences[len(sentences) - len(cut_off) :]
    assert len(sentences) - len(cut_off) >= BODY


def test_such_texts_have_asides() -> None:
    text = " ".join((*OWN, *OTHERS, NOTICE))
    assert asides(text, lay_out(" ".join((*OWN, *OTHERS))).sentences, ())
