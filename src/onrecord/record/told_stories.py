"""Stories as the record hands them out: their reports, days, outlets, and whom and what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from onrecord.model import ActorRef
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record.chunks import among, chunks, rows_among
from onrecord.record.rows import ReportRow
from onrecord.record.schema import actor, actor_member, report_actor, statement, statement_issue
from onrecord.record.schema_across import story_place as places
from onrecord.record.showing import DbRow, Showing
from onrecord.record.trees import id_of, trees

if TYPE_CHECKING:
    from onrecord.record.store import Record

NAMED = ("person", "organisation", "state", "group")
MOST_ACTORS = 3
MOST_ISSUES = 2


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story: reports that go on with one another, in order of time.

    `id` is that of its first report, as a story. `actors` are those whom most of the reports name, `issues` those of
    which most statements are (ids of the codebook); the label is made of both. `first` and `last` are days, or null.
    """

    id: str
    first: str | None
    last: str | None
    actors: tuple[ActorRef, ...]
    issues: tuple[str, ...]
    reports: tuple[ReportRow, ...]
    statements: int

    @property
    def label(self) -> str:
        """ "Ada Voss, Boro Lind: ceasefire, territory"."""
        parts = (", ".join(one.name for one in self.actors), ", ".join(self.issues))
        return ": ".join(part for part in parts if part)

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.source for row in self.reports))


def stories_wanted(fitting: sa.Select[tuple[str]] | None, *, alone: bool = False) -> sa.Select[tuple[object, ...]]:
    """Stories of at least two reports (`alone`: or one) of which one is `fitting`, by their first day, newest last."""
    tree = trees(sa.true())
    days = tree.join(places, places.c.report_id == tree.c.id)
    count, first = sa.func.count(), sa.func.min(places.c.day)
    query: sa.Select[tuple[object, ...]] = sa.select(
        tree.c.root, first.label("first"), sa.func.max(places.c.day).label("last")
    )
    query = query.select_from(days).group_by(tree.c.root)
    if not alone:
        query = query.having(count > 1)
    if fitting is not None:
        query = query.having(sa.func.max(sa.case((tree.c.id.in_(fitting), 1), else_=0)) == 1)
    return query.order_by(first.asc().nulls_first(), tree.c.root)


def story_rows(connection: sa.Connection, rows: Sequence[DbRow]) -> Iterator[StoryRow]:
    """Rows of `stories_wanted` with all that they hold."""
    members = _members(connection, [row.root for row in rows])
    showing = Showing(connection)
    for row in rows:
        ids = members[row.root]
        reports = showing.reports_of(set(ids))
        ordered = sorted((reports[id] for id in ids), key=lambda one: (one.published or "", one.id))
        yield StoryRow(
            id_of(row.root),
            row.first,
            row.last,
            _actors(connection, ids),
            _issues(connection, ids),
            tuple(ordered),
            sum(one.statements for one in ordered),
        )


_PARENTS = sa.select(places.c.report_id, places.c.parent).where(among(places.c.report_id))


def stories_of(record: Record, reports: Iterable[str]) -> dict[str, str]:
    """The id of the story that each of these reports is of; one that is in none is left out."""
    with record.reading_connection() as connection:
        parents: dict[str, str | None] = {}
        asked = sorted(set(reports))
        wanted = list(asked)
        while wanted:
            rows = list(rows_among(connection, _PARENTS, wanted))
            parents |= {row.report_id: row.parent for row in rows}
            wanted = sorted({row.parent for row in rows if row.parent is not None} - set(parents))
    roots: dict[str, str] = {}
    for id in parents:
        _find_root(parents, id, roots)
    return {id: id_of(roots[id]) for id in asked if id in parents}


def _find_root(parents: Mapping[str, str | None], id: str, roots: dict[str, str]) -> None:
    """Tells the root of a report, and of all on the way there."""
    way = [id]
    while way[-1] not in roots and (parent := parents.get(way[-1])) is not None:
        way.append(parent)
    roots |= dict.fromkeys(way, roots.get(way[-1], way[-1]))


def _members(connection: sa.Connection, roots: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for chunk in chunks(roots):
        tree = trees(places.c.report_id.in_(chunk))
        for root, id in connection.execute(sa.select(tree.c.root, tree.c.id)):
            found.setdefault(root, []).append(id)
    return found


def _actors(connection: sa.Connection, reports: Sequence[str]) -> tuple[ActorRef, ...]:
    """Whom most of the reports name; of those named by as many, who is mentioned most."""
    told, mentions = sa.func.count(report_actor.c.report_id.distinct()), sa.func.sum(report_actor.c.mentions)
    query = (
        sa.select(actor.c.id, actor.c.name, actor.c.type, told.label("told"), mentions.label("mentions"))
        .join(actor_member, actor_member.c.actor_id == actor.c.id)
        .join(report_actor, report_actor.c.form_id == actor_member.c.form_id)
        .where(report_actor.c.report_id.in_(reports), actor.c.type.in_(NAMED))
        .group_by(actor.c.id, actor.c.name, actor.c.type)
        .order_by(told.desc(), mentions.desc(), actor.c.name, actor.c.id)
        .limit(MOST_ACTORS)
    )
    return tuple(ActorRef(row.id, row.name, one_of(row.type, ACTOR_TYPES)) for row in connection.execute(query))


def _issues(connection: sa.Connection, reports: Sequence[str]) -> tuple[str, ...]:
    count = sa.func.count()
    query = sa.select(statement_issue.c.issue).join(statement, statement.c.id == statement_issue.c.statement_id)
    query = query.where(statement.c.report_id.in_(reports)).group_by(statement_issue.c.issue)
    return tuple(connection.scalars(query.order_by(count.desc(), statement_issue.c.issue).limit(MOST_ISSUES)))
