"""Checking the record: nothing to say of a sound one, one line for each fault planted in a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Reading, Report, Statement
from onrecord.model.statement import former_statement_id
from onrecord.record import Record, open_record
from tests.record.conftest import Copies
from tests.record.fake import load, many, report, said
from tests.record.keeping import keep

RICH = report(
    "Talks by the river",
    said("Ada Voss", "We accept 30 days, provided that the gunboats leave.", day="2024-09-12"),
    "It followed a phone call on 2024-09-11.",
    path="rich.txt",
)


def test_a_sound_record_has_no_faults(record: Record) -> None:
    keep(record, RICH, *many(5))
    assert list(record.check()) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("UPDATE statement SET content = '[[3,9]]'", "its words are not those of the text"),
        ("UPDATE statement SET content = '[[3,9]]'", "its spans are not those that were read"),
        ("UPDATE statement SET source = '[[0,5]]'", "its spans are not those that were read"),
        ("UPDATE statement SET source = '[[0,5]'", "its reading cannot be put together"),
        ("UPDATE statement SET text = 'We agree.'", "its words are not those of the text"),
        ("UPDATE statement SET said_on_evidence = '[[0,99999]]'", "a span lies outside the text"),
        ("UPDATE statement SET kind = 'spoken'", "its reading cannot be put together"),
        ("UPDATE date SET spans = '[[0,4]]'", "date at"),
        (
            "UPDATE statement SET derived_on = '2024-09-12', derived_evidence = '[[0,99999]]'",
            "a span lies outside the text",
        ),
        ("UPDATE story_place SET parent = 'report-gone'", "it goes on with a report that is not there"),
        ("UPDATE quantity SET starts = starts + 1", "quantity at"),
        ("UPDATE condition SET text = upper(text)", "condition at"),
        ("UPDATE mention SET ends = ends - 1", "mention at"),
        ("UPDATE event SET spans = '[]'", "event at"),
        ("UPDATE reading SET sentences = '[[0,99999]]'", "sentence: a span lies outside the text"),
        ("UPDATE report_text SET text = 'x' || substr(text, 2)", "its text is not the one that was read"),
        ("UPDATE report_text SET given_outlet = 'Another'", "its id differs"),
        ("UPDATE report SET characters = 3", "characters, not 3"),
        ("DELETE FROM statement", "statements: 0 rows, but the reading has 1"),
        ("DELETE FROM date WHERE ordinal = 0", "dates: 1 rows, but the reading has 2"),
        ("DELETE FROM quantity", "quantities: 0 rows"),
        ("DELETE FROM condition", "conditions: 0 rows"),
        ("DELETE FROM event", "events: 0 rows"),
        ("DELETE FROM report_actor", "actors: 0 rows"),
        ("DELETE FROM mention", "mentions: 0 rows"),
        ("DELETE FROM sighting", "its text or the places where it was met are missing"),
        ("DELETE FROM report_text", "its text or the places where it was met are missing"),
        ("DELETE FROM statement_speaker", "its speakers are not those that were read"),
        ("DELETE FROM statement_issue", "its issues are not those that were read"),
        ("DELETE FROM actor_member", "a form of no actor"),
        ("DELETE FROM actor", "names what is not in actor"),
        ("DELETE FROM actor_form", "names what is not in actor_form"),
        ("INSERT INTO statement_search(statement_search, rowid, text) VALUES ('delete', 1, 'We')", "out of step"),
        ("DELETE FROM report_text_search_data", "the search index"),
    ],
)
def test_each_planted_fault_is_found(copies: Copies, planted: str, told: str) -> None:
    address = copies("sqlite")
    with open_record(address) as record:
        keep(record, RICH)
    with closing(sqlite3.connect(address)) as file:
        file.execute(planted)
        file.commit()
    with open_record(address) as record:
        assert any(told in line for line in record.check())


def test_ids_as_they_were_given_before_are_no_fault(tmp_path: Path) -> None:
    class Former:
        """Gives statements the ids that they had before ids began with their report's."""

        key = "former"

        def __call__(self, of: Report) -> Reading:
            read = load()(of)
            return replace(read, statements=tuple(replace(one, id=self._former(of, one)) for one in read.statements))

        def _former(self, of: Report, one: Statement) -> str:
            return former_statement_id(of.id, one.source, one.cue, one.content, one.kind)

    with open_record(tmp_path / "talks.db", create=True) as record:
        keep(record, report(said("Ada Voss", "We accept 30 days.")), reader=Former())
        assert list(record.check()) == []


def test_a_torn_page_is_found(copies: Copies) -> None:
    address = copies("sqlite")
    with open_record(address) as record:
        keep(record, *many(30))
    whole = bytearray(Path(address).read_bytes())
    whole[4096 * 20 : 4096 * 20 + 300] = b"\xff" * 300
    Path(address).write_bytes(whole)
    with open_record(address) as record:
        assert any("damaged" in line or "integrity" in line for line in record.check())
