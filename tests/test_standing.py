"""Where the parties stand, asked of a record: positions, proposals, shifts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline, standing
from onrecord.cli.output import say_other_issues
from onrecord.codebook import load
from onrecord.model import (
    Actor,
    ActorRef,
    Condition,
    IssueStance,
    Maker,
    Proposal,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
    Term,
    identity,
    statement_id,
)
from onrecord.model.position import Position
from onrecord.record import Filter, Record, open_record
from onrecord.record.conditions import condition_rows

SAID = re.compile(
    r"(?P<source>[A-Z]\w+ [A-Z]\w+) of (?P<party>[A-Z]\w+) (?P<cue>accepts|rejects) "
    r"(?P<content>.+?)(?P<limit> if .+?)?\."
)
NAMED = re.compile(r"(?:(?P<maker>[A-Z]\w+)’s )?(?P<number>\d+-day) truce")
STANCES: dict[str, Stance] = {"accepts": "accepts", "rejects": "rejects"}


class PlainReader:
    """Reads "Ana Ruiz of Velmora accepts Torland’s 30-day truce if ..." and nothing else."""

    key = "plain"

    def __call__(self, report: Report) -> Reading:
        found = [_read(report, match) for match in SAID.finditer(report.text)]
        proposals = tuple(_proposal(match) for match in NAMED.finditer(report.text))
        statements = tuple(statement for statement, _ in found)
        limits = tuple(limit for _, limit in found if limit is not None)
        return Reading(
            report.id, language="en", statements=statements, conditions=limits, actors=tuple(_actors(statements)),
            proposals=proposals[:1],
        )  # fmt: skip


def _read(report: Report, match: re.Match[str]) -> tuple[Statement, Condition | None]:
    source, cue = (Span(*match.span("source")),), (Span(*match.span("cue")),)
    content = (Span(match.start("content"), match.end() - 1),)
    id_ = statement_id(report.id, source, cue, content, "indirect")
    named = NAMED.search(match["content"])
    stance: Stance = "accepts-conditionally" if match["limit"] else STANCES[match["cue"]]
    speaker = ActorRef(identity("actor", match["source"]), match["source"], "person")
    held = IssueStance("ceasefire", stance, 0.9, (*cue, *content), named[0] if named else None, heard=0.9)
    statement = Statement(
        id_, source, cue, content, "indirect", "assertion", 0.9, speaker=speaker, speakers=(speaker,),
        party=match["party"], said_on=report.published, issues=("ceasefire",), stance=stance, stances=(held,),
    )  # fmt: skip
    limit = Span(match.start("limit") + 1, match.end("limit"))
    condition = Condition((limit,), (Span(limit.start, limit.start + 2),), id_, match["party"], ("ceasefire",))
    return statement, condition if match["limit"] else None


def _proposal(match: re.Match[str]) -> Proposal:
    span, number = Span(*match.span()), Span(*match.span("number"))
    makers = (Maker(match["maker"], match["maker"]),) if match["maker"] else ()
    evidence = (span,) if makers else ()
    return Proposal(
        (span,), match[0], "truce", (match["number"],), (), makers, evidence, terms=(Term("duration", number),)
    )


def _actors(statements: tuple[Statement, ...]) -> Iterator[Actor]:
    for one in {one.speaker.id: one for one in statements if one.speaker}.values():
        if one.speaker:
            yield Actor(one.speaker.id, one.speaker.name, one.speaker.type, one.party, mentions=one.source)


REPORTS = [
    Report("Ana Ruiz of Velmora rejects Torland’s 30-day truce.", outlet="Gazette", published="2024-09-01"),
    Report(
        "Ana Ruiz of Velmora accepts the 30-day truce if the guns leave the river.",
        outlet="Mirror",
        published="2024-09-20",
    ),
    Report("Ilmar Voss of Keldavia accepts the 30-day truce.", outlet="Courier", published="2024-09-20"),
]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "talks.db", create=True) as opened:
        assert all(isinstance(one, pipeline.Done) for one in pipeline.add(opened, REPORTS, load_reader=PlainReader))
        yield opened


def test_positions_name_the_proposal(record: Record) -> None:
    told = [
        (one.position.party, one.position.stance, one.position.proposal, one.position.as_of)
        for one in standing.positions(record)
    ]
    assert told == [
        ("Keldavia", "accepts", "30-day truce", "2024-09-20"),
        ("Velmora", "rejects", "30-day truce", "2024-09-01"),
        ("Velmora", "accepts-conditionally", "30-day truce", "2024-09-20"),
    ]


@pytest.mark.parametrize(("day", "stances"), [("2024-09-10", ["rejects"]), ("2024-09-20", ["accepts-conditionally"])])
def test_positions_are_those_in_force_that_day(record: Record, day: str, stances: list[str]) -> None:
    held = standing.positions(record, Filter(party="Velmora"), as_of=day)
    assert [one.position.stance for one in held] == stances


def test_a_proposal_has_its_maker_its_terms_and_its_answers(record: Record) -> None:
    (one,) = standing.proposals(record)
    assert (one.name, one.maker, one.party) == ("30-day truce", "Torland", "Torland")
    assert one.names == ("30-day truce", "Torland’s 30-day truce")
    assert (one.first_day, one.reports) == ("2024-09-01", 3)
    assert [(term.kind, term.quote.text) for term in one.terms] == [("duration", "30-day")]
    assert [(each.position.party, each.position.stance) for each in one.answers] == [
        ("Keldavia", "accepts"),
        ("Velmora", "rejects"),
        ("Velmora", "accepts-conditionally"),
    ]
    assert {quote.text for quote in one.places} == {"Torland’s 30-day truce", "30-day truce"}


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(party="Torland"), 1),
        (Filter(party="Velmora"), 1),
        (Filter(party="Norland"), 0),
        (Filter(issue="ceasefire"), 1),
        (Filter(issue="prisoners"), 0),
        (Filter(since="2024-09-15"), 1),
        (Filter(since="2024-10"), 0),
        (Filter(speaker="voss"), 1),
        (Filter(text="truce"), 1),
        (Filter(text="memorandum"), 0),
        (Filter(outlet="Courier"), 1),
    ],
)
def test_proposals_are_asked_for(record: Record, wanted: Filter, count: int) -> None:
    assert len(standing.proposals(record, wanted)) == count


def test_a_shift_says_from_what_to_what_and_who_was_first_to_tell(record: Record) -> None:
    (one,) = standing.changes(record)
    assert (one.party, one.day, one.speaker) == ("Velmora", "2024-09-20", "Ana Ruiz")
    assert (one.before.position.stance, one.after.position.stance) == ("rejects", "accepts-conditionally")
    assert [quote.text for quote in one.added] == ["if the guns leave the river"]
    assert (one.first.outlet, one.first.text) == ("Mirror", "the 30-day truce if the guns leave the river")


@pytest.mark.parametrize(("since", "count"), [("2024-09-10", 1), ("2024-09", 1), ("2024-09-21", 0)])
def test_since_asks_when_it_shifted(record: Record, since: str, count: int) -> None:
    assert len(standing.changes(record, Filter(since=since))) == count


def test_the_front_door_has_all_of_it(record: Record) -> None:
    with onrecord.open(record.place) as opened:
        assert opened.proposals().to_dicts()[0]["maker"] == "Torland"
        assert opened.changes(since="2024-09-02").to_dicts()[0]["kind"] == "stance"
        (row,) = opened.agreement(as_of="2024-09-25")
        assert (row.verdict, row.parties) == ("conditional", ("Keldavia", "Velmora"))
        assert "<table>" in opened.agreement()._repr_html_()


def test_the_order_of_reports_changes_nothing(record: Record, tmp_path: Path) -> None:
    with open_record(tmp_path / "other.db", create=True) as other:
        list(pipeline.add(other, REPORTS[::-1], load_reader=PlainReader))
        assert standing.positions(other) == standing.positions(record)
        assert standing.proposals(other) == standing.proposals(record)
        assert standing.changes(other) == standing.changes(record)


MANY = [
    Report(
        f"{speaker} {verb} {whose}{number}-day truce{limit}.",
        outlet=f"Gazette {at}",
        published=f"2024-{1 + at % 12:02}-{1 + at * 7 % 28:02}" if at % 9 else None,
    )
    for at, (speaker, verb, whose, number, limit) in enumerate(
        product(
            ("Ana Ruiz of Velmora", "Ilmar Voss of Keldavia", "Petra Lind of Velmora"),
            ("accepts", "rejects"),
            ("Torland’s ", "the "),
            (10, 30),
            ("", " if the guns leave"),
        )
    )
]


def test_what_is_asked_of_a_few_is_what_all_would_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [(party, day) for party in ("Velmora", "Keldavia", None) for day in (None, "2024-05-20", "2024-12")]
    with open_record(tmp_path / "many.db", create=True) as record:
        assert all(isinstance(one, pipeline.Done) for one in pipeline.add(record, MANY, load_reader=PlainReader))
        few = [standing.positions(record, Filter(party=party), as_of=day) for party, day in asked]
        monkeypatch.setattr(standing, "are_kept", lambda _: False)
        every = {day: standing.positions(record, as_of=day) for _, day in asked}
    for (party, day), found in zip(asked, few, strict=True):
        assert found == tuple(one for one in every[day] if party in (None, one.position.party)), (party, day)


def test_so_many_lead_as_are_asked_for(record: Record) -> None:
    assert {one.position.party for one in standing.leading(record)} == {"Velmora", "Keldavia"}
    assert len({one.position.party for one in standing.leading(record, most=1)}) == 1


def test_so_many_parties_have_a_column_as_are_asked_for(record: Record) -> None:
    with onrecord.open(record.place) as opened:
        with pytest.raises(ValueError, match="parties=0"):
            opened.agreement(parties=0)
        (both,), (one,) = opened.agreement(), opened.agreement(parties=1)
    assert set(both.parties) == {*one.parties, *one.left_out} == {"Velmora", "Keldavia"}
    assert (len(one.parties), both.left_out) == (1, ())


def test_many_words_on_one_line_do_not_lead(tmp_path: Path) -> None:
    days = [("Ana Ruiz of Velmora rejects the truce.", 1), ("Ana Ruiz of Velmora accepts the truce.", 3)]
    days += [(f"Ilmar Voss of Torland accepts the truce {word} again.", 3) for word in ("once", "twice", "still")]
    reports = [Report(text, outlet="Gazette", published=f"2024-09-{day:02}") for text, day in days]
    with open_record(tmp_path / "words.db", create=True) as record:
        assert all(isinstance(one, pipeline.Done) for one in pipeline.add(record, reports, load_reader=PlainReader))
        assert {one.position.party for one in standing.leading(record, most=1)} == {"Velmora"}


def test_what_nobody_made_has_no_words_that_tell_whose_it_is(tmp_path: Path) -> None:
    with open_record(tmp_path / "nobody.db", create=True) as record:
        alone = Report("Ana Ruiz of Velmora rejects a 45-day truce.", published="2024-09-12")
        list(pipeline.add(record, [alone], load_reader=PlainReader))
        (one,) = standing.proposals(record)
    assert one.maker is None
    assert one.maker_evidence == ()


def test_a_limit_counts_conditions_and_not_the_statements_before_them(record: Record) -> None:
    assert [row.text for row in condition_rows(record, Filter(limit=1))] == ["if the guns leave the river"]
    assert list(condition_rows(record, Filter(limit=1, offset=1))) == []


def test_issues_of_another_codebook_are_said_to_be_left_out(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    say_other_issues(record, load("labour"))
    (line,) = capsys.readouterr().err.splitlines()
    assert "the codebook labour does not know (ceasefire)" in line
    say_other_issues(record, load("peace"))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "asked",
    [
        Filter(party="Velmora"),
        Filter(party="Keldavia"),
        Filter(issue="ceasefire"),
        Filter(issue="talks"),
        Filter(stance="accepts"),
        Filter(party="Velmora", stance="rejects"),
    ],
)
@pytest.mark.parametrize("day", [None, "2024-09-10", "2024-09-20"])
def test_a_filter_lists_nothing_that_is_not_listed_without_it(record: Record, asked: Filter, day: str | None) -> None:
    every = set(standing.positions(record, as_of=day))
    chosen = standing.positions(record, asked, as_of=day)
    assert set(chosen) <= every
    assert set(chosen) == {one for one in every if _fits(one.position, asked)}


def _fits(one: Position, asked: Filter) -> bool:
    wanted = ((asked.party, one.party), (asked.issue, one.issue), (asked.stance, one.stance))
    return all(want in (None, has) for want, has in wanted)


def test_a_day_lists_nothing_that_is_not_listed_without_it(record: Record) -> None:
    ever = {one.position.id for one in standing.positions(record)}
    for day in ("2024-08-01", "2024-09-10", "2024-09-20", "2025-01-01"):
        assert {one.position.id for one in standing.positions(record, as_of=day)} <= ever
