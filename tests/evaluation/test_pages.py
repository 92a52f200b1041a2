"""The score of pages: titles, days and paragraphs against what was expected."""

import json
from pathlib import Path

from onrecord.evaluation.pages import Tally, evaluate

FIRST = "The envoys of Norland and Esk met for six hours on the river island, and nothing was signed."
SECOND = "“We will come back on Monday with a list of the dams,” the envoy of Norland told reporters."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta property="og:title" content="Talks end">
<meta property="article:published_time" content="2025-03-13T10:00:00Z"></head>
<body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"""


def tally(folder: Path, *, page: str = PAGE, **expected: object) -> Tally:
    version = {
        "title": "Talks end",
        "publishing_date": "2025-03-13 10:00:00+00:00",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [FIRST, SECOND]}]},
    }
    (folder / "Tribune_2025_03_13.html").write_text(page, encoding="utf-8")
    (folder / "Tribune.expected.json").write_text(json.dumps({"V1": {**version, **expected}}), encoding="utf-8")
    return evaluate(folder)["Tribune_2025_03_13"]


def test_a_page_read_as_expected(tmp_path: Path) -> None:
    assert set(tally(tmp_path).measures().values()) == {1.0}


def test_what_differs_is_counted(tmp_path: Path) -> None:
    measures = tally(tmp_path, title="Talks go on", body={"sections": [{"paragraphs": [FIRST, "No deal."]}]}).measures()
    assert (measures["title"], measures["day"], measures["paragraph_recall"], measures["line_precision"]) == (
        0,
        1,
        0.5,
        0.5,
    )


def test_a_page_that_can_not_be_read(tmp_path: Path) -> None:
    measures = tally(tmp_path, page="<html></html>").measures()
    assert (measures["read"], measures["paragraph_recall"]) == (0, 0)


def test_tallies_add_up(tmp_path: Path) -> None:
    one = tally(tmp_path)
    assert (one + one).paragraphs == 4
