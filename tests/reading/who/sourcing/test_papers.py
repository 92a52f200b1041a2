"""reading.who.sourcing.papers: who made a paper that speaks."""

from __future__ import annotations

import pytest

from onrecord.reading.who.naming.names import Label
from tests.reading.who.marked import speakers

NAMES: dict[str, Label] = {
    "Ana_Kolt": "person",
    "Kolt": "person",
    "Oleh_Drach": "person",
    "Harbour_Institute": "organisation",
    "Dockers_Union": "organisation",
    "Vell_Panel": "organisation",
}


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        (
            "Fish is scarce, according to ⟦the Harbour Institute⟧. Prices doubled, ⟦the research⟧ says.",
            "Harbour Institute",
        ),
        ("The Harbour Institute published a study on Monday. ⟦The study⟧ found much.", "Harbour Institute"),
        (
            "Fish is scarce, says a report by the Harbour Institute. Ana Kolt wept. ⟦The report⟧ says so.",
            "Harbour Institute",
        ),
        ("⟦A poll⟧ showed that most want peace. The independent Vell Panel poll asked 500.", "Vell Panel"),
        ("The Dockers Union is out. ⟦The union's latest statement⟧ says so.", "Dockers Union"),
        ("Ana Kolt was held. ⟦Her social media account⟧ said so.", "Ana Kolt"),
        ("The Dockers Union met Ana Kolt. ⟦Kolt's letter⟧ asked for more.", "Ana Kolt"),
        ("The Dockers Union met. ⟦A union statement⟧ asked for more.", "Dockers Union"),
        ("Ana Kolt slept. ⟦A statement released on her behalf⟧ asked for more.", "Ana Kolt"),
        ("⟦A letter on behalf of the Dockers Union⟧ asked for more.", "Dockers Union"),
    ],
)
def test_the_maker_speaks(text: str, maker: str) -> None:
    assert speakers(text, **NAMES)[-1] == maker


@pytest.mark.parametrize(
    "text",
    [
        "Ana Kolt spoke. Oleh Drach published a book. ⟦The report⟧ says so.",
        "Ana Kolt went to the Dockers Union. ⟦Friday's report⟧ says so.",
        "The Dockers Union complaint was dropped. ⟦The complaint⟧ says so.",
    ],
)
def test_whose_paper_it_is_stays_open(text: str) -> None:
    assert speakers(text, **NAMES)[-1] in ("report", "Friday's report", "complaint")
