"""The record over both stores: what goes in, what comes out, in which order, by which filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.model import Judgement, Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.dump import dump
from tests.record.conftest import Copies
from tests.record.fake import load, many, report, said
from tests.record.keeping import JUDGING, keep


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def talks(request: pytest.FixtureRequest, copies: Copies) -> Iterator[Record]:
    """Four reports of one negotiation, one of them without a day; no test changes it."""
    with open_record(copies(request.param)) as made:
        keep(made, *NEGOTIATION)
        yield made


NEGOTIATION = (
    report(
        "A truce in sight",
        said("Ada Voss", "We accept 30 days of silence.", day="2024-09-12"),
        said("Ada Voss", "Nothing is signed."),
        outlet="River Watch",
        path="in/a.txt",
        published="2024-09-12",
    ),
    report(
        "Keldavia answers",
        said("Boro Lind", "We reject the pause.", party="Keldavia", day="2024-09-13"),
        outlet="The Meridian",
        path="in/b.txt",
        published="2024-09-13",
    ),
    report(said("Voss", "Not one gunboat.", day="2024-09-20"), outlet="The Meridian", published="2024-09-20"),
    report(said("the Élan group", "Keep the phone call secret.", party=None, type_="group"), path="in/undated.txt"),
)


def contents(record: Record, wanted: Filter) -> list[str]:
    return [row.text.strip('"') for row in record.statements(wanted)]


def test_reports_stand_by_day_and_those_without_one_first(talks: Record) -> None:
    assert [row.published for row in talks.reports()] == [None, "2024-09-12", "2024-09-13", "2024-09-20"]


def test_statements_stand_by_report_and_place(talks: Record) -> None:
    assert contents(talks, Filter()) == [
        "Keep the phone call secret.",
        "We accept 30 days of silence.",
        "Nothing is signed.",
        "We reject the pause.",
        "Not one gunboat.",
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(speaker="voss"), ["We accept 30 days of silence.", "Nothing is signed.", "Not one gunboat."]),
        (Filter(speaker="ELAN"), ["Keep the phone call secret."]),
        (Filter(speaker="os"), []),
        (Filter(speaker="%"), []),
        (Filter(party="keldavia"), ["We reject the pause."]),
        (Filter(party="Keld"), []),
        (Filter(issue="ceasefire"), ["We accept 30 days of silence."]),
        (Filter(outlet="meridian"), ["We reject the pause.", "Not one gunboat."]),
        (Filter(outlet="undated.txt"), ["Keep the phone call secret."]),
        (Filter(since="2024-09-13"), ["We reject the pause.", "Not one gunboat."]),
        (Filter(until="2024-09-13"), ["We accept 30 days of silence.", "We reject the pause."]),
        (Filter(since="2024-09", until="2024-09-12"), ["We accept 30 days of silence."]),
        (Filter(stance="accepts"), ["We accept 30 days of silence."]),
        (Filter(kind="indirect"), []),
        (Filter(type="eventuality"), []),
        (Filter(min_confidence=0.95), []),
        (Filter(min_speaker_confidence=0.95), []),
        (Filter(report="in/b.txt"), ["We reject the pause."]),
        (Filter(report="b.txt"), ["We reject the pause."]),
        (Filter(report="report-"), []),
        (Filter(text="days ACCEPT"), ["We accept 30 days of silence."]),
        (Filter(text="accept gunboat"), []),
        (Filter(limit=1, offset=2), ["Nothing is signed."]),
        (Filter(speaker="voss", text="gunboat", outlet="meridian"), ["Not one gunboat."]),
    ],
)
def test_filters_ask_for_statements(talks: Record, wanted: Filter, found: list[str]) -> None:
    assert contents(talks, wanted) == found or (wanted.report == "report-" and len(contents(talks, wanted)) == 5)


@pytest.mark.parametrize("hostile", ["'", '"', '"accept', "NOT", "a OR", "x*", "(", "^:-", "; DROP TABLE report", "\\"])
def test_a_search_is_never_a_fault(talks: Record, hostile: str) -> None:
    assert isinstance(contents(talks, Filter(text=hostile, speaker=hostile, party=hostile)), list)


def test_a_search_for_no_words_finds_nothing(talks: Record) -> None:
    assert contents(talks, Filter(text="!?")) == []


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (Filter(since="2024-09-13"), ["Keldavia answers", None]),
        (Filter(text="phone"), [None]),
        (Filter(speaker="Lind"), ["Keldavia answers"]),
        (Filter(outlet="River"), ["A truce in sight"]),
    ],
)
def test_filters_ask_for_reports(talks: Record, wanted: Filter, titles: list[str | None]) -> None:
    found = [row.title if row.title and "[" not in row.title else None for row in talks.reports(wanted)]
    assert found == titles


def test_a_day_that_is_none_is_told(talks: Record) -> None:
    with pytest.raises(ValueError, match="not a day: 'yesterday'"):
        list(talks.statements(Filter(since="yesterday")))


def test_actors_are_one_however_named(talks: Record) -> None:
    voss = next(row for row in talks.actors() if row.name == "Ada Voss")
    assert (voss.names, voss.roles, voss.reports, voss.statements) == (("Ada Voss", "Voss"), ("envoy",), 2, 3)


def test_roles_and_parties_stand_with_the_days_of_their_reports(record: Record) -> None:
    keep(
        record,
        report(said("Ada Voss", "Yes.", party="Velmora"), outlet="River Watch", published="2024-09-12"),
        report(said("Ada Voss", "Never.", party="Velmora"), outlet="The Meridian", published="2024-09-14"),
        report(said("Ada Voss", "Perhaps.", party="Keldavia"), outlet="The Meridian", published="2024-11-02"),
    )
    voss = next(row for row in record.actors() if row.name == "Ada Voss")
    assert [(one.text, one.first, one.last, one.reports) for one in voss.parties] == [
        ("Velmora", "2024-09-12", "2024-09-14", 2),
        ("Keldavia", "2024-11-02", "2024-11-02", 1),
    ]
    assert [(one.text, one.first, one.last, one.reports) for one in voss.held] == [
        ("envoy", "2024-09-12", "2024-11-02", 3)
    ]


def test_actors_are_asked_for_by_what_they_said(talks: Record) -> None:
    assert [row.name for row in talks.actors(Filter(text="gunboat"))] == ["Ada Voss"]
    assert [row.name for row in talks.actors(Filter(party="Keldavia"))] == ["Boro Lind"]


def test_a_speaker_is_shown_by_the_fullest_name_beside_the_printed_one(talks: Record) -> None:
    row = next(talks.statements(Filter(text="gunboat")))
    assert row.speaker and row.statement.speaker
    assert (row.speaker.name, row.statement.speaker.name) == ("Ada Voss", "Voss")


def test_the_timeline_stands_by_day(talks: Record) -> None:
    assert [row.day for row in talks.timeline()] == ["2024-09-12", "2024-09-13", "2024-09-20"]


def test_speakers_are_counted(talks: Record) -> None:
    told = [(one.actor and one.actor.name, one.party, one.statements) for one in talks.speakers()]
    assert told[0] == ("Ada Voss", "Velmora", 3)
    assert len(told) == 3


def test_counts(talks: Record) -> None:
    counts = talks.counts()
    assert (counts.reports, counts.read, counts.statements, counts.undated, counts.actors) == (4, 4, 5, 2, 3)


def test_a_reading_comes_back_as_it_went_in(talks: Record) -> None:
    for row in talks.reports():
        loaded = talks.load(row.id)
        assert loaded is not None
        assert talks.reading(row.id) == load()(loaded.report)


def test_every_text_is_a_slice(talks: Record) -> None:
    for row in talks.statements():
        text = talks.text(row.report.id)
        assert row.slices == tuple(span.text(text) for span in row.statement.content)


def test_adding_again_changes_nothing(record: Record) -> None:
    keep(record, *many(6))
    once = list(dump(record))
    assert keep(record, *many(6)) == ["already there"] * 6
    assert list(dump(record)) == once


def test_any_order_gives_the_same_record(record: Record, other: Record) -> None:
    keep(record, *many(12))
    keep(other, *reversed(many(12)))
    assert list(dump(other)) == list(dump(record))


def test_a_changed_text_at_one_url_is_a_version(record: Record) -> None:
    first = report("The first wording.", url="https://river.example/1", published="2024-09-12", path="1.txt")
    keep(record, replace(first, text="The second wording.", published="2024-09-13"), first)
    assert [(row.published, row.version, row.versions) for row in record.reports()] == [
        ("2024-09-12", 1, 2),
        ("2024-09-13", 2, 2),
    ]


def test_two_places_of_one_report_are_kept(record: Record) -> None:
    one = report("The same words.", path="b/copy.txt")
    keep(record, one, replace(one, path="a/first.txt", published="2024-09-12", published_from="given"))
    (row,) = record.reports()
    assert (row.paths, row.published) == (("a/first.txt", "b/copy.txt"), "2024-09-12")


def test_an_unread_report_is_kept_and_counted(record: Record) -> None:
    keep(record, report("Rien n'est signé.", language="fr"))
    assert record.counts().unread_by_reason == (("language: fr", 1),)
    assert next(record.reports()).unread == "language: fr"


def test_a_withdrawn_report_is_gone_but_for_its_reason(record: Record) -> None:
    keep(record, *NEGOTIATION)
    (id,) = record.find("b.txt")
    record.withdraw(id, "a hoax", JUDGING)
    assert contents(record, Filter(party="Keldavia")) == []
    assert "Boro Lind" not in {row.name for row in record.actors()}
    assert [row.withdrawn for row in record.reports(withdrawn=True) if row.withdrawn] == ["a hoax"]
    assert record.counts().withdrawn == 1
    assert list(record.check()) == []


def test_a_withdrawn_report_is_not_read_in_again(record: Record) -> None:
    keep(record, *NEGOTIATION)
    loaded = record.load(record.find("b.txt")[0])
    assert loaded is not None
    record.withdraw(loaded.report.id, "a hoax", JUDGING)
    assert keep(record, loaded.report) == ["withdrawn"]


def test_a_purged_report_leaves_no_word(record: Record) -> None:
    keep(record, *NEGOTIATION)
    (id,) = record.find("b.txt")
    record.withdraw(id, "by order of a court", JUDGING, purged=True)
    assert record.find("b.txt") == ()
    assert not any("reject the pause" in line for line in dump(record))
    assert list(record.check()) == []


def test_withdrawing_is_as_if_it_had_never_been_read(record: Record, other: Record) -> None:
    reports = many(12)
    keep(record, *reports)
    for one in reports[8:]:
        record.withdraw(one.id, "a hoax", JUDGING, purged=True)
    keep(other, *reports[:8])
    assert list(dump(other)) == [line for line in dump(record) if '"table": "judgement"' not in line]


def test_a_judgement_joins_and_its_undoing_parts(record: Record) -> None:
    keep(record, *NEGOTIATION)
    ids = {row.name: row.id for row in record.actors()}
    record.judge(
        [Judgement("merge", ids["Ada Voss"], ids["Boro Lind"], None, "user", "one man", "2024-10-01")], JUDGING
    )
    assert len(list(record.actors())) == 2
    (merged,) = record.judgements("merge")
    assert record.undo(merged.id, JUDGING)
    assert len(list(record.actors())) == 3
    assert record.judgements("merge") == []
    assert len(record.judgements("merge", undone=True)) == 1


def test_judging_everything_anew_gives_the_same(record: Record) -> None:
    keep(record, *many(12))
    before = list(dump(record))
    record.recollate(JUDGING)
    assert list(dump(record)) == before


@pytest.mark.parametrize(
    "text", ["\u202eright to left", "\x1b[31mred", "<script>", "tab\tand\r\nlines", "𐍈 beyond the plane", "a" * 9000]
)
def test_hostile_text_is_kept_as_it_is(record: Record, text: str) -> None:
    one = Report(text, title=text, outlet=text, url=text, author=text, path=text)
    keep(record, one)
    assert record.text(one.id) == text
    assert next(record.reports()).outlet == text
    assert list(record.check()) == []
