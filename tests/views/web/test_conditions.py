"""The page of conditions, and the page that holds a report's quotations against a transcript."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.views.web.conftest import rows
from tests.views.web.looking import harms, page

ROWS = "//ol[@class='rows']/li"


def by_name(client: TestClient, part: str) -> str:
    return next(one["id"] for one in rows(client, "reports") if part in (one["path"] or ""))


def told(row: HtmlElement) -> tuple[str, str]:
    """The condition as the row shows it, marked in its statement or by itself, and where it leads."""
    shown = [*row.xpath(".//mark"), *row.xpath(".//p[@class='limit']/a")][0]
    link = shown if shown.tag == "a" else shown.getparent()
    return shown.text_content(), link.get("href", "")


def test_each_condition_leads_to_its_passage(client: TestClient) -> None:
    made = page(client, "/conditions")
    assert not harms(made)
    listed = rows(client, "conditions", limit="50")
    shown = [told(one) for one in made.xpath(ROWS)]
    assert [text for text, _ in shown] == [one["text"] for one in listed]
    first = listed[0]
    assert shown[0][1].startswith(f"/report/{first['report']}?at={first['spans'][0][0]}-")


def test_what_each_yes_hangs_on_comes_first(client: TestClient) -> None:
    made = page(client, "/conditions")
    limits = {one["text"] for row in rows(client, "positions") for one in row["conditions"]}
    shown = [one.text_content() for one in made.xpath("//article[@class='yes']//a[@class='condition']")]
    assert shown
    assert set(shown) <= limits


@pytest.mark.parametrize(
    "asked", ["party=Keldavia", "stance=accepts-conditionally", "issue=ceasefire", "outlet=Courier"]
)
def test_conditions_are_filtered_as_their_rows_are(client: TestClient, asked: str) -> None:
    name, value = asked.split("=")
    made = page(client, f"/conditions?{asked}")
    listed = rows(client, "conditions", **{name: value}, limit="50")
    assert listed
    assert [told(one)[0] for one in made.xpath(ROWS)] == [one["text"] for one in listed]


def test_a_verdict_stands_beside_the_passage(client: TestClient) -> None:
    courier, transcript = by_name(client, "002"), by_name(client, "008")
    at = f"/report/{courier}/verify?against={transcript}"
    made = page(client, at)
    assert not harms(made)
    told = rows(client, "verify", report=courier, against=transcript)
    assert [one.text_content() for one in made.find_class("badge")] == [one["verdict"] for one in told]
    altered = next(one for one in told if one["verdict"] == "altered")
    section = made.find_class("altered")[0]
    quoted, spoken = section.iter("blockquote")
    assert quoted.text_content().strip() == altered["quotation"]["text"]
    assert spoken.text_content().strip() == " … ".join(one["text"] for one in altered["passages"])
    assert f"/report/{transcript}?at=" in section.find_class("place")[1].get("href", "")


def test_without_a_transcript_the_reader_chooses_one(client: TestClient) -> None:
    made = page(client, f"/report/{by_name(client, '002')}/verify")
    assert by_name(client, "008") in [one.get("value") for one in made.iter("option")]
    assert not made.find_class("verdict-of")


def test_the_address_under_the_list_leads_there(client: TestClient) -> None:
    courier, transcript = by_name(client, "002"), by_name(client, "008")
    answer = client.get(f"/reports/{courier}/verify?against={transcript}")
    assert answer.url.path == f"/report/{courier}/verify"
    assert answer.url.query == f"against={transcript}".encode()


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("/report/report-0/verify", 404),
        ("/reports/report-0/verify", 404),
        ("/api/verify", 400),
        ("/api/verify?report=report-z&against=report-z", 404),
        ("/api/verify?report=report-&against=report-", 404),
    ],
)
def test_what_is_not_there_is_said(client: TestClient, at: str, status: int) -> None:
    assert client.get(at).status_code == status
