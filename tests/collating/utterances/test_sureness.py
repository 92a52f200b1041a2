"""Unit: collating.utterances.sureness, which tells how likely a reader would find an utterance right."""

from __future__ import annotations

from onrecord.collating.utterances.sureness import Together, confidence
from onrecord.model.utterance import Wording
from tests.collating.utterances.wordings import wording

FULL = "“We agree with these offers to cease dredging along the river,”"
SHORT = "“We agree with these offers to cease dredging,”"
RETOLD = "that Keldavia agreed with these offers to stop dredging along the river"


def together(*others: Wording, one_site: bool = False) -> Together:
    return Together(wording(FULL, report="a"), others, one_site)


def test_two_sites_that_quote_it_alike_are_sure() -> None:
    assert confidence(together(wording(SHORT, report="b"))) > 0.9


def test_what_is_retold_is_less_sure_than_what_is_quoted() -> None:
    assert confidence(together(wording(RETOLD, report="b", kind="indirect"))) < confidence(
        together(wording(SHORT, report="b"))
    )


def test_pages_of_one_site_are_less_sure_than_two_outlets() -> None:
    other = wording(SHORT, report="b")
    assert confidence(together(other, one_site=True)) < confidence(together(other))


def test_who_is_not_named_makes_it_less_sure() -> None:
    assert confidence(together(wording(SHORT, report="b", speaker=None))) < confidence(
        together(wording(SHORT, report="b"))
    )


def test_where_no_report_names_him_it_is_no_less_sure() -> None:
    nobody = [wording(FULL, report=report, speaker=None) for report in "ab"]
    named = [wording(FULL, report=report) for report in "ab"]
    assert confidence(Together(nobody[0], nobody[1:], False)) == confidence(Together(named[0], named[1:], False))


def test_what_only_names_a_thing_is_less_sure() -> None:
    things, clauses = "the joint dredging of the river locks", "that they will dredge the river locks together"
    bare, said = ([wording(text, report=report, kind="indirect") for report in "ab"] for text in (things, clauses))
    assert confidence(Together(bare[0], bare[1:], False)) < confidence(Together(said[0], said[1:], False))
