"""A record of hostile reports, and what an export takes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import onrecord
from onrecord import handing
from onrecord.model import Candidate, Condition, IssueStance, Reading, Report, Span, Statement
from onrecord.views.exports import Contents
from tests import quick_reader

IF = re.compile(r"if [^”,]+")
WORDS = "“=HYPERLINK(1) we accept the ceasefire if the guns \u202e<b>&amp; stay</b> away,” Ilmar Voss said.\r\n"
REPORTS = (
    Report(
        WORDS
        + "\x1b[2J ]]> '; DROP TABLE report; -- “We reject any ceasefire without the river towns,” Mira Lund said.\n",
        title="</title><script>alert(1)</script>",
        outlet="=cmd|' /C calc'!A1",
        url="javascript:alert(1)",
        published="2024-09-12",
        path="news/a.txt",
    ),
    Report(
        "“HYPERLINK(1) we accept the ceasefire if the guns &amp; stay away at night,” Ilmar Voss said. "
        "“-5 degrees,” Mira Lund said. \ufffe",
        title="'Quoted",
        outlet="صحيفة الفجر",
        url="https://fajr.example/1?a=1&b=<2>",
        published="2024-09-12",
        path="news/b.txt",
    ),
    Report("Nothing in it.", outlet="Echo", published="2024-09~", path="news/c.txt"),
    Report("Rien.", language="fr", path="news/d.txt"),
)


@dataclass(frozen=True)
class StanceReader(quick_reader.QuickReader):
    """Hears "accept" and "reject", and a condition in "if"."""

    def __call__(self, report: Report) -> Reading:
        reading = super().__call__(report)
        conditions = tuple(
            Condition(
                (Span(*found.span()),), (Span(found.start(), found.start() + 2),), one.id, one.party, ("ceasefire",)
            )
            for one in reading.statements
            for found in IF.finditer(report.text, one.content[0].start, one.content[0].end)
        )
        told = tuple(_stance(one, report.text) for one in reading.statements)
        return replace(reading, statements=told, conditions=conditions)


def _stance(one: Statement, text: str) -> Statement:
    words = one.content[0].text(text)
    stance = "accepts-conditionally" if "accept" in words else "rejects" if "reject" in words else None
    if stance is None:
        return one
    held = IssueStance("ceasefire", stance, 0.8)
    return replace(one, stance=stance, issues=("ceasefire",), stances=(held,), party=one.party or "Velmora")


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[onrecord.OpenRecord]:
    with onrecord.open(tmp_path_factory.mktemp("record") / "talks.db") as opened:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("onrecord.reading.reader.load", lambda codebook="peace": StanceReader())
            assert opened.add(*REPORTS).added == len(REPORTS)
        yield opened


@pytest.fixture(scope="session")
def contents(record: onrecord.OpenRecord) -> Contents:
    return handing.contents(record._store)


@pytest.fixture(scope="session")
def at_odds(contents: Contents) -> Contents:
    """The same, but nobody can tell which of two said any of the utterances."""
    left = (Candidate("actor-1", "Ilmar Voss", 0.6), Candidate("actor-2", "Mira Lund", 0.4))
    rows = tuple(replace(row, candidates=left, confidence=0.4) for row in contents.utterances())
    assert rows
    return replace(contents, utterances=lambda: rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


Places = set[tuple[str, tuple[tuple[int, int], ...], str]]


@pytest.fixture(scope="session")
def places(record: onrecord.OpenRecord) -> Places:
    """Every statement of the record: its report, where its content stands, and its words."""
    return {
        (row.report.id, tuple((span.start, span.end) for span in row.statement.content), row.text)
        for row in record.statements()
    }
