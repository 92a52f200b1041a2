"""Copies kept in step with what is read: pairs that share their words, and the likely origin of each."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from struct import pack, unpack

import sqlalchemy as sa

from onrecord.model import Furniture, Reading, Span, Spans
from onrecord.model.copying import Copied, CopyPair, Shingled
from onrecord.model.edtf import bounds
from onrecord.record.chunks import AMONG, among, chunks, keep_keys, rows_among, singles
from onrecord.record.driving import ask, put, write
from onrecord.record.nearness import Index, days_between, indexed_day
from onrecord.record.schema import report
from onrecord.record.schema_across import copy_key, copy_pair, report_copy, report_runs

Rank = tuple[int, str, int]
KEYED = Index(copy_key.c.key, copy_key.c.day, copy_key.c.report_id)
BYTES = 4  # of a hash
_PLACE = sa.select(report.c.url, report.c.outlet).where(report.c.id == sa.bindparam("report"))
_PAIRS = sa.select(copy_pair).where(among(copy_pair.c.a))
_UNCOPIED = sa.delete(report_copy).where(among(report_copy.c.report_id))
_RANKED = (
    sa.select(report.c.id, report.c.published_first, report.c.characters, report_runs.c.credited)
    .join(report_runs, report_runs.c.report_id == report.c.id)
    .where(among(report.c.id))
)
_PAIRED_A = sa.select(copy_pair.c.b).where(among(copy_pair.c.a))
_PAIRED_B = sa.select(copy_pair.c.a).where(among(copy_pair.c.b))
_RUNS = (
    sa.select(report_runs, report.c.id, report.c.url, report.c.outlet)
    .join(report, report.c.id == report_runs.c.report_id)
    .where(among(report.c.id))
)


@dataclass(frozen=True, slots=True)
class Copying:
    """How copies are told, as `collating.copies` does it.

    Texts that share fewer than `least` keys are no copies, nor are such as appeared more than `window` days apart.
    """

    shingles: Callable[[str, Spans], frozenset[int]]
    standing: Callable[[Iterable[Furniture]], Spans]
    sampled: Callable[[frozenset[int]], Sequence[int]]
    pair: Callable[[Shingled, Shingled], CopyPair | None]
    site_of: Callable[[str | None, str | None], str | None]
    origins: Callable[[Iterable[CopyPair], Mapping[str, Rank]], Sequence[Copied]]
    credit: Callable[[Iterable[Furniture], str, str | None], Span | None]
    least: int
    window: int


def forget_copies(connection: sa.Connection, report_id: str, how: Copying) -> set[str]:
    """Deletes what is known of the report as a copy; returns those that were paired with it."""
    beside = _paired(connection, {report_id})
    row = connection.execute(sa.select(report_runs).where(report_runs.c.report_id == report_id)).first()
    if row is not None:
        own = (copy_key.c.day == indexed_day((row.first_day, row.last_day))) & (copy_key.c.report_id == report_id)
        for keys in chunks(how.sampled(_unpacked(row.runs))):
            connection.execute(sa.delete(copy_key).where(copy_key.c.key.in_(keys) & own))
    connection.execute(sa.delete(report_runs).where(report_runs.c.report_id == report_id))
    ends = (copy_pair.c.a == report_id) | (copy_pair.c.b == report_id)
    connection.execute(sa.delete(copy_pair).where(ends))
    connection.execute(sa.delete(report_copy).where(report_copy.c.report_id == report_id))
    return beside


def copied_anew(
    connection: sa.Connection,
    reading: Reading | None,
    text: str,
    published: str | None,
    how: Copying,
    *,
    beside: set[str],
) -> None:
    """Pairs a new reading's report with its copies, and judges anew who copies whom around it."""
    touched = set(beside)
    if reading is not None and reading.unread is None and _pair_with_near(connection, reading, text, published, how):
        touched.add(reading.report)
    if not touched:
        return
    reached, edge = set(touched), set(touched)
    while edge:
        edge = _paired(connection, edge) - reached
        reached |= edge
    ids = sorted(reached)
    pairs = [CopyPair(row.a, row.b, row.of_a, row.of_b) for row in rows_among(connection, _PAIRS, ids)]
    for chunk in chunks(ids):
        put(connection, _UNCOPIED, {AMONG: chunk})
    if found := how.origins(pairs, _ranks(connection, ids)):
        told = [{"report_id": one.report, "origin": one.origin, "share": one.share} for one in found]
        write(connection, report_copy, told)


def _pair_with_near(
    connection: sa.Connection, reading: Reading, text: str, published: str | None, how: Copying
) -> bool:
    """Keeps the runs of a report, and its pairs with those that share many of them; whether there are any."""
    id, days = reading.report, bounds(published) or (None, None)
    hashes = how.shingles(text, how.standing(reading.furniture))
    place = ask(connection, _PLACE, {"report": id})[0]
    credited = how.credit(reading.furniture, text, place.outlet) is not None
    runs = {"report_id": id, "credited": credited, "runs": _packed(hashes)}
    write(connection, report_runs, [runs | {"first_day": days[0], "last_day": days[1]}])
    keys = how.sampled(hashes)
    if not keys:
        return False
    shared = Counter(other for _, other, _ in KEYED.sharing(connection, keys, days, how.window))
    day = indexed_day(days)
    keep_keys(connection, copy_key, [(key, day, id) for key in keys])
    mine = Shingled(id, hashes, place.url, how.site_of(place.url, place.outlet))
    near = sorted(other for other, count in shared.items() if count >= how.least)
    others = (
        Shingled(row.id, _unpacked(row.runs), row.url, how.site_of(row.url, row.outlet))
        for row in rows_among(connection, _RUNS, near)
        if days_between(days, (row.first_day, row.last_day)) <= how.window
    )
    pairs = filter(None, (how.pair(mine, other) for other in others))
    found = [{"a": pair.a, "b": pair.b, "of_a": pair.of_a, "of_b": pair.of_b} for pair in pairs]
    if found:
        write(connection, copy_pair, found)
    return bool(found)


def _paired(connection: sa.Connection, ids: set[str]) -> set[str]:
    return {*singles(connection, _PAIRED_A, ids), *singles(connection, _PAIRED_B, ids)}


def _packed(hashes: frozenset[int]) -> str:
    return b64encode(pack(f">{len(hashes)}I", *sorted(hashes))).decode()


def _unpacked(packed: str) -> frozenset[int]:
    whole = b64decode(packed)
    return frozenset(unpack(f">{len(whole) // BYTES}I", whole))


def _ranks(connection: sa.Connection, ids: list[str]) -> dict[str, Rank]:
    """What credits nobody comes first, then what appeared first; of one day, the longest."""
    return {
        row.id: (int(row.credited), row.published_first or "9999", -row.characters)
        for row in rows_among(connection, _RANKED, ids)
    }


def forget_all_copies(connection: sa.Connection) -> None:
    for table in (report_copy, copy_pair, copy_key, report_runs):
        connection.execute(sa.delete(table))


def origins(connection: sa.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Of these reports the copies, each with its likely origin."""
    query = sa.select(report_copy.c.report_id, report_copy.c.origin)
    return {
        row.report_id: row.origin
        for chunk in chunks(sorted(set(ids)))
        for row in connection.execute(query.where(report_copy.c.report_id.in_(chunk)))
    }
