"""Every page over the examples, and over reports that would like to do harm."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from onrecord import pipeline
from onrecord.model import Report
from onrecord.model.position import AgreementRow
from onrecord.record import RecordError, open_record
from onrecord.views.web.pages import PAGES, comparing
from onrecord.views.web.pages import overview as first_page
from tests.quick_reader import QuickReader
from tests.views.web.conftest import HEBREW, client_of, rows
from tests.views.web.looking import harms, links, page

ROOT = Path(__file__).parents[3]
LISTS = (
    "/", "/reports", "/statements", "/positions", "/proposals", "/utterances", "/coverage", "/disagreements",
    "/timeline", "/stories", "/copies", "/actors", "/judgements", "/search",
)  # fmt: skip
FILTERED = (
    "/positions?party=Keldavia&issue=ceasefire",
    "/positions?party=Keldavia&as_of=2024-09-12",
    "/statements?speaker=voss&kind=direct",
    "/search?search=river",
    "/search?search=river&party=Keldavia&stance=accepts-conditionally",
    "/timeline?since=2024-09-12&until=2024-09-13",
    "/utterances?alone=true&page=2",
    "/reports?outlet=meridian",
    "/coverage?speaker=voss",
)


def test_a_cell_that_is_told_thinly_is_marked(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    row = AgreementRow("talks", "Talks", "conditional", ("Norland",), (("accepts-conditionally",),), thin=("Norland",))
    monkeypatch.setattr(first_page, "agreement", lambda *_: (row,))
    shown = client.get("/").text
    assert 'aria-label="Norland on Talks: accepts-conditionally (thin)"' in shown
    assert "accepts-conditionally</span> (thin)</a>" in shown


def of_one(client: TestClient) -> list[str]:
    """The pages of single things."""
    return [
        *(f"/report/{one['id']}" for one in rows(client, "reports")),
        *(f"/actor/{one['id']}" for one in rows(client, "actors")[:5]),
        *(f"/utterance/{one['id']}" for one in rows(client, "utterances", alone="true")[:5]),
    ]


@pytest.mark.parametrize("at", [*LISTS, *FILTERED])
def test_every_list_is_a_page(client: TestClient, at: str) -> None:
    made = page(client, at)
    assert harms(made) == []
    assert len(made.findall(".//h1")) == 1
    assert made.find(".//main") is not None
    assert made.get("lang") == "en"
    assert made.xpath("//a[@class='skip']/@href") == ["#content"]


@pytest.mark.parametrize("at", LISTS)
def test_hostile_reports_do_no_harm_in_lists(hostile_client: TestClient, at: str) -> None:
    made = page(hostile_client, at)
    assert harms(made) == []
    assert made.findtext(".//title") != "owned"
    assert "49" not in made.xpath("string(//main//h2)")


def test_every_thing_has_its_page(client: TestClient) -> None:
    for at in of_one(client):
        assert harms(page(client, at)) == []


def test_hostile_reports_do_no_harm_on_their_own_pages(hostile_client: TestClient) -> None:
    for at in of_one(hostile_client):
        made = page(hostile_client, at)
        assert harms(made) == []
        assert "javascript:" not in "".join(made.xpath("//@href"))


def test_ids_are_given_once_and_every_link_within_a_page_leads_somewhere(client: TestClient) -> None:
    for at in [*LISTS, *FILTERED, *of_one(client)]:
        made = page(client, at)
        ids = made.xpath("//@id")
        assert len(ids) == len(set(ids)), at
        within = {one[1:] for one in made.xpath("//a/@href") if one.startswith("#")}
        assert within <= set(ids), at


def test_every_link_of_every_list_leads_to_a_page(client: TestClient) -> None:
    tried: set[str] = set()
    for at in LISTS:
        for link in links(page(client, at))[:60]:
            whole = urljoin(f"http://127.0.0.1:8000{at}", link).partition("#")[0]
            if whole not in tried:
                tried.add(whole)
                assert client.get(whole).status_code == 200, f"{at} leads to {link}"


def test_a_link_to_a_passage_shows_that_passage(client: TestClient) -> None:
    for row in rows(client, "statements")[::7]:
        start, end = row["content"][0][0], row["content"][-1][1]
        spans = ",".join(f"{one}-{other}" for one, other in row["content"])
        made = page(client, f"/report/{row['report']}?at={spans}")
        assert made.get_element_by_id(f"s-{start}-{end}") is not None
        shown = "".join("".join(one.itertext()) for one in made.find_class("asked"))
        assert shown == row["text"].replace(" … ", "")


def test_a_reports_page_holds_its_text_to_the_letter(client: TestClient) -> None:
    squeezed = re.compile(r"\s+")
    for row in rows(client, "reports"):
        made = page(client, f"/report/{row['id']}")
        for mark in [*made.find_class("ref"), *made.find_class("notes")]:
            mark.drop_tree()
        shown = "".join(made.find_class("report")[0].xpath(".//div[contains(@class, 'paragraph')]//text()"))
        held = client.get("/api/statements", params={"report": row["id"], "format": "jsonl", "context": "true"}).text
        assert len(squeezed.sub("", shown)) > 0.8 * row["characters"] * 0.75
        assert held.count("\n") == row["statements"]


def test_statements_are_told_apart_in_the_text(client: TestClient) -> None:
    row = next(one for one in rows(client, "statements") if one["source"] and one["cue"])
    made = page(client, f"/report/{row['report']}")
    for kind in ("source", "cue", "content"):
        assert made.find_class(kind)


def test_a_statement_has_a_stable_address(client: TestClient) -> None:
    row = rows(client, "statements")[0]
    answer = client.get(f"/statement/{row['id']}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"].startswith(f"/report/{row['report']}?at=")


def test_text_from_right_to_left_keeps_to_its_place(hostile_client: TestClient) -> None:
    made = page(hostile_client, "/statements")
    around = [one for one in made.iter() if isinstance(one.tag, str) and HEBREW in (one.text or "")]
    assert around
    assert all(one.get("dir") == "auto" or one.tag == "bdi" for one in around)


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("/reports?page=0", 404),
        ("/reports?page=x", 404),
        ("/reports?page=²", 404),
        ("/statements?since=yesterday", 400),
        ("/statements?kind=shouted", 400),
        ("/search?search=%00", 400),
        ("/report/none", 404),
        ("/utterance/none", 404),
        ("/actor/none", 404),
        ("/statement/none", 404),
        ("/static/../site.py", 404),
        ("/static/%2e%2e/site.py", 404),
    ],
)
def test_what_is_not_there_is_said_so(client: TestClient, at: str, status: int) -> None:
    assert client.get(at).status_code == status


def test_a_fault_repeats_what_was_asked_harmlessly(client: TestClient) -> None:
    answer = client.get("/statements", params={"since": "<script>alert(1)</script>\x1b"})
    assert "<script>alert" not in answer.text
    assert "\x1b" not in answer.text


def test_unknown_names_in_an_address_are_passed_over(client: TestClient) -> None:
    assert client.get("/statements?utm_source=x").status_code == 200


def test_pages_are_cut_into_parts(client: TestClient) -> None:
    first, second = page(client, "/statements"), page(client, "/statements?page=2")
    assert len(first.find_class("said")) == 50
    assert first.xpath("//a[@rel='next']/@href") == ["?page=2"]
    assert second.xpath("//a[@rel='prev']/@href") == ["?page=1"]


def test_the_data_behind_a_page_is_what_the_page_was_asked(client: TestClient) -> None:
    made = page(client, "/statements?speaker=voss&kind=direct")
    at = next(one for one in made.xpath("//p[@class='data']/a/@href") if "jsonl" in one)
    told = client.get(at).text.splitlines()
    assert len(told) == len(made.find_class("said"))


def test_the_docs_list_every_page() -> None:
    told = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(/[^`?]*)` \|", told, re.MULTILINE)
    assert set(listed) == {at.replace("{id}", "ID") for at, _ in PAGES}


def test_what_is_added_meanwhile_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with open_record(path, create=True) as writer:
        list(pipeline.add(writer, [Report("“We agree,” Ilmar Voss said.")], load_reader=QuickReader))
        for client in client_of(path):
            assert "Mirela Antal" not in client.get("/statements").text
            list(pipeline.add(writer, [Report("“We refuse,” Mirela Antal said.")], load_reader=QuickReader))
            for at in ("/statements", "/actors", "/search?search=refuse"):
                assert "Mirela Antal" in client.get(at).text


def test_what_only_reads_cannot_write(examples: Path) -> None:
    with open_record(examples, read_only=True) as record, pytest.raises(RecordError, match="cannot be written"):
        list(pipeline.add(record, [Report("“No,” Ilmar Voss said.")], load_reader=QuickReader))


def test_a_note_has_the_readings_that_pointing_at_its_statement_shows(client: TestClient) -> None:
    said = next(one for one in rows(client, "utterances") if len({each["report"] for each in one["readings"]}) > 1)
    base, other = (
        said["readings"][0],
        next(one for one in said["readings"] if one["report"] != said["readings"][0]["report"]),
    )
    made = page(client, f"/report/{base['report']}")
    assert any(other["text"] in one.text_content() for one in made.find_class("readings"))


def test_the_timeline_begins_with_the_latest_days_and_leads_to_all_earlier_ones(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE", 8)
    said, at, days = 0, "/timeline", list[str]()
    while at:
        made = page(client, at)
        said += len(made.find_class("said"))
        days += [one.text_content().strip().removeprefix("about ")[:10] for one in made.xpath("//div[@class='day']/h2")]
        at = next(
            (one.get("href") and f"/timeline{one.get('href')}" for one in made.xpath("//nav//a[.='Earlier']")), ""
        )
    assert said == sum(one["statement"] is not None for one in rows(client, "timeline", limit="1000"))
    assert len(days) > 3
    assert days == sorted(days, reverse=True)


def test_copies_stand_beside_the_words_that_they_have(client: TestClient) -> None:
    made = page(client, "/positions")
    words = [one.text_content() for one in made.xpath("(//article[@class='standing'])[1]//p[@class='words']/a[1]")]
    assert len(words) == len(set(words)) > 0


def test_wherever_an_utterance_is_named_so_are_all_who_may_have_said_it(tmp_path: Path) -> None:
    path = tmp_path / "odds.db"
    told = "“We agree to cease all dredging of the lower canal by the first of May,” {} said.\n"
    papers = (("Ilmar Voss", "Courier"), ("Mira Lund", "Echo"))
    with open_record(path, create=True) as record:
        found = [Report(told.format(who), outlet=of, published="2024-09-12", path=f"{of}.txt") for who, of in papers]
        list(pipeline.add(record, found, load_reader=QuickReader))
        ids = [row.id for row in record.reports()]
    for client in client_of(path):
        (said,) = rows(client, "utterances")
        shown = (
            "/",
            "/utterances",
            "/utterances?outlet=Echo",
            "/coverage",
            f"/utterance/{said['id']}",
            f"/report/{ids[0]}",
        )
        for at in shown:
            words = re.sub(r"<[^>]+>", "", client.get(at).text)
            assert re.search(r"Ilmar Voss\? or Mira Lund\?|Mira Lund\? or Ilmar Voss\?", words), at


@pytest.mark.parametrize(
    ("at", "to"), [("/brief", "/"), ("/agreement", "/"), ("/agreement?party=Keldavia", "/positions?party=Keldavia")]
)
def test_what_is_a_list_of_the_api_leads_to_where_it_stands(client: TestClient, at: str, to: str) -> None:
    answer = client.get(at, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, to)
    assert client.get(at).status_code == 200
