"""Rows and a record made from a few sentences, for the tests of the views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import ActorRef, AttributionType, Kind, Reading, Span, Statement, statement_id
from onrecord.record import EVERYTHING, Filter, Record, ReportRow, SpeakerCount, StatementRow

VOSS = ActorRef("actor-1", "Ilmar Voss", "person")
ANTAL = ActorRef("actor-2", "Mirela Antal", "person")


def report(
    path: str | None = "news/002_courier.txt", *, outlet: str | None = "Torland Courier", **more: object
) -> ReportRow:
    row = ReportRow(
        id="report-1",
        sha256="0" * 64,
        outlet=outlet,
        title=None,
        author=None,
        url=None,
        language="en",
        published="2024-09-13",
        published_from="given",
        primary=False,
        paths=(path,) if path else (),
        line=None,
        characters=100,
        words=20,
        statements=1,
        unread=None,
        version=1,
        versions=1,
    )
    return replace(row, **more)


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def said(
    text: str,
    content: str,
    *,
    speaker: ActorRef | None = VOSS,
    party: str | None = "Keldavia",
    said_on: str | None = "2024-09-12",
    kind: Kind = "direct",
    type: AttributionType = "assertion",
    confidence: float = 0.9,
    of: ReportRow | None = None,
) -> StatementRow:
    """The row of a statement whose content is a part of the text."""
    of = of or report()
    place = (span(text, content),)
    statement = Statement(
        statement_id(of.id, (), (), place, kind), (), (), place, kind, type, confidence, speaker, party=party
    )
    statement = replace(statement, said_on=said_on)
    return StatementRow(of, statement, (content,), speaker, (speaker,) if speaker else (), party, said_on)


class MadeRecord(Record):
    """A record that holds what it is given; it knows no filters."""

    def __init__(self, text: str = "", sentences: Iterable[str] = (), rows: Iterable[StatementRow] = ()) -> None:
        self._text, self._rows = text, tuple(rows)
        self._sentences = tuple(span(text, sentence) for sentence in sentences)

    def statements(self, wanted: Filter = EVERYTHING) -> Iterator[StatementRow]:
        return iter(self._rows)

    def reports(self, wanted: Filter = EVERYTHING, *, withdrawn: bool = False) -> Iterator[ReportRow]:
        return iter(dict.fromkeys(row.report for row in self._rows))

    def speakers(self, wanted: Filter = EVERYTHING) -> Iterator[SpeakerCount]:
        for row in self._rows[:1]:
            yield SpeakerCount(row.speaker, row.party, len(self._rows), 1)

    def text(self, report_id: str) -> str:
        return self._text

    def reading(self, report_id: str) -> Reading:
        return Reading(report_id, sentences=self._sentences)
