"""Beliefs as rows: who judged what, why and when. Nothing is overwritten; what is undone stays, and counts no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

import sqlalchemy as sa

from onrecord.model import Judgement
from onrecord.record.driving import ask
from onrecord.record.schema import judgement


def judge(connection: sa.Connection, one: Judgement) -> None:
    connection.execute(sa.insert(judgement), asdict(one) | {"id": one.id})


def judgements(
    connection: sa.Connection, kinds: Sequence[str], subject: str | None = None, *, undone: bool = False
) -> list[Judgement]:
    """Those of these kinds that are in force (or all), oldest first."""
    asked: dict[str, object] = {"kinds": list(kinds)}
    if subject is not None:
        asked["subject"] = subject
    return [_judgement(row) for row in ask(connection, _question(subject is not None, undone), asked)]


@cache
def _question(of_subject: bool, undone: bool) -> sa.Select[tuple[object, ...]]:
    query = sa.select(judgement).where(judgement.c.kind.in_(sa.bindparam("kinds", expanding=True)))
    if of_subject:
        query = query.where(judgement.c.subject == sa.bindparam("subject"))
    if not undone:
        query = query.where(judgement.c.undone_at.is_(None))
    return query.order_by(judgement.c.judged_at, judgement.c.id)


def _judgement(row: sa.Row[tuple[object, ...]]) -> Judgement:
    return Judgement(
        row.kind, row.subject, row.object, row.value, row.judge, row.why, row.judged_at, row.score, row.undone_at
    )


def undo(connection: sa.Connection, id: str, at: str) -> bool:
    """Whether there was such a judgement in force."""
    query = sa.update(judgement).where(judgement.c.id == id, judgement.c.undone_at.is_(None))
    return connection.execute(query.values(undone_at=at)).rowcount > 0


def corrections(connection: sa.Connection, report_id: str) -> dict[str, str | None]:
    """The fields that `onrecord set` mended, with their last values."""
    return {one.object: one.value for one in judgements(connection, ("set",), report_id) if one.object is not None}


def withdrawn_because(connection: sa.Connection, report_id: str) -> str | None:
    """Why the report was withdrawn, or null where it stands."""
    found = judgements(connection, ("withdraw",), report_id)
    return found[-1].why if found else None
