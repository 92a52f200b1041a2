"""The day of publication, from the text itself."""

from __future__ import annotations

import pytest

from onrecord.reading.when import infer_published
from tests.reading.when.marked import page_of


@pytest.mark.parametrize(
    ("text", "value", "evidence"),
    [
        ("Truce near\nPublished: May 21, 2031\nMarn said so.", "2031-05-21", "May 21, 2031"),
        ("Truce near\nUpdated 22 May 2031, 10:30\nMarn said so.", "2031-05-22", "22 May 2031"),
        ("Truce near\nUpdated 22 May 2031\nPublished 21 May 2031\nMarn said so.", "2031-05-21", "21 May 2031"),
        ("Truce near\nWednesday, May 21, 2031\nMarn said so.", "2031-05-21", "Wednesday, May 21, 2031"),
        ("KESSALY, May 21, 2031 (NRA) — Marn said so.", "2031-05-21", "May 21, 2031"),
        ("KESSALY, May 21. /NRA/. Marn said so.", "XXXX-05-21", "May 21"),
        ("He agreed.\n— Ona Marn (@marn) March 13, 2031\nThen he left.", "2031-03-13~", "March 13, 2031"),
        ("The bridge fell on May 3, 2031, and the port closed.", "2031-05-03/..", "May 3, 2031"),
    ],
)
def test_the_text_tells_its_day(text: str, value: str, evidence: str) -> None:
    found = infer_published(page_of(text))
    assert found is not None
    assert (found[0], found[1][0].text(text)) == (value, evidence)


def test_a_dateline_takes_its_year_from_a_day_named_in_full() -> None:
    text = "KESSALY, May 21. /NRA/. Marn recalled the vote of May 3, 2031."
    found = infer_published(page_of(text))
    assert found is not None
    assert (found[0], [span.text(text) for span in found[1]]) == ("2031-05-21~", ["May 21", "May 3, 2031"])


def test_days_to_come_bound_it_from_above() -> None:
    text = "The bridge fell on May 3, 2031. The next vote will be held on June 9, 2031."
    found = infer_published(page_of(text))
    assert found is not None
    assert found[0] == "2031-05-03/2031-06-09"


@pytest.mark.parametrize("text", ["", "Marn spoke on Friday.", "Marn spoke in 2030, and again in May."])
def test_nothing_is_guessed(text: str) -> None:
    assert infer_published(page_of(text)) is None
