"""How long a new report's actors take among 100,000, with the store: python -m bench.actors

A record of that many actors is made in SQLite; then the names of one report after another, fifteen each, are added and
judged as `onrecord add` does it, and taken back again. The people are invented: given names and surnames as often as a
few are borne by many, one in twenty by surname only. What is printed is CPU time, the first report left out.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from itertools import accumulate, product
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from onrecord.model import Form, identity
from onrecord.pipeline import who_is_who
from onrecord.record import open_record
from onrecord.record.chunks import chunks
from onrecord.record.folding import folded
from onrecord.record.neighbours import collate, insert_forms
from onrecord.record.schema import actor, actor_member

PEOPLE, REPORTS, OF_A_REPORT = 100_000, 60, 15
SYLLABLES = tuple("".join(pair) for pair in product(("b", "dr", "f", "g", "k", "l", "m", "n", "r", "st", "v"), "aeio"))
ENDINGS = ("n", "r", "v", "ski", "son", "man", "ez", "ova", "in", "ng")


def people(random: Random) -> dict[str, Form]:
    """Forms of persons, of forty parties and of none."""
    given = [line.split("\t")[0].title() for line in _lines("onrecord.reading.who.gazetteer", "given.tsv")]
    common = [word.title() for line in _lines("onrecord.collating", "common_surnames.txt") for word in line.split()]
    made = ["".join(random.choices(SYLLABLES, k=2)) + random.choice(ENDINGS) for _ in range(30_000)]
    random.shuffle(given)
    surnames = common + [name.title() for name in made]
    firsts, lasts = (
        list(accumulate(1 / (n + few) for n in range(len(of)))) for of, few in ((given, 20), (surnames, 20))
    )
    parties = [f"P{number}" for number in range(40)]
    forms: dict[str, Form] = {}
    while len(forms) < PEOPLE:
        first = random.choices(given, cum_weights=firsts)[0]
        last = random.choices(surnames, cum_weights=lasts)[0]
        name = last if random.random() < 0.05 else f"{first} {last}"
        party = random.choice(parties) if random.random() < 0.6 else None
        form = Form(identity("form", name, "person", party), name, "person", party)
        forms[form.id] = form
    return forms


def _lines(package: str, table: str) -> list[str]:
    text = files(package).joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class _TakenBackError(Exception):
    """Ends a transaction so that nothing of it stays."""


def main() -> None:
    random = Random(1)
    forms = list(people(random).values())
    new = random.sample(forms, OF_A_REPORT * REPORTS)
    there = sorted(set(forms) - set(new))
    judging = who_is_who()
    folder = TemporaryDirectory()
    with folder, open_record(Path(folder.name) / "actors.db", create=True) as record:
        record.prepare(judging)
        engine = sa.create_engine(f"sqlite:///{record.place}")
        with engine.begin() as connection:
            _fill(connection, there)
        spent = [_added(engine, new[at : at + OF_A_REPORT]) for at in range(0, len(new), OF_A_REPORT)][1:]
    spent.sort()
    print(
        f"{len(there):,} actors, {OF_A_REPORT} new names a report: median {median(spent):.0f} ms of CPU, "
        f"95th percentile {spent[int(0.95 * len(spent))]:.0f} ms, longest {spent[-1]:.0f} ms"
    )


def _fill(connection: sa.Connection, forms: Sequence[Form]) -> None:
    """Each form an actor by itself: who is who among them is judged where a new one comes near."""
    for some in chunks(forms):
        insert_forms(connection, some, who_is_who())
        actors = [
            {"id": one.id, "name": one.name, "type": one.type, "party": one.party, "party_judged": False}
            | {"folded": folded(one.name)}
            for one in some
        ]
        connection.execute(sa.insert(actor), actors)
        alone = [{"form_id": one.id, "actor_id": one.id, "score": 1.0, "why": "alone"} for one in some]
        connection.execute(sa.insert(actor_member), alone)


def _added(engine: sa.Engine, new: Sequence[Form]) -> float:
    """Milliseconds of CPU to add the names of a report."""
    judging, spent = who_is_who(), 0.0
    with suppress(_TakenBackError), engine.begin() as connection:
        started = time.process_time()
        fresh = insert_forms(connection, new, judging)
        collate(connection, judging, fresh=fresh, left=set(), met=[one.id for one in new])
        spent = (time.process_time() - started) * 1000
        raise _TakenBackError
    return spent


if __name__ == "__main__":
    main()
