"""What keeps a page of the record to itself."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.views.web.guards import Guarded

ADDRESSES = (
    "/",
    "/reports",
    "/api",
    "/api/statements",
    "/nowhere",
    "/api/nowhere",
    "/static/style.css",
    "/palette.css",
)


async def nothing(*_: object) -> None:
    """No application."""


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "[::1]", "192.168.0.7:8000", "talks.example"]
)
def test_answers_to_its_own_hosts(host: str) -> None:
    assert Guarded(nothing, ["talks.example"]).answers_to(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "127.0.0.1.evil.example", "evil.example:8000", "localhost.evil.example", "[evil]:80"]
)
def test_answers_to_no_other(host: str) -> None:
    assert not Guarded(nothing, ["talks.example"]).answers_to(host)


@pytest.mark.parametrize("at", ADDRESSES)
def test_another_hosts_name_gets_nothing(client: TestClient, at: str) -> None:
    answer = client.get(at, headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "Voss" not in answer.text


@pytest.mark.parametrize("at", ADDRESSES)
def test_every_answer_tells_the_browser_what_it_may(client: TestClient, at: str) -> None:
    headers = client.get(at).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("at", ["/reports", "/api/reports"])
def test_so_does_one_about_a_fault_of_ours(client: TestClient, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("told where it runs, and to nobody else")

    monkeypatch.setattr(Record, "reports", fail)
    answer = client.get(at)
    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "nobody else" not in answer.text


@pytest.mark.parametrize("at", ADDRESSES)
def test_head_answers_like_get(client: TestClient, at: str) -> None:
    head, get = client.head(at), client.get(at)
    assert head.status_code == get.status_code
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize("at", ["/", "/api/statements", "/report/x"])
def test_nothing_is_taken(client: TestClient, at: str) -> None:
    assert client.post(at, data={"because": "no"}).status_code == 405
