"""weight: which statements a brief shows first."""

import pytest

from onrecord.record import StatementRow
from onrecord.views.weight import Scales, repeats, weight
from tests.views.making import report, said

TEXT = "We agree with these proposals to silence the guns, and we thank our friends for them."


def says(text: str, **more) -> StatementRow:
    return said(text, text, **more)


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        (says(TEXT), says(TEXT, kind="indirect")),
        (says(TEXT), says(TEXT, type="belief")),
        (says(TEXT), says(TEXT, said_on=None)),
        (says(TEXT), says("yes")),
        (says(TEXT), says(TEXT * 20)),
        (says(TEXT), says(TEXT, confidence=0.3)),
    ],
)
def test_what_tells_more_weighs_more(heavier: StatementRow, lighter: StatementRow) -> None:
    assert 0 <= weight(lighter) < weight(heavier) <= 1


def test_another_wording_of_the_same_sentence_repeats_it() -> None:
    assert repeats(says(TEXT), says("We agree with the proposal to silence the guns"))
    assert not repeats(says(TEXT), says("Who will watch the river?"))
    assert not repeats(says(TEXT), says("And we say: not the guns, for we and they need them."))


def test_the_weightiest_stand_in_order_of_date_without_repetition() -> None:
    scales = Scales()
    river = "Who will watch the river, and who will count the barges?"
    for row in (
        says(TEXT, said_on="2024-09-12"),
        says(river, said_on="2024-09-10"),
        says(TEXT, kind="mixed", said_on="2024-09-11"),
    ):
        scales.take(row)
    assert [row.text for row in scales.weightiest("Keldavia", 5)] == [river, TEXT]


def test_superseded_versions_and_unknown_parties_are_counted_but_not_shown() -> None:
    scales = Scales()
    scales.take(says(TEXT, of=report(version=1, versions=2)))
    scales.take(says(TEXT, party=None, speaker=None, said_on=None))
    assert list(scales.parties(5)) == []
    assert (scales.statements, scales.without_day, scales.without_speaker) == (2, 1, 1)


def test_parties_heard_once_give_way() -> None:
    scales = Scales()
    for party, times in {"Keldavia": 4, "Velmora": 3, "Torland": 3, "Maren": 2}.items():
        for _ in range(times):
            scales.take(says(TEXT, party=party))
    assert list(scales.parties(6)) == ["Keldavia", "Torland", "Velmora"]
