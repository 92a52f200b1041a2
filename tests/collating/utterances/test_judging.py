"""Unit: collating.utterances.judging, which tells whether two wordings are of one act of speaking."""

from __future__ import annotations

import pytest

from onrecord.collating.utterances.judging import compare, keys
from tests.collating.utterances.wordings import wording

OPENED = "“We will open the canal to grain ships before the winter sets in,”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We accept the offers to cease dredging,”", "“We agree with these offers to stop the dredging,”"),
        (OPENED, "that they would open the canal to grain ships before winter"),
        (OPENED, "the canal would be opened “to grain ships”"),
        ("he might write to the governor to discuss the toll", "he may write to the governor to discuss the tolls"),
        ("“There are dues that we have to settle.”", "“there are dues that have to be settled,”"),
        (
            "The answer was “quite hopeful” but not final",
            '"They gave a quite hopeful answer but it isn\'t final,"',
        ),
        (
            "the council had handed the smugglers “a free harbour”",
            'that they offered a "free harbour" to the smugglers',
        ),
        (
            "the boats “left the marked channel” and soldiers fired flares to turn them back",
            "its soldiers fired “flares” after the boats “left the marked channel, which was not open to boats”",
        ),
    ],
)
def test_one_act_of_speaking(one: str, other: str) -> None:
    a, b = wording(one, report="a"), wording(other, report="b", kind="indirect")
    assert compare(a, b) is not None
    assert set(keys(a)) & set(keys(b))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPENED, "“We will close the bridge to lorries before the harvest comes in,”"),
        ("“We support the idea of a joint patrol,”", "“We support the fishermen who lost their boats,”"),
        ("“Our goal is peace,”", "“Our goal is a fair price for barley,”"),
    ],
)
def test_two_sentences_that_merely_resemble_each_other(one: str, other: str) -> None:
    assert compare(wording(one, report="a"), wording(other, report="b")) is None


def test_never_two_acts_on_different_days() -> None:
    text = "“We support the idea of a joint patrol on the river,”"
    assert compare(wording(text, day="2024-03-12"), wording(text, day="2024-05-12", report="b")) is None


def test_a_slip_of_a_day_in_a_long_quotation_is_told() -> None:
    tie = compare(wording(OPENED), wording(OPENED, day="2024-09-13", report="b"))
    assert tie is not None
    assert "a day apart" in tie.why


def test_two_speakers_of_a_short_phrase_stay_two() -> None:
    text = "“We want a fair deal,”"
    other = wording(text, speaker="Ora Tann", party="Velmora", report="b")
    assert compare(wording(text), other) is None


def test_a_whole_sentence_in_the_same_words_with_another_name_is_one() -> None:
    tie = compare(wording(OPENED), wording(OPENED, speaker="Ora Tann", party="Velmora", report="b"))
    assert tie is not None
    assert "another speaker" in tie.why


def test_words_that_stand_whole_in_anothers_are_one_with_them() -> None:
    short, long = (
        "“Any toll on fishermen is unacceptable here and on the coast,”",
        "“Any toll on fishermen is unacceptable here and on the coast,” she said",
    )
    tie = compare(wording(short), wording(long, speaker="Torland Press", party="Torland", report="b"))
    assert tie is not None


def test_what_only_names_a_thing_is_no_saying_of_it() -> None:
    one, other = "the Silver Net harbour defence", "that he would buy a Silver Net harbour defence for the coast"
    named, said = (wording(text, kind="indirect", report=text) for text in (one, other))
    tie = compare(wording(f"that he would buy {one} soon", kind="indirect"), said)
    assert tie is not None
    assert (plain := compare(named, said)) is None or plain.score < tie.score


def test_what_an_editor_put_in_brackets_is_no_quotation() -> None:
    one, other = "“They took the [third package of tolls] very lightly,”", "“That third package of tolls came late,”"
    assert compare(wording(one), wording(other, speaker=None, report="b")) is None


@pytest.mark.parametrize("name", ["Voss", "Ilmar Voß", "Keldavia", "Voss’s office"])
def test_a_speaker_by_another_name(name: str) -> None:
    text = "that they would open the canal to grain ships before winter"
    assert compare(wording(OPENED), wording(text, speaker=name, report="b")) is not None


def test_a_single_word_in_quotation_marks_may_tell() -> None:
    one = wording("the toll on the fishermen was “abominable”", kind="mixed")
    quoted, told = (
        f"the toll that fishermen pay {verb} {mark}" for verb, mark in (("is", "“abominable”"), ("is", "high"))
    )
    same, other = (compare(one, wording(text, kind="mixed", report="b")) for text in (quoted, told))
    assert same is not None
    assert other is None or other.score < same.score


def test_a_wording_without_words_has_no_neighbours() -> None:
    assert keys(wording("“No,”")) == ()


def test_two_sentences_of_one_statement_are_two() -> None:
    one = wording(OPENED)
    assert compare(one, one) is None
