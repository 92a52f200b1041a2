"""Tests onrecord.views.proposals and onrecord.views.changes: as data, and for people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.model import Span, Stance
from onrecord.model.change import Change, ChangeRow
from onrecord.model.position import Passage, Position, Quote, Standing
from onrecord.model.proposal import ProposalRow, TermQuote
from onrecord.views.changes import CHANGES, after_words, before_words, change_flat, change_shape
from onrecord.views.formats import csv_lines, jsonl, markdown
from onrecord.views.proposals import PROPOSALS, proposal_flat, proposal_shape

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
HOSTILE = "=1+1 <script>\x1b[31m‮ | Torland’s truce"


def quote(text: str, start: int = 4) -> Quote:
    place = Passage("r1", (Span(start, start + 5),), "s1")
    return Quote(place, text, "papers/001_gazette.txt", "Gazette")


def standing(stance: Stance, day: str, condition: str | None = None) -> Standing:
    limits = (quote(condition, 40),) if condition else ()
    evidence = (quote("we agree"),)
    position = Position(
        "Velmora", "ceasefire", stance, day, 0.8, ("Ana Ruiz",), tuple(one.passage for one in limits),
        tuple(one.passage for one in evidence), proposal="30-day truce",
    )  # fmt: skip
    return Standing(position, limits, evidence)


PROPOSAL = ProposalRow(
    id="proposal-1",
    name="30-day truce",
    names=("30-day truce", HOSTILE),
    maker="Ilmar Voss",
    party="Keldavia",
    made_on="2024-09-10",
    first_day="2024-09-12",
    terms=(TermQuote("duration", quote("30-day")), TermQuote("scope", quote("would cover the ports"))),
    answers=(standing("accepts", "2024-09-12"), standing("rejects", "2024-09-20")),
    places=(quote("30-day truce"), quote("truce", 90)),
    maker_evidence=(quote("proposed by Ilmar Voss"),),
)
BEFORE, AFTER = standing("rejects", "2024-09-01"), standing("accepts-conditionally", "2024-09-20", "if the guns leave")
CHANGE = ChangeRow(
    Change("stance", BEFORE.position, AFTER.position, added=AFTER.position.conditions),
    BEFORE,
    AFTER,
    "Ana Ruiz",
    AFTER.evidence[0],
    added=AFTER.conditions,
)


def section(heading: str) -> str:
    return CONTRACT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def fields_in(heading: str) -> set[str]:
    cells = re.findall(r"^\| (`[^|]*`) \|", section(heading), re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def columns_in(heading: str) -> list[str]:
    return re.findall(r"`(\w+)`", section(heading).split("As CSV:")[1])


def test_proposals_are_as_documented() -> None:
    assert set(proposal_shape(PROPOSAL)) == fields_in("onrecord proposals")
    assert list(proposal_flat(PROPOSAL)) == columns_in("onrecord proposals")


def test_changes_are_as_documented() -> None:
    assert set(change_shape(CHANGE)) == fields_in("onrecord changes")
    assert list(change_flat(CHANGE)) == columns_in("onrecord changes")


def test_a_proposal_lists_terms_and_answers() -> None:
    flat = proposal_flat(PROPOSAL)
    assert flat["terms"] == "30-day; would cover the ports"
    assert flat["answers"] == "Velmora accepts (2024-09-12); Velmora rejects (2024-09-20)"


def test_a_change_says_from_what_to_what() -> None:
    assert before_words(CHANGE) == "rejects"
    assert after_words(CHANGE) == "accepts-conditionally: if the guns leave"


def test_where_another_condition_is_new_the_one_before_stands_beside_it() -> None:
    change = Change("condition", AFTER.position, AFTER.position, added=AFTER.position.conditions)
    row = ChangeRow(change, AFTER, AFTER, "Ana Ruiz", AFTER.evidence[0], added=AFTER.conditions)
    assert before_words(row) == "accepts-conditionally: if the guns leave"


@pytest.mark.parametrize(("firmer", "words"), [(True, "rejects more firmly"), (False, "rejects less firmly")])
def test_a_change_of_strength_says_so(firmer: bool, words: str) -> None:
    change = Change("strength", BEFORE.position, BEFORE.position, firmer=firmer)
    assert after_words(ChangeRow(change, BEFORE, BEFORE, "Ana Ruiz", BEFORE.evidence[0])) == words


def test_every_format_takes_them() -> None:
    for lines in (jsonl(PROPOSALS, [PROPOSAL]), csv_lines(PROPOSALS, [PROPOSAL]), markdown(PROPOSALS, [PROPOSAL])):
        assert "\x1b" not in "".join(lines)
    for lines in (jsonl(CHANGES, [CHANGE]), csv_lines(CHANGES, [CHANGE]), markdown(CHANGES, [CHANGE])):
        assert "accepts-conditionally" in "".join(lines)
