"""Unit: collating.verifying, which holds quotations against a transcript. Both are invented."""

from __future__ import annotations

import pytest

from onrecord.collating.verifying import Transcript, verify
from onrecord.model import Span
from onrecord.model.verdict import Verdict

TURNS = (
    ("THE GOVERNOR", "Thank you all for coming to Port Aldis this morning. (Applause.) "),
    ("THE GOVERNOR", "We had a very good talk with the river board, and I believe that we are close to an agreement. "),
    ("THE GOVERNOR", "The canal will open to grain ships on the first of October, or it will not open at all. "),
    ("THE GOVERNOR", "I have told President Voss that thirty days of calm must come before any vote. "),
    ("Q", "Governor, will you meet the islanders before the winter? "),
    ("THE GOVERNOR", "I may meet them if they withdraw the gunboats from the northern channel. "),
    ("THE GOVERNOR", "We have never asked for a single foot of their land, and we are not asking for it now. "),
    ("Q", "How many fishing boats were lost in the storm last week? "),
    (
        "THE GOVERNOR",
        "As far as we know, 214 boats were lost, and 37 of them belonged to families on the south shore. ",
    ),
    ("THE GOVERNOR", "Those families will be paid in full by the end of the year. "),
    ("Q", "Do you trust the board's figures on the toll? "),
    (
        "THE GOVERNOR",
        "The board told us that the toll would rise by 4.7 percent, which is more than anybody here expected. ",
    ),
    ("THE GOVERNOR", "I don't think that a higher toll is wise, but I understand why some members want it. "),
    ("Q", "What happens if the talks fail? "),
    ("THE GOVERNOR", "If the talks fail, we will go to the court in Sarn and we will win there. "),
    ("THE GOVERNOR", "Nobody wants that, least of all the captains who wait at the locks every night. "),
)
TEXT = "".join(f"{who}: {said}\n" for who, said in TURNS)


def label(who: str, said: str) -> Span:
    start = TEXT.index(f"{who}: {said}")
    return Span(start, start + len(who) + 1)


TRANSCRIPT = Transcript.of(TEXT, [(label(who, said), who) for who, said in TURNS])

FAITHFUL = (
    "We had a very good talk with the river board",
    "I believe that we are close to an agreement.",
    "The canal will open to grain ships on the first of October, or it will not open at all,",
    "thirty days of calm must come before any vote",
    "30 days of calm must come before any vote",
    "I may meet them if they withdraw the gunboats from the northern channel.",
    "We have never asked for a single foot of their land, and we are not asking for it now.",
    "we are not asking for it now",
    "As far as we know, 214 boats were lost",
    "[Those] families will be paid in full by the end of the year.",
    "the toll would rise by 4.7%",
    "I don’t think that a higher toll is wise, but I understand why some members want it,",
    "If the talks fail, we will go to the court in Sarn ... we will win there.",
    "Nobody wants that, least of all the captains who wait at the locks every night.",
    "gunboats",
    "very good talk",
    "Thank you all for coming to Port Aldis this morning. We had a very good talk with the river board,",
    "I have told [Mr.] Voss that thirty days of calm must come before any vote",
    "least of all the captains",
    "NOBODY WANTS THAT",
)

ALTERED = (
    ("left out", "We had a good talk with the river board, and I believe that we are close to an agreement."),
    ("left out", "We have asked for a single foot of their land, and we are not asking for it now."),
    ("left out", "We have never asked for a foot of their land, and we are not asking for it now."),
    ("left out", "I may meet them if they withdraw the gunboats from the channel."),
    ("left out", "As far as we know, 214 boats were lost, and 37 belonged to families on the south shore."),
    ("left out", "Those families will be paid by the end of the year."),
    ("left out", "I think that a higher toll is wise, but I understand why some members want it."),
    ("left out", "Nobody wants that, least of all captains who wait at the locks every night."),
    ("left out", "If the talks fail, we will go to court in Sarn and we will win there."),
    ("left out", "I have told Voss that thirty days of calm must come before any vote."),
    ("changed", "The canal will open to grain ships on the first of October, and it will not open at all."),
    ("changed", "The canal may open to grain ships on the first of October, or it will not open at all."),
    ("changed", "The canal will open to grain ships on the first of November, or it will not open at all."),
    ("changed", "We had a very bad talk with the river board, and I believe that we are close to an agreement."),
    ("changed", "We had a very good talk with the river board, and I hope that we are close to an agreement."),
    ("changed", "I will meet them if they withdraw the gunboats from the northern channel."),
    ("changed", "I may meet them when they withdraw the gunboats from the northern channel."),
    ("changed", "I may meet them if they withdraw the soldiers from the northern channel."),
    ("changed", "I have told President Voss that thirty days of calm should come before any vote."),
    ("changed", "thirty days of calm must come after any vote"),
    ("changed", "Those families will be paid in part by the end of the year."),
    ("changed", "I don't think that a lower toll is wise, but I understand why some members want it."),
    ("changed", "If the talks fail, we will go to the court in Sarn and we will lose there."),
    ("changed", "Everybody wants that, least of all the captains who wait at the locks every night."),
    ("number", "As far as we know, 241 boats were lost, and 37 of them belonged to families on the south shore."),
    ("number", "As far as we know, 214 boats were lost, and 73 of them belonged to families on the south shore."),
    ("number", "the toll would rise by 7.4 percent, which is more than anybody here expected"),
    ("number", "I have told President Voss that forty days of calm must come before any vote."),
    ("number", "we have lost 214 boats, and 27 of them belonged to families on the south shore"),
    ("put in", "We had a very good and honest talk with the river board"),
    ("put in", "The canal will not open to grain ships on the first of October, or it will not open at all."),
    ("put in", "I may meet them only if they withdraw the gunboats from the northern channel."),
    ("put in", "Those poor families will be paid in full by the end of the year."),
    ("put in", "Nobody here wants that, least of all the captains who wait at the locks every night."),
    (
        "run together",
        "I may meet them if they withdraw the gunboats from the northern channel. "
        "Those families will be paid in full by the end of the year.",
    ),
    (
        "run together",
        "We are not asking for it now. "
        "I don't think that a higher toll is wise, but I understand why some members want it.",
    ),
    (
        "run together",
        "Those families will be paid in full by the end of the year. "
        "If the talks fail, we will go to the court in Sarn and we will win there.",
    ),
    (
        "run together",
        "Thank you all for coming to Port Aldis this morning. "
        "Nobody wants that, least of all the captains who wait at the locks every night.",
    ),
    ("not found", "The islanders have broken every promise that they ever made to us."),
    ("not found", "I will resign before the spring if the harbour stays shut."),
)


def verdict(quotation: str) -> Verdict:
    report = f"The governor spoke on Thursday. “{quotation}” she said."
    start = report.index("“")
    (found,) = verify(report, [Span(start, report.index("”") + 1)], TRANSCRIPT)
    return found


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert (len(ALTERED), len(FAITHFUL)) == (40, 20)


@pytest.mark.parametrize("quotation", FAITHFUL)
def test_no_faithful_quotation_is_accused(quotation: str) -> None:
    assert verdict(quotation).kind == "verbatim"


@pytest.mark.parametrize(("how", "quotation"), ALTERED)
def test_planted_alterations_are_caught(how: str, quotation: str) -> None:
    found = verdict(quotation)
    assert found.kind == ("not found" if how == "not found" else "altered")
    assert how == "not found" or how in {one.kind for one in found.changes}


def test_a_change_shows_both_texts() -> None:
    (change,) = verdict("The canal will open to grain ships on the first of November,").changes
    assert (change.transcript, change.quotation) == ("October", "November")
    assert [span.text(TEXT) for span in change.transcript_spans] == ["October"]


def test_the_speaker_of_the_passage_is_named() -> None:
    assert verdict("will you meet the islanders before the winter").speaker == "Q"


def test_what_was_not_said_in_brackets_is_passed_over() -> None:
    assert verdict("coming to Port Aldis this morning. We had a very good talk").kind == "verbatim"
