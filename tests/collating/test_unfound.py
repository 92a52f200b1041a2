"""Unit: collating.unfound, which tells of quotations that the transcript of their occasion does not have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.collating.unfound import unfound
from onrecord.collating.verifying import Transcript
from onrecord.model import Span, identity
from onrecord.model.disagreement import Beside, Disagreement
from onrecord.model.utterance import Wording

SPOKEN = (
    "We will open the canal to grain ships before winter. The dredging along the river has to cease this month. "
    "A joint patrol will guard the lighthouse from Monday."
)
OPENED = "“We will open the canal to grain ships before winter,”"
CEASED = "“The dredging along the river has to cease this month,”"
GUARDED = "“A joint patrol will guard the lighthouse from Monday,”"
INVENTED = "“The bankers have emptied every purse in our valley,”"
REPORT = f"{OPENED} Voss said. {CEASED} he said. {INVENTED} he said. {GUARDED} said Voss."


def quoted(words: str, text: str = REPORT, report: str = "report", day: str = "2024-09-12") -> Wording:
    start = text.index(words)
    span = Span(start, start + len(words))
    id = identity(report, words, day)
    return Wording(
        id, id, report, (span,), (words,), "direct", "Ilmar Voss", "person", "Keldavia", first=day, last=day, dated=True
    )


def sought(text: str, one: Wording, *found: str) -> list[Disagreement]:
    beside = [
        Beside(f"utterance {at}", quoted(words, text), quoted(words.strip("“,”"), SPOKEN, "transcript"))
        for at, words in enumerate(found)
    ]
    return [each for _, each in unfound(text, [one], beside, Transcript.of(SPOKEN))]


def test_a_quotation_among_others_that_are_found_is_told() -> None:
    (told,) = sought(REPORT, quoted(INVENTED), OPENED, CEASED)
    assert told.kind == "omission"
    assert [place.text for place in told.readings] == [INVENTED, CEASED.strip("“,”")]


def test_one_that_is_there_is_not() -> None:
    assert sought(REPORT, quoted(GUARDED), OPENED, CEASED) == []


def test_one_quotation_in_common_makes_no_occasion() -> None:
    assert sought(REPORT, quoted(INVENTED), OPENED) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"speaker": "Ora Tann", "party": "Velmora"},
        {"first": "2024-09-14", "last": "2024-09-14"},
        {"kind": "indirect"},
    ],
    ids=lambda changed: ", ".join(changed),
)
def test_what_may_be_of_another_occasion_is_not_sought(changed: dict[str, str]) -> None:
    assert sought(REPORT, replace(quoted(INVENTED), **changed), OPENED, CEASED) == []


def test_what_the_report_says_was_posted_is_not_sought() -> None:
    text = REPORT.replace(f"{INVENTED} he said", f"{INVENTED} he wrote on Harbourbook")
    assert sought(text, quoted(INVENTED, text), OPENED, CEASED) == []


def test_of_a_few_words_nobody_can_tell() -> None:
    text = REPORT.replace(INVENTED, "“Purses are empty,”")
    assert sought(text, quoted("“Purses are empty,”", text), OPENED, CEASED) == []
