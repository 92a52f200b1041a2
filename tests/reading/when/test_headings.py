"""What a report's captions, its head and its dateline tell of when it was said."""

from __future__ import annotations

import pytest

from tests.reading.when.saying import by_rules, said

CAPTION = "The lock at Kerrin on May 3, 2030. (Torland Press Photo/Ona Marn)"


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "Marn opens the lock, May 3, 2030 (credit: O. DORN)",
        "Marn speaks in the harbour, Saturday, May 3, 2030, in Kerrin, Norl. (Dorn/Getty Images)",
    ],
)
def test_the_date_of_a_photograph_dates_nothing(caption: str) -> None:
    assert said(f"{caption}\n[Marn] {{said}} <the lock is open>.") == [None]


def test_a_date_before_other_brackets_still_dates() -> None:
    after = "\nMarn opens the lock. (Torland Press Photo/Ona Marn)"
    assert said("<The lock is open>, [Marn] {told} reporters on Thursday." + after) == ["2031-03-13"]
    assert said("<The lock is open>, [Marn] {told} reporters on Thursday. The lock (Dorn/Getty Images)") == [
        "2031-03-13"
    ]
    assert said("[Marn] {said} on Thursday (her birthday) <the lock is open>.") == ["2031-03-13"]


HEADED = "Briefing of the spokesman\nTuesday, 11 March 2031, Halden\n"


def test_what_is_spoken_in_a_transcript_is_of_the_day_at_its_head() -> None:
    turns = "MR. OKAFOR: <Good morning.>\n\nMS. ROE: <The board met on Sunday.>\n\nMR. OKAFOR: <It did.>"
    assert said(HEADED + "\n" + turns) == ["2031-03-11"] * 3


def test_a_transcript_without_a_day_at_its_head_has_none() -> None:
    turns = "MR. OKAFOR: <Good morning.>\n\nMS. ROE: <The board met.>\n\nMR. OKAFOR: <It did.>"
    assert said("Briefing of the spokesman\n\n" + turns) == [None] * 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HALDEN, March 14. /NRA/. <The lock is open>, [Marn] {said}.", "2031-03-14~"),
        ("HALDEN, Mar. 14 (NRA) - <The lock is open>, [Marn] {said}.", "2031-03-14~"),
        # Of what it tells without a day, some may be of that other day.
        ("HALDEN, March 14. /NRA/. Dorn left on Wednesday. <The lock is open>, [Marn] {said}.", None),
        ("HALDEN, March 14. /NRA/. <The lock is open>, [Marn] {said} earlier.", None),
        ("HALDEN, March 14. /NRA/. [Marn] {wants} <an open lock>.", None),
        ("March 14 (NRA) - <The lock is open>, [Marn] {said}.", None),
    ],
)
def test_an_agencys_dateline_dates_what_it_reports(text: str, day: str | None) -> None:
    assert said(text, pick=by_rules) == [day]
