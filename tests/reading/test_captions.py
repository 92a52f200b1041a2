"""Captions: what stands before a picture's credit is no part of the report."""

from __future__ import annotations

import pytest

from onrecord.reading.layout import lay_out
from onrecord.reading.when.finding import find_dates
from onrecord.reading.when.idle import without_idle

BEFORE = "The old bridge over the river at Esk, which had been closed to lorries since the winter, fell on Monday."
AFTER = "The mayor said on Tuesday that nobody had been hurt."


def aside(text: str) -> list[str]:
    return [part.span.text(text) for part in lay_out(text).furniture if part.kind == "aside"]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Envoys of Norland and Velmora met at the lock for two hours on Tuesday.", "(Ona Marn)"),
        ("Ada Roe, left, meets Jan Orm in Esk, May 3, 2031.", "(AP Photo/Ona Marn)"),
        ("Ada Roe visits the lock", "(credit: ONA MARN/TESK)"),
        ("Ferrymen wait below the lock on Sunday.", "[Ona Marn/Tesk]"),
        ("Ferrymen wait below the lock", "(credit: ONA MARN/ESK (TORLAND PRESS) VIA TESK)"),
    ],
)
def test_the_sentence_before_a_credit_is_a_caption(caption: str, credit: str) -> None:
    assert aside(f"{BEFORE} {caption} {credit} {AFTER}") == [caption]


def test_two_spaces_may_stand_before_a_credit() -> None:
    caption = "Ferrymen wait below the lock on Sunday."
    assert aside(f"{BEFORE} {caption}  (Ona Marn/Tesk Images) {AFTER}") == [caption]


@pytest.mark.parametrize("credit", ["(AP Photo/Ona Marn)", "(Ona Marn/Tesk Images)", "[File: Ona Marn/Tesk]"])
def test_a_paragraph_may_be_a_caption_of_two_sentences(credit: str) -> None:
    text = f"{BEFORE}\nFerrymen wait below the lock on Sunday. They have stood there since May. {credit}\n{AFTER}"
    assert aside(text) == ["Ferrymen wait below the lock on Sunday.", "They have stood there since May."]


@pytest.mark.parametrize(
    "caption",
    [
        "Ada Roe said in Esk on Tuesday that the lock is shut.",
        "Ada Roe calls the lock “a ruin” in Esk.",
        "The bridge is safe, according to Jan Orm.",
    ],
)
def test_what_somebody_says_below_a_picture_is_read(caption: str) -> None:
    text = f"{BEFORE} {caption} (Ona Marn/Tesk Images) {AFTER}"
    assert aside(text) == []
    assert caption in [span.text(text) for span in lay_out(text).prose]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE} The lock (built by Ona Marn) is shut. {AFTER}",
        f"{BEFORE} {AFTER} (Reporting by Ona Marn; editing by Jan Orm)",
        f"{AFTER} {BEFORE} (AFP)",
        f"{AFTER}\n{BEFORE} (Tesk)",
    ],
)
def test_without_a_picture_there_is_no_caption(text: str) -> None:
    assert aside(text) == []


def test_the_headline_before_a_caption_is_no_part_of_it() -> None:
    text = f"{BEFORE} MAYOR BLASTS BUILDERS AFTER BRIDGE FALLS Ada Roe visits the lock. (Ona Marn) {AFTER}"
    assert aside(text) == ["Ada Roe visits the lock."]


def test_a_caption_has_its_days_though_they_date_nothing_else() -> None:
    page = lay_out(f"{BEFORE} Ada Roe, left, meets Jan Orm in Esk, May 3, 2031. (AP Photo/Ona Marn) {AFTER}")
    assert [span.text(page.text) for span in page.captions] == aside(page.text)
    found = find_dates(page, None)
    day = next(one for one in found if one.span[0].text(page.text) == "May 3, 2031")
    assert day not in without_idle(page, found)
