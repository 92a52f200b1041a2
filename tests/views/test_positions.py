"""Tests onrecord.views.positions: positions as data, and the agreement table."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from onrecord.model import Span, Stance
from onrecord.model.position import Against, AgreementRow, Passage, Position, Quote, Standing
from onrecord.views.agreement_table import agreement_shape, agreement_view
from onrecord.views.positions import POSITIONS, position_flat, position_shape

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
PLACE = Passage("r1", (Span(4, 9),), "s1")
QUOTE = Quote(PLACE, "we agree", "papers/001_gazette.txt", "Gazette")


def standing(party: str, issue: str, stance: Stance, *, contested: bool = False) -> Standing:
    against = (Against("position-2", "rejects", "2024-09-13", ("Petra Lind",)),) if contested else ()
    position = Position(
        party, issue, stance, "2024-09-12", 0.8, ("Ana Ruiz",), (PLACE,), (PLACE,),
        contested=contested, against=against,
    )  # fmt: skip
    return Standing(position, (QUOTE,), (QUOTE,))


def fields_in(heading: str) -> set[str]:
    section = CONTRACT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = re.findall(r"^\| (`[^|]*`) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_the_shape_is_as_documented() -> None:
    assert set(position_shape(standing("Velmora", "ceasefire", "accepts"))) == fields_in("onrecord positions")
    row = AgreementRow("talks", "Talks", "open", ("Velmora",), (("accepts",),))
    assert set(agreement_shape(row)) == fields_in("onrecord agreement")


def test_evidence_leads_back_to_its_place() -> None:
    shape = position_shape(standing("Velmora", "ceasefire", "accepts"))
    assert shape["evidence"] == [
        {
            "report": "r1",
            "path": "papers/001_gazette.txt",
            "line": None,
            "outlet": "Gazette",
            "statement": "s1",
            "spans": [[4, 9]],
            "text": "we agree",
        }
    ]


def test_a_flat_row_lists_conditions_once() -> None:
    row = standing("Velmora", "ceasefire", "accepts-conditionally")
    twice = Standing(row.position, (QUOTE, QUOTE), (QUOTE,))
    assert position_flat(twice)["conditions"] == "we agree"


def test_a_contested_position_says_by_whom() -> None:
    column = next(one for one in POSITIONS.columns if one.head == "Issue")
    assert column.under is not None
    assert (
        column.under(standing("Velmora", "ceasefire", "accepts", contested=True))
        == "accepts (contested: Petra Lind rejects)"
    )


def test_the_silent_are_silent() -> None:
    row = AgreementRow("talks", "Talks", "open", ("Torland", "Velmora"), ((), ("accepts",)))
    flat = agreement_view(row.parties).flat(row)
    assert flat == {"issue": "talks", "verdict": "open", "Torland": "silent", "Velmora": "accepts"}


def test_what_is_doubtful_is_marked_and_what_is_thin_is_thin() -> None:
    row = standing("Velmora", "ceasefire", "accepts")
    column = next(one for one in POSITIONS.columns if one.head == "Issue")
    assert column.under is not None
    shown = [
        column.under(replace(row, position=replace(row.position, confidence=sure, thin=thin)))
        for sure, thin in ((0.7, False), (0.69, False), (0.5, True))
    ]
    assert shown == ["accepts", "accepts (doubtful)", "accepts (thin)"]
