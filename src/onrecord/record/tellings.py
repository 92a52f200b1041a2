"""What reports tell of one thing: each report's tellings, and which of them differ, kept in step report by report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Reading, Span
from onrecord.model.disagreement import Disagreement
from onrecord.model.jsonread import one_of
from onrecord.model.telling import TELLING_KINDS, Differing, Telling, TellingKind
from onrecord.record.chunks import among, chunks, keep_keys, rows_among, singles
from onrecord.record.driving import write
from onrecord.record.nearness import EVER, Index
from onrecord.record.schema_across import telling, telling_key, telling_pair
from onrecord.record.showing import DbRow

BETWEEN = "\n"
KEYED = Index(telling_key.c.key, telling_key.c.day, telling_key.c.telling_id, spread=0)
_TELLINGS = sa.select(telling).where(among(telling.c.id)).order_by(telling.c.id)
_PAIRS = sa.select(telling_pair).where(among(telling_pair.c.a))
_PAIRS_OF_B = sa.select(telling_pair).where(among(telling_pair.c.b))
_KINDS = sa.select(telling.c.id, telling.c.kind).where(among(telling.c.id))
_PAIRED_A = sa.select(telling_pair.c.b).where(among(telling_pair.c.a))
_PAIRED_B = sa.select(telling_pair.c.a).where(among(telling_pair.c.b))


@dataclass(frozen=True, slots=True)
class Retelling:
    """How tellings are found and compared, as `collating.tellings` does it.

    Two of one kind whose days are known and more than its `slack` apart are never of one thing, nor such as have no key
    in common. `differing` takes new ones and others; and by the ids of these the keys that each shares with a new one.
    Of the kinds in `stars`, tellings are told beside one that differs from them, the least by id, and pairs lead no
    further: so a sentence that is told again from day to day makes no group without an end.
    """

    tellings: Callable[[Reading, str, str | None], Sequence[Telling]]
    keys: Callable[[Telling], Sequence[int]]
    day: Callable[[Telling], str | None]
    differing: Callable[[Iterable[Telling], Iterable[Telling], Mapping[str, Iterable[int]]], Sequence[Differing]]
    disagreements: Callable[[Iterable[Telling], Iterable[Differing]], Iterable[Disagreement]]
    slack: Mapping[TellingKind, int]
    stars: frozenset[TellingKind] = frozenset()


def forget_tellings(connection: sa.Connection, report_id: str, how: Retelling) -> set[str]:
    """Deletes the report's tellings; returns those of other reports that differed from them."""
    own = {one.id: one for one in _loaded(connection, telling.c.report_id == report_id)}
    beside = _paired(connection, set(own)) - set(own)
    for one in own.values():
        for chunk in chunks(how.keys(one)):
            there = (telling_key.c.day == (how.day(one) or EVER)) & (telling_key.c.telling_id == one.id)
            connection.execute(sa.delete(telling_key).where(telling_key.c.key.in_(chunk) & there))
    connection.execute(sa.delete(telling).where(telling.c.report_id == report_id))
    return beside


def retell(connection: sa.Connection, reading: Reading, text: str, published: str | None, how: Retelling) -> set[str]:
    """Adds the reading's tellings, and pairs them with those that differ; returns the ids of those that do."""
    fresh = how.tellings(reading, text, published)
    if not fresh:
        return set()
    write(connection, telling, list(map(_columns, fresh)))
    keys = [(key, how.day(one) or EVER, one.id) for one in fresh for key in how.keys(one)]
    if not keys:
        return set()
    shared = _shared(connection, fresh, how)
    near = map(_telling, rows_among(connection, _TELLINGS, sorted(shared)))
    keep_keys(connection, telling_key, keys)
    found = how.differing(fresh, near, shared)
    if found:
        write(connection, telling_pair, [{"a": pair.a, "b": pair.b} for pair in found])
    return {id for pair in found for id in (pair.a, pair.b)}


def groups_of(
    connection: sa.Connection, touched: set[str], how: Retelling
) -> Iterator[tuple[list[Telling], list[Differing]]]:
    """The groups of tellings that such pairs lead to from these, each with its pairs; one that differs from none is
    left out."""
    single = {row.id for row in rows_among(connection, _KINDS, sorted(touched)) if row.kind in how.stars}
    yield from _stars(connection, single)
    touched = touched - single
    reached, edge = set(touched), set(touched)
    while edge:
        edge = _paired(connection, edge) - reached
        reached |= edge
    pairs = [Differing(row.a, row.b) for row in rows_among(connection, _PAIRS, sorted(reached))]
    group_of: dict[str, set[str]] = {}
    for pair in pairs:
        whole = group_of.get(pair.a, {pair.a}) | group_of.get(pair.b, {pair.b})
        group_of |= dict.fromkeys(whole, whole)
    by_id = {one.id: one for one in map(_telling, rows_among(connection, _TELLINGS, sorted(group_of)))}
    for group in {min(whole): whole for whole in group_of.values()}.values():
        yield [by_id[id] for id in sorted(group)], [pair for pair in pairs if pair.a in group]


def _stars(connection: sa.Connection, touched: set[str]) -> Iterator[tuple[list[Telling], list[Differing]]]:
    """All whose stars may be others now, each with its own; alone if it has none (any more).

    One with a lesser neighbour is told beside that. Of several in the same words a neighbour is told beside the least.
    """
    changed = touched | _paired(connection, touched)
    about = changed | _paired(connection, changed)
    pairs = {Differing(row.a, row.b) for ends in (_PAIRS, _PAIRS_OF_B) for row in rows_among(connection, ends, about)}
    beside: dict[str, set[str]] = {}
    for pair in pairs:
        beside.setdefault(pair.a, set()).add(pair.b)
        beside.setdefault(pair.b, set()).add(pair.a)
    by_id = {one.id: one for one in map(_telling, rows_among(connection, _TELLINGS, sorted(changed | beside.keys())))}
    for id in sorted(changed & by_id.keys()):
        near = beside.get(id, set())
        least = not any(other < id for other in near)
        twins = {one for one in by_id if one < id and by_id[one].text == by_id[id].text}
        own = sorted(other for other in near if least and not beside[other] & twins)
        yield [by_id[each] for each in (id, *own)], [Differing(id, other) for other in own]


def _paired(connection: sa.Connection, ids: set[str]) -> set[str]:
    return {*singles(connection, _PAIRED_A, ids), *singles(connection, _PAIRED_B, ids)}


def _shared(connection: sa.Connection, fresh: Iterable[Telling], how: Retelling) -> dict[str, set[int]]:
    """Which keys tellings of other reports share with these that may be of their days, by id; to be asked for before
    the keys of these are there."""
    asked: dict[tuple[str | None, int], set[int]] = {}
    for one in fresh:
        asked.setdefault((how.day(one), how.slack[one.kind]), set()).update(how.keys(one))
    shared: dict[str, set[int]] = {}
    for (day, slack), keys in asked.items():
        for key, id, _ in KEYED.sharing(connection, sorted(keys), (day, day), slack):
            shared.setdefault(id, set()).add(key)
    return shared


def _loaded(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Iterator[Telling]:
    return map(_telling, connection.execute(sa.select(telling).where(condition).order_by(telling.c.id)))


def _columns(one: Telling) -> dict[str, object]:
    return {
        "id": one.id,
        "report_id": one.report,
        "kind": one.kind,
        "of": one.of,
        "value": one.value,
        "starts": one.span.start,
        "ends": one.span.end,
        "text": one.text,
        "mark_starts": one.mark.start,
        "mark_ends": one.mark.end,
        "day": one.day,
        "statement_id": one.statement,
        "who": BETWEEN.join(one.who),
    }


def _telling(row: DbRow) -> Telling:
    return Telling(
        id=row.id,
        report=row.report_id,
        kind=one_of(row.kind, TELLING_KINDS),
        of=row.of,
        value=row.value,
        span=Span(row.starts, row.ends),
        text=row.text,
        mark=Span(row.mark_starts, row.mark_ends),
        day=row.day,
        statement=row.statement_id,
        who=tuple(row.who.split(BETWEEN)) if row.who else (),
    )


def forget_all_tellings(connection: sa.Connection) -> None:
    for table in (telling_pair, telling_key, telling):
        connection.execute(sa.delete(table))
