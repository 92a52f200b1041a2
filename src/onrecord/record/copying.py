"""Copies kept in step with what is read: pairs that share their words, and the likely origin of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Furniture, Reading, Span, Spans
from onrecord.model.copying import Copied, CopyPair, Shingled
from onrecord.model.jsonread import furniture_from
from onrecord.record.chunks import chunks, rows_where
from onrecord.record.columns import unpacked
from onrecord.record.schema import reading as readings
from onrecord.record.schema import report, report_text
from onrecord.record.schema_across import copy_key, copy_pair, report_copy
from onrecord.record.showing import DbRow

Rank = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Copying:
    """How copies are told, as `collating.copies` does it. Texts that share fewer than `least` keys are no copies."""

    shingles: Callable[[str, Spans], frozenset[int]]
    standing: Callable[[Iterable[Furniture]], Spans]
    sampled: Callable[[frozenset[int]], Sequence[int]]
    pair: Callable[[Shingled, Shingled], CopyPair | None]
    site_of: Callable[[str | None, str | None], str | None]
    origins: Callable[[Iterable[CopyPair], Mapping[str, Rank]], Sequence[Copied]]
    credit: Callable[[Iterable[Furniture], str, str | None], Span | None]
    least: int


def forget_copies(connection: sa.Connection, report_id: str, how: Copying) -> set[str]:
    """Deletes what is known of the report as a copy; returns those that were paired with it."""
    beside = _paired(connection, {report_id})
    row = _whole(connection, [report_id]).get(report_id)
    if row is not None:
        for keys in chunks(how.sampled(_hashes(row, how))):
            gone = copy_key.c.key.in_(keys) & (copy_key.c.report_id == report_id)
            connection.execute(sa.delete(copy_key).where(gone))
    ends = (copy_pair.c.a == report_id) | (copy_pair.c.b == report_id)
    connection.execute(sa.delete(copy_pair).where(ends))
    connection.execute(sa.delete(report_copy).where(report_copy.c.report_id == report_id))
    return beside


def copied_anew(connection: sa.Connection, reading: Reading | None, how: Copying, *, beside: set[str]) -> None:
    """Pairs a new reading's report with its copies, and judges anew who copies whom around it."""
    touched = set(beside)
    if reading is not None and reading.unread is None:
        touched |= _pair_with_near(connection, reading.report, how)
    if not touched:
        return
    reached, edge = set(touched), set(touched)
    while edge:
        edge = _paired(connection, edge) - reached
        reached |= edge
    ids = sorted(reached)
    pairs = [
        CopyPair(row.a, row.b, row.of_a, row.of_b)
        for chunk in chunks(ids)
        for row in connection.execute(sa.select(copy_pair).where(copy_pair.c.a.in_(chunk)))
    ]
    ranks = {id: _rank(row, how) for id, row in _whole(connection, ids).items()}
    for chunk in chunks(ids):
        connection.execute(sa.delete(report_copy).where(report_copy.c.report_id.in_(chunk)))
    if found := how.origins(pairs, ranks):
        rows = [{"report_id": one.report, "origin": one.origin, "share": one.share} for one in found]
        connection.execute(sa.insert(report_copy), rows)


def _pair_with_near(connection: sa.Connection, report_id: str, how: Copying) -> set[str]:
    own = _whole(connection, [report_id])[report_id]
    hashes = _hashes(own, how)
    keys = how.sampled(hashes)
    if not keys:
        return set()
    shared: Counter[str] = Counter()
    for some in chunks(keys):
        shared.update(connection.scalars(sa.select(copy_key.c.report_id).where(copy_key.c.key.in_(some))))
    connection.execute(sa.insert(copy_key), [{"key": key, "report_id": report_id} for key in keys])
    near = [id for id, count in shared.items() if count >= how.least]
    mine = _shingled(own, hashes, how)
    others = (_shingled(row, _hashes(row, how), how) for row in _whole(connection, sorted(near)).values())
    pairs = filter(None, (how.pair(mine, other) for other in others))
    found = [{"a": pair.a, "b": pair.b, "of_a": pair.of_a, "of_b": pair.of_b} for pair in pairs]
    if found:
        connection.execute(sa.insert(copy_pair), found)
    return {report_id} if found else set()


def _paired(connection: sa.Connection, ids: set[str]) -> set[str]:
    found = set(rows_where(connection, sa.select(copy_pair.c.b), copy_pair.c.a, sorted(ids)))
    return found | set(rows_where(connection, sa.select(copy_pair.c.a), copy_pair.c.b, sorted(ids)))


def _whole(connection: sa.Connection, ids: list[str]) -> dict[str, DbRow]:
    """Texts with what is known of them that telling copies needs."""
    known = report.c.outlet, report.c.url, report.c.published_first, report.c.published_last
    query: sa.Select[tuple[object, ...]] = sa.select(report.c.id, *known, report_text.c.text, readings.c.furniture)
    query = query.join(report_text, report_text.c.report_id == report.c.id)
    query = query.join(readings, readings.c.report_id == report.c.id)
    return {row.id: row for chunk in chunks(ids) for row in connection.execute(query.where(report.c.id.in_(chunk)))}


def _hashes(row: DbRow, how: Copying) -> frozenset[int]:
    return how.shingles(row.text, how.standing(_furniture(row)))


def _shingled(row: DbRow, hashes: frozenset[int], how: Copying) -> Shingled:
    return Shingled(row.id, hashes, row.url, how.site_of(row.url, row.outlet))


def _furniture(row: DbRow) -> list[Furniture]:
    return [furniture_from(one) for one in unpacked(row.furniture)]


def _rank(row: DbRow, how: Copying) -> Rank:
    """What credits nobody comes first, then what appeared first; of one day, the longest."""
    credited = how.credit(_furniture(row), row.text, row.outlet) is not None
    return int(credited), row.published_first or "9999", -len(row.text)


def forget_all_copies(connection: sa.Connection) -> None:
    for table in (report_copy, copy_pair, copy_key):
        connection.execute(sa.delete(table))


def origins(connection: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Of these reports the copies, each with its likely origin."""
    query = sa.select(report_copy.c.report_id, report_copy.c.origin)
    return {
        row.report_id: row.origin
        for chunk in chunks(sorted(set(ids)))
        for row in connection.execute(query.where(report_copy.c.report_id.in_(chunk)))
    }
