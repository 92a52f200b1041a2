"""Unit: bench.varying, which makes many reports out of few readings."""

from __future__ import annotations

from bench.varying import varied
from onrecord.model import Actor, Reading, Report, Span, Statement, statement_id

TEXT = "Ilmar Voss said on Monday that the harbour would reopen within 40 days, and thanked the fishermen."
REPORT = Report(TEXT, outlet="The Torland Post", published="2024-09-12")
SOURCE, CONTENT = Span(0, 10), Span(31, 71)


def reading() -> Reading:
    voss = Actor("actor-1", "Ilmar Voss", "person", mentions=(SOURCE,))
    id = statement_id(REPORT.id, (SOURCE,), (), (CONTENT,), "indirect")
    said = Statement(
        id, (SOURCE,), (), (CONTENT,), "indirect", "assertion", 0.9, voss.ref(), (voss.ref(),), said_on="2024-09-09"
    )
    return Reading(REPORT.id, published="2024-09-12", statements=(said,), actors=(voss,))


def test_every_place_stays_where_it_was() -> None:
    for report, read in varied([(REPORT, reading())], 20, seed=1):
        assert len(report.text) == len(TEXT)
        assert read.statements[0].content[0].text(report.text).startswith("the ")
        assert read.actors[0].name == SOURCE.text(report.text)
        assert read.report == report.id


def test_the_same_seed_makes_the_same_reports() -> None:
    one, other = (list(varied([(REPORT, reading())], 5, seed=3)) for _ in range(2))
    assert one == other


def test_words_names_figures_and_days_vary() -> None:
    found = list(varied([(REPORT, reading())], 30, seed=2))
    assert len({report.text for report, _ in found}) > 25
    assert len({read.actors[0].name for _, read in found}) > 5
    assert len({read.statements[0].said_on for _, read in found}) > 10


def test_a_statement_keeps_its_distance_from_the_day_of_its_report() -> None:
    for report, read in varied([(REPORT, reading())], 5, seed=4):
        said, printed = read.statements[0].said_on, report.published
        assert said is not None
        assert printed is not None
        assert said < printed


def test_a_person_keeps_the_whole_name_or_none_of_it() -> None:
    names = {read.actors[0].name for _, read in varied([(REPORT, reading())], 60, seed=5)}
    assert "Ilmar Voss" in names
    assert not [name for name in names - {"Ilmar Voss"} if name.endswith(" Voss")]
