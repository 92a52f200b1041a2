"""record.rewriting, record.moving and judging: what a person corrects in a statement, kept by its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from onrecord import judging
from onrecord.model import Fault, Judgement, Reading, Report, Span, Statement, statement_id
from onrecord.pipeline import reading_key
from onrecord.record import Filter, Record, StatementRow
from onrecord.record.corrections import meant, place, spans_at
from onrecord.record.dump import dump
from onrecord.record.saving import Read
from tests.record.fake import load, said
from tests.record.keeping import JUDGING, keep

WHY = "he says so on the tape"
ISSUES = ("ceasefire", "territory", "talks")
GUNS = "We accept that the gunboats leave the estuary by the harvest"


@pytest.fixture(autouse=True)
def _collated_as_the_fake_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "who_is_who", lambda: JUDGING)


def report(outlet: str, *lines: str) -> Report:
    return Report("\n".join(lines), outlet=outlet, published="2024-09-12", published_from="given")


COURIER = report(
    "Torland Courier",
    said("Ada Voss", f"{GUNS}.", day="2024-09-11"),
    said("Ilmar Antal", "The ferry runs.", party="Keldavia"),
)
HERALD = report("Velmora Herald", said("Ada Voss", f"{GUNS} moon.", day="2024-09-11"))
TIMES = report("Keld Times", said("Ada Voss", f"Indeed {GUNS.lower()}!", day="2024-09-11"))
REPORTS = (COURIER, HERALD, TIMES)


def row(record: Record, words: str, outlet: str = "Torland Courier") -> StatementRow:
    return next(one for one in record.statements(Filter(outlet=outlet)) if words in one.text)


def outlets(record: Record) -> list[set[str]]:
    """By utterance, the outlets that have it; of the guns alone."""
    every = record.utterances(alone=True)
    return sorted(
        ({each.report.outlet or "" for each in one.readings} for one in every if "gunboats" in one.base.text), key=len
    )


def test_a_speaker_is_corrected_and_what_was_read_stays(record: Record) -> None:
    keep(record, *REPORTS)
    before = row(record, "gunboats")
    judging.set_speaker(record, before.statement.id, "Ilmar Antal", because=WHY)
    after = row(record, "gunboats")
    assert after.speaker and after.speaker.name == "Ilmar Antal"
    assert after.party == "Keldavia"
    assert after.as_read == before.statement
    assert [(one.kind, one.value, one.why) for one in after.corrections] == [("set-speaker", "Ilmar Antal", WHY)]
    assert [one.statement.id for one in record.statements(Filter(speaker="Antal"))].count(after.statement.id) == 1
    assert not list(record.check())


def test_a_corrected_speaker_is_sure_and_one_whom_nobody_can_tell_has_no_sureness(record: Record) -> None:
    keep(record, COURIER)
    read = row(record, "gunboats").statement
    for actor, sure in (("Ilmar Antal", 1.0), (None, None)):
        judging.set_speaker(record, read.id, actor, because=WHY)
        after = row(record, "gunboats")
        assert after.statement.speaker_confidence == sure
        assert after.as_read == read


def test_nobody_can_tell_who_spoke(record: Record) -> None:
    keep(record, COURIER)
    judging.set_speaker(record, row(record, "gunboats").statement.id, None, because=WHY)
    assert (row(record, "gunboats").speaker, row(record, "gunboats").party) == (None, None)
    assert not list(record.check())


@pytest.mark.parametrize(
    ("stance", "held", "issues"),
    [
        ("rejects", "rejects", ("ceasefire",)),
        ("none", None, ("ceasefire",)),
        ("off", None, ()),
    ],
)
def test_a_stance_is_corrected(record: Record, stance: str, held: str | None, issues: tuple[str, ...]) -> None:
    keep(record, COURIER)
    judging.set_stance(record, row(record, "gunboats").statement.id, "ceasefire", stance, because=WHY, issues=ISSUES)
    after = row(record, "gunboats").statement
    assert (after.stance, after.issues) == (held, issues)
    assert [one.statement.id for one in record.statements(Filter(stance="rejects"))] == [after.id] * (held is not None)
    assert len(list(record.statements(Filter(issue="ceasefire")))) == len(issues)
    assert not list(record.check())


def test_another_issue_stands_beside(record: Record) -> None:
    keep(record, COURIER)
    id = row(record, "gunboats").statement.id
    judging.set_stance(record, id, "territory", "demands", because=WHY, issues=ISSUES)
    after = row(record, "gunboats").statement
    assert {(one.issue, one.stance) for one in after.stances} == {("ceasefire", "accepts"), ("territory", "demands")}
    assert list(record.statements(Filter(issue="territory")))


def test_of_two_words_the_later_stands_and_is_undone(record: Record) -> None:
    keep(record, COURIER)
    id = row(record, "gunboats").statement.id
    judging.set_stance(record, id, "ceasefire", "rejects", because=WHY, issues=ISSUES)
    told = judging.set_stance(record, id, "ceasefire", "undecided", because="heard again", issues=ISSUES)
    assert not isinstance(told, Fault)
    assert row(record, "gunboats").statement.stance == "undecided"
    assert record.undo(told[0].id, JUDGING)
    assert row(record, "gunboats").statement.stance == "rejects"


def test_undone_leaves_nothing(record: Record, other: Record) -> None:
    keep(record, *REPORTS)
    keep(other, *REPORTS)
    id = row(record, "gunboats").statement.id
    tell = [
        judging.set_speaker(record, id, "Ilmar Antal", because=WHY),
        judging.set_stance(record, id, "ceasefire", "rejects", because=WHY, issues=ISSUES),
        judging.move(record, id, None, because=WHY),
    ]
    for told in tell:
        assert not isinstance(told, Fault)
        assert record.undo(told[0].id, JUDGING)
    assert all_but_judgements(record) == all_but_judgements(other)


def all_but_judgements(record: Record) -> list[str]:
    return sorted(line for line in dump(record) if json.loads(line)["table"] != "judgement")


def test_the_three_are_one_utterance_until_one_is_moved_out(record: Record) -> None:
    keep(record, *REPORTS)
    assert outlets(record) == [{"Torland Courier", "Velmora Herald", "Keld Times"}]
    judging.move(record, row(record, "gunboats", "Keld Times").statement.id, None, because=WHY)
    assert outlets(record) == [{"Keld Times"}, {"Torland Courier", "Velmora Herald"}]
    told = next(one for one in row(record, "gunboats", "Keld Times").corrections)
    assert (told.kind, told.value) == ("move", "apart")


def test_a_statement_is_moved_to_another_utterance(record: Record) -> None:
    keep(record, *REPORTS)
    there = next(one for one in record.utterances() if "gunboats" in one.base.text)
    judging.move(record, row(record, "ferry").statement.id, there.id, because=WHY)
    moved = next(one for one in record.utterances() if "gunboats" in one.base.text)
    assert [one.why for one in moved.readings if "ferry" in one.text] == [f"judged by user: {WHY}"]
    assert len(moved.readings) == 4
    assert not list(record.check())


def test_the_later_move_stands_when_the_report_that_the_earlier_led_to_is_read_again(record: Record) -> None:
    keep(record, *REPORTS)
    there = next(one for one in record.utterances() if "gunboats" in one.base.text)
    ferry = row(record, "ferry").statement.id
    judging.move(record, ferry, there.id, because=WHY)
    judging.move(record, ferry, None, because=WHY)
    before = all_but_judgements(record)
    target = next(one for one in REPORTS[1:] if one.id == there.base.report.id)
    record.keep(Read(target, load()(target), "another key", "fake reader 1"), JUDGING)
    assert [one for one in all_but_judgements(record) if "another key" not in one] == [
        one for one in before if json.loads(one)["table"] != "reading" or json.loads(one)["report_id"] != target.id
    ]


@pytest.mark.parametrize("order", list(permutations(REPORTS)))
def test_corrections_do_not_depend_on_the_order_of_reports(
    record: Record, other: Record, order: tuple[Report, ...]
) -> None:
    keep(record, *REPORTS)
    judge_all(record)
    keep(other, COURIER)
    other.judge(record.judgements("set-speaker", "set-stance", "move"), JUDGING)
    keep(other, *order)
    assert all_but_judgements(other) == all_but_judgements(record)


def judge_all(record: Record) -> None:
    there = next(one for one in record.utterances() if "gunboats" in one.base.text)
    judging.move(record, row(record, "ferry").statement.id, there.id, because=WHY)
    judging.move(record, row(record, "gunboats", "Keld Times").statement.id, None, because=WHY)
    judging.set_speaker(record, row(record, "gunboats", "Velmora Herald").statement.id, "Ilmar Antal", because=WHY)
    judging.set_stance(record, row(record, "gunboats").statement.id, "ceasefire", "rejects", because=WHY, issues=ISSUES)


def test_a_collation_from_nothing_gives_the_same(record: Record) -> None:
    keep(record, *REPORTS)
    judge_all(record)
    before = list(dump(record))
    record.recollate(JUDGING)
    assert list(dump(record)) == before


def test_it_holds_when_a_later_reading_cuts_the_statement_otherwise(record: Record) -> None:
    keep(record, COURIER)
    id = row(record, "gunboats").statement.id
    judging.set_stance(record, id, "ceasefire", "rejects", because=WHY, issues=ISSUES)
    read_again(record, COURIER, shorter=True)
    after = row(record, "gunboats")
    assert after.statement.id != id
    assert after.statement.stance == "rejects"


def read_again(record: Record, given: Report, *, shorter: bool) -> None:
    """As another reader would, who leaves the quotation marks out of what was said."""
    believed = record.known(given).believed
    read = load()(believed)
    statements = tuple(_narrowed(read, n) for n in range(len(read.statements))) if shorter else read.statements
    read = replace(read, statements=statements)
    record.keep(Read(believed, read, reading_key(believed, "another"), "another"), JUDGING, anyway=True)


def _narrowed(read: Reading, n: int) -> Statement:
    one = read.statements[n]
    content = tuple(Span(span.start + 1, span.end - 1) for span in one.content)
    return replace(
        one, content=content, id=statement_id(read.report, one.source, one.cue, content, one.kind), kind="direct"
    )


def test_a_reading_is_given_as_it_was_read(record: Record) -> None:
    keep(record, COURIER)
    before = record.reading(COURIER.id)
    id = row(record, "gunboats").statement.id
    judging.set_speaker(record, id, "Ilmar Antal", because=WHY)
    judging.set_stance(record, id, "ceasefire", "off", because=WHY, issues=ISSUES)
    assert record.reading(COURIER.id) == before


def test_the_actor_who_was_named_stays_though_no_report_names_him(record: Record) -> None:
    keep(record, COURIER, HERALD)
    judging.set_speaker(record, row(record, "gunboats", "Velmora Herald").statement.id, "Ilmar Antal", because=WHY)
    record.withdraw(COURIER.id, "a forgery", JUDGING)
    found = row(record, "gunboats", "Velmora Herald")
    assert found.speaker and found.speaker.name == "Ilmar Antal"
    assert not list(record.check())


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda record, id: judging.set_speaker(record, "statement-0", "Ada Voss", because=WHY), "no statement"),
        (lambda record, id: judging.set_speaker(record, id, "Nobody", because=WHY), "no actor"),
        (
            lambda record, id: judging.set_stance(record, id, "ceasefire", "loves", because=WHY, issues=ISSUES),
            "no stance",
        ),
        (lambda record, id: judging.set_stance(record, id, "a=b", "accepts", because=WHY, issues=ISSUES), "no issue"),
        (lambda record, id: judging.move(record, id, "utterance-0", because=WHY), "no utterance"),
    ],
)
def test_what_cannot_be_judged_is_said(record: Record, ask: Callable[[Record, str], object], told: str) -> None:
    keep(record, COURIER)
    fault = ask(record, row(record, "gunboats").statement.id)
    assert isinstance(fault, Fault)
    assert told in fault.cause


def test_a_place_names_a_statement(record: Record) -> None:
    keep(record, replace(COURIER, path="news/002_courier.txt"))
    at = row(record, "ferry").statement.content[0]
    told = judging.set_stance(
        record, f"002_courier.txt:{at.start}-{at.end}", "talks", "demands", because=WHY, issues=ISSUES
    )
    assert not isinstance(told, Fault)
    assert row(record, "ferry").statement.stance == "demands"


@pytest.mark.parametrize(
    ("told", "found"),
    [("10-20", "a"), ("11-20", "a"), ("30-40,50-60", "b"), ("30-42,50-59", "b"), ("19-31", None), ("10-90", None)],
)
def test_what_lies_at_most_of_a_place_is_meant(told: str, found: str | None) -> None:
    among = {"a": (Span(10, 20),), "b": (Span(30, 40), Span(50, 60))}
    assert meant(told, among.items()) == found
    assert place(spans_at(told)) == told


def test_a_judgement_says_who_why_and_when(record: Record) -> None:
    keep(record, COURIER)
    told = judging.set_speaker(record, row(record, "gunboats").statement.id, "Ilmar Antal", because=WHY)
    assert isinstance(told, tuple)
    kept = record.judgements("set-speaker")[0]
    assert kept == told[0]
    assert isinstance(kept, Judgement)
    assert (kept.subject, kept.judge, kept.why) == (COURIER.id, "user", WHY)
