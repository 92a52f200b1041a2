"""record.counting and record.tallying: what is kept in step is what counting anew gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import judging
from onrecord.model import ActorRef, Reading, Report
from onrecord.pipeline import reading_key
from onrecord.record import EVERYTHING, Record, SpeakerCount, open_record, tallying
from onrecord.record.counting import count_all
from onrecord.record.saving import Read
from onrecord.record.schema import actor, actor_form, report
from onrecord.record.shelved import KeptText, keep_text, kept_text, times_written
from tests.record.fake import load, said
from tests.record.keeping import JUDGING, keep

NAMES = ("Ada Voss", "Voss", "Ilmar Antal", "Antal", "Mirela Keld")
WHY = "so the tape has it"
Counted = tuple[list[tuple[object, ...]], ...]


@pytest.fixture(autouse=True)
def _collated_as_the_fake_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "who_is_who", lambda: JUDGING)


def together(reading: Reading) -> Reading:
    """What a report says last, its first two actors say together."""
    if len(reading.actors) < 2:
        return reading
    both = tuple(ActorRef(one.id, one.name, one.type) for one in reading.actors[:2])
    *others, last = reading.statements
    last = replace(last, speaker=replace(both[0], id="actor-both", name="both"), speakers=both)
    return replace(reading, statements=(*others, last))


def save(record: Record, one: Report) -> None:
    believed = record.known(one).believed
    record.save(one, Read(believed, together(load()(believed)), reading_key(believed, "joint"), "joint"), JUDGING)


def counted(record: Record) -> Counted:
    tables = (
        sa.select(actor_form.c.id, actor_form.c.statements),
        sa.select(actor.c.id, actor.c.statements),
        sa.select(report.c.id, report.c.undated, report.c.unattributed),
    )
    with record.reading_connection() as connection:
        return tuple(
            [tuple(row) for row in connection.execute(one.order_by(one.selected_columns[0]))] for one in tables
        )


def anew(record: Record) -> Counted:
    with record.writing_connection() as connection:
        count_all(connection)
    return counted(record)


def heard_most(record: Record, most: int) -> list[SpeakerCount]:
    with record.reading_connection() as connection:
        return tallying.heard_most(connection, most)


def named(record: Record) -> list[SpeakerCount]:
    return [one for one in record.speakers() if one.actor and one.actor.type != "unnamed"]


def three_reports() -> Sequence[Report]:
    for n, names in enumerate((("Ada Voss", "Ilmar Antal"), ("Voss", "Ada Voss"), ("Antal", "Mirela Keld"))):
        lines = [said(name, f"Ferry {n} runs {name}.", day="2024-09-11" if n else None) for name in names]
        yield Report("\n".join(lines), outlet=f"Outlet {n}", published=f"2024-09-1{n}", published_from="given")


def test_what_two_names_of_one_actor_say_together_counts_once(record: Record) -> None:
    for one in three_reports():
        save(record, one)
    voss = next(one for one in record.actors() if one.name == "Ada Voss")
    assert voss.statements == 4
    assert counted(record) == anew(record)


def test_what_is_withdrawn_counts_no_more(record: Record) -> None:
    first, second, _ = three_reports()
    keep(record, first, second)
    record.withdraw(first.id, WHY, JUDGING)
    assert (record.counts().statements, record.counts().undated) == (2, 0)
    assert counted(record) == anew(record)


def test_a_speaker_who_is_corrected_counts_for_another(record: Record) -> None:
    keep(record, *three_reports())
    said_first = next(iter(record.statements()))
    judging.set_speaker(record, said_first.statement.id, None, because=WHY)
    assert record.counts().unattributed == 1
    judging.set_speaker(record, said_first.statement.id, "Mirela Keld", because=WHY)
    assert (record.counts().unattributed, counted(record)) == (0, anew(record))


acts = st.lists(
    st.one_of(
        st.tuples(
            st.just("say"),
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
            st.sampled_from((None, "Velmora", "Keldavia")),
            st.booleans(),
        ),
        st.tuples(st.sampled_from(("withdraw", "set-speaker", "merge", "split", "set-party")), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=15, deadline=None)
@given(acts)
def test_counts_and_speakers_are_as_counted_anew(told: list[tuple]) -> None:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "talks.db", create=True) as record:
        record.prepare(JUDGING)
        for n, (act, *how) in enumerate(told):
            if act == "say":
                names, party, dated = how
                lines = [said(one, f"{one} {n}.", party=party, day="2024-09-12" if dated else None) for one in names]
                save(record, Report("\n".join(lines), outlet=f"Outlet {n}", published="2024-09-12"))
            else:
                _judge(record, act, how[0])
        assert counted(record) == anew(record)
        for most in (1, 3):
            assert heard_most(record, most) == named(record)[:most]


def _judge(record: Record, act: str, which: int) -> None:
    reports, said_there = list(record.reports()), list(record.statements())
    if not said_there:
        return
    who, other = NAMES[which % 5], NAMES[which % 3]
    if act == "withdraw":
        record.withdraw(reports[which % len(reports)].id, WHY, JUDGING)
    elif act == "set-speaker":
        judging.set_speaker(record, said_there[which % len(said_there)].statement.id, who, because=WHY)
    else:
        believed = judging.judge_actor(
            record, act, who, other=other if act == "merge" else None, value="Norland", because=WHY
        )
        assert believed is not None


@pytest.mark.parametrize("looked_at", [1, 2, 60])
def test_those_heard_most_are_the_first_of_all(record: Record, looked_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallying, "AT_ONCE", looked_at)
    for one in three_reports():
        save(record, one)
    for most in range(1, 6):
        assert heard_most(record, most) == list(islice(named(record), most))


def test_the_list_of_actors_counts_as_the_actors_do(record: Record) -> None:
    for one in three_reports():
        save(record, one)
    listed = [(one.id, one.name, one.party, one.statements, one.reports) for one in record.listed_actors(EVERYTHING)]
    assert listed == [(one.id, one.name, one.party, one.statements, one.reports) for one in record.actors()]
    assert next(iter(record.listed_actors(EVERYTHING))).roles[0] == "Ada Voss"


def test_writing_is_counted_and_what_is_only_kept_is_not(record: Record) -> None:
    before = times_written(record)
    keep(record, *three_reports())
    after = times_written(record)
    keep_text(record, "agreement", KeptText("[]", after))
    assert (before < after, times_written(record)) == (True, after)


def test_what_was_told_later_stays(record: Record) -> None:
    for times in (2, 3, 1):
        keep_text(record, "agreement", KeptText(str(times), times))
    assert kept_text(record, "agreement") == KeptText("3", 3)
    assert kept_text(record, "proposals") is None
