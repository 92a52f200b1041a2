"""context: the sentences around a statement."""

import pytest

from onrecord.views.context import with_context
from tests.views.making import MadeRecord, said

FIRST, SECOND, THIRD = "Voss was tired.", "“We agree,” Voss said.", "He left."
TEXT = f"{FIRST} {SECOND}\n{THIRD}"


@pytest.mark.parametrize(
    ("content", "around"),
    [
        ("“We agree,”", SECOND),
        ("tired. “We agree,” Voss", f"{FIRST} {SECOND}"),
        ("He left.", THIRD),
        ("\n", "\n"),
    ],
)
def test_whole_sentences_stand_around(content: str, around: str) -> None:
    record = MadeRecord(TEXT, (FIRST, SECOND, THIRD))
    (shown,) = with_context(record, [said(TEXT, content)])
    assert shown.context is not None
    assert shown.context.text == around
    assert shown.context.span.text(TEXT) == around


def test_without_sentences_the_statement_stands_alone() -> None:
    (shown,) = with_context(MadeRecord(TEXT), [said(TEXT, "We agree")])
    assert shown.context is not None
    assert shown.context.text == "We agree"
