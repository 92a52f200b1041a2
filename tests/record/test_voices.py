"""`record.voices`: what several say together is said by each of them, wherever it is asked whose it is."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from itertools import permutations

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from onrecord import judging, standing
from onrecord.model import Report
from onrecord.record import Filter, Record, open_record
from onrecord.record.acts import Sides, acting_for, keep_all_acts
from onrecord.record.schema import statement
from onrecord.record.schema_standing import act
from tests.record.conftest import Copies
from tests.record.fake import report, said
from tests.record.keeping import keep

DAY = "2024-09-12"
ALONE = said("Cyra Maal", "We accept 20 days.", party="Keldavia", day="2024-09-03")


def together(
    content: str = "We accept 30 days.", parties: tuple[str | None, str | None] = ("Velmora", "Torland"), day: str = DAY
) -> Report:
    """A report in which Ada Voss and Boro Lind say something with one voice, each for a party."""
    first, second = (f"person, {party}" if party else "person" for party in parties)
    line = f'Ada Voss [{first}] and Boro Lind [{second}] said on {day}: "{content}"'
    return report(f"Talks of {day}", line, ALONE, published=day, published_from="given", path=day)


def held(record: Record, **wanted: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.position.party, one.position.speakers) for one in standing.positions(record, Filter(**wanted))]


MAAL, LIND, VOSS = ("Keldavia", ("Cyra Maal",)), ("Torland", ("Boro Lind",)), ("Velmora", ("Ada Voss",))


def test_each_of_them_takes_a_position(record: Record) -> None:
    keep(record, together())
    assert held(record) == [MAAL, LIND, VOSS]


@pytest.mark.parametrize("more", [{}, {"since": "2024-09-10"}, {"outlet": DAY}])
def test_a_party_is_told_its_own_alone(record: Record, more: dict[str, str]) -> None:
    keep(record, together())
    assert held(record, party="Torland", **more) == [LIND]


def test_a_speaker_is_told_its_own_alone(record: Record) -> None:
    keep(record, together())
    assert held(record, speaker="Voss") == [VOSS]


def test_the_statement_itself_is_nobodys_alone(record: Record) -> None:
    keep(record, together())
    (row,) = record.statements(Filter(party="Torland"))
    assert row.party is None
    assert row.speaker is not None
    assert row.speaker.name == "Ada Voss and Boro Lind"
    assert [one.name for one in row.speakers] == ["Ada Voss", "Boro Lind"]


def test_two_of_one_party_take_one_position(record: Record) -> None:
    keep(record, together(parties=("Velmora", "Velmora")))
    assert [party for party, _ in held(record)] == ["Keldavia", "Velmora"]


def test_what_other_reports_tell_of_one_of_them_counts(record: Record) -> None:
    keep(record, together(parties=("Velmora", None)))
    assert held(record, party="Torland") == []
    keep(record, report("Who is who", said("Boro Lind", "The lock is shut.", party="Torland"), path="who"))
    assert held(record) == [MAAL, LIND, VOSS]


def test_what_a_person_judges_of_one_of_them_counts(record: Record) -> None:
    keep(record, together())
    judging.judge_actor(record, "set-party", "Boro Lind", value="Norland", because="so")
    assert held(record) == [MAAL, ("Norland", ("Boro Lind",)), VOSS]
    assert held(record, party="Norland") == [("Norland", ("Boro Lind",))]


@pytest.mark.parametrize("party", ["Keldavia", "Torland", "Velmora", "Norland"])
def test_acts_are_found_by_each_party(record: Record, party: str) -> None:
    keep(record, together(), together("Point 4 stays.", day="2024-09-14"))
    with record.reading_connection() as connection:
        found = acting_for(connection, Sides.of(connection), [party], None, None)
    assert found == {row.statement.id for row in record.statements(Filter(party=party)) if row.statement.stance}


def acts(connection: sa.Connection) -> Sequence[object]:
    return connection.execute(sa.select(act).order_by(act.c.statement_id, act.c.ordinal)).all()


def test_the_order_of_reports_does_not_matter(copies: Copies) -> None:
    reports = [together(), together(day="2024-09-14"), together(parties=("Velmora", "Velmora"), day="2024-09-15")]
    found = []
    for order in permutations(reports):
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            with record.writing_connection() as connection:
                found.append(acts(connection))
                keep_all_acts(connection)
                found.append(acts(connection))
    assert all(each == found[0] for each in found)


def test_an_older_record_is_given_the_acts_of_each(record: Record) -> None:
    keep(record, together(), together(day="2024-09-14"))
    with record.writing_connection() as connection:
        new = acts(connection)
        joint = sa.select(statement.c.id, statement.c.speaker_id).where(statement.c.speaker_type == "group")
        for id_, speaker in connection.execute(joint).all():
            mine = act.c.statement_id == id_
            connection.execute(sa.delete(act).where(mine, act.c.ordinal > 0))
            connection.execute(sa.update(act).where(mine).values(party=None, speaker_id=speaker))
        assert acts(connection) != new
        with Operations.context(MigrationContext.configure(connection)):
            importlib.import_module("onrecord.record.migrations.versions.0015_voices").upgrade()
        assert acts(connection) == new
