"""Trailing conditions: the "but" behind a yes belongs to the content."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.attribution.passages import Passage
from onrecord.reading.attribution.trailing import with_conditions
from onrecord.reading.layout import lay_out


def trailed(text: str, content: str, *, kind: str = "indirect", source: str = "Norr") -> str:
    """The content with what the rule adds, in a text where `source` has said `content`."""
    page = lay_out(text)
    at, who = text.index(content), text.index(source)
    part = Span(at, at + len(content))
    told = Passage(
        (Span(who, who + len(source)),),
        (Span(who, who + 1),),
        (part,),
        "direct" if kind == "direct" else "indirect",
        0.9,
        (1, 2),
    )
    return with_conditions(page, [told])[0].content[-1].text(text)


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("Norr backs the truce, but not without a date.", "the truce", "the truce, but not without a date"),
        (
            "Norr is open to a truce on the river, provided that the tolls go, sources said.",
            "a truce on the river",
            "a truce on the river, provided that the tolls go, sources said",
        ),
        ("Norr will sign the accord only if the guns leave.", "the accord", "the accord only if the guns leave"),
        (
            "Norr accepts the plan in exchange for grain, according to Sund.",
            "the plan",
            "the plan in exchange for grain",
        ),
        ("Norr backs the truce unless Velmora moves \u2014 and soon.", "the truce", "the truce unless Velmora moves"),
    ],
)
def test_a_condition_right_behind_a_content_belongs_to_it(text: str, content: str, whole: str) -> None:
    assert trailed(text, content) == whole


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norr backs the truce, but Sund does not.", "the truce"),
        ("Norr backs the truce. Provided that the tolls go, Sund will follow.", "the truce"),
        ("Norr backs the truce, a gift to the ferrymen.", "the truce"),
    ],
)
def test_what_is_no_condition_stays_outside(text: str, content: str) -> None:
    assert trailed(text, content) == content


def test_a_quotation_ends_where_its_mark_stands() -> None:
    assert trailed("Norr: “We back it” provided that it rains.", "“We back it”", kind="direct") == "“We back it”"
