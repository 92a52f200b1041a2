"""Tests cli.near, and what else the listing commands say on standard error of what they do not list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner, Result

from onrecord import pipeline
from onrecord.cli import app
from onrecord.cli.near import near
from onrecord.model import Report
from onrecord.record import open_record
from tests.quick_reader import QuickReader

REPORTS = (
    Report("“We agree,” Ilmar Voss said.", outlet="Torland Courier", published="2024-09-13"),
    Report("“Never,” Mirela Antal said.", outlet="Mirror"),
)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("near") / "talks.db"
    with open_record(path, create=True) as record:
        list(pipeline.add(record, REPORTS, load_reader=QuickReader))
    yield str(path)


def run(record: str, *arguments: str) -> Result:
    done = CliRunner().invoke(app, [*arguments, "--record", record])
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Keldvaia", ["Keldavia"]),
        ("VOSS", ["Ilmar Voss"]),
        ("Mirela Antel", ["Mirela Antal"]),
        ("xyz", []),
    ],
)
def test_names_that_are_written_nearly_so_are_near(name: str, found: list[str]) -> None:
    assert near(name, ["Keldavia", "Ilmar Voss", "Mirela Antal", "US"]) == found


@pytest.mark.parametrize("command", ["statements", "positions", "timeline", "utterances", "agreement"])
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_whoever_is_not_in_the_record_is_said_not_to_be(talks: str, command: str, form: str) -> None:
    said = run(talks, command, "--party", "Keldvaia", "--format", form).stderr
    assert "onrecord: no party 'Keldvaia' in the record; near: Keldavia\n" in said


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (("--speaker", "Vosss"), "no speaker 'Vosss' in the record; near: Ilmar Voss"),
        (("--outlet", "Torland Currier"), "no outlet 'Torland Currier' in the record; near: Torland Courier"),
        (("--issue", "ceasefire"), "no issue 'ceasefire' in the record; try another --issue"),
    ],
)
def test_each_name_in_the_question_is_looked_for(talks: str, asked: tuple[str, str], line: str) -> None:
    assert f"onrecord: {line}\n" in run(talks, "statements", *asked).stderr


def test_who_is_there_and_said_nothing_of_the_kind_is_not_said_to_be_missing(talks: str) -> None:
    assert " in the record" not in run(talks, "statements", "--party", "Keldavia", "--search", "never").stderr
    assert " in the record" not in run(talks, "statements", "--party", "Keldavia").stderr


def test_the_timeline_counts_what_has_no_day(talks: str) -> None:
    assert "left out 1 statement without a day; `onrecord statements`" in run(talks, "timeline").stderr
    assert "without a day" not in run(talks, "timeline", "--party", "Keldavia").stderr


def test_a_table_of_no_party_is_refused(talks: str) -> None:
    assert CliRunner().invoke(app, ["agreement", "--record", talks, "--parties", "0"]).exit_code == 2
