"""A newsletter that is sent on the evening before counts from the day of its edition."""

from __future__ import annotations

import pytest

from onrecord.reading.when import counted_from

THURSDAY, FRIDAY = "2031-03-13", "2031-03-14"


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("Friday Briefing: The lock is shut", THURSDAY, FRIDAY),
        ("Friday\u2019s papers", THURSDAY, FRIDAY),
        ("The Friday morning newsletter", f"{THURSDAY}~", f"{FRIDAY}~"),
        ("Friday Briefing", FRIDAY, FRIDAY),
        ("Monday Briefing", THURSDAY, THURSDAY),
        ("Friday deadline for the lock", THURSDAY, THURSDAY),
        ("The lock is shut", THURSDAY, THURSDAY),
        ("Friday Briefing", "2031-03", "2031-03"),
        ("Friday Briefing", None, None),
        (None, THURSDAY, THURSDAY),
    ],
)
def test_the_edition_is_of_the_day_that_its_title_names(
    title: str | None, published: str | None, day: str | None
) -> None:
    assert counted_from(title, published) == day
