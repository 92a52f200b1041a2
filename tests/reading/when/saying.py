"""The days of statements in marked sentences, with the report published on a Friday unless a test says otherwise."""

from __future__ import annotations

from onrecord.model import Spans
from onrecord.reading.when import find_dates, find_occasions, when_said
from onrecord.reading.when.candidates import Candidate
from onrecord.reading.when.choosing import Pick
from onrecord.reading.when.telling import SaidOn, Told
from tests.reading.when.marked import marked

FRIDAY = "2031-03-14"


# What no rule gives a day the scorer may; these tests are of the rules.
def by_rules(one: Told, _candidates: list[Candidate]) -> SaidOn:
    return one.said


def said(
    text: str, published: str | None = FRIDAY, pick: Pick | None = None, **more: list[str | None]
) -> list[str | None]:
    return [value for value, _ in shown(text, published, pick, **more)]


def shown(
    text: str, published: str | None = FRIDAY, pick: Pick | None = None, **more: list[str | None]
) -> list[tuple[str | None, Spans]]:
    page, passages = marked(text)
    dates = find_dates(page, published)
    events = find_occasions(page, dates, published)
    speakers, parties = more.get("speakers"), more.get("parties")
    return when_said(page, passages, dates, published, speakers=speakers, parties=parties, events=events, pick=pick)
