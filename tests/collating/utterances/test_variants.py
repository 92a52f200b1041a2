"""Unit: collating.utterances.variants, which tells how a wording differs from the base."""

from __future__ import annotations

import pytest

from onrecord.collating.utterances.variants import variants
from tests.collating.utterances.wordings import wording

BASE = "“We agree with these offers to cease dredging very soon,”"


@pytest.mark.parametrize(
    ("base", "other", "kind", "ours", "theirs"),
    [
        (
            BASE,
            "“We agree with these offers to stop the dredging very soon,”",
            "translation",
            "cease",
            "stop the",
        ),
        (BASE, "“We agree with these offers to cease dredging soon,”", "omission", "very", ""),
        (BASE, "“We agree with these joint offers to cease dredging very soon,”", "addition", "", "joint"),
        ("less than 200 boats", "less than 300 boats", "number", "200", "300"),
        ("to discuss the issue", "to discuss the issues", "number", "issue", "issues"),
        ("“I will write to the board,”", "he would write to the board", "tense", "I will", "he would"),
        ("“Grain or salt may pass,”", "“Grain and salt may pass,”", "translation", "or", "and"),
    ],
)
def test_each_difference_has_its_kind(base: str, other: str, kind: str, ours: str, theirs: str) -> None:
    (found,) = variants(wording(base), wording(other, report="b"))
    assert (found.kind, found.base_text, found.text) == (kind, ours, theirs)


def test_words_that_moved() -> None:
    found = variants(wording("“Today we open the canal,”"), wording("“We open the canal today,”", report="b"))
    assert {one.kind for one in found} == {"order"}


def test_nothing_but_punctuation() -> None:
    (found,) = variants(wording("“No deal – not now,”"), wording("“No deal, not now,”", report="b"))
    assert found.kind == "punctuation"


def test_quotation_marks_alone_are_no_difference() -> None:
    assert variants(wording("“No deal now,”"), wording('"No deal now."', report="b")) == ()


def test_the_places_are_those_of_the_words() -> None:
    other = "“We agree with these offers to stop the dredging very soon,”"
    (found,) = variants(wording(BASE), wording(other, report="b"))
    assert [span.text(BASE) for span in found.base_spans] == ["cease"]
    assert [span.text(other) for span in found.spans] == ["stop the"]
