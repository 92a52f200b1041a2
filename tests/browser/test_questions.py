"""The questions of an analyst: from the overview to the passage in at most three clicks."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

MOST_CLICKS = 3

pytestmark = pytest.mark.browser


@dataclass
class Reader:
    """A person who counts the clicks."""

    page: Page
    clicks: int = 0

    def click(self, what: Locator) -> None:
        what.first.click()
        self.clicks += 1

    def at_passage(self) -> str:
        """The passage that the report shows marked, and that the browser has scrolled to."""
        assert self.clicks <= MOST_CLICKS
        expect(self.page).to_have_url(re.compile(r"/report/report-\w+\?at=[\d,-]+#s-\d+-\d+"))
        marked = self.page.locator(".asked")
        expect(marked.first).to_be_in_viewport()
        return "".join(marked.all_text_contents())


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    page.goto(address)
    return Reader(page)


def test_what_did_each_party_say_on_each_issue_and_did_it_shift(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("link", name=re.compile("^Keldavia on Ceasefire:")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Keldavia on ceasefire")
    days = [day for day in page.locator(".standing .when time").all_text_contents() if re.match(r"\d{4}", day)]
    assert len(days) > 1
    assert days == sorted(days)
    words = page.locator(".standing .words a").first.text_content()
    reader.click(page.locator(".standing .words a"))
    assert words
    assert reader.at_passage().replace("…", "")[:20] == words[:20]


def test_which_conditions_hang_on_each_yes(reader: Reader) -> None:
    reader.click(reader.page.locator(".agreement .accepts-conditionally"))
    condition = reader.page.locator(".standing .limit a").first
    told = condition.text_content()
    reader.click(condition)
    assert reader.at_passage() == told


def test_the_conditions_stand_on_a_page_of_their_own(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("navigation").get_by_role("link", name="Conditions"))
    condition = reader.page.locator(".yes a.condition").first
    told = condition.text_content()
    reader.click(condition)
    assert reader.at_passage() == told


def test_who_reported_it_in_which_wording_and_who_left_it_out(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("navigation").get_by_role("link", name="Coverage"))
    reader.click(page.locator(".matrix", has=page.locator(".not-at-all")).get_by_role("rowheader").get_by_role("link"))
    expect(page.get_by_role("heading", name="Who left it out")).to_be_visible()
    reader.click(page.locator(".witness .place"))
    assert reader.at_passage()


def test_where_do_the_reports_disagree(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("navigation").get_by_role("link", name="Disagreements"))
    reader.click(reader.page.locator(".beside blockquote a"))
    assert reader.at_passage()


def test_which_proposals_are_on_the_table(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("navigation").get_by_role("link", name="Proposals"))
    expect(page.locator(".proposal").first).to_be_visible()
    reader.click(page.locator(".proposal .words a, .proposal .limit a"))
    assert reader.at_passage()


def test_show_me_the_passage(reader: Reader) -> None:
    reader.page.get_by_label("Search").fill("barges")
    reader.click(reader.page.get_by_role("button", name="Find"))
    expect(reader.page.locator("mark").first).to_have_text(re.compile("barges", re.IGNORECASE))
    reader.click(reader.page.locator(".said .place"))
    assert "barges" in reader.at_passage()
