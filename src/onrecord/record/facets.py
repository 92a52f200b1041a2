"""What is asked around a question: how the hits divide, and which utterances most reports have."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace

import sqlalchemy as sa

from onrecord.record import tallying
from onrecord.record.asking import PARTY, STATEMENTS, day
from onrecord.record.rows import Filter, SpeakerCount
from onrecord.record.schema import actor, report, statement, statement_issue, utterance
from onrecord.record.store import Record
from onrecord.record.utterances import UtteranceRow, utterance_rows

MOST_COUNTED = 5000
MOST_VALUES = 8


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits fall to each value of each name, most first. `counted` hits were looked at; `all_` if no more are.

    The names are those of the filter: party, issue, stance, kind, outlet, and `day` for when it was said.
    """

    counted: int
    all_: bool
    by_name: dict[str, tuple[tuple[str, int], ...]]


def facets(record: Record, wanted: Filter) -> Facets:
    """Counts over the first hits, so that a question to which everything answers takes no longer than another."""
    with record.reading_connection() as connection:
        conditions = record.conditions_on(connection, wanted)
        query = sa.select(
            PARTY.label("party"),
            statement.c.issues,
            statement.c.stance,
            statement.c.kind,
            report.c.outlet,
            sa.case((statement.c.said_first == statement.c.said_last, statement.c.said_first)).label("day"),
        ).select_from(STATEMENTS)
        rows = connection.execute(query.where(*conditions).limit(MOST_COUNTED + 1)).all()
    counted: dict[str, Counter[str]] = {}
    for row in rows[:MOST_COUNTED]:
        for name in ("party", "stance", "kind", "outlet", "day"):
            if (value := getattr(row, name)) is not None:
                counted.setdefault(name, Counter())[value] += 1
        counted.setdefault("issue", Counter()).update(json.loads(row.issues))
    most = {name: tuple(sorted(of.items(), key=_rank)[:MOST_VALUES]) for name, of in counted.items() if of}
    return Facets(min(len(rows), MOST_COUNTED), len(rows) <= MOST_COUNTED, most)


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def most_reported(record: Record, most: int) -> tuple[UtteranceRow, ...]:
    """The utterances that most reports have, of those whose day is known, by day."""
    query = sa.select(utterance).where(utterance.c.first_day.is_not(None), utterance.c.reports > 1)
    with record.reading_connection() as connection:
        rows = connection.execute(query.order_by(utterance.c.reports.desc(), utterance.c.id).limit(most)).all()
        rows = sorted(rows, key=lambda row: (row.first_day, row.id))
        return tuple(utterance_rows(connection, rows))


def heard_most(record: Record, most: int) -> tuple[SpeakerCount, ...]:
    """The first so many of `Record.speakers` who have a name."""
    with record.reading_connection() as connection:
        return tuple(tallying.heard_most(connection, most))


def lately_said(record: Record, until: str | None, most: int) -> tuple[str, bool] | None:
    """The day from which on about so much was said up to a day (null: ever), and whether anything was said before it;
    null where nothing is dated."""
    first = statement.c.said_first
    dated = sa.select(first).where(first.is_not(None) if until is None else first <= day(until, last=True))
    with record.reading_connection() as connection:
        days = connection.scalars(dated.order_by(first.desc()).limit(most)).all()
        if not days:
            return None
        return days[-1], connection.scalar(sa.select(first).where(first < days[-1]).limit(1)) is not None


def issues_told(record: Record) -> frozenset[str]:
    """Every issue that some statement touches, by the codebook with which its report was read."""
    with record.reading_connection() as connection:
        return frozenset(connection.scalars(sa.select(statement_issue.c.issue).distinct()))


def undated(record: Record, wanted: Filter) -> int:
    """How many statements that are wanted have no day."""
    with record.reading_connection() as connection:
        fits = record.conditions_on(connection, replace(wanted, limit=None, offset=0))
        count = sa.select(sa.func.count()).select_from(STATEMENTS).where(*fits, statement.c.said_first.is_(None))
        return connection.scalar(count) or 0


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one kind, by which the record may be asked."""

    parties: tuple[str, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]


def names(record: Record) -> Names:
    """Who and what a question may name: parties, whoever has said something, outlets."""
    with record.reading_connection() as connection:
        said, outlets = sa.select(actor.c.name).where(actor.c.statements > 0), sa.select(report.c.outlet).distinct()
        parties = sa.union(sa.select(statement.c.party).distinct(), sa.select(actor.c.party).distinct())
        found = (sorted(filter(None, connection.scalars(query))) for query in (parties, said, outlets))
        return Names(*map(tuple, found))
