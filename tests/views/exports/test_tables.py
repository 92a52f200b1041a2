"""CSV, Parquet and SQLite: the tables, read back by other libraries."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import sys
from contextlib import closing
from itertools import chain
from pathlib import Path

import polars
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.views.exports import Contents, ExportError, export
from onrecord.views.exports.csv_package import QUOTED, escaped, unescaped
from onrecord.views.exports.queries import HIDDEN, QUERIES, TABLES, VIEWS
from onrecord.views.exports.tables_across import every_table
from tests.views.exports.conftest import Places


def rows_of(folder: Path, table: str) -> list[dict[str, str | None]]:
    """A CSV table as the standard library reads it, its texts as they were."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [{name: unescaped(cell) if cell else None for name, cell in row.items()} for row in csv.DictReader(file)]


def spans_in(cell: str | None) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in json.loads(cell or "[]"))


def test_csv_gives_back_every_place_and_every_character(contents: Contents, folder: Path, places: Places) -> None:
    export(contents, folder, "csv")
    texts = {row["report"]: row["text"] for row in rows_of(folder, "texts")}
    found = {(row["report"], spans_in(row["content"]), row["text"]) for row in rows_of(folder, "statements")}
    assert found == places
    for report, spans, text in found:
        assert text == " … ".join(texts[report][start:end] for start, end in spans)


def test_every_passage_of_every_table_is_what_its_report_says(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    texts = {row["report"]: row["text"] or "" for row in rows_of(folder, "texts")}
    for table in every_table():
        if {"report", "spans", "text"} <= {field.name for field in table.fields}:
            for row in rows_of(folder, table.name):
                at = spans_in(row["spans"])
                assert " … ".join(texts[row["report"]][start:end] for start, end in at) == row["text"], table.name


def test_csv_opens_elsewhere_with_the_same_rows(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    for table in every_table():
        if rows := rows_of(folder, table.name):
            frame = polars.read_csv(folder / f"{table.name}.csv", infer_schema=False)
            assert frame.columns == [field.name for field in table.fields]
            assert len(frame) == len(rows)


def test_no_cell_is_a_formula(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    for table in every_table():
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            cells = list(chain.from_iterable(csv.reader(file)))
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]


@given(st.text() | st.sampled_from(QUOTED).flatmap(lambda start: st.text().map(lambda rest: start + rest)))
def test_what_is_quoted_for_spreadsheets_reads_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_the_package_describes_its_files(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource, table in zip(package["resources"], every_table(), strict=True):
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert [field["name"] for field in resource["schema"]["fields"]] == [field.name for field in table.fields]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_keys_name_one_row_and_what_is_referred_to_is_there(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    tables = {table.name: rows_of(folder, table.name) for table in every_table()}
    for table in every_table():
        keys = [tuple(row[name] for name in table.key) for row in tables[table.name]]
        assert len(keys) == len(set(keys)), table.name
        for field in table.fields:
            if field.refers:
                there = {row["id"] for row in tables[field.refers]} | {None}
                assert {row[field.name] for row in tables[table.name]} <= there, (table.name, field.name)


def test_the_record_of_the_test_fills_the_tables(contents: Contents, folder: Path) -> None:
    export(contents, folder, "csv")
    filled = {table.name for table in every_table() if rows_of(folder, table.name)}
    assert filled >= {"statements", "actors", "conditions", "utterances", "readings", "variants", "positions"}


def test_all_who_may_have_said_it_are_told_and_how_sure_it_is(at_odds: Contents, folder: Path) -> None:
    export(at_odds, folder, "csv")
    for row in rows_of(folder, "utterances"):
        assert (row["speaker"], row["confidence"]) == (None, "0.4")
        told = [json.loads(row[name] or "") for name in ("candidates", "candidate_ids", "candidate_scores")]
        assert told == [["Ilmar Voss", "Mira Lund"], ["actor-1", "actor-2"], ["0.60", "0.40"]]


def test_parquet_gives_back_every_place(contents: Contents, folder: Path, places: Places) -> None:
    export(contents, folder, "parquet")
    table = pyarrow.parquet.read_table(folder / "statements.parquet")
    found = {
        (row["report"], tuple((one["start"], one["end"]) for one in row["content"]), row["text"])
        for row in table.to_pylist()
    }
    assert found == places
    assert table.schema.field("content").metadata[b"description"]


def test_parquet_says_what_is_missing(contents: Contents, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.views.exports.parquet.find_spec", lambda name: None)
    with pytest.raises(ExportError, match=r"pip install 'onrecord\[parquet\]'"):
        export(contents, folder, "parquet")
    assert not folder.exists()
    assert "pyarrow" in sys.modules


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonld", "tei"])
def test_the_same_record_gives_the_same_bytes(contents: Contents, tmp_path: Path, format: str) -> None:
    first, second = (export(contents, tmp_path / name, format) for name in ("one", "two"))
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_datasette_gives_back_every_place(contents: Contents, folder: Path, places: Places) -> None:
    export(contents, folder, "datasette")
    with closing(sqlite3.connect(folder / "tables.db")) as connection:
        rows = connection.execute("SELECT report, content, text FROM statements").fetchall()
        assert {(report, spans_in(content), text) for report, content, text in rows} == places
        hits = connection.execute("SELECT count(*) FROM statements_search WHERE statements_search MATCH 'river'")
        assert hits.fetchone() == (1,)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_asked(contents: Contents, folder: Path, view: str) -> None:
    export(contents, folder, "datasette")
    with closing(sqlite3.connect(folder / "tables.db")) as connection:
        asked = connection.execute(f"SELECT * FROM {view}")  # noqa: S608 - our own names
        assert asked.description
        assert asked.fetchall() or view in ("left_out", "differences")


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_runs_over_the_record_as_it_is(record: onrecord.OpenRecord, query: str) -> None:
    with closing(sqlite3.connect(record._store.place)) as connection:
        rows = connection.execute(QUERIES[query][1], {"party": "", "stance": ""}).fetchall()
    assert rows


def test_the_metadata_name_what_is_there(record: onrecord.OpenRecord, contents: Contents, folder: Path) -> None:
    export(contents, folder, "datasette")
    told = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))["databases"]
    with closing(sqlite3.connect(record._store.place)) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert {*TABLES, *HIDDEN} <= there
    assert set(told) == {"tables", "talks"}
    assert set(told["talks"]["queries"]) == set(QUERIES)
