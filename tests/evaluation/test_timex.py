"""Scoring dates against TIMEX3: what counts, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluation import timex

WORDS = [
    ["Port", "Sel", "talks", "end"],
    ["March", "14", ",", "2031"],
    ["Envoys", "met", "on", "Thursday", ",", "two", "days", "after", "a", "raid", "."],
    ["They", "meet", "again", "next", "week", "."],
]


def document(tmp_path: Path, timexes: list[tuple[str, str, str, list[int]]]) -> Path:
    tokens, number = [], 0
    for sentence, words in enumerate(WORDS):
        for word in words:
            number += 1
            tokens.append(f'<token sentence="{sentence}" t_id="{number}">{word}</token>')
    marks = "".join(
        f'<TIMEX3 type="{kind}" value="{value}" functionInDocument="{function}">'
        + "".join(f'<token_anchor t_id="{place}"/>' for place in places)
        + "</TIMEX3>"
        for kind, value, function, places in timexes
    )
    folder = tmp_path / "corpus_river"
    folder.mkdir()
    file = folder / "1_talks.xml"
    file.write_text(f"<Document>{''.join(tokens)}<Markables>{marks}</Markables></Document>", encoding="utf-8")
    return tmp_path


CREATED = ("DATE", "2031-03-14", "CREATION_TIME", [5, 6, 7, 8])
THURSDAY = ("DATE", "2031-03-13", "NONE", [12])
TWO_DAYS = ("DURATION", "P2D", "NONE", [14, 15])
NEXT_WEEK = ("DATE", "2031-W12", "NONE", [23, 24])


def test_right_values_count(tmp_path: Path) -> None:
    figures = timex.run(document(tmp_path, [CREATED, THURSDAY, TWO_DAYS, NEXT_WEEK]))["all"]
    assert (figures["F1"], figures["wanted"], figures["predicted"], figures["left out"]) == (1.0, 2, 2, 1)


def test_a_wrong_value_counts_twice(tmp_path: Path) -> None:
    wrong = ("DATE", "2031-03-06", "NONE", [12])
    tally = timex.tallies(document(tmp_path, [CREATED, wrong, NEXT_WEEK]))["corpus_river"]
    figures = tally.figures()
    assert (figures["precision"], figures["recall"], figures["found"]) == (0.5, 0.5, 2)
    assert "read 2031-03-13" in tally.errors[0]


def test_what_is_found_on_a_reference_alone_is_left_out(tmp_path: Path) -> None:
    vague = ("DATE", "FUTURE_REF", "NONE", [23, 24])
    figures = timex.run(document(tmp_path, [CREATED, THURSDAY, vague]))["all"]
    assert (figures["F1"], figures["predicted on what is left out"]) == (1.0, 1)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("2031-03-13", "2031-03-13"),
        ("2031-03-13TMO", "2031-03-13"),
        ("2031-W12", "2031-03-17/2031-03-23"),
        ("2031-W12-WE", "2031-03-22/2031-03-23"),
        ("2031-Q1", "2031-01/2031-03"),
        ("2031-SU", "2031-06/2031-08"),
        ("2031-06-XX", "2031-06"),
        ("203", "203X"),
        ("14-03-2031", "2031-03-14"),
        ("P2D", None),
        ("PRESENT_REF", None),
        ("XXXX-XX-XX", None),
        ("FY2031", None),
    ],
)
def test_timex_values_as_edtf(value: str, form: str | None) -> None:
    assert timex.to_edtf(value) == form


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.xml"):
        timex.run(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "torn.xml").write_text("<Document><token", encoding="utf-8")
    with pytest.raises(ValueError, match="torn"):
        timex.run(tmp_path)
