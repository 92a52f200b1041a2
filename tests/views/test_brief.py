"""brief: the reports, who speaks, what weighs most, what is not known."""

from dataclasses import replace

from onrecord.model.position import AgreementRow
from onrecord.record import EVERYTHING
from onrecord.views.brief import FLAT_HEAD, brief
from onrecord.views.brief_across import agreement_section
from tests.views.making import ANTAL, MadeRecord, report, said

TEXT = "We agree with these proposals to silence the guns. But who will watch the river?"
UNDATED = replace(report("news/010_river.txt", outlet=None), id="report-2", published=None)
ROWS = (
    said(TEXT, "We agree with these proposals to silence the guns."),
    said(TEXT, "But who will watch the river?", speaker=ANTAL, party="Velmora", of=UNDATED, said_on=None),
    said(TEXT, "the guns", speaker=None, party=None, said_on=None),
)
SECTIONS = brief(MadeRecord(TEXT, (), ROWS), EVERYTHING)


def test_sections_stand_in_order() -> None:
    assert [section.title for section in SECTIONS] == ["Reports", "Who speaks", "Keldavia", "Velmora", "Not known"]


def test_every_statement_leads_to_its_place() -> None:
    (line,) = (line for section in SECTIONS if section.title == "Keldavia" for line in section.lines())
    ((start, end),) = line["content"]
    assert line["section"] == "statements"
    assert line["text"] == TEXT[start:end]


def test_what_is_not_known_is_counted() -> None:
    gaps = {line["name"]: line["value"] for line in SECTIONS[-1].lines()}
    assert gaps == {
        "without_speaker": "1 of 3 statements",
        "without_said_on": "2 of 3 statements",
        "without_published": "1: 010_river.txt",
    }


def test_every_section_has_the_same_columns_as_csv() -> None:
    assert {tuple(flat) for section in SECTIONS for flat in section.flat()} == {FLAT_HEAD}


def test_markdown_has_a_heading_a_section() -> None:
    lines = [line for section in SECTIONS for line in section.markdown()]
    assert [line for line in lines if line.startswith("## ")] == [f"## {section.title}" for section in SECTIONS]


def test_the_agreement_table_stands_first_where_there_is_one() -> None:
    row = AgreementRow(
        "ceasefire", "Ceasefire", "conditional", ("Keldavia", "Velmora"), (("accepts-conditionally",), ())
    )
    sections = brief(MadeRecord(TEXT, (), ROWS), EVERYTHING, first=(agreement_section([row]),))
    assert [section.title for section in sections][:2] == ["Who agrees on what", "Reports"]
    *_, last = sections[0].markdown()
    assert last == "| Ceasefire | conditional | accepts if | – |"
    (flat,) = sections[0].flat()
    assert tuple(flat) == FLAT_HEAD
    assert flat["text"] == "Keldavia: accepts-conditionally"


def test_a_cell_that_is_told_thinly_is_marked() -> None:
    parties = ("Keldavia", "Velmora")
    row = AgreementRow(
        "ceasefire", "Ceasefire", "conditional", parties, (("accepts-conditionally",), ()), thin=("Keldavia",)
    )
    section = agreement_section([row])
    assert list(section.markdown())[-1] == "| Ceasefire | conditional | accepts if (thin) | – |"
    assert [flat["text"] for flat in section.flat()] == ["Keldavia: accepts-conditionally (thin)"]
