"""Unit: evaluation.across: what is told across reports, held against what people marked."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from onrecord.evaluation.across import SETS, Place, Stood, Told, annotated, measures, read_stories, tell
from onrecord.model import Report, Span, Stance

STORIES = annotated()


def at(start: int, text: str = "a") -> Place:
    return Place(text, (Span(start, start + 20),))


def measured(gold: Told, mine: Told) -> dict[str, float]:
    return dict(measures(gold, mine))


def test_each_set_has_stories_and_no_report_is_in_two() -> None:
    assert {one.half for one in STORIES} == set(SETS)
    every = [text for one in STORIES for text in one.texts]
    assert len(every) == len(set(every))


def test_what_is_marked_stands_in_the_reports_of_its_story() -> None:
    for one in STORIES:
        places = [place for stood in one.told.positions for place in stood.places]
        places += [place for each in (*one.told.utterances, *one.told.disagreements) for place in each]
        assert {place.text for place in places} <= one.texts
        assert {stood.stance for stood in one.told.positions} <= set(get_args(Stance))


def test_a_position_is_right_with_the_party_the_stance_and_a_passage() -> None:
    gold = Told([Stood("Velmora", "accepts", (at(0),)), Stood("Torland", "rejects", (at(50),))])
    mine = Told(
        [
            Stood("Velmora", "accepts", (at(10), at(400))),
            Stood("Velmora", "rejects", (at(50),), thin=True),
            Stood("Torland", "rejects", (at(50, "b"),)),
        ]
    )
    told = measured(gold, mine)
    assert (told["positions: precision"], told["positions: recall"]) == (0.3333, 0.5)
    assert told["positions told firmly: precision"] == 0.5


def test_a_pair_of_sentences_is_found_in_one_utterance_only() -> None:
    gold = Told(utterances=[(at(0), at(0, "b"))])
    assert measured(gold, Told(utterances=[(at(5), at(5, "b"), at(0, "c"))]))["utterances: F1"] == 1
    assert measured(gold, Told(utterances=[(at(5), at(0, "c")), (at(5, "b"), at(9, "c"))]))["utterances: F1"] == 0


def test_a_disagreement_is_found_at_two_places() -> None:
    gold = Told(disagreements=[(at(0), at(0, "b"))])
    assert measured(gold, Told(disagreements=[(at(5), at(5, "b"))]))["disagreements: recall"] == 1
    assert measured(gold, Told(disagreements=[(at(5), at(90, "b"))]))["disagreements: recall"] == 0


def test_reports_that_are_missing_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="annotated reports are not in it"):
        read_stories(tmp_path, STORIES)


def test_one_sentence_in_two_reports_is_told_of_both() -> None:
    said = "Iceland’s foreign minister Ana Ruiz {} on Monday that Iceland accepts the ceasefire with Chile.\n"
    given = [("Gazette", "said"), ("Courier", "told reporters")]
    told = tell([Report(said.format(cue), published="2031-03-14", outlet=outlet) for outlet, cue in given])
    assert {(one.party, one.stance) for one in told.positions} == {("Iceland", "accepts")}
    assert [len({place.text for place in one}) for one in told.utterances] == [2]
