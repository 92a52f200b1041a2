"""Two records to look at: the invented talks of examples/, and one whose reports would like to do harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import pipeline
from onrecord.cli.serving import ServeOptions, site_of
from onrecord.model import Report
from onrecord.reading.reader import load
from onrecord.record import open_record
from onrecord.sources import reports
from tests.quick_reader import QuickReader

EXAMPLES = Path(__file__).parents[3] / "examples"
SCRIPT = "<script>document.title='owned'</script>"
HOSTILE = f"{SCRIPT}<img src=x onerror=alert(1)>\x1b]0;owned\x07\u202e=HYPERLINK(1) {{{{7*7}}}} '\"&"
HEBREW = "שלום עליכם"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the examples, read by the real reader."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with open_record(path, create=True) as record:
        list(pipeline.add(record, reports([str(EXAMPLES)]), load_reader=load))
    return path


def hostile_reports() -> Iterator[Report]:
    for day, outlet in (("2024-09-12", HOSTILE), ("2024-09-13", f"=cmd|' /C calc'!A0 {HEBREW}")):
        yield Report(
            f"“{HOSTILE} We agree to the truce,” Ilmar Voss said.\n“{HEBREW}” Mirela Antal said.\n{SCRIPT}\n",
            title=HOSTILE,
            outlet=outlet,
            author=HOSTILE,
            url="javascript:alert(1)",
            published=day,
            path=f"news/{SCRIPT}/../{day}.txt",
        )


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "hostile.db"
    with open_record(path, create=True) as record:
        list(pipeline.add(record, hostile_reports(), load_reader=QuickReader))
    return path


def client_of(path: Path, **options: bool) -> Iterator[TestClient]:
    told = ServeOptions(record=str(path), **options)
    with open_record(path, read_only=not told.edit) as record:
        yield TestClient(site_of(record, told), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def client(examples: Path) -> Iterator[TestClient]:
    yield from client_of(examples)


@pytest.fixture(scope="session")
def hostile_client(hostile: Path) -> Iterator[TestClient]:
    yield from client_of(hostile)


def rows(client: TestClient, name: str, **asked: str) -> list[dict]:
    """What the API lists."""
    answer = client.get(f"/api/{name}", params={"format": "jsonl", **asked})
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]
