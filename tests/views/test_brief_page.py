"""brief_page and brief_positions: the brief as one file, each line with its numbered sources."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from lxml import html

from onrecord.model.change import Change, ChangeRow
from onrecord.model.proposal import ProposalRow
from onrecord.views.brief import Section
from onrecord.views.brief_page import brief_page
from onrecord.views.brief_positions import (
    conditional_section,
    proposals_section,
    reading_section,
    shifts_section,
)
from onrecord.views.charts import positions_chart
from onrecord.views.citing import Notes
from tests.views.charts.rows import HOSTILE, standing
from tests.views.making import report

COURIER = report(title=HOSTILE, outlet="Courier " + HOSTILE, url="javascript:alert(1)")
LIMITED = standing("accepts-conditionally", text=HOSTILE, condition="only if " + HOSTILE, of=COURIER)
BEFORE = standing("rejects", as_of="2024-09-02", text="Never", of=COURIER)
SHIFT = ChangeRow(
    Change("stance", BEFORE.position, LIMITED.position), BEFORE, LIMITED, "Ilmar Voss", LIMITED.evidence[0]
)


def sections() -> tuple[Section, ...]:
    return conditional_section([LIMITED, standing()]), shifts_section([SHIFT])


def notes() -> Notes:
    return Notes.of(chain.from_iterable(one.passages() for one in sections()), {COURIER.id: COURIER})


def page() -> str:
    chart = positions_chart([LIMITED])
    return "".join(
        brief_page(
            (*sections(), reading_section(notes().reports())), notes(), asked=[HOSTILE], charts={"positions": chart}
        )
    )


def test_only_what_hangs_on_a_condition_is_listed() -> None:
    assert [row.position.stance for row in conditional_section([LIMITED, standing()]).rows] == ["accepts-conditionally"]


def test_a_shift_tells_from_what_to_what() -> None:
    (line,) = shifts_section([SHIFT]).lines()
    assert (line["section"], line["before"]["stance"], line["after"]["stance"]) == (
        "changes",
        "rejects",
        "accepts-conditionally",
    )


def test_a_chart_stands_after_its_section() -> None:
    first, second, *_ = html.fromstring(page()).xpath("//main/section")
    assert first.get("class") == "positions"
    assert second.xpath(".//figure")


def test_a_proposal_tells_whose_it_is_and_who_answered() -> None:
    answer = standing("rejects", party="Velmora", of=COURIER)
    quote = answer.evidence[0]
    row = ProposalRow(
        "proposal-1", "the river plan", ("the river plan",), None, None, None, None, (), (answer,), (quote,)
    )
    made = proposals_section([row])
    *_, line = made.markdown()
    assert line == "| not known | the river plan | not known | Velmora rejects (2024-09-12) |"
    assert list(made.passages()) == [quote.passage, quote.passage]


def test_every_number_leads_to_a_note() -> None:
    tree = html.fromstring(page())
    numbers = tree.xpath("//td//sup/a/@href")
    assert numbers
    assert {one.removeprefix("#") for one in numbers} <= set(tree.xpath("//ol[@class='notes']/li/@id"))


def test_in_markdown_too() -> None:
    table = "\n".join(chain.from_iterable(one.markdown(notes()) for one in sections()))
    told = "\n".join(notes().markdown())
    assert set(re.findall(r"\[\^\d+\]", table)) == set(re.findall(r"^(\[\^\d+\]):", told, re.MULTILINE))


def test_nothing_in_it_runs_or_asks_for_anything_outside() -> None:
    tree = html.fromstring(page())
    assert not tree.xpath("//script | //img | //link | //iframe | //object | //form | //base")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert not [href for href in tree.xpath("//@href") if not href.startswith(("#", "https://"))]
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_no_character_of_a_report_steers_the_page() -> None:
    assert "\u202e" not in page()
    assert "\x1b" not in page()


def test_it_says_what_it_is_limited_to() -> None:
    (told,) = html.fromstring(page()).xpath("//p[@class='asked']/text()")
    assert told.startswith("</title><script>")


def test_what_to_read_counts_the_passages_cited() -> None:
    (line,) = reading_section(notes().reports()).lines()
    assert line["report"] == COURIER.id
    assert line["cited"] == len(notes().notes)


def test_the_same_brief_gives_the_same_page() -> None:
    assert page() == page()
    assert replace(notes()) == notes()
