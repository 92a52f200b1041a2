"""`record.neighbours`: what is judged step by step, around new forms alone, is what judging everything anew gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Form, identity
from onrecord.record import open_record, schema
from onrecord.record.bare import FEW
from onrecord.record.neighbours import collate, insert_forms, recollate
from tests.record.keeping import JUDGING

NAMES = ("Kolt", "Koltt", "Ana Kolt", "Anna Kolt", "A. Kolt", "Jan Kolt", "Jan Colt", "Smith", "Ed Smith")
BEARERS = ("Petra Kolt", "Radu Kolt", "Ingrid Kolt", "Bel Kolt")
FORMS = st.builds(
    lambda name, party: Form(identity("form", name, party), name, "person", party),
    st.sampled_from((*NAMES, "Edward Smith", "Zora Smith", "Marn", "Ilmar Marn", "I. Marn", "Kolt Ana", *BEARERS)),
    st.sampled_from((None, "Norland", "Velmora")),
)


def members(connection: sa.Connection) -> list[tuple[object, ...]]:
    member, actor = schema.actor_member.c, schema.actor.c
    query = sa.select(member.form_id, member.score, member.why, actor.id, actor.name).join(
        schema.actor, actor.id == member.actor_id
    )
    return sorted(tuple(row) for row in connection.execute(query))


@given(st.lists(st.lists(FORMS, min_size=1, max_size=3), min_size=1, max_size=7))
@settings(max_examples=60, deadline=None)
def test_step_by_step_is_as_from_nothing(reports: list[list[Form]]) -> None:
    place = TemporaryDirectory()
    with place, open_record(Path(place.name) / "talks.db", create=True) as record, record._writing() as connection:
        for forms in reports:
            collate(connection, JUDGING, fresh=insert_forms(connection, forms, JUDGING), left=set())
        stepwise = members(connection)
        recollate(connection, JUDGING)
        assert stepwise == members(connection)


def test_of_many_bearers_the_first_few_tell_as_much_as_all(tmp_path: Path) -> None:
    """More bear the name than are asked for first, of one party, of another and of none."""
    many = [f"{first} Kolt" for first in "Ada Boro Cyra Dmitri Edda Farid Goran Hana Ivo Jana Karel Lumi".split()]
    bare = ("Kolt", None), ("Kolt", "Norland"), ("Kolt", "Velmora"), ("Kolt", "Torland")
    forms = [(name, ("Norland", None, "Torland")[at % 3]) for at, name in enumerate(many)] + [("Ilse Kolt", "Velmora")]
    assert len(forms) > FEW
    with open_record(tmp_path / "talks.db", create=True) as record, record._writing() as connection:
        for name, party in (*forms, *bare, ("Zora Kolt", "Velmora")):
            form = Form(identity("form", name, party), name, "person", party)
            collate(connection, JUDGING, fresh=insert_forms(connection, [form], JUDGING), left=set())
        stepwise = members(connection)
        recollate(connection, JUDGING)
        assert stepwise == members(connection)
