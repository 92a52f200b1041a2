"""The record as JSON: the rows of the command line, and a description that tells the truth."""

from __future__ import annotations

import csv
import io
import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.views.web.listings import LISTINGS
from tests.views.web.conftest import rows

NAMES = [one.name for one in LISTINGS]
LISTS = [one.name for one in LISTINGS if not any(param.required for param in one.params)]


@pytest.fixture(scope="session")
def described(client: TestClient) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/openapi.json", client.app, headers={"Host": "127.0.0.1"})


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("path", ["/api", "/api/openapi.json", *(f"/api/{name}" for name in NAMES)])
def test_the_description_tells_the_truth(
    described: schemathesis.BaseSchema, path: str, mode: schemathesis.GenerationMode
) -> None:
    """Schemathesis asks what the description allows, and what it forbids, and holds the answers against it."""

    @given(described[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=5 if path == "/api/brief" else 15,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(headers={"Host": "127.0.0.1"})

    try:
        asked()
    except Unsatisfiable:
        assert mode is schemathesis.GenerationMode.NEGATIVE, "nothing that is allowed can be asked"


def test_tells_what_there_is(client: TestClient) -> None:
    told = client.get("/api").json()
    assert [one["name"] for one in told["lists"]] == NAMES
    assert all(client.get(one["path"]).status_code == 200 for one in told["lists"] if one["name"] in LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_those_of_the_command_line(client: TestClient, examples: object, name: str) -> None:
    told = CliRunner().invoke(app, [name, "--record", str(examples), "--format", "jsonl"])
    assert told.exit_code == 0, told.output
    assert rows(client, name) == [json.loads(line) for line in told.stdout.splitlines()]


def test_what_is_told_thinly_can_be_asked_for(client: TestClient, examples: object) -> None:
    told = CliRunner().invoke(app, ["agreement", "--thin", "--record", str(examples), "--format", "jsonl"])
    thinly = rows(client, "agreement", thin="true")
    assert thinly == [json.loads(line) for line in told.stdout.splitlines()]
    assert thinly != rows(client, "agreement")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_table_too(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/{name}", params={"format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(list(csv.reader(io.StringIO(answer.text)))) >= len(rows(client, name))


def test_one_story_can_be_asked_for_everywhere(client: TestClient) -> None:
    story = rows(client, "stories")[0]
    assert [one["id"] for one in rows(client, "stories", story=story["id"])] == [story["id"]]
    told = {one["id"] for one in rows(client, "reports", story=story["id"])}
    assert told == {one["report"] for one in story["reports"]}


def test_the_next_rows_follow_without_a_gap(client: TestClient) -> None:
    at, held = "/api/statements?limit=40", []
    while at:
        told = client.get(at).json()
        held += told["statements"]
        at = told["next"]
    assert held == rows(client, "statements")


@pytest.mark.parametrize(
    ("asked", "cause"),
    [
        ("since=yesterday", "since is a day"),
        ("limit=0", "limit is a whole number from 1"),
        ("limit=5&limit=6", "given twice"),
        ("colour=red", "no such parameter: 'colour'"),
        ("min_confidence=nan", "min_confidence is a number from 0 to 1"),
        ("format=xml", "format is one of json, jsonl, csv"),
        ("party=", "party takes 1 to 500 characters"),
        ("search=%00", "no text"),
    ],
)
def test_a_wrong_question_gets_one_line(client: TestClient, asked: str, cause: str) -> None:
    answer = client.get(f"/api/statements?{asked}")
    assert answer.status_code == 400
    assert cause in answer.json()["fault"]
    assert "\n" not in answer.json()["fault"]


def test_cells_are_no_formulas_and_lines_hold_no_controls(hostile_client: TestClient) -> None:
    for name in NAMES:
        table = hostile_client.get(f"/api/{name}", params={"format": "csv"}).text
        cells = [cell for line in csv.reader(io.StringIO(table)) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        lines = hostile_client.get(f"/api/{name}", params={"format": "jsonl"}).text
        assert "\x1b" not in table + lines
        assert "\u202e" not in table + lines
