"""Correcting a statement from the pages: its speaker, its stance, the utterance it belongs to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views.web.conftest import client_of, rows
from tests.views.web.looking import harms, page

WHY = "she says so on the tape"


@pytest.fixture
def editing(examples: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A copy of the examples, open for corrections."""
    copy = tmp_path / "talks.db"
    shutil.copy(examples, copy)
    yield from client_of(copy, edit=True)


def accepting(client: TestClient) -> dict:
    """A statement that makes a position, in an utterance of several readings."""
    shared = {each["statement"] for one in rows(client, "utterances") for each in one["readings"]}
    found = rows(client, "statements")
    return next(one for one in found if one["id"] in shared and one["stance"] and one["issues"] and one["party"])


def tell(client: TestClient, act: str, statement: str, **fields: str) -> int:
    at = f"/statement/{statement}/corrections"
    token = re.search(r'name="token" value="([0-9a-f]+)"', client.get(at).text)
    assert token
    told = {"token": token[1], "statement": statement, "because": WHY, **fields}
    return client.post(f"/edit/statements/{act}", data=told).status_code


def one(client: TestClient, id: str) -> dict:
    return next(each for each in rows(client, "statements") if each["id"] == id)


def test_the_page_has_a_form_for_each_correction(editing: TestClient) -> None:
    id = accepting(editing)["id"]
    made = page(editing, f"/statement/{id}/corrections")
    assert not harms(made)
    assert {form.get("action") for form in made.iter("form") if form.get("method") == "post"} == {
        "/edit/statements/set-speaker",
        "/edit/statements/set-stance",
        "/edit/statements/move",
    }


def test_a_speaker_is_corrected_and_taken_back(editing: TestClient) -> None:
    before = accepting(editing)
    people = [each["name"] for each in rows(editing, "actors") if each["type"] == "person"]
    other = next(name for name in people if name != before["speaker"]["name"])
    assert tell(editing, "set-speaker", before["id"], actor=other) == 200
    after = one(editing, before["id"])
    assert after["speaker"]["name"] == other
    assert after["as_read"]["speaker"] == before["as_read"]["speaker"]
    assert after["corrections"] == [{"kind": "set-speaker", "value": other, "judge": "user", "why": WHY}]
    text = editing.get(f"/statement/{before['id']}/corrections").text
    judgement = re.search(r'name="judgement" value="([^"]+)"', text)
    token = re.search(r'name="token" value="([0-9a-f]+)"', text)
    assert judgement and token
    editing.post("/edit/undo", data={"token": token[1], "judgement": judgement[1], "statement": before["id"]})
    assert one(editing, before["id"]) == before


def test_a_stance_moves_the_positions(editing: TestClient) -> None:
    said = accepting(editing)
    assert tell(editing, "set-stance", said["id"], issue=said["issues"][0], stance="threatens") == 200
    made = [
        each
        for each in rows(editing, "positions", party=said["party"])
        if said["id"] in {quote["statement"] for quote in each["evidence"]} and each["stance"] == "threatens"
    ]
    assert [each["judged"] for each in made] == [True]
    assert "corrected by a person" in editing.get(f"/positions?party={said['party']}").text


def test_a_statement_is_moved_out_of_its_utterance(editing: TestClient) -> None:
    said = accepting(editing)
    assert said["id"] in {each["statement"] for one in rows(editing, "utterances") for each in one["readings"]}
    assert tell(editing, "move", said["id"], utterance="") == 200
    assert said["id"] not in {each["statement"] for one in rows(editing, "utterances") for each in one["readings"]}
    judgements = editing.get("/judgements").text
    assert WHY in judgements
    assert f"/report/{said['report']}" in judgements


@pytest.mark.parametrize(
    ("act", "fields", "status"),
    [
        ("set-speaker", {"actor": "Nobody of this name"}, 409),
        ("set-speaker", {"because": ""}, 400),
        ("set-stance", {"issue": "ceasefire", "stance": "loves"}, 409),
        ("set-stance", {"issue": "weather", "stance": "accepts"}, 409),
        ("move", {"utterance": "utterance-0"}, 409),
        ("move", {"token": "0" * 64}, 403),
        ("praise", {}, 404),
    ],
)
def test_a_wrong_form_says_what_is_wrong(editing: TestClient, act: str, fields: dict[str, str], status: int) -> None:
    assert tell(editing, act, accepting(editing)["id"], **fields) == status


def test_without_edit_there_is_nothing_to_send(client: TestClient) -> None:
    id = accepting(client)["id"]
    assert 'method="post"' not in client.get(f"/statement/{id}/corrections").text
    assert client.post("/edit/statements/move", data={}).status_code in (404, 405)


@pytest.mark.parametrize("how", ["id", "short", "place"])
def test_leads_back_to_the_statement_however_it_was_named(editing: TestClient, how: str) -> None:
    before = accepting(editing)
    first, last = before["content"][0][0], before["content"][-1][1]
    named = {"id": before["id"], "short": before["id"][:-3], "place": f"{before['path']}:{first}-{last}"}[how]
    at = f"/statement/{before['id']}/corrections"
    token = re.search(r'name="token" value="([0-9a-f]+)"', editing.get(at).text)
    assert token
    told = {"token": token[1], "statement": named, "because": WHY, "actor": ""}
    answer = editing.post("/edit/statements/set-speaker", data=told)
    assert (answer.status_code, answer.url.path) == (200, at)
    judgement = re.search(r'name="judgement" value="([^"]+)"', answer.text)
    assert judgement
    undone = {"token": token[1], "judgement": judgement[1], "statement": named}
    assert editing.post("/edit/undo", data=undone).url.path == at
