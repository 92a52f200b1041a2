"""formats: a view as JSON lines, CSV and Markdown."""

import csv
import io
import json

from onrecord.views.formats import csv_lines, jsonl, markdown
from onrecord.views.tables import REPORTS, SAID
from tests.views.making import report, said

TEXT = '=1+1 "We agree,\nnow" | <b>'
HOSTILE = said(TEXT, TEXT)


def test_jsonl_keeps_every_character() -> None:
    (line,) = jsonl(SAID, [HOSTILE])
    assert "\n" not in line
    assert json.loads(line)["text"] == TEXT


def test_csv_reads_back_with_formulas_neutralised() -> None:
    lines = "\n".join(csv_lines(SAID, [HOSTILE]))
    (row,) = csv.DictReader(io.StringIO(lines, newline=""))
    assert row["text"] == f"'{TEXT}"
    assert row["speaker"] == "Ilmar Voss"
    assert TEXT[int(row["start"]) : int(row["end"])] == TEXT


def test_csv_of_nothing_is_empty() -> None:
    assert list(csv_lines(SAID, [])) == []


def test_markdown_stays_one_table() -> None:
    head, rule, row = markdown(SAID, [HOSTILE])
    assert head == "| Said on | Speaker | Statement |"
    assert rule == "| --- | --- | --- |"
    assert row.replace("\\|", "").count("|") == 4
    assert "<b>" not in row


def test_reports_have_the_same_fields_as_data_and_as_csv() -> None:
    (line,) = jsonl(REPORTS, [report()])
    head, _ = csv_lines(REPORTS, [report()])
    assert set(head.split(",")) == set(json.loads(line)) - {"paths"}
