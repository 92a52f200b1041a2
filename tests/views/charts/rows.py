"""Positions, utterances and coverage made from a few sentences, for the tests of charts, briefs and exports."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Candidate, Stance
from onrecord.model.coverage import Cell
from onrecord.model.position import Passage, Position, Quote, Standing
from onrecord.model.utterance import Wording
from onrecord.record import CoverageRow, ReadingRow, ReportRow, UtteranceRow
from tests.views.making import report, said

HOSTILE = "</title><script>alert(1)</script> =1+1 \x1b[2J \u202e ]]> \ufffe “no”"


def standing(
    stance: Stance = "accepts",
    *,
    party: str = "Keldavia",
    issue: str | None = "ceasefire",
    as_of: str | None = "2024-09-12",
    text: str = "We agree",
    condition: str | None = None,
    of: ReportRow | None = None,
    contested: bool = False,
) -> Standing:
    of = of or report()
    passage = Passage(of.id, said(text, text, of=of).statement.content, "statement-1")
    shown = (Quote(passage, text, of.path, of.outlet),)
    limits = (Quote(passage, condition, of.path, of.outlet),) if condition else ()
    held = tuple(one.passage for one in limits)
    position = Position(party, issue, stance, as_of, 0.8, ("Ilmar Voss",), held, (passage,), contested=contested)
    return Standing(position, limits, shown)


def at_odds(text: str = "We agree") -> UtteranceRow:
    """What two reports give to two people."""
    left = (Candidate("actor-1", "Ilmar Voss", 0.5), Candidate("actor-2", "Mirela Antal", 0.5))
    return replace(utterance(text, outlets=("Courier", "Echo")), candidates=left, confidence=0.4)


def utterance(text: str = "We agree", *, said_on: str | None = "2024-09-12", outlets: tuple[str, ...] = ("Courier",)):
    readings = []
    for n, outlet in enumerate(outlets):
        row = said(text, text, said_on=said_on, of=report(f"news/{n}.txt", outlet=outlet, id=f"report-{n}"))
        wording = Wording(f"wording-{n}", row.statement.id, row.report.id, row.statement.content, (text,), "direct")
        readings.append(ReadingRow(wording, row, 1.0, "the same words"))
    return UtteranceRow("utterance-1", "the most complete", tuple(readings))


def coverage(text: str = "We agree", *cells: Cell) -> CoverageRow:
    return CoverageRow(
        utterance(text), cells or (Cell("Courier", "direct", ("report-0",)), Cell("Echo", "not at all", ()))
    )
