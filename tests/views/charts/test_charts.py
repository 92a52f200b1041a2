"""charts: positions, utterances, reporting and coverage as SVG."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.model import Span
from onrecord.model.coverage import Cell
from onrecord.model.event import Participant, Telling
from onrecord.record import CoverageRow, EventRow, TellingRow, TimelineRow
from onrecord.views.charts import (
    Chart,
    coverage_chart,
    days_chart,
    palette,
    positions_chart,
    reporting_chart,
    timeline_chart,
)
from onrecord.views.charts.days import When, begins, scale
from onrecord.views.charts.glyphs import HOWS, STANCES, how_glyph, stance_glyph
from onrecord.views.charts.lanes import Lane, Mark, lay
from tests.views.charts.rows import HOSTILE, at_odds, coverage, standing, utterance
from tests.views.making import report, said

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = {
    "positions": positions_chart([standing(text=HOSTILE, party=HOSTILE, issue=HOSTILE), standing(as_of=None)]),
    "timeline": timeline_chart([utterance(HOSTILE, outlets=(HOSTILE, "Echo"))]),
    "reporting": reporting_chart([utterance(HOSTILE, outlets=(HOSTILE, "Echo"))]),
    "coverage": coverage_chart([coverage(HOSTILE, Cell(HOSTILE, "mixed", ("report-0",), "report-9"))]),
}
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def parsed(chart: Chart) -> etree._Element:
    return etree.fromstring(chart.svg)


@every_chart
def test_a_chart_is_well_formed_whatever_the_reports_say(chart: Chart) -> None:
    names = {node.tag.removeprefix(SVG) for node in parsed(chart).iter()}
    assert names <= {"svg", "title", "desc", "g", "a", "path", "line", "circle", "text"}


@every_chart
def test_a_chart_has_a_name_and_a_description(chart: Chart) -> None:
    root = parsed(chart)
    assert root.get("role") in ("img", "group")  # a picture, or one with links in it
    told = [root.find(f".//*[@id='{id}']").text for id in root.get("aria-labelledby").split()]
    assert told[0] == chart.title
    assert told[1]


@every_chart
def test_a_chart_needs_no_style_and_no_script(chart: Chart) -> None:
    assert " style=" not in chart.html()
    assert "<script" not in chart.html()
    assert "<style" not in chart.html()


@every_chart
def test_the_data_has_a_cell_for_every_column(chart: Chart) -> None:
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.head)}


def test_a_chart_of_nothing_says_so() -> None:
    assert "Nothing to show" in positions_chart([]).html()
    assert "Nothing to show" in coverage_chart([]).html()


def test_the_same_rows_give_the_same_picture() -> None:
    assert positions_chart([standing()]).svg == positions_chart([standing()]).svg


def test_two_charts_share_no_id() -> None:
    both = positions_chart([standing()]).svg + positions_chart([standing("rejects")]).svg
    ids = re.findall(r'id="([^"]+)"', both)
    assert len(ids) == len(set(ids))


def test_a_mark_tells_what_it_stands_for() -> None:
    told = [node.text for node in parsed(positions_chart([standing("rejects", text="No deal")])).iter(f"{SVG}title")]
    assert "2024-09-12, Keldavia, ceasefire: rejects. No deal" in told


def test_a_mark_leads_where_the_page_says() -> None:
    links = parsed(positions_chart([standing()], href=lambda row: f"/position/{row.position.id}?a=1&b=2")).iter(
        f"{SVG}a"
    )
    assert [link.get("href") for link in links] == [f"/position/{standing().position.id}?a=1&b=2"]


def test_a_chart_with_links_is_no_image() -> None:
    """A reader of screens skips what stands in an image."""
    chart = positions_chart([standing()], href=lambda row: "/somewhere")
    assert parsed(chart).get("role") == "group"
    assert all(link.find(f".//{SVG}title") is not None for link in parsed(chart).iter(f"{SVG}a"))


def test_a_link_that_would_run_leads_nowhere() -> None:
    assert "javascript" not in positions_chart([standing()], href=lambda _: "javascript:alert(1)").svg


def test_many_parties_are_counted_where_they_are_not_drawn() -> None:
    chart = positions_chart([standing(party=f"Party {n}") for n in range(9)])
    assert chart.description.startswith("6 of 9 positions")


def test_what_has_no_day_stands_apart() -> None:
    assert "no day" in positions_chart([standing(as_of=None)]).svg
    assert "no day" not in positions_chart([standing()]).svg


def test_only_what_is_dated_stands_in_the_timeline() -> None:
    assert not timeline_chart([utterance(said_on=None)]).rows


@pytest.mark.parametrize(
    "chart",
    [
        timeline_chart([at_odds()]),
        reporting_chart([at_odds()]),
        coverage_chart([CoverageRow(at_odds(), (Cell("Courier", "direct", ("report-0",)),))]),
    ],
)
def test_who_may_have_said_it_is_named_with_whoever_else_may(chart: Chart) -> None:
    assert all("Ilmar Voss? or Mirela Antal?" in row for row in chart.rows)


def test_an_event_stands_on_a_line_of_its_own() -> None:
    telling = TellingRow(report(), Telling("report-1", 0, "call", "2024-09-11"), (Span(0, 4),), HOSTILE, ())
    event = EventRow("event-1", "call", "2024-09-11", (Participant("actor-1", "Ilmar Voss", "person"),), (telling,))
    row = said("We agree", "We agree")
    days = [
        TimelineRow("2024-09-11", "2024-09-11", "2024-09-11", event=event),
        TimelineRow("2024-09-12", "2024-09-12", "2024-09-12", statement=row, also=(row,)),
    ]
    chart = days_chart(days)
    assert [(one[0], one[1]) for one in chart.rows] == [("2024-09-11", "events"), ("2024-09-12", "Keldavia")]
    assert "events 1, Keldavia 1" in chart.description
    assert parsed(chart) is not None


def test_a_cell_tells_a_copy_from_an_independent_report() -> None:
    chart = coverage_chart([coverage("We agree", Cell("Echo", "direct", ("report-1",), "report-0"))])
    assert chart.rows[0][-1] == "direct (a copy)"


def test_every_stance_and_way_of_reporting_has_its_own_shape() -> None:
    def bare(drawn: str) -> str:
        return re.sub(r' (class|color)="[^"]*"', "", drawn)

    shapes = [bare(stance_glyph(one, 0, 0)) for one in STANCES]
    assert len(set(shapes)) == len(STANCES)
    assert len({bare(how_glyph(one, 0, 0)) for one in HOWS}) == len(HOWS)


days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 40)), min_size=1, max_size=30))
def test_later_days_lie_further_right(found: list[tuple[date, int]]) -> None:
    laid = scale((When(day, day + timedelta(long), False) for day, long in found), 100, 700)
    assert all(one < other for one, other in pairwise(laid.places))
    assert all(one < other for one, other in pairwise(laid.places.values()))
    assert all(99.9 <= x <= 700.1 for x in laid.places.values())


def test_a_lone_day_long_ago_does_not_press_the_rest_together() -> None:
    old, days = date(2020, 1, 1), [date(2024, 9, day) for day in range(1, 13)]
    assert begins([When(day, day, False) for day in [old, *days]]) == days[0]
    assert begins([When(day, day, False) for day in days]) is None
    assert begins([]) is None
    assert "earlier" in positions_chart([standing(as_of=str(day)) for day in [old, *days]]).svg


@given(st.lists(days | st.none(), max_size=40))
def test_no_mark_lies_on_another(found: list[date | None]) -> None:
    drawn: list[tuple[float, float]] = []

    def draw(x: float, y: float) -> str:
        drawn.append((x, y))
        return ""

    lay([Lane("one", tuple(Mark(When(day, day, False) if day else None, draw, "") for day in found))])
    assert len(drawn) == len(found)
    assert all(abs(a[0] - b[0]) > 12 or abs(a[1] - b[1]) > 12 for a, b in combinations(drawn, 2))


@pytest.mark.parametrize("value", [None, "../2024-09-12", "no day", "XXXX-03-13"])
def test_a_value_without_both_ends_is_no_day(value: str | None) -> None:
    assert When.of(value) is None


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("block", re.findall(r":root \{(.*?)\}", palette(), re.DOTALL), ids=["light", "dark", "print"])
def test_every_colour_can_be_read_on_the_page(block: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", block))
    for ground in ("paper", "panel"):
        for name in ("ink", "faint", "link", *STANCES):
            a, b = sorted((_luminance(colours[name]), _luminance(colours[ground])))
            assert (b + 0.05) / (a + 0.05) >= 4.5, (name, ground)
