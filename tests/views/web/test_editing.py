"""Correcting the record from its pages: each correction a judgement, and none of them sent by another site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.views.web.conftest import client_of, rows

FORM = {"because": "one person, two spellings"}


@pytest.fixture
def editing(hostile: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A record of its own, open for corrections."""
    copy = tmp_path / "talks.db"
    shutil.copy(hostile, copy)
    yield from client_of(copy, edit=True)


def actor(client: TestClient, name: str) -> dict:
    return next(one for one in rows(client, "actors") if one["name"] == name)


def form(client: TestClient, at: str, **fields: str) -> dict[str, str]:
    """The fields of a form on the page, with its token."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(at).text)
    assert found, f"no form at {at}"
    return {"token": found[1], **FORM, **fields}


def test_a_merge_is_a_judgement_that_can_be_taken_back(editing: TestClient) -> None:
    voss, antal = actor(editing, "Ilmar Voss"), actor(editing, "Mirela Antal")
    told = form(editing, f"/actor/{voss['id']}", actor=voss["id"], other=antal["id"])
    assert editing.post("/edit/actors/merge", data=told).url.path.startswith("/actor/")
    assert {"Ilmar Voss", "Mirela Antal"} <= set(rows(editing, "actors")[0]["names"])
    page = editing.get("/judgements").text
    assert FORM["because"] in page
    judgement = re.search(r'name="judgement" value="([^"]+)"', page)
    assert judgement
    editing.post("/edit/undo", data=form(editing, "/judgements", judgement=judgement[1]))
    assert actor(editing, "Mirela Antal")["names"] == ["Mirela Antal"]
    assert "taken back" in editing.get("/judgements").text


def test_renames_and_says_on_whose_behalf(editing: TestClient) -> None:
    voss = actor(editing, "Ilmar Voss")["id"]
    editing.post("/edit/actors/rename", data=form(editing, f"/actor/{voss}", actor=voss, value="I. Voss"))
    editing.post("/edit/actors/set-party", data=form(editing, f"/actor/{voss}", actor=voss, value="Velmora"))
    assert actor(editing, "I. Voss")["party"] == "Velmora"


def test_says_on_whose_behalf_from_which_day_to_which(editing: TestClient) -> None:
    voss = actor(editing, "Ilmar Voss")["id"]
    days = {"since": "2024-09-12", "until": "2024-10"}
    told = form(editing, f"/actor/{voss}", actor=voss, value="Norland", **days)
    assert editing.post("/edit/actors/set-party", data=told).status_code == 200
    held = [(one["party"], one["since"], one["until"]) for one in actor(editing, "Ilmar Voss")["parties_held"]]
    assert ("Norland", "2024-09-12", "2024-10-31") in held
    wrong = editing.post("/edit/actors/set-party", data=told | {"since": "last week"})
    assert (wrong.status_code, "not a day" in wrong.text) == (409, True)


def test_pages_show_at_once_what_was_corrected(editing: TestClient) -> None:
    before = editing.get("/actors").text
    voss = actor(editing, "Ilmar Voss")["id"]
    editing.post("/edit/actors/rename", data=form(editing, f"/actor/{voss}", actor=voss, value="Voss the Elder"))
    assert "Voss the Elder" not in before
    assert "Voss the Elder" in editing.get("/actors").text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"origin": "http://127.0.0.1:8000"}, 303),
        ({"host": "evil.example"}, 421),
    ],
)
def test_only_forms_of_this_page_are_taken(editing: TestClient, headers: dict[str, str], status: int) -> None:
    voss = actor(editing, "Ilmar Voss")["id"]
    told = form(editing, f"/actor/{voss}", actor=voss, value="I. Voss")
    answer = editing.post("/edit/actors/rename", data=told, headers=headers, follow_redirects=False)
    assert answer.status_code == status


def test_a_form_without_this_browsers_token_is_refused(editing: TestClient) -> None:
    voss = actor(editing, "Ilmar Voss")["id"]
    told = form(editing, f"/actor/{voss}", actor=voss, value="I. Voss")
    assert editing.post("/edit/actors/rename", data=told | {"token": "0" * 64}).status_code == 403
    editing.cookies.clear()
    assert editing.post("/edit/actors/rename", data=told).status_code == 403
    assert actor(editing, "Ilmar Voss")["id"] == voss


def test_the_cookie_is_for_this_site_alone(editing: TestClient) -> None:
    cookie = editing.get("/").headers["set-cookie"].lower()
    assert "samesite=strict" in cookie
    assert "httponly" in cookie


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"because": ""}, 400),
        ({"value": ""}, 400),
        ({"value": "x" * 501}, 400),
        ({"actor": "nobody of this name"}, 409),
    ],
)
def test_a_wrong_form_says_what_is_wrong(editing: TestClient, fields: dict[str, str], status: int) -> None:
    voss = actor(editing, "Ilmar Voss")["id"]
    told = form(editing, f"/actor/{voss}", actor=voss, value="I. Voss") | fields
    assert editing.post("/edit/actors/rename", data=told).status_code == status


def test_without_edit_there_is_nothing_to_send(hostile_client: TestClient) -> None:
    for page in ("/", "/actors", "/judgements"):
        assert 'method="post"' not in hostile_client.get(page).text
    assert hostile_client.post("/edit/undo", data=FORM).status_code in (404, 405)
    assert "set-cookie" not in hostile_client.get("/").headers
