"""Unit: reading.when.again: the days of statements, once the day of their report is known from elsewhere."""

from __future__ import annotations

import pytest

from onrecord.model import Reading, Span, Statement, statement_id
from onrecord.reading.when.again import days_again


@pytest.mark.parametrize(
    ("when", "published", "day"),
    [
        ("on Thursday", "2024-09-13~", "2024-09-12~"),
        ("on Thursday", "2024-09-13", "2024-09-12"),
        # Of about a Friday: the Saturday may be the next one.
        ("on Saturday", "2024-09-13~", None),
        ("on Saturday", "2024-09-13", "2024-09-07"),
        # The title tells that it is Friday's, sent on Thursday.
        ("yesterday", "2024-09-12", "2024-09-12"),
        ("yesterday", "2024-09-13", "2024-09-12"),
    ],
)
def test_a_weekday_means_a_day_when_the_report_has_one(when: str, published: str, day: str | None) -> None:
    text = f"Ada Voss said {when} that the truce had held."
    places = {word: (Span(text.index(word), text.index(word) + len(word)),) for word in ("Ada Voss", "said")}
    content = (Span(text.index("that"), len(text) - 1),)
    id = statement_id("report-1", places["Ada Voss"], places["said"], content, "indirect")
    statement = Statement(id, places["Ada Voss"], places["said"], content, "indirect", "assertion", 0.9)
    ((found, said_on, evidence),) = days_again(
        Reading("report-1", title="Friday Briefing", statements=(statement,)), text, published
    )
    assert (found, said_on) == (id, day)
    assert [span.text(text) for span in evidence] == ([when.removeprefix("on ")] if day else [])
