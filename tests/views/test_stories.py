"""Unit: views.stories: stories as data, as a table row, and as the contract has them."""

from __future__ import annotations

from onrecord.record import StoryRow
from onrecord.views.stories import STORIES, story_flat, story_shape
from tests.test_docs import listed, section
from tests.views.making import ANTAL, VOSS, report

STORY = StoryRow(
    "story-1",
    "2024-09-12",
    "2024-09-13",
    (VOSS, ANTAL),
    ("ceasefire",),
    (report("a.txt", title="Gunboats stay"), report("b.txt", title="Toll rises", outlet=None)),
    3,
)


def test_the_shapes_are_as_documented() -> None:
    assert listed("onrecord stories") == set(story_shape(STORY))
    columns = section("onrecord stories").split("As CSV:")[1]
    assert all(f"`{name}`" in columns for name in story_flat(STORY))


def test_the_label_is_made_of_names_and_issues() -> None:
    assert story_shape(STORY)["label"] == "Ilmar Voss, Mirela Antal: ceasefire"


def test_a_report_without_an_outlet_goes_by_its_file() -> None:
    assert story_shape(STORY)["outlets"] == ["Torland Courier", "b.txt"]


def test_a_row_shows_days_titles_and_counts() -> None:
    days, story, reports, outlets, _ = STORIES.columns
    assert days.cell(STORY) == "2024-09-12/ 2024-09-13"
    assert story.under is not None
    assert story.under(STORY) == "Gunboats stay · Toll rises"
    assert (reports.cell(STORY), outlets.cell(STORY)) == ("2", "2")
