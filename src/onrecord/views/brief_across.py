"""Sections of the brief that lay reports side by side: who agrees, who carried what, and where reports differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.model.position import AgreementRow, Passage
from onrecord.views.agreement_table import agreement_shape, cell, told, who_is_left_out
from onrecord.views.brief import Section
from onrecord.views.coverage import coverage_shape
from onrecord.views.disagreements import disagreement_shape
from onrecord.views.formats import Column, View
from onrecord.views.shapes import BETWEEN, Flat, file_name
from onrecord.views.tables import DOT, day, in_few_words
from onrecord.views.utterances import reading_place, said_by

if TYPE_CHECKING:
    from onrecord.record import CoverageRow, DisagreementRow

MOST_PARTIES = 4
MOST_DIFFERENCES = 4
MOST_CARRIED = 5
MOST_SILENT = 6
SILENT = "–"


def agreement_section(rows: Sequence[AgreementRow], aside: str | None = None) -> Section[AgreementRow]:
    """Issues by parties; the table writes "accepts if" for accepts-conditionally. `aside` is told below it."""
    parties = rows[0].parties[:MOST_PARTIES] if rows else ()
    view: View[AgreementRow] = View(
        "agreement",
        agreement_shape,
        _agreement_flat,
        (
            Column("Issue", lambda row: row.label, ratio=3),
            Column("Verdict", lambda row: row.verdict, width=11),
            *(_party_column(at, party) for at, party in enumerate(parties)),
        ),
    )
    others = who_is_left_out(rows, MOST_PARTIES)
    notes = [f"{aside[:1].upper()}{aside[1:]}."] if aside else []
    notes += [f"Not shown here: {others}; onrecord agreement has more columns."] if others else []
    return Section("agreement", "Who agrees on what", view, tuple(rows), note=" ".join(notes))


def differences_section(rows: Iterable[DisagreementRow]) -> Section[DisagreementRow]:
    """The first of the serious disagreements, each with what every report has."""
    serious = (row for row in rows if row.weight == "serious")
    shown = tuple(islice(serious, MOST_DIFFERENCES))
    return Section("disagreements", "Where reports differ", DIFFERENCES, shown, head=False)


def carried_section(rows: Iterable[CoverageRow]) -> Section[CoverageRow]:
    """What most outlets carried, with who has it and who left it out."""
    return Section("carried", "What most outlets carried", CARRIED, tuple(islice(rows, MOST_CARRIED)), head=False)


def alone_section(rows: Iterable[CoverageRow]) -> Section[CoverageRow]:
    """What one outlet alone carried of what several were told; one line for each outlet first."""
    first: dict[str, CoverageRow] = {}
    for row in rows:
        first.setdefault(row.utterance.base.report.source, row)
    return Section("alone", "What one alone carried", CARRIED, tuple(first.values())[:MOST_CARRIED], head=False)


def _party_column(at: int, party: str) -> Column[AgreementRow]:
    return Column(
        party,
        lambda row: cell(row, at, in_few_words) or SILENT,
        ratio=4,
        cites=lambda row: _shown_by(row, at),
    )


def _shown_by(row: AgreementRow, at: int) -> list[Passage]:
    """For each stance of the cell, in its order, the first passage that shows it."""
    shown = (next((held for held in one.held if held.evidence), None) for one in told(row, at))
    return [one.evidence[0].passage for one in shown if one is not None]


def _agreement_flat(row: AgreementRow) -> Flat:
    held = ((party, cell(row, at)) for at, party in enumerate(row.parties))
    text = BETWEEN.join(f"{party}: {stances}" for party, stances in held if stances)
    return {"name": f"{row.issue}: {row.verdict}", "text": text}


def _difference_flat(row: DisagreementRow) -> Flat:
    return {
        "name": f"{row.kind}: {row.about}",
        "text": BETWEEN.join(one.text for one in row.readings),
        "outlet": BETWEEN.join(one.report.source for one in row.readings),
        "reports": len({one.report.id for one in row.readings}),
    }


def _side_by_side(row: DisagreementRow) -> str:
    return " | ".join(one.text for one in row.readings)


def _passages(row: DisagreementRow) -> list[Passage]:
    return [Passage(one.report.id, one.spans, one.statement) for one in row.readings if one.spans]


def _places(row: DisagreementRow) -> str:
    return DOT.join(
        f"{file_name(one.report)}:{one.spans[0].start}-{one.spans[-1].end}" if one.spans else file_name(one.report)
        for one in row.readings
    )


def _carried_flat(row: CoverageRow) -> Flat:
    said = row.utterance
    return {
        "name": said_by(said) if said.speaker or said.candidates else None,
        "party": said.party,
        "said_on": said.said_on,
        "text": said.base.text,
        "outlet": BETWEEN.join(one.outlet for one in row.cells if one.how != "not at all"),
        "place": reading_place(said.base),
        "reports": len({one.report.id for one in said.readings}),
    }


def _who_has_it(row: CoverageRow) -> str:
    return ", ".join(f"{one.outlet} (a copy)" if one.copy_of else one.outlet for one in row.cells if one.reports)


def _who_has_not(row: CoverageRow) -> str:
    silent = [one.outlet for one in row.cells if one.how == "not at all"]
    rest = len(silent) - MOST_SILENT
    more = f", {rest} more" if rest > 0 else ""
    return f"not: {', '.join(silent[:MOST_SILENT])}{more}" if silent else ""


def _said(row: CoverageRow) -> list[Passage]:
    said = row.utterance.base
    return [Passage(said.report.id, said.wording.spans, said.wording.statement)]


CARRIED: View[CoverageRow] = View(
    "carried",
    coverage_shape,
    _carried_flat,
    (
        Column(
            "",
            lambda row: said_by(row.utterance),
            lambda row: day(row.utterance.said_on),
            ratio=2,
        ),
        Column(
            "", lambda row: row.utterance.base.text, lambda row: reading_place(row.utterance.base), ratio=5, cites=_said
        ),
        Column("", _who_has_it, _who_has_not, ratio=3),
    ),
)


DIFFERENCES: View[DisagreementRow] = View(
    "disagreements",
    disagreement_shape,
    _difference_flat,
    (
        Column("", lambda row: row.kind, width=11),
        Column("", lambda row: row.why, ratio=2),
        Column("", _side_by_side, _places, ratio=5, cites=_passages),
    ),
)
