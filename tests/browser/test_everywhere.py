"""What holds on every page: nothing runs that is not ours, nothing is fetched from elsewhere, anybody can use it."""

from __future__ import annotations

import json
import urllib.request
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE, window

pytestmark = pytest.mark.browser

LISTS = (
    "/", "/reports", "/statements", "/positions", "/conditions", "/proposals", "/utterances", "/coverage",
    "/disagreements", "/timeline", "/stories", "/copies", "/actors", "/judgements", "/search?search=river",
)  # fmt: skip


def asked(address: str, name: str) -> list[dict]:
    with urllib.request.urlopen(f"{address}/api/{name}?limit=1000") as answer:
        return json.loads(answer.read())[name]


def every_page(address: str) -> list[str]:
    reports, actors = asked(address, "reports"), asked(address, "actors")
    said = asked(address, "utterances")[:1]
    statement = asked(address, "statements")[0]
    primary = next((one for one in reports if one["primary"]), reports[0])
    return [
        *LISTS,
        *(f"/report/{one['id']}" for one in reports[:3]),
        f"/actor/{actors[0]['id']}",
        *(f"/utterance/{one['id']}" for one in said),
        f"/report/{reports[1]['id']}/verify",
        f"/report/{reports[1]['id']}/verify?against={primary['id']}",
        f"/statement/{statement['id']}/corrections",
    ]


def found_by_axe(page: Page, axe: str, at: str) -> list[str]:
    """What axe-core finds wrong with the page as it stands."""
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{at}: {one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary']}"
        for one in found["violations"]
    ]


def edited_pages(address: str) -> list[str]:
    """Every page that takes a correction, with those that tell of one."""
    said = next(one for one in asked(address, "statements") if one["corrections"])
    shared = next(each["statement"] for one in asked(address, "utterances") for each in one["readings"])
    speaker = next(one for one in asked(address, "actors") if one["parties_held"])
    corrections = [f"/statement/{id}/corrections" for id in (said["id"], shared)]
    return [*corrections, f"/actor/{speaker['id']}", f"/report/{said['report']}", "/judgements"]


LOOKS = ("light", DESK), ("dark", DESK), ("light", PHONE), ("dark", PHONE)


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, scheme: str, size: dict[str, int]) -> None:
    complaints: list[str] = []
    with window(browser, color_scheme=scheme, viewport=size, bypass_csp=True) as page:
        for at in every_page(address):
            page.goto(urljoin(address, at))
            complaints += found_by_axe(page, axe, at)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
def test_axe_finds_nothing_where_corrections_are_taken(
    browser: Browser, editing_address: str, axe: str, scheme: str, size: dict[str, int]
) -> None:
    complaints: list[str] = []
    with window(browser, color_scheme=scheme, viewport=size, bypass_csp=True) as page:
        for at in (*LISTS, *edited_pages(editing_address)):
            page.goto(urljoin(editing_address, at))
            for form in page.locator("main details").all():
                form.evaluate("one => one.open = true")
            complaints += found_by_axe(page, axe, at)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], at
    assert not complaints, "\n".join(complaints)


def test_a_correction_is_made_and_taken_back_by_the_keyboard_alone(page: Page, editing_address: str) -> None:
    at = edited_pages(editing_address)[1]
    page.goto(urljoin(editing_address, at))
    tab_to(page, "summary", "It does something else on an issue")
    page.keyboard.press("Enter")
    tab_to(page, "select", "")
    page.keyboard.press("Tab")
    page.keyboard.press("r")  # rejects
    page.keyboard.press("Tab")
    page.keyboard.type("so it stands in the minutes")
    page.keyboard.press("Enter")
    expect(page.get_by_text("so it stands in the minutes")).to_be_visible()
    tab_to(page, "button", "Take it back")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing: it stands as it was read.")).to_be_visible()


def tab_to(page: Page, tag: str, text: str) -> None:
    """Goes on by the Tab key to the next element of this kind with this text."""
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.localName, document.activeElement.textContent]")
        if here[0] == tag and text in here[1]:
            return
    raise AssertionError(f"no {tag} with {text!r} is reached")


def test_nothing_is_fetched_from_elsewhere(page: Page, address: str, hostile_address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for home in (address, hostile_address):
        for at in every_page(home):
            page.goto(urljoin(home, at))
    assert fetched
    assert [one for one in fetched if not one.startswith((f"{address}/", f"{hostile_address}/"))] == []


def test_hostile_reports_run_nothing(page: Page, hostile_address: str) -> None:
    for at in every_page(hostile_address):
        page.goto(urljoin(hostile_address, at))
        assert page.title() != "owned"
        assert page.evaluate("document.querySelectorAll('script').length") == 1


def test_no_page_is_wider_than_a_phone(browser: Browser, address: str, hostile_address: str) -> None:
    with window(browser, viewport=PHONE) as page:
        for home in (address, hostile_address):
            for at in every_page(home):
                page.goto(urljoin(home, at))
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], at


def test_the_pages_work_without_script(browser: Browser, address: str) -> None:
    with window(browser, java_script_enabled=False) as page:
        page.goto(address)
        page.get_by_role("link", name="Utterances").click()
        page.locator("blockquote a").first.click()
        page.locator(".witness .place").first.click()
        expect(page.locator(".asked").first).to_be_in_viewport()


def test_the_keyboard_alone_leads_everywhere(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    at = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert at == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_be_visible()
    page.wait_for_load_state("load")  # until then no script listens
    page.keyboard.press("/")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()


def test_a_statement_and_its_note_light_up_together(page: Page, address: str) -> None:
    page.goto(urljoin(address, f"/report/{asked(address, 'statements')[0]['report']}"))
    page.locator(".paragraph .content").first.hover()
    expect(page.locator(".note-of.lit")).to_have_count(1)


def test_a_statement_shows_what_other_reports_have(page: Page, address: str) -> None:
    shared = asked(address, "utterances")[0]["readings"][0]
    page.goto(urljoin(address, f"/report/{shared['report']}"))
    tip = page.get_by_role("tooltip")
    statement = page.locator(".paragraph .content.told-elsewhere").first
    statement.hover()
    expect(tip.locator("cite").first).to_be_visible()
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.locator(".ref.told-elsewhere").first.focus()
    expect(tip).to_be_visible()
    expect(page.locator("[aria-describedby=tip]")).to_be_focused()


def test_another_sites_page_can_read_nothing(browser: Browser, address: str, hostile_address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(hostile_address)
    told = page.evaluate("at => fetch(at).then(() => 'read', () => 'refused')", f"{address}/api/statements")
    context.close()
    assert told == "refused"
